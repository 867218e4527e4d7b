import os
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.errors import CorpusNotFound
from corpus.scan import Scan, SourceFile, scan_corpus
from corpus.stamp import Stamp

NAMES = "a.txt b.md c.css .d ~$e.docx f g.doc h.odd i_files j.html k.PDF l.rar m.zip .txt n. o.tar.gz".split()


def test_articles_of_all_folders_are_found_in_order(tmp_path: Path) -> None:
    for name in ("b.txt", "a/z.md", "a/deep/x.JSONL", "c.csv", "d.json"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("text")
    scan = scan_corpus(tmp_path)
    assert [file.name for file in scan.files] == ["a/deep/x.JSONL", "a/z.md", "b.txt", "c.csv", "d.json"]
    assert scan.problems == ()


def test_what_the_file_system_says_is_kept(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("four")
    assert scan_corpus(tmp_path).files == (SourceFile(path.resolve(), "a.txt", Stamp.of(path.stat())),)


@pytest.mark.parametrize("name", ["corpus.toml", "sources.csv", "dateline.toml"])
def test_what_the_user_says_of_the_articles_is_no_article(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text("text")
    assert scan_corpus(tmp_path) == Scan(tmp_path.resolve(), {})


@pytest.mark.parametrize(
    ("names", "line"),
    [
        ((".hidden.txt", ".dateline/a.txt"), "2 hidden files and folders: .dateline, .hidden.txt"),
        (("~$open.docx",), "1 lock of an open document: ~$open.docx"),
        (("a.css", "b/c.CSS", "photo.webp"), "3 files of kinds that are no articles: .css 2, .webp"),
        (("a.strange", "b.strange"), "2 files of kinds that are no articles: .strange 2"),
        (("LICENSE",), "1 file without an ending and without the marks of a mail or a page (name it .txt if it is an "
         "article): LICENSE"),
        (("index/CURRENT", "index/generations/1/manifest.json"), "1 index of Dateline: index"),
    ],
)  # fmt: skip
def test_what_is_no_article_is_counted_under_its_rule(tmp_path: Path, names: tuple[str, ...], line: str) -> None:
    for name in names:
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("text")
    scan = scan_corpus(tmp_path)
    assert (scan.files, scan.problems) == ((), ())
    assert [passed.line() for passed in scan.passed_over] == [line]


@pytest.mark.parametrize("folder", ["page_files", "page-Dateien", "page_fichiers"])
def test_a_folder_of_pictures_is_passed_over_only_beside_its_page(tmp_path: Path, folder: str) -> None:
    (tmp_path / folder).mkdir()
    (tmp_path / folder / "frame.html").write_text("<html>")
    assert [file.name for file in scan_corpus(tmp_path).files] == [f"{folder}/frame.html"]
    (tmp_path / "page.html").write_text("<html>")
    scan = scan_corpus(tmp_path)
    assert [file.name for file in scan.files] == ["page.html"]
    assert [passed.line() for passed in scan.passed_over] == [f"1 folder with the pictures of a saved page: {folder}"]


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("Inbox", b"From: A <a@b.example>\nMIME-Version: 1.0\n\nText\n"),
        ("story.php", b"<!DOCTYPE html><html><body><p>Text</p></body></html>"),
        ("export.dat", b"%PDF-1.7\n"),
    ],
)
def test_a_file_whose_name_does_not_tell_is_read_where_its_content_does(tmp_path: Path, name: str, data: bytes) -> None:
    (tmp_path / name).write_bytes(data)
    scan = scan_corpus(tmp_path)
    assert [file.name for file in scan.files] == [name]
    assert scan.passed_over == ()


@given(st.lists(st.sampled_from(NAMES), unique=True, max_size=12))
def test_every_file_is_read_named_or_counted(names: list[str]) -> None:
    with TemporaryDirectory() as folder:
        for name in names:
            (Path(folder) / name).write_bytes(b"text")
        scan = scan_corpus(Path(folder))
    counted = sum(sum(passed.names.values()) for passed in scan.passed_over)
    assert len(scan.files) + len(scan.problems) + counted == len(names)


def test_a_sources_table_in_a_subfolder_is_an_export_like_any_other(tmp_path: Path) -> None:
    (tmp_path / "export").mkdir()
    (tmp_path / "export" / "sources.csv").write_text("text\nx\n")
    assert [file.name for file in scan_corpus(tmp_path).files] == ["export/sources.csv"]


@pytest.mark.parametrize(
    ("name", "advice"),
    [
        ("report.PAGES", "save it as .docx"),
        ("mail.pst", "as .mbox"),
        ("all.rar", "unpack it"),
        ("page.html.crdownload", "unfinished download"),
        ("story.webloc", "save the page"),
    ],
)
def test_kinds_that_people_keep_articles_in_are_told_with_what_to_do(tmp_path: Path, name: str, advice: str) -> None:
    (tmp_path / name).write_text("x")
    (problem,) = scan_corpus(tmp_path).problems
    assert problem.source == name
    assert advice in problem.reason


def test_links_out_of_the_folder_are_told_and_not_read(tmp_path: Path) -> None:
    folder = tmp_path / "articles"
    folder.mkdir()
    (tmp_path / "secret.txt").write_text("secret")
    (folder / "link.txt").symlink_to(tmp_path / "secret.txt")
    (folder / "up").symlink_to(tmp_path)
    scan = scan_corpus(folder)
    assert scan.files == ()
    assert [problem.source for problem in scan.problems] == ["link.txt", "up"]
    assert "leads out of the folder" in scan.problems[0].reason


def test_links_inside_the_folder_are_read_and_link_loops_are_not_followed(tmp_path: Path) -> None:
    (tmp_path / "real.txt").write_text("text")
    (tmp_path / "other.txt").symlink_to(tmp_path / "real.txt")
    (tmp_path / "loop").symlink_to(tmp_path)
    (tmp_path / "self.txt").symlink_to(tmp_path / "self.txt")
    (tmp_path / "broken.txt").symlink_to(tmp_path / "gone.txt")
    scan = scan_corpus(tmp_path)
    assert [file.name for file in scan.files] == ["other.txt", "real.txt"]
    assert [problem.source for problem in scan.problems] == ["broken.txt", "loop", "self.txt"]


def test_pipes_are_no_files_and_told(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    os.mkfifo(tmp_path / "pipe")
    scan = scan_corpus(tmp_path)
    assert scan.files == ()
    assert [(problem.source, problem.reason) for problem in scan.problems] == [
        ("pipe", "a pipe, socket or device, not a file"),
        ("pipe.txt", "a pipe, socket or device, not a file"),
    ]


def test_a_name_that_is_no_utf8_is_told(tmp_path: Path) -> None:
    try:
        (Path(os.fsencode(tmp_path).decode()) / os.fsdecode(b"caf\xe9.txt")).write_text("x")
    except OSError:
        pytest.skip("this file system takes valid names only")
    (problem,) = scan_corpus(tmp_path).problems
    assert problem.reason == "its name is not valid UTF-8; rename the file"
    problem.source.encode()


def test_one_file_is_a_corpus(tmp_path: Path) -> None:
    (tmp_path / "export.jsonl").write_text("{}")
    (tmp_path / "other.jsonl").write_text("{}")
    assert [file.name for file in scan_corpus(tmp_path / "export.jsonl").files] == ["export.jsonl"]


def test_one_file_of_a_kind_that_is_not_read_is_told(tmp_path: Path) -> None:
    (tmp_path / "photo.webp").write_text("x")
    scan = scan_corpus(tmp_path / "photo.webp")
    assert scan.files == ()
    assert [problem.source for problem in scan.problems] == ["photo.webp"]


def test_a_missing_folder_says_so(tmp_path: Path) -> None:
    with pytest.raises(CorpusNotFound, match=r"There is no folder or file .*nowhere"):
        scan_corpus(tmp_path / "nowhere")


def test_a_pipe_is_no_corpus(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(CorpusNotFound, match="neither a folder nor a file"):
        scan_corpus(tmp_path / "pipe")


def test_an_empty_folder_gives_an_empty_scan(tmp_path: Path) -> None:
    scan = scan_corpus(tmp_path)
    assert (scan.files, scan.problems) == ((), ())


@pytest.mark.skipif(os.geteuid() == 0, reason="root may list every folder")
def test_a_folder_that_may_not_be_listed_is_told(tmp_path: Path) -> None:
    (tmp_path / "closed").mkdir(mode=0o000)
    (problem,) = scan_corpus(tmp_path).problems
    assert problem.source == "closed"
