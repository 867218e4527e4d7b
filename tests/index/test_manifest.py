import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.problem import Problem
from index.errors import CorruptIndex
from index.manifest import MANIFEST_NAME, ArticleRecord, FileRecord, Manifest, read_manifest
from index.settings import IndexSettings

NAMES = st.text(st.characters(exclude_categories=["Cs"]), min_size=1)
NUMBERS = st.integers(0, 2**63 - 1)
RECORDS = st.builds(
    FileRecord,
    size=NUMBERS,
    mtime_ns=NUMBERS,
    ctime_ns=NUMBERS,
    inode=NUMBERS,
    digest=st.text("0123456789abcdef"),
    born=NAMES,
    articles=st.lists(st.builds(ArticleRecord, NAMES, NAMES, NAMES), max_size=2).map(tuple),
    problems=st.lists(st.builds(Problem, NAMES, NAMES), max_size=2).map(tuple),
    stale=st.booleans(),
)


def manifest(files: dict[str, FileRecord] | None = None) -> Manifest:
    return Manifest(
        fingerprint="f" * 16,
        settings=IndexSettings(chunk_tokens=100),
        encoder="word-hash",
        dimension=384,
        sidecar_digest="",
        corpus="/articles",
        scanned_ns=10**18,
        built="2026-03-05T12:00:00+00:00",
        articles=1,
        chunks=2,
        next_row=7,
        files=files or {},
        parts={"catalog.sqlite": 12, "words/meta.json": 3},
    )


@given(st.dictionaries(NAMES, RECORDS, max_size=3))
def test_a_manifest_survives_writing_and_reading(files: dict[str, FileRecord]) -> None:
    assert Manifest.from_json(manifest(files).to_json()) == manifest(files)


def without(key: str) -> str:
    data = json.loads(manifest().to_json())
    del data[key]
    return json.dumps(data)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "[]",
        "null",
        '{"schema": 0}',
        without("schema"),
        without("files"),
        without("settings"),
        without("chunks"),
        manifest().to_json().replace('"schema":1', '"schema":99'),
        manifest().to_json().replace('"chunk_tokens"', '"other_setting"'),
    ],
)
def test_anything_else_is_a_corrupt_index_that_names_the_file(tmp_path: Path, text: str) -> None:
    (tmp_path / MANIFEST_NAME).write_text(text, "utf-8")
    with pytest.raises(CorruptIndex, match=r"manifest\.json .*--rebuild"):
        read_manifest(tmp_path)


def test_a_missing_manifest_is_named(tmp_path: Path) -> None:
    with pytest.raises(CorruptIndex, match=r"manifest\.json"):
        read_manifest(tmp_path)


def test_a_binary_manifest_is_named(tmp_path: Path) -> None:
    (tmp_path / MANIFEST_NAME).write_bytes(b"\xff\xfe\x00")
    with pytest.raises(CorruptIndex, match=r"manifest\.json"):
        read_manifest(tmp_path)
