import json
import subprocess
import sys
import time
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.complete import complete_article
from corpus.errors import UnreadableFile
from corpus.formats.draft import Hints
from corpus.formats.kinds import SUFFIXES, kind_of, parse_file
from corpus.metadata.sidecar import Sidecar
from corpus.read import read_articles
from corpus.scan import scan_corpus
from tests.corpus.bad_files import bad_files
from tests.corpus.formats.archive_files import warc, zipped
from tests.corpus.formats.office_files import pdf, word
from tests.corpus.pages import PARAGRAPHS, page
from tests.corpus.reading import read_one

ROOT = Path(__file__).resolve().parents[2]
BAD = bad_files()
SECONDS = 35.0  # the limit of one file, and what it takes to start a worker anew
MEMORY = 600_000_000  # bytes that this process may grow by
resource = pytest.importorskip("resource", reason="this system does not tell what memory a process has used")
_NOTED = "Snapshot-Content-Location: https://a.example/b"
GOOD = {
    ".html": page().encode(),
    ".pdf": pdf([line for paragraph in PARAGRAPHS for line in (paragraph[:60], paragraph[60:])]),
    ".docx": word(*PARAGRAPHS),
    ".eml": f"From: A <a@b.example>\nSubject: x\nMIME-Version: 1.0\nContent-Type: text/html\n\n{page()}".encode(),
    ".mhtml": f"From: A\n{_NOTED}\nMIME-Version: 1.0\nContent-Type: text/html\n\n{page()}".encode(),
    ".rss": f"<rss><channel><title>A</title><item><title>B</title><description>{' '.join(PARAGRAPHS * 3)}</description>"
    "</item></channel></rss>".encode(),
}  # fmt: skip


def peak() -> int:
    """Returns the most bytes that this process has used so far."""
    used: int = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return used if sys.platform == "darwin" else used * 1024


def reasons(folder: Path, name: str, data: bytes) -> list[str]:
    """Why a file gives no article: one line, or one for each file in it."""
    try:
        reading = read_one(folder, name, data)
    except UnreadableFile as error:
        return [str(error)]
    assert reading.articles == ()
    return [problem.reason for problem in reading.problems]


@pytest.mark.parametrize("name", BAD)
def test_a_bad_file_is_refused_in_lines_that_say_why_within_its_limits(tmp_path: Path, name: str) -> None:
    started, before = time.monotonic(), peak()
    found = reasons(tmp_path, name, BAD[name])
    assert found
    assert all(found)
    assert not any("\n" in reason for reason in found)
    assert not any("root:" in reason for reason in found)  # nothing of a file outside the folder
    assert time.monotonic() - started < SECONDS
    assert peak() - before < MEMORY


def test_there_are_bad_files_of_every_kind_and_enough_of_them() -> None:
    assert len(BAD) >= 40
    named = {SUFFIXES[Path(name).suffix].parse for name in BAD}
    assert {SUFFIXES[suffix].parse for suffix in (".html", ".mhtml", ".eml", ".pdf", ".docx", ".rss", ".zip")} <= named


def test_bad_files_stop_nothing(tmp_path: Path) -> None:
    for name, data in BAD.items():
        if len(data) < 20_000:  # each is read on its own above
            (tmp_path / name).write_bytes(data)
    (tmp_path / "middle.html").write_bytes(page().encode())
    read, told = [], 0
    for file in scan_corpus(tmp_path).files:
        try:
            reading = read_articles(file, Sidecar())
            read += [article.source for article in reading.articles]
            told += bool(reading.problems)
        except UnreadableFile:
            told += 1
    assert read == ["middle.html"]
    assert told == len(list(tmp_path.iterdir())) - 1


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("page.txt", GOOD[".html"]),
        ("page.md", GOOD[".html"]),
        ("page.xml", GOOD[".html"]),
        ("page.pdf", GOOD[".html"]),
        ("text.html", "\n\n".join(PARAGRAPHS).encode()),
        ("report.txt", GOOD[".pdf"]),
        ("report.html", GOOD[".pdf"]),
        ("letter.zip", GOOD[".docx"]),
        ("letter.pdf", GOOD[".docx"]),
        ("mail.txt", GOOD[".eml"]),
        ("feed.html", GOOD[".rss"]),
        ("wide.html", page().encode("utf-16")),
    ],
)
def test_a_file_is_read_as_what_it_is_whatever_its_name(tmp_path: Path, name: str, data: bytes) -> None:
    (article,) = read_one(tmp_path, name, data).articles
    assert PARAGRAPHS[0][:60] in article.text


TEXTS = {
    ".txt": f"Source: A\nDate: 18 February 2026\n\nA headline of it\n\nBy B C\n\n{PARAGRAPHS[0]}".encode(),
    ".md": f"---\ntitle: A: b\ndate: 2026-02-18\n---\n# Head\n\n*A Gazette, 2026-02-18*\n\n{PARAGRAPHS[0]}".encode(),
    ".csv": f'source,title,text,date\nA,B,"{PARAGRAPHS[0]}",2026-02-18\nC,D,"e ""f""",18/02/2026\n'.encode(),
    ".json": json.dumps({"articles": [{"source": {"name": "A"}, "content": PARAGRAPHS[0], "author": ["B"]}]}).encode(),
    ".jsonl": b"\n".join(
        json.dumps({"outlet": "A", "text": text, "date": "2026-02-18"}).encode() for text in PARAGRAPHS
    ),
}
ARCHIVES = {
    ".zip": zipped({"a.txt": PARAGRAPHS[0].encode(), "b/c.md": PARAGRAPHS[1].encode()}),
    ".warc": warc(*[("https://a.example/b", "200 OK", "text/html", b"<html></html>")] * 2, packed=False),
    ".gz": warc(*[("https://a.example/b", "200 OK", "text/html", b"<html></html>")] * 2),
}
Damage = Sequence[tuple[int, int, bytes]]
DAMAGE = st.lists(st.tuples(st.integers(0, 100_000), st.integers(0, 40), st.binary(max_size=6)), min_size=1, max_size=8)


def read_damaged(suffix: str, data: bytes, damage: Damage) -> bool:
    """Reads a file; says whether it gave a reason, or articles or records of which each has one."""
    damaged = bytearray(data)
    for place, length, piece in damage:
        at = place % (len(damaged) + 1)
        damaged[at : at + length] = piece
    try:
        parsed = parse_file(kind_of(bytes(damaged), suffix), bytes(damaged), Hints())
    except UnreadableFile as error:
        return bool(str(error))
    for draft in parsed.drafts:
        with suppress(UnreadableFile):
            assert complete_article(draft, f"a{suffix}", Sidecar()).text
    return bool(parsed.drafts or parsed.problems)


@settings(max_examples=100, deadline=None)
@given(st.sampled_from(sorted(GOOD)), DAMAGE)
def test_any_damage_gives_articles_or_a_reason(suffix: str, damage: Damage) -> None:
    assert read_damaged(suffix, GOOD[suffix], damage)


@settings(max_examples=400, deadline=None)
@given(st.sampled_from(sorted(ARCHIVES)), DAMAGE)
def test_any_damage_to_an_archive_gives_articles_or_a_reason(suffix: str, damage: Damage) -> None:
    assert read_damaged(suffix, ARCHIVES[suffix], damage)


@settings(max_examples=400, deadline=None)
@given(st.sampled_from(sorted(TEXTS)), DAMAGE)
def test_any_damage_to_a_text_or_an_export_gives_articles_or_a_reason(suffix: str, damage: Damage) -> None:
    read_damaged(suffix, TEXTS[suffix], damage)  # an export may be left without a single record


@settings(max_examples=200, deadline=None)
@given(st.sampled_from(sorted(SUFFIXES)), st.binary(max_size=200))
def test_any_bytes_under_any_name_give_articles_or_a_reason(suffix: str, data: bytes) -> None:
    read_damaged(suffix, data, [])


def test_reading_text_loads_no_parser_of_other_formats() -> None:
    script = "import sys, corpus.read; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True)
    assert not {"trafilatura", "lxml", "htmldate", "pypdfium2", "docx", "feedparser", "warcio"} & set(
        done.stdout.split()
    )
