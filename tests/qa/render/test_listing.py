import csv
import io
import json
from dataclasses import replace
from datetime import date

import pytest
from rich.console import Console

from qa.answer import Answer, Verdict
from qa.listing import Counts, Listing, Row, Share, Sought, Where
from qa.question import Asks, Inquiry, Period, Question
from qa.render.csv import LISTING_COLUMNS, answers_to_csv, listing_to_csv
from qa.render.json import answer_to_dict, listing_to_dict
from qa.render.listing import inquiry_words, lead_line, more_lines, outlets_line, shown_line, silent_line, sought_words
from qa.render.markdown import answer_to_markdown, listing_to_markdown
from qa.render.plain import opening, silent_outlets
from qa.render.terminal import render_answer, render_listing
from tests.conftest import COURIER, LEDGER, POST, came_about, quote, worth

LISTING = Listing(
    inquiry=Inquiry(Asks.COUNT, "the Marlin", "How many articles mention"),
    sought=Sought(("Marlin",), forms=("Marlin",)),
    counts=Counts(articles=1, independent=1, mentions=2, headline=1, forms=1, searched=9),
    outlets=(Share("Quay Courier", 1), Share("Harbour Post", 1)),
    silent=("Inland Ledger",),
    authors=(Share("Ines Rask", 1),),
    unsigned=1,
    first=date(2026, 3, 3),
    last=date(2026, 3, 4),
    rows=(
        Row(quote(COURIER, "The Marlin ferry made its last crossing on Monday night.", "Marlin"), Where.TEXT),
        Row(quote(POST, "A bus will replace the ferry from April."), Where.HEADLINE),
        Row(quote(LEDGER, "The harbour town of Estermouth plans a bridge."), Where.FORMS),
    ),
)


def lead(asks: Asks, listing: Listing = LISTING, **counts: int) -> str:
    asked = replace(listing.inquiry, asks=asks)
    return lead_line(replace(listing, inquiry=asked, counts=replace(listing.counts, **counts)))


def answered(answer: Answer) -> Answer:
    question = replace(answer.question, inquiry=LISTING.inquiry)
    return replace(answer, question=question, listing=LISTING, passages=tuple(row.quote for row in LISTING.rows))


def terminal(shown: object) -> str:
    out = io.StringIO()
    Console(file=out, width=100, highlight=False).print(shown)
    return out.getvalue()


def test_the_count_is_said_in_the_way_that_was_asked() -> None:
    assert lead(Asks.COUNT) == "1 article holds “Marlin”."
    assert lead(Asks.LIST, articles=12, independent=9) == "12 articles hold “Marlin” (9 apart from copies)."
    assert lead(Asks.OFTEN) == "2 times in the texts: 1 article holds “Marlin”."
    assert lead(Asks.OUTLETS) == "2 outlets: 1 article holds “Marlin”."
    assert lead(Asks.AUTHORS) == "1 author: 1 article holds “Marlin”."
    assert lead(Asks.FIRST) == "Earliest: 3 March 2026, Quay Courier: 1 article holds “Marlin”."
    assert lead(Asks.LAST) == "Latest: 4 March 2026, Harbour Post: 1 article holds “Marlin”."
    assert lead(Asks.SILENT) == "1 outlet without any: 1 article holds “Marlin” in 2 others."
    assert lead(Asks.COUNT, articles=0) == "No text holds “Marlin”, but 1 article holds it in the headline."
    assert lead(Asks.COUNT, articles=0, headline=0) == "No article holds “Marlin”."


def test_several_phrases_are_named_with_how_they_are_joined() -> None:
    def words(*phrases: str, either: bool) -> str:
        return sought_words(Sought(phrases, either))

    assert words("a", "b", either=False) == "both “a” and “b”"
    assert words("a", "b", "c", either=False) == "“a”, “b” and “c”"
    assert words("a", "b", either=True) == "“a” or “b”"


def test_what_was_counted_and_what_was_not_is_said() -> None:
    assert list(more_lines(LISTING)) == [
        "1 more holds it in the headline alone.",
        "Counted word for word, capitals and small letters alike.",
        "1 more holds all of the words, in any form and place: Marlin; they are listed last.",
    ]
    acronym = replace(LISTING, sought=Sought(("US",), capitals=("US",)), counts=Counts(articles=3, other_case=2))
    assert list(more_lines(acronym)) == [
        "Counted word for word, US in capitals alone; 2 articles with small letters not counted."
    ]
    cased = replace(LISTING, counts=Counts(articles=3, independent=3, other_case=2))
    assert "(2 of these only with other capitals)." in next(more_lines(cased))
    forms = replace(LISTING, counts=Counts(forms=2))
    assert list(more_lines(forms)) == ["2 articles hold all of the words, in any form and place: Marlin."]
    authors = replace(LISTING, inquiry=replace(LISTING.inquiry, asks=Asks.AUTHORS))
    assert list(more_lines(authors))[-1] == "By Ines Rask 1; 1 article without a name."
    many = replace(authors, authors=tuple(Share(f"A {number}", 1) for number in range(22)), unsigned=0)
    assert list(more_lines(many))[-1].endswith("A 19 1 and 2 others.")
    summary = replace(LISTING, inquiry=replace(LISTING.inquiry, asks=Asks.SUMMARY))
    assert "writes no summaries" in list(more_lines(summary))[-1]


def test_where_was_looked_is_said() -> None:
    periods = (Period(date(2026, 3, 1), date(2026, 3, 31), "March"), Period(date(2026, 5, 1), None, "since May"))
    inquiry = replace(LISTING.inquiry, outlets=("Quay Courier",), periods=periods)
    (line,) = (line for line in more_lines(replace(LISTING, inquiry=inquiry)) if line.startswith("Looked at"))
    assert line == "Looked at: 9 articles of Quay Courier, 1–31 March 2026 and from 1 May 2026."
    undated = replace(LISTING, inquiry=inquiry, counts=Counts(searched=9, undated=2))
    assert next(line for line in more_lines(undated) if "Looked" in line).endswith("; 2 without a date left out.")
    without = replace(LISTING.inquiry, without_outlets=("Quay Courier",))
    assert "Looked at: 9 articles without Quay Courier." in list(more_lines(replace(LISTING, inquiry=without)))


def test_all_articles_are_counted_without_words() -> None:
    everything = replace(
        LISTING, inquiry=Inquiry(Asks.COUNT), sought=Sought(), counts=Counts(articles=4, independent=3)
    )
    assert lead_line(everything) == "4 articles (3 apart from copies) from 2 outlets, 3–4 March 2026."
    assert list(more_lines(everything)) == []
    assert silent_line(everything) == ""
    outlets = replace(everything, inquiry=Inquiry(Asks.OUTLETS))
    assert lead_line(outlets) == "2 outlets: 4 articles (3 apart from copies), 3–4 March 2026."
    assert lead_line(replace(everything, counts=Counts())) == "No article."
    assert (inquiry_words(Inquiry(Asks.COUNT)), inquiry_words(LISTING.inquiry)) == (
        "counted: all articles",
        "counted: articles that mention the Marlin",
    )


def test_a_chip_names_what_a_question_restricts_itself_to() -> None:
    inquiry = Inquiry(Asks.LIST, authors=("Ines Rask",), without_outlets=("Harbour Post",))
    assert inquiry_words(inquiry) == "counted: articles by Ines Rask without Harbour Post"


def test_outlets_with_and_without_are_named() -> None:
    assert outlets_line(LISTING) == "Outlets: Quay Courier 1, Harbour Post 1."
    assert silent_line(LISTING) == "None of Inland Ledger."
    asked_for = replace(LISTING.inquiry, asks=Asks.SILENT)
    many = replace(LISTING, silent=tuple(f"Outlet {number}" for number in range(10)))
    assert silent_line(many).endswith("Outlet 7 and 2 more outlets.")
    assert silent_line(replace(many, inquiry=asked_for)).endswith("Outlet 8, Outlet 9.")


@pytest.mark.parametrize(
    ("start", "rows", "line"),
    [(0, 3, ""), (0, 2, "Shown: 1–2 of 3."), (2, 1, "Shown: 3–3 of 3."), (5, 0, "The list ends with number 3.")],
)
def test_which_rows_are_shown_is_said(start: int, rows: int, line: str) -> None:
    assert shown_line(replace(LISTING, start=start, rows=LISTING.rows[:rows])) == line


def test_the_list_opens_the_answer_in_place_of_its_passages(answer: Answer) -> None:
    listed = answered(answer)
    assert opening(listed)[0] == "1 article holds “Marlin”."
    assert silent_outlets(listed) == ()
    text = terminal(render_answer(listed))
    assert text.count("made its last crossing") == 1
    assert "Understood: counted: articles that mention the Marlin" in text
    assert (
        text.index("[2] 4 March 2026, Harbour Post") < text.index("All of the words, in any form") < text.index("[3]")
    )
    assert "(in the headline alone)" in text


def test_where_no_article_holds_the_words_the_passages_follow_as_what_they_are(answer: Answer) -> None:
    none = replace(LISTING, counts=Counts(searched=9), rows=())
    nothing = replace(worth(answer, Verdict.NO), listing=none)
    lines = opening(nothing)
    assert lines[0] == "No article holds “Marlin”."
    assert lines[1:] == ("Searched 3 articles from 3 outlets.",)
    assert "Nearest material, not an answer: 3 passages." in terminal(render_answer(nothing))
    assert opening(replace(answer, listing=none))[-1].startswith("The articles answer this: 3 passages")
    assert opening(replace(worth(answer, Verdict.MAY, 1), listing=none))[1].startswith("The articles may answer this:")


def test_a_list_is_plain_data_with_every_row(answer: Answer) -> None:
    data = json.loads(json.dumps(listing_to_dict(LISTING)))
    assert (data["asks"], data["words"], data["articles"], data["headline_only"], data["listed"]) == (
        "count",
        ["Marlin"],
        1,
        1,
        3,
    )
    assert [row["where"] for row in data["rows"]] == ["text", "headline", "forms"]
    assert data["rows"][0]["highlights"][0]["text"] == "Marlin"
    assert data["outlets"][0] == {"name": "Quay Courier", "articles": 1}
    assert answer_to_dict(answered(answer))["listing"] == listing_to_dict(LISTING)
    understood = answer_to_dict(answered(answer))["understood"]
    assert isinstance(understood, dict)
    assert understood["collection"]["put"] == "How many articles mention"


def test_a_list_is_a_table_with_its_sources(answer: Answer) -> None:
    rows = list(csv.DictReader(io.StringIO(listing_to_csv(LISTING, came_about("Marlin")))))
    assert tuple(rows[0]) == LISTING_COLUMNS
    assert [(row["number"], row["where"], row["outlet"]) for row in rows] == [
        ("1", "text", "Quay Courier"),
        ("2", "headline", "Harbour Post"),
        ("3", "forms", "Inland Ledger"),
    ]
    ranked = list(csv.DictReader(io.StringIO(answers_to_csv([answered(answer)], came_about("Marlin")))))
    assert [row["number"] for row in ranked] == ["1", "2", "3"]
    hostile = quote(replace(COURIER, text="=SUM(A1)"), "=SUM(A1)")
    assert "'=SUM(A1)" in listing_to_csv(replace(LISTING, rows=(Row(hostile, Where.TEXT),)), came_about("Marlin"))


def test_a_list_in_markdown_has_every_source_and_no_markup_of_an_article(answer: Answer) -> None:
    text = listing_to_markdown(LISTING)
    assert text.startswith("# “Marlin”\n\n1 article holds “Marlin”.")
    assert text.count("Source: ") == 3
    assert answer_to_markdown(answered(answer)).count("Source: ") == 3
    hostile = quote(replace(COURIER, text="# *bold* <b>"), "# *bold* <b>")
    assert "> \\# \\*bold\\* \\<b\\>" in listing_to_markdown(replace(LISTING, rows=(Row(hostile, Where.TEXT),)))
    everything = replace(LISTING, inquiry=Inquiry(Asks.LIST), sought=Sought())
    assert listing_to_markdown(everything).startswith("# All articles")


def test_a_list_in_the_terminal_steers_nothing() -> None:
    hostile = quote(replace(COURIER, text="\x1b[2J words", outlet="\x1b]0;x\x07"), "\x1b[2J words")
    text = terminal(render_listing(replace(LISTING, rows=(Row(hostile, Where.TEXT),), silent=("\x1b[1m",))))
    assert "\x1b" not in text
    assert "words" in text


def test_a_question_about_the_collection_is_shown_as_one(answer: Answer) -> None:
    assert Question("q", "q", inquiry=LISTING.inquiry).inquiry == LISTING.inquiry
    assert "counted: articles that mention the Marlin" in answer_to_markdown(answered(answer))
