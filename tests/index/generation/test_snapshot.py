import threading
import time
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from index.errors import CorruptIndex, IndexNotFound
from index.generation.publish import current_generation, generation_folder
from index.library import Library
from index.refresh.run import refresh_index
from index.store import open_snapshot
from tests.conftest import ARTICLES, COURIER, FakeEncoder
from tests.index.newsroom import write_article

PARTS = (
    "manifest.json",
    "vectors/*.faiss",
    "words/meta.json",
    "words/*.store",
    "words/*.term",
)


@pytest.fixture
def made(corpus_folder: Path, tmp_path: Path, encoder: FakeEncoder) -> Path:
    """The index of three articles."""
    refresh_index(Library(corpus_folder, tmp_path / "index"), encoder=encoder)
    return tmp_path / "index"


def test_it_tells_what_it_holds(made: Path, corpus_folder: Path) -> None:
    snapshot = open_snapshot(made)
    holdings = snapshot.holdings()
    assert (holdings.corpus, holdings.index) == (str(corpus_folder), str(made))
    assert (holdings.articles, holdings.chunks) == (len(ARTICLES), snapshot.catalog.chunk_count())
    assert holdings.outlets == {"Harbour Post": 1, "Inland Ledger": 1, "Quay Courier": 1}
    assert (holdings.first, holdings.last) == (date(2026, 3, 3), date(2026, 3, 4))
    assert holdings.size == sum(path.stat().st_size for path in made.rglob("*") if path.is_file())


def part(index_folder: Path, pattern: str) -> Path:
    snapshot = open_snapshot(index_folder)
    return next(snapshot.folder.glob(pattern))


def overwrite(path: Path, data: bytes) -> None:
    """Puts another file in the place: whoever still maps the old one into memory would die of a shorter one."""
    path.unlink()
    path.write_bytes(data)


def test_without_an_index_the_message_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(IndexNotFound, match=r"No index in .* yet: run `dateline index`"):
        open_snapshot(tmp_path / "nowhere")


def test_the_three_parts_of_a_snapshot_speak_of_the_same_rows(made: Path, encoder: FakeEncoder) -> None:
    snapshot = open_snapshot(made)
    rows = snapshot.catalog.chunk_rows_of(COURIER.article_id)
    assert rows
    for row in rows:
        text = snapshot.catalog.chunks([row])[row].text
        assert snapshot.dense.search(encoder.encode([text])[0], 1)[0].row == row
        assert snapshot.lexical.search(text, 1)[0].row == row
    assert len(snapshot.dense) == len(snapshot.lexical) == snapshot.manifest.chunks
    assert snapshot.manifest.articles == len(ARTICLES)


@pytest.mark.parametrize("pattern", PARTS)
def test_a_missing_file_is_named(made: Path, pattern: str) -> None:
    path = part(made, pattern)
    path.unlink()
    with pytest.raises(CorruptIndex, match=rf"{path.name}.*dateline index --rebuild"):
        open_snapshot(made)


@pytest.mark.parametrize("pattern", PARTS)
def test_a_link_in_the_place_of_a_file_is_named_even_to_the_same_bytes(made: Path, pattern: str) -> None:
    path = part(made, pattern)
    path.symlink_to(path.rename(made / "elsewhere"))
    with pytest.raises(CorruptIndex, match=rf"{path.name}.*dateline index --rebuild"):
        open_snapshot(made)


@pytest.mark.parametrize("pattern", PARTS)
def test_a_cut_file_is_named(made: Path, pattern: str) -> None:
    path = part(made, pattern)
    overwrite(path, path.read_bytes()[:-7])
    with pytest.raises(CorruptIndex, match=rf"{path.name}.*dateline index --rebuild"):
        open_snapshot(made)


@pytest.mark.parametrize("pattern", ["manifest.json", "vectors/*.faiss", "words/meta.json"])
def test_a_file_of_the_right_size_with_other_bytes_is_named(made: Path, pattern: str) -> None:
    path = part(made, pattern)
    overwrite(path, b"\x00" * path.stat().st_size)
    with pytest.raises(CorruptIndex, match=rf"({path.name}|{path.parent}).*dateline index --rebuild"):
        open_snapshot(made)


def test_parts_of_different_generations_do_not_pass_for_one(made: Path) -> None:
    snapshot = open_snapshot(made)
    manifest = snapshot.folder / "manifest.json"
    manifest.write_text(manifest.read_text().replace('"chunks":3', '"chunks":4'))
    with pytest.raises(CorruptIndex, match="3 rows in its catalogue where 4 belong"):
        open_snapshot(made)


def test_a_pointer_to_nowhere_is_a_corrupt_index(made: Path) -> None:
    (made / "CURRENT").write_text("000099-abcdef\n")
    with pytest.raises(CorruptIndex, match="000099-abcdef"):
        open_snapshot(made)


def test_a_pointer_that_cannot_be_read_is_named(made: Path) -> None:
    (made / "CURRENT").write_bytes(b"\xff\xfe")
    with pytest.raises(CorruptIndex, match=r"CURRENT cannot be read.*--rebuild"):
        open_snapshot(made)


def test_a_generation_removed_while_it_is_opened_is_left_for_the_newer_one(
    made: Path, corpus_folder: Path, encoder: FakeEncoder, monkeypatch: pytest.MonkeyPatch
) -> None:
    old = open_snapshot(made).generation
    names: Iterator[str] = iter([old])
    read = current_generation
    # The name is read before the refresh, the folder is opened after it.
    monkeypatch.setattr(
        "index.generation.published.current_generation", lambda folder: next(names, None) or read(folder)
    )
    write_article(corpus_folder, "new.md", "The quetzal flew.")
    report = refresh_index(Library(corpus_folder, made), encoder=encoder)
    assert not generation_folder(made, old).exists()
    assert open_snapshot(made).generation == report.generation


def test_readers_never_see_a_torn_index_while_it_is_refreshed(
    made: Path, corpus_folder: Path, encoder: FakeEncoder
) -> None:
    failures: list[BaseException] = []
    reads = 0
    done = threading.Event()

    def read() -> None:
        nonlocal reads
        while not done.is_set():
            try:
                snapshot = open_snapshot(made)
                hits = snapshot.lexical.search("swap", 5)
                texts = [chunk.text for chunk in snapshot.catalog.chunks([hit.row for hit in hits]).values()]
                assert len(texts) == len(hits) <= 1
                assert all("swap number" in text for text in texts)
                assert len(snapshot.dense) == snapshot.catalog.chunk_count()
                reads += len(texts)
                time.sleep(0.002)  # readers that never rest would only slow the swaps down
            except BaseException as error:
                failures.append(error)
                return

    threads = [threading.Thread(target=read) for _ in range(2)]
    for thread in threads:
        thread.start()
    for number in range(30):
        write_article(corpus_folder, "new.md", f"This is swap number {number}.")
        refresh_index(Library(corpus_folder, made), encoder=encoder)
    done.set()
    for thread in threads:
        thread.join()
    assert failures == []
    assert reads >= 30


def test_a_closed_snapshot_lets_its_generation_go(made: Path, corpus_folder: Path, encoder: FakeEncoder) -> None:
    snapshot = open_snapshot(made)
    write_article(corpus_folder, "new.md", "The quetzal flew.")
    refresh_index(Library(corpus_folder, made), encoder=encoder)
    assert snapshot.folder.exists()
    snapshot.close()
    refresh_index(Library(corpus_folder, made), encoder=encoder)
    assert not snapshot.folder.exists()
