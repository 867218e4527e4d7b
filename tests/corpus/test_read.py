import hashlib
import json
import os
import time
from contextlib import suppress
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from corpus.article import UNKNOWN_OUTLET, path_id, url_id
from corpus.errors import UnreadableFile
from corpus.formats.kinds import SUFFIXES
from corpus.metadata.sidecar import Sidecar
from corpus.read import read_articles
from corpus.scan import SourceFile, scan_corpus
from corpus.stamp import Stamp
from tests.corpus.pages import TITLE, meta, page
from tests.corpus.reading import LONG, origins, read_one

MARKDOWN = f"""---
title: Pool closes
outlet: Quillport Ledger
date: 2026-02-18
author: Ana Ruiz
url: https://ledger.example/2026/02/17/pool
---
{LONG}
"""


def test_an_article_is_read_with_the_origin_of_each_field(tmp_path: Path) -> None:
    reading = read_one(tmp_path, "a.md", MARKDOWN)
    (article,) = reading.articles
    assert article.text == LONG
    assert article.published == date(2026, 2, 18)
    assert article.article_id == url_id("https://ledger.example/2026/02/17/pool")
    assert origins(article)["published"] == "front matter: date"
    assert article.warnings == ()
    assert reading.digest == hashlib.sha256(MARKDOWN.encode()).hexdigest()


def test_the_users_entry_wins_field_by_field(tmp_path: Path) -> None:
    toml = '[[article]]\nfile = "a.md"\noutlet = "The Ledger"\ndate = 2026-02-19\n'
    (article,) = read_one(tmp_path, "a.md", MARKDOWN, toml).articles
    assert (article.outlet, article.published, article.title) == ("The Ledger", date(2026, 2, 19), "Pool closes")
    assert origins(article)["outlet"] == "corpus.toml: outlet"
    assert origins(article)["title"] == "front matter: title"


def test_the_address_gives_date_and_declared_outlet(tmp_path: Path) -> None:
    toml = '[[outlet]]\nname = "The Ledger"\ndomains = ["ledger.example"]\n[[folder]]\npath = "*"\noutlet = "Wrong"\n'
    content = f"---\nurl: https://www.ledger.example/2026/Feb/17/pool\n---\n{LONG}"
    (article,) = read_one(tmp_path, "a.md", content, toml).articles
    assert (article.outlet, article.published) == ("The Ledger", date(2026, 2, 17))
    assert origins(article)["outlet"] == "domain of the url"
    assert origins(article)["published"] == "date in the url"


def test_nothing_is_guessed_about_a_bare_text(tmp_path: Path) -> None:
    text = f"GENEVA: BBC and CNN reported it on ledger.example. {LONG}"
    (article,) = read_one(tmp_path, "BBC News/2026-02-18.txt", text).articles
    assert (article.outlet, article.title, article.published, article.authors) == (UNKNOWN_OUTLET, "", None, ())
    assert article.provenance == ()
    assert any(
        '[[article]] file = "BBC News/2026-02-18.txt", outlet = "..."' in warning for warning in article.warnings
    )
    assert article.article_id == path_id("BBC News/2026-02-18.txt")


def test_the_time_of_the_file_is_never_a_date(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(LONG)
    os.utime(path, (1_700_000_000, 1_700_000_000))
    (article,) = read_articles(scan_corpus(tmp_path).files[0], Sidecar()).articles
    assert article.published is None


def test_a_date_before_one_that_the_text_reports_stays_and_is_told(tmp_path: Path) -> None:
    (article,) = read_one(tmp_path, "a.md", MARKDOWN + "It ended on February 20, 2026.").articles
    assert article.published == date(2026, 2, 18)
    assert article.warnings == ("Dated 2026-02-18, but the text reports 2026-02-20: the date may be wrong.",)


def test_a_heading_that_is_not_the_title_stays_in_the_text(tmp_path: Path) -> None:
    (same,) = read_one(
        tmp_path, "a.md", MARKDOWN.replace("\nThe council", "\n# POOL CLOSES\n\nThe council", 1)
    ).articles
    assert same.text == LONG
    (other,) = read_one(tmp_path, "a.md", MARKDOWN.replace("\nThe council", "\n# The end\n\nThe council", 1)).articles
    assert other.text == f"The end\n\n{LONG}"
    assert other.title == "Pool closes"


def test_a_first_heading_is_the_title_of_markdown_without_front_matter(tmp_path: Path) -> None:
    (article,) = read_one(tmp_path, "a.md", f"# Pool [closes](https://a.example)\n\n{LONG}").articles
    assert (article.title, article.text, article.dropped) == ("Pool closes", LONG, ("Pool closes",))
    assert origins(article)["title"] == "first heading"


def test_lines_that_the_outlet_prints_are_dropped_for_its_articles_only(tmp_path: Path) -> None:
    toml = '[[outlet]]\nname = "Quillport Ledger"\ndrop_lines = ["Read our app"]\n'
    (article,) = read_one(tmp_path, "a.md", MARKDOWN + "\nRead our app\n", toml).articles
    assert article.dropped == ("Read our app",)
    other = MARKDOWN.replace("Quillport Ledger", "Other") + "\nRead our app\n"
    assert read_one(tmp_path, "a.md", other, toml).articles[0].dropped == ()


def test_a_guessed_encoding_is_marked_and_can_be_fixed(tmp_path: Path) -> None:
    data = f"Zażółć. {LONG}".encode("cp1250")
    (article,) = read_one(tmp_path, "a.txt", data).articles
    assert "encoding-guessed" in article.flags
    toml = '[[article]]\nfile = "a.txt"\nencoding = "cp1250"\n'
    (article,) = read_one(tmp_path, "a.txt", data, toml).articles
    assert article.text.startswith("Zażółć.")
    assert article.flags == ()


@pytest.mark.parametrize(
    "text", ["One line only.", "Please enable cookies and subscribe to continue reading. " + "word " * 60]
)
def test_stubs_and_walls_are_marked(tmp_path: Path, text: str) -> None:
    (article,) = read_one(tmp_path, "a.txt", text).articles
    assert article.flags == ("stub",)


def test_a_skipped_file_or_record_gives_no_article_and_no_problem(tmp_path: Path) -> None:
    toml = '[[article]]\nfile = "a.md"\nskip = true\n'
    reading = read_one(tmp_path, "a.md", MARKDOWN, toml)
    assert (reading.articles, reading.problems) == ((), ())
    toml = '[[article]]\nfile = "b.jsonl#1"\nskip = true\n[[article]]\nfile = "b.jsonl#2"\ntitle = "New"\n'
    lines = '{"text": "First."}\n{"text": "Second.", "title": "Old"}\n'
    (article,) = read_one(tmp_path, "b.jsonl", lines, toml).articles
    assert (article.source, article.title) == ("b.jsonl#2", "New")


def test_records_keep_their_own_id_and_a_second_with_the_same_is_told_apart(tmp_path: Path) -> None:
    lines = (
        '{"id": 7, "text": "First."}\n{"id": "7", "text": "Second."}\n{"url": "https://a.example/", "text": "Third."}\n'
    )
    first, second, third = read_one(tmp_path, "a.jsonl", lines).articles
    assert first.article_id == "7"
    assert second.article_id == path_id("a.jsonl#2")
    assert "also that of a.jsonl#1" in second.warnings[-1]
    assert third.article_id == url_id("https://a.example/")


def test_no_article_is_lost_whose_id_is_that_of_anothers_place(tmp_path: Path) -> None:
    lines = json.dumps({"id": path_id("a.jsonl#3"), "text": "First."}), *['{"id": 7, "text": "Next."}'] * 2
    ids = [article.article_id for article in read_one(tmp_path, "a.jsonl", "\n".join(lines)).articles]
    assert ids == [path_id("a.jsonl#3"), "7", path_id("a.jsonl#3~2")]


def test_the_lines_above_a_short_text_say_what_it_is(tmp_path: Path) -> None:
    text = "# Bridge opens\n\n*Quay Courier, 18 February 2026*\n\nThe bridge opened on Monday, as the Post reported.\n"
    (article,) = read_one(tmp_path, "a.md", text).articles
    assert (article.outlet, article.title, str(article.published)) == ("Quay Courier", "Bridge opens", "2026-02-18")
    assert article.text == "The bridge opened on Monday, as the Post reported."
    assert {entry.field: entry.origin for entry in article.provenance}["outlet"] == "line above the text"
    assert article.dropped == ("Bridge opens", "Quay Courier, 18 February 2026")


def test_what_the_user_says_of_a_folder_stands_above_a_line_of_the_text(tmp_path: Path) -> None:
    (tmp_path / "corpus.toml").write_text('[[folder]]\npath = "*"\noutlet = "Harbour Post"\n')
    text = "Bridge opens at last\nQuay Courier, 18 February 2026\n\nThe bridge opened on Monday.\n"
    (article,) = read_one(tmp_path, "a.txt", text).articles
    assert (article.outlet, article.title) == ("Harbour Post", "Bridge opens at last")


def test_many_bad_records_are_listed_up_to_twenty_and_counted(tmp_path: Path) -> None:
    reading = read_one(tmp_path, "a.jsonl", '{"text": "Good."}\n' + "{bad\n" * 30 + '{"text": "\u200b"}\n')
    assert len(reading.articles) == 1
    assert [problem.source for problem in reading.problems[:2]] == ["a.jsonl#2", "a.jsonl#3"]
    assert len(reading.problems) == 21
    assert reading.problems[-1].reason == "11 more records of this file could not be read"


def test_any_edit_changes_the_hash_and_nothing_else_does(tmp_path: Path) -> None:
    (article,) = read_one(tmp_path, "a.md", MARKDOWN).articles
    assert read_one(tmp_path, "a.md", MARKDOWN).articles == (article,)
    for old, new in (
        ("in favour", "in favor"),
        ("Ana", "Ann"),
        ("02-18", "02-19"),
        ("closes", "shuts"),
        ("Ledger", "Post"),
    ):
        (edited,) = read_one(tmp_path, "a.md", MARKDOWN.replace(old, new)).articles
        assert edited.content_hash != article.content_hash
        assert edited.article_id == article.article_id


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("a.txt", b"", "is empty"),
        ("a.txt", b" \n\t\n", "is empty"),
        ("a.txt", "\u200b\u202e".encode(), "holds no text"),
        ("a.md", b"---\ntitle: A\n---\n", "holds no text"),
        ("a.txt", b"x" * 10_000_001, "has 10,000,001 bytes; the limit for this kind of file is 10,000,000"),
        ("a.txt", b"a " * 200_001, "has 200,001 words; the limit is 200,000"),
        ("a.txt", b"text\0", "NUL bytes"),
        ("a.json", b"{", "is not valid JSON"),
        ("a.csv", b"a,b\n1,2\n", "has no column for the text"),
    ],
    ids=["empty", "blank", "invisible", "only-front-matter", "large", "words", "nul", "json", "csv"],
)
def test_a_file_that_gives_no_article_says_why(tmp_path: Path, name: str, content: bytes, reason: str) -> None:
    with pytest.raises(UnreadableFile, match=reason):
        read_one(tmp_path, name, content)


def test_a_file_that_vanished_or_became_a_pipe_is_told(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(LONG)
    file = scan_corpus(tmp_path).files[0]
    path.unlink()
    with pytest.raises(UnreadableFile, match="cannot be read: No such file"):
        read_articles(file, Sidecar())
    os.mkfifo(path)
    with pytest.raises(UnreadableFile, match="is no longer a file"):
        read_articles(file, Sidecar())


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="needs a file whose size is never what is read")
def test_a_file_that_changes_while_it_is_read_waits_for_the_next_refresh(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.symlink_to("/proc/self/status")
    with pytest.raises(UnreadableFile, match="changed while it was read; it will be read at the next refresh"):
        read_articles(SourceFile(path, "a.txt", Stamp(0, 0, 0, 0)), Sidecar())


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=150)
@given(
    st.sampled_from(sorted(SUFFIXES)),
    st.binary(max_size=400) | st.text(max_size=200).map(lambda text: text.encode(errors="ignore")),
)
def test_any_bytes_give_articles_or_a_reason(tmp_path: Path, suffix: str, data: bytes) -> None:
    path = tmp_path / f"x{suffix}"
    path.write_bytes(data)
    file = SourceFile(path, path.name, Stamp.of(path.stat()))
    try:
        reading = read_articles(file, Sidecar())
    except UnreadableFile:
        return
    assert reading.articles or reading.problems
    for article in reading.articles:
        assert article.text == article.text.strip()
        json.dumps([article.text, article.title, *article.dropped]).encode()
        assert replace(article, text="") != article


@pytest.mark.parametrize(
    "piece",
    ["#", "# ", "- ", "A", "2026 ", "**a ", "[a](/", "> ", " ", "[+1 chars] ", "a\u200d", "By A", "](", "`", "1. "],
)
def test_a_gigantic_line_takes_no_gigantic_time(tmp_path: Path, piece: str) -> None:
    line = piece * (900_000 // len(piece.encode()))
    started = time.process_time()
    for start in ("", "By ", "# "):
        with suppress(UnreadableFile):  # more words than an article may have
            read_one(tmp_path, "a.md", f"# Title\n{start}{line}x\nEnd")
    assert time.process_time() - started < 5


PAGE_HEAD = (
    meta("og:site_name", "Ledger Online") + '<link rel="canonical" href="https://www.ledger.example/2026/02/17/pool">'
)


def test_a_page_is_read_with_its_own_fields_above_a_folder_rule(tmp_path: Path) -> None:
    toml = '[[folder]]\npath = "*"\noutlet = "Wrong"\n'
    (article,) = read_one(tmp_path, "a.html", page(PAGE_HEAD), toml).articles
    assert (article.outlet, article.title, article.published) == ("Ledger Online", TITLE, date(2026, 2, 17))
    assert article.article_id == url_id("https://www.ledger.example/2026/02/17/pool")
    assert TITLE not in article.text


def test_the_name_that_the_user_gave_to_a_domain_goes_before_what_its_pages_say(tmp_path: Path) -> None:
    toml = '[[outlet]]\nname = "The Ledger"\ndomains = ["ledger.example"]\n'
    (article,) = read_one(tmp_path, "a.html", page(PAGE_HEAD), toml).articles
    assert (article.outlet, origins(article)["outlet"]) == ("The Ledger", "domain of the url")
    toml += '[[article]]\nfile = "a.html"\noutlet = "Another"\n'
    (article,) = read_one(tmp_path, "a.html", page(PAGE_HEAD), toml).articles
    assert article.outlet == "Another"


def test_the_outlet_in_front_matter_goes_before_the_name_of_a_domain(tmp_path: Path) -> None:
    toml = '[[outlet]]\nname = "The Ledger"\ndomains = ["ledger.example"]\n'
    content = f"---\noutlet: Quay Courier\nurl: https://ledger.example/copy\n---\n{LONG}"
    assert read_one(tmp_path, "a.md", content, toml).articles[0].outlet == "Quay Courier"


def test_the_outlet_is_no_author_of_its_articles(tmp_path: Path) -> None:
    line = json.dumps({"text": "Text.", "source": "The Ledger", "authors": ["Ana Ruiz", "Ledger"]})
    (article,) = read_one(tmp_path, "a.jsonl", line).articles
    assert article.authors == ("Ana Ruiz",)
