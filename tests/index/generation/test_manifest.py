import json
from pathlib import Path

import pytest

from index.errors import CorruptIndex, NewerIndex, OutdatedIndex
from index.generation.manifest import MANIFEST_NAME, SCHEMA_VERSION, Manifest, read_former, read_manifest
from index.settings import IndexSettings

MANIFEST = Manifest(
    fingerprint="f" * 16,
    settings=IndexSettings(chunk_tokens=100),
    encoder="word-hash",
    dimension=384,
    corpus="/articles/Zeitung für alle",
    built="2026-03-05T12:00:00+00:00",
    articles=1,
    chunks=2,
    next_row=7,
    parts={"vectors/000000.faiss": 12, "words/meta.json": 3},
    store="faiss",
    catalog="000001-abcdef.sqlite",
    state={"version": 3},
)


def test_a_manifest_survives_writing_and_reading(tmp_path: Path) -> None:
    (tmp_path / MANIFEST_NAME).write_text(MANIFEST.to_json(), "utf-8")
    assert read_manifest(tmp_path) == MANIFEST
    assert read_former(tmp_path, "faiss") is None


def without(key: str) -> str:
    data = json.loads(MANIFEST.to_json())
    del data[key]
    return json.dumps(data)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "[]",
        "null",
        without("schema"),
        without("settings"),
        without("chunks"),
        MANIFEST.to_json().replace('"chunk_tokens"', '"other_setting"'),
    ],
)
def test_anything_else_is_a_corrupt_index_that_names_the_file(tmp_path: Path, text: str) -> None:
    (tmp_path / MANIFEST_NAME).write_text(text, "utf-8")
    with pytest.raises(CorruptIndex, match=r"manifest\.json .*--rebuild"):
        read_manifest(tmp_path)


@pytest.mark.parametrize(
    ("schema", "error", "told"),
    [(SCHEMA_VERSION - 1, OutdatedIndex, "an earlier version"), (99, NewerIndex, "a newer version")],
)
def test_an_index_of_another_version_is_told_from_a_damaged_one(
    tmp_path: Path, schema: int, error: type[Exception], told: str
) -> None:
    (tmp_path / MANIFEST_NAME).write_text(
        MANIFEST.to_json().replace(f'"schema":{SCHEMA_VERSION}', f'"schema":{schema}'), "utf-8"
    )
    with pytest.raises(error, match=told):
        read_manifest(tmp_path)


def test_a_missing_manifest_is_named(tmp_path: Path) -> None:
    with pytest.raises(CorruptIndex, match=r"manifest\.json"):
        read_manifest(tmp_path)


def test_a_binary_manifest_is_named(tmp_path: Path) -> None:
    (tmp_path / MANIFEST_NAME).write_bytes(b"\xff\xfe\x00")
    with pytest.raises(CorruptIndex, match=r"manifest\.json"):
        read_manifest(tmp_path)
