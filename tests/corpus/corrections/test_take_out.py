import json
from pathlib import Path

import pytest

from corpus.check import check_corpus
from corpus.corrections import TakenOut, put_back, take_out
from corpus.corrections.take_out import ASIDE
from corpus.errors import NotMoved, UnreadableFile
from corpus.scan import scan_corpus
from tests.corpus.reading import read_folder
from tests.corpus.stories import BRIDGE, CHESS, FERRY


@pytest.fixture
def root(tmp_path: Path) -> Path:
    root = tmp_path / "articles"
    (root / "old").mkdir(parents=True)
    (root / "old" / "ferry.txt").write_text(FERRY)
    (root / "bridge.txt").write_text(BRIDGE)
    records = [{"title": "One", "text": FERRY}, {"title": "Two", "text": CHESS}]
    (root / "export.jsonl").write_text("".join(f"{json.dumps(record)}\n" for record in records))
    return root


def files(root: Path) -> list[str]:
    return sorted(path.relative_to(root).as_posix() for path in root.rglob("*") if path.is_file())


def test_a_file_is_moved_aside_where_nothing_reads_it_and_back(root: Path) -> None:
    before = files(root)
    taken = take_out(root, "old/ferry.txt")
    assert (root / ASIDE / taken.aside / "old" / "ferry.txt").read_text() == FERRY
    assert [file.name for file in scan_corpus(root).files] == ["bridge.txt", "export.jsonl"]
    assert any("hidden file or folder: .taken-out" in passed.line() for passed in check_corpus(root).passed_over)
    (root / "old").rmdir()
    put_back(root, taken)
    assert files(root) == before
    assert (root / "old" / "ferry.txt").read_text() == FERRY
    assert not (root / ASIDE).exists()


def test_an_article_of_a_file_of_many_is_left_out_and_the_file_stays(root: Path) -> None:
    export = (root / "export.jsonl").read_bytes()
    taken = take_out(root, "export.jsonl#1")
    assert taken == TakenOut("export.jsonl#1")
    assert sorted(read_folder(root)) == ["bridge.txt", "export.jsonl#2", "old/ferry.txt"]
    assert (root / "export.jsonl").read_bytes() == export
    put_back(root, taken)
    assert sorted(read_folder(root)) == ["bridge.txt", "export.jsonl#1", "export.jsonl#2", "old/ferry.txt"]
    assert (root / "corpus.toml").read_text() == "version = 1\n"


def test_what_a_browser_saved_with_a_page_goes_with_it(root: Path) -> None:
    (root / "page.html").write_text(f"<article><h1>Ferry</h1><p>{FERRY}</p></article>")
    (root / "page_files").mkdir()
    (root / "page_files" / "frame.html").write_text(f"<article><p>{BRIDGE}</p></article>")
    before = files(root)
    taken = take_out(root, "page.html")
    assert sorted(file.name for file in scan_corpus(root).files) == ["bridge.txt", "export.jsonl", "old/ferry.txt"]
    put_back(root, taken)
    assert files(root) == before
    assert not (root / ASIDE).exists()


def test_the_same_name_is_taken_out_twice_and_each_is_kept(root: Path) -> None:
    first = take_out(root, "bridge.txt")
    (root / "bridge.txt").write_text(CHESS)
    second = take_out(root, "bridge.txt")
    put_back(root, first)
    assert (root / "bridge.txt").read_text() == BRIDGE
    with pytest.raises(NotMoved, match=r"Another file is called bridge\.txt now"):
        put_back(root, second)
    assert (root / "bridge.txt").read_text() == BRIDGE
    assert (root / ASIDE / second.aside / "bridge.txt").read_text() == CHESS


def test_what_is_no_folder_says_so(root: Path) -> None:
    (root / "only.txt").write_text(FERRY)
    with pytest.raises(NotMoved, match=r"only\.txt is all that there is to read"):
        take_out(root / "only.txt", "only.txt")
    take_out(root / "export.jsonl", "export.jsonl#2")
    assert "skip = true" in (root / "corpus.toml").read_text()
    assert (root / "only.txt").exists()


def test_a_link_is_left_where_it_is(root: Path) -> None:
    (root / "link.txt").symlink_to("bridge.txt")
    with pytest.raises(NotMoved, match=r"link\.txt is a link"):
        take_out(root, "link.txt")
    assert (root / "link.txt").is_symlink()


def test_nothing_is_moved_to_where_a_link_leads(root: Path) -> None:
    outside = root.parent / "outside"
    outside.mkdir()
    (root / ASIDE).symlink_to(outside)
    with pytest.raises(NotMoved, match="is a link"):
        take_out(root, "bridge.txt")
    assert files(outside) == []
    assert (root / "bridge.txt").exists()


def test_a_folder_that_cannot_be_written_is_told(root: Path) -> None:
    (root / ASIDE).write_text("in the way")
    with pytest.raises(NotMoved, match=r"bridge\.txt cannot be moved to .*: Not a directory\. It lies where it lay"):
        take_out(root, "bridge.txt")
    assert (root / "bridge.txt").read_text() == BRIDGE
    assert files(root)[0] == ASIDE


@pytest.mark.parametrize(
    "taken",
    [
        TakenOut("bridge.txt", "nowhere"),
        TakenOut("bridge.txt", ".."),
        TakenOut("../secret.txt", "a"),
        TakenOut("secret.txt", "../.."),
        TakenOut("/etc/hostname", "a"),
        TakenOut("a\0.txt", "a"),
        TakenOut("link/secret.txt", "a"),
        TakenOut("corpus.toml", "../old"),
    ],
)
def test_no_word_of_a_stranger_moves_another_file(root: Path, taken: TakenOut) -> None:
    (root.parent / "secret.txt").write_text(CHESS)
    (root / ASIDE / "a").mkdir(parents=True)
    (root / ASIDE / "a" / "link").symlink_to(root.parent)
    (root / "old" / "corpus.toml").write_text("")
    before = files(root.parent)
    with pytest.raises(NotMoved):
        put_back(root, taken)
    assert files(root.parent) == before


def test_what_nobody_took_out_of_a_file_of_many_changes_nothing(root: Path) -> None:
    put_back(root, TakenOut("export.jsonl#1"))
    with pytest.raises(UnreadableFile):
        put_back(root, TakenOut("../export.jsonl#1"))
    for there in ("../secret.txt", str(root.parent / "secret.txt")):  # nor is told what there is elsewhere
        (root.parent / "secret.txt").write_text(CHESS)
        with pytest.raises(UnreadableFile, match="is not in"):
            put_back(root, TakenOut(there))
    assert not (root / "corpus.toml").exists()
