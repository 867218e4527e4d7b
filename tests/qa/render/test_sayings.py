import csv
import json
from datetime import date
from io import StringIO

import pytest
from rich.console import Console

from corpus.article import Article
from qa.passage import Citation, Highlight, Passage
from qa.quote.sayings import Saying, Sayings
from qa.render.sayings import opening_line, render_sayings, sayings_to_csv, sayings_to_dict, sayings_to_markdown
from tests.conftest import came_about

TEXT = "Ahl disagreed. “*It* is <ours>,” he said."
ARTICLE = Article(
    article_id="hall",
    outlet="Ostrand Post",
    title="Row over the hall",
    text=TEXT,
    content_hash="",
    source="hall.md",
    published=date(2025, 5, 11),
)
MARK = Highlight(15, 32, TEXT[15:32])
COPY = Citation("Fell Observer", "", None, (), None, "copy", "copy.md", 0, 41)


def saying(*, direct: bool = True, also_in: tuple[Citation, ...] = ()) -> Saying:
    return Saying("Boris Ahl", direct, Passage(TEXT, Citation.of(ARTICLE, 0, len(TEXT)), 1.0, (MARK,), also_in))


FOUND = Sayings("Ahl", "the hall", (saying(also_in=(COPY,)), saying(direct=False)), 3)


@pytest.mark.parametrize(
    ("found", "line"),
    [
        (FOUND, "2 quotations of Ahl on the hall in 1 article; 3 articles with the name."),
        (Sayings("Ahl", "", (saying(),), 1), "1 quotation of Ahl in 1 article; 1 article with the name."),
        (Sayings("Ahl", "", (), 0), "No quotation of Ahl; 0 articles with the name."),
    ],
)
def test_how_much_was_found_is_said(found: Sayings, line: str) -> None:
    assert opening_line(found) == line


def test_the_terminal_shows_speaker_words_and_source() -> None:
    out = StringIO()
    Console(file=out, width=200).print(render_sayings(FOUND))
    assert [line for line in out.getvalue().splitlines() if line][1:] == [
        "[1] Boris Ahl",
        "    “*It* is <ours>,”",
        "    Ostrand Post, “Row over the hall”, 11 May 2025; characters 15–32; hall.md; also in Fell Observer",
        "[2] Boris Ahl, reported",
        "    “*It* is <ours>,”",
        "    Ostrand Post, “Row over the hall”, 11 May 2025; characters 15–32; hall.md",
    ]


def test_markdown_shows_the_words_as_they_are() -> None:
    written = sayings_to_markdown(FOUND)
    assert "> “\\*It\\* is \\<ours\\>,”" in written
    assert "## 2. Boris Ahl, reported" in written


def test_a_table_has_a_row_for_each() -> None:
    first, second = csv.DictReader(StringIO(sayings_to_csv(FOUND, came_about("Ahl"))))
    assert (first["speaker"], first["quotation"], first["direct"], first["also_in"]) == (
        ("Boris Ahl", MARK.text, "yes", "Fell Observer (copy)")
    )
    assert (second["direct"], second["start"], second["end"]) == ("no", "15", "32")


def test_data_has_the_place_of_each_and_what_stands_around_it() -> None:
    written = json.loads(json.dumps(sayings_to_dict(FOUND), default=str))
    assert (written["speaker"], written["about"], written["articles"]) == ("Ahl", "the hall", 3)
    first = written["quotations"][0]
    assert TEXT[first["start"] : first["end"]] == first["text"] == MARK.text
    assert first["context"] == {"text": TEXT, "start": 0, "end": len(TEXT)}
    assert [copy["article_id"] for copy in first["also_in"]] == ["copy"]
