import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.errors import UnreadableFile
from corpus.formats.kinds import SUFFIXES
from corpus.scan import SIDECARS, scan_corpus
from corpus.upload import Added, add_upload, safe_name
from tests.corpus.stories import BRIDGE, FERRY


@pytest.fixture
def root(tmp_path: Path) -> Path:
    root = tmp_path / "articles"
    root.mkdir()
    return root


def place(root: Path, name: str, content: str | bytes = FERRY) -> Added:
    upload = root.parent / "upload"
    upload.write_bytes(content.encode() if isinstance(content, str) else content)
    added = add_upload(upload, name, root)
    assert upload.exists()
    return added


def names(root: Path) -> list[str]:
    return sorted(path.name for path in root.iterdir())


def test_a_file_is_placed_as_it_came(root: Path) -> None:
    added = place(root, "ferry.txt")
    assert added.path == root / "ferry.txt"
    assert added.path.read_text() == FERRY
    assert [article.source for article in added.articles] == ["ferry.txt"]
    assert added.articles[0].text == FERRY
    assert added.new
    assert [file.name for file in scan_corpus(root).files] == ["ferry.txt"] == names(root)


def test_no_file_is_written_over(root: Path) -> None:
    for content, expected in ((FERRY, "a.txt"), (BRIDGE, "a (2).txt"), (BRIDGE + FERRY, "a (3).txt")):
        assert place(root, "a.txt", content).path.name == expected
    assert (root / "a.txt").read_text() == FERRY


def test_the_same_file_again_changes_nothing(root: Path) -> None:
    place(root, "a.txt")
    place(root, "a.txt", BRIDGE)
    again = place(root, "a.txt", BRIDGE)
    assert (again.path.name, again.new) == ("a (2).txt", False)
    assert names(root) == ["a (2).txt", "a.txt"]


def test_a_link_in_the_place_is_not_followed(root: Path, tmp_path: Path) -> None:
    outside = tmp_path / "outside.txt"
    (root / "a.txt").symlink_to(outside)
    assert place(root, "a.txt").path.name == "a (2).txt"
    assert not outside.exists()


@pytest.mark.parametrize("links", [True, False])
def test_a_file_that_comes_to_the_place_in_the_last_moment_stays(
    root: Path, monkeypatch: pytest.MonkeyPatch, links: bool
) -> None:
    def link(source: Path, target: Path) -> None:
        if not target.exists() and target.name == "a.txt":
            target.write_text("somebody else's")
        if not links:
            raise PermissionError(1, "Operation not permitted")
        real_link(source, target)

    real_link = os.link
    monkeypatch.setattr(os, "link", link)
    assert place(root, "a.txt").path.name == "a (2).txt"
    assert (root / "a.txt").read_text() == "somebody else's"
    assert (root / "a (2).txt").read_text() == FERRY
    assert names(root) == ["a (2).txt", "a.txt"]


def test_a_hidden_file_of_the_name_of_the_copy_stays(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("secrets.token_hex", lambda _: "same")
    (root / ".upload-same.txt").write_text("mine")
    with pytest.raises(UnreadableFile, match="File exists"):
        place(root, "a.txt")
    assert (root / ".upload-same.txt").read_text() == "mine"
    assert names(root) == [".upload-same.txt"]


@pytest.mark.parametrize("name", sorted(SIDECARS & {"sources.csv"}))
def test_what_would_speak_of_other_articles_is_an_article_only(root: Path, name: str) -> None:
    added = place(root, name, "title,text\nFerry,The Marlin stops.\n")
    assert added.path.name == "sources (2).csv"


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("a.exe", FERRY, "a.exe was not added: it is not of a kind that Dateline reads"),
        ("a", FERRY, "not of a kind"),
        ("corpus.toml", "version = 1", "not of a kind"),
        ("a.txt", "", "a.txt was not added: is empty."),
        ("a.txt", b"a\0b", "NUL"),
        ("a.txt", "x" * 10_000_001, "has 10,000,001 bytes"),
        ("a.jsonl", "{bad\n", "is not valid JSON"),
    ],
)
def test_what_cannot_be_read_is_refused_with_the_reason_and_leaves_nothing(
    root: Path, name: str, content: str | bytes, reason: str
) -> None:
    with pytest.raises(UnreadableFile, match=reason):
        place(root, name, content)
    assert names(root) == []


def test_a_corpus_of_one_file_takes_none(tmp_path: Path) -> None:
    export = tmp_path / "export.jsonl"
    export.write_text("{}")
    with pytest.raises(UnreadableFile, match=r"a\.txt was not added: the articles are one file, export\.jsonl"):
        place(export, "a.txt")
    assert names(tmp_path) == ["export.jsonl", "upload"]


def test_a_file_that_is_gone_or_no_file_is_refused(root: Path, tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile, match="No such file"):
        add_upload(tmp_path / "nowhere", "a.txt", root)
    with pytest.raises(UnreadableFile, match=r"a\.txt was not added"):
        add_upload(tmp_path, "a.txt", root)
    assert names(root) == []


def test_a_folder_that_cannot_be_written_is_told(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(UnreadableFile, match="No space left on device"):
        place(root, "a.txt")
    assert names(root) == []


def test_bad_records_are_told_and_the_good_are_placed(root: Path) -> None:
    added = place(root, "a.jsonl", '{"text": "Good."}\n{bad\n')
    assert len(added.articles) == 1
    assert [problem.source for problem in added.problems] == ["a.jsonl#2"]


def test_the_users_entry_for_the_name_counts(root: Path) -> None:
    (root / "corpus.toml").write_text('[[folder]]\npath = "*"\noutlet = "Quay Courier"\n')
    assert place(root, "a.txt").articles[0].outlet == "Quay Courier"


@pytest.mark.parametrize(
    ("name", "safe"),
    [
        ("../../etc/passwd.txt", "passwd.txt"),
        ("C:\\Users\\me\\talks.md", "talks.md"),
        (".hidden.txt", "hidden.txt"),
        ("a\0b\nc.txt", "a_b_c.txt"),
        ("$(reboot) <b>.html", "_(reboot) _b_.html"),
        ("CON.txt", "article CON.txt"),
        ("Gespräche in Genf – Tag 2.md", "Gespräche in Genf – Tag 2.md"),
        ("новости.txt", "новости.txt"),
        ("समाचार.txt", "समाचार.txt"),
        (".txt", "article.txt"),
        (" sources.csv ", "sources.csv"),
        ("...", "article"),
        ("", "article"),
    ],
)
def test_names_are_made_safe(name: str, safe: str) -> None:
    assert safe_name(name) == safe


@given(st.text(max_size=400) | st.text(max_size=400).map(lambda text: text + ".txt"))
def test_any_name_becomes_one_that_is_no_path_and_is_read(name: str) -> None:
    safe = safe_name(name)
    assert safe
    assert Path(safe).name == safe
    assert not safe.startswith((".", "~", "-", " "))
    assert safe.isprintable()
    assert len(safe.encode()) <= 200
    assert safe_name(safe) == safe
    if name.endswith(".txt"):
        assert Path(safe).suffix == ".txt"


def test_every_kind_of_file_keeps_its_suffix() -> None:
    assert [safe_name("x" * 300 + suffix)[-len(suffix) :] for suffix in SUFFIXES] == list(SUFFIXES)


def test_what_takes_an_article_back_is_none(root: Path) -> None:
    kill = '<nitf><head><docdata management-status="canceled"><doc-id id-string="7"/></docdata></head></nitf>'
    added = place(root, "kill.xml", kill)
    assert added.articles == ()
    assert [problem.reason for problem in added.problems] == ["withdraws 7, and is no article itself"]
    assert names(root) == ["kill.xml"]
