"""A comparison in each of its forms outside the page, whatever the articles contain."""

import csv
import io
import json
from dataclasses import replace

import pytest
from rich.console import Console

from qa.answer import Verdict
from qa.compare.comparison import Comparison, OutletRow
from qa.passage import Passage
from qa.render.csv import COMPARISON_COLUMNS, comparisons_to_csv
from qa.render.json import comparison_to_dict
from qa.render.markdown import comparison_to_markdown
from qa.render.terminal import render_comparison
from tests.conftest import COURIER, JOBS, came_about, quote


def terminal(comparison: Comparison, width: int = 100) -> str:
    console = Console(width=width, file=io.StringIO(), highlight=False)
    console.print(render_comparison(comparison))
    assert isinstance(console.file, io.StringIO)
    return console.file.getvalue()


def test_every_form_says_who_has_what_and_who_has_no_match(comparison: Comparison) -> None:
    for text in (terminal(comparison), comparison_to_markdown(comparison)):
        line = " ".join(text.split())
        assert "2 outlets have a matching passage, 2 independent texts; first 3 March 2026" in line
        assert "1 outlet: 14; 1 outlet: Sixteen" in line
        assert "No matching passage found in the 3 articles of Inland Ledger" in line
        assert "Similar sentences: Quay Courier, Harbour Post" in line


def test_no_form_passes_a_verdict(comparison: Comparison) -> None:
    forms = (
        terminal(comparison),
        comparison_to_markdown(comparison),
        comparisons_to_csv([comparison], came_about("q")),
        json.dumps(comparison_to_dict(comparison)),
    )
    for text in forms:
        assert not any(word in text.lower() for word in ("contradict", "confirm", "did not report", "wrong"))


def test_the_first_day_is_marked_on_the_timeline_and_undated_articles_follow(comparison: Comparison) -> None:
    line = " ".join(terminal(comparison).split())
    assert "3 March 2026 Quay Courier: Marlin ferry stops for good (first day)" in line
    assert "date unknown Inland Ledger: No headline" in line
    assert line.count("(first day)") == 1


@pytest.mark.parametrize("width", [30, 80, 160])
def test_the_terminal_keeps_to_its_width(comparison: Comparison, width: int) -> None:
    assert all(len(row) <= width for row in terminal(comparison, width).splitlines())


def test_the_table_has_each_outlet_each_figure_and_each_outlet_without(comparison: Comparison) -> None:
    rows = list(csv.DictReader(io.StringIO(comparisons_to_csv([comparison], came_about("q")))))
    assert [row["part"] for row in rows] == ["outlet", "outlet", "figure", "figure", "no match"]
    assert [(row["outlet"], row["figure"], row["group"]) for row in rows[2:4]] == [
        ("Quay Courier", "14", "1"),
        ("Harbour Post", "Sixteen", "2"),
    ]
    assert (rows[0]["quote"], rows[0]["verdict"]) == (JOBS, "answers")
    assert (rows[4]["outlet"], rows[4]["articles"]) == ("Inland Ledger", "3")
    assert set(rows[0]) == set(COMPARISON_COLUMNS)


def test_the_data_gives_each_quotation_with_its_place(comparison: Comparison) -> None:
    data = json.loads(json.dumps(comparison_to_dict(comparison)))
    quoted = data["rows"][0]["quote"]
    assert COURIER.text[quoted["start"] : quoted["end"]] == quoted["text"] == JOBS
    figure = data["figures"][0]["groups"][0][0]
    assert COURIER.text[figure["at"]["start"] : figure["at"]["end"]] == figure["words"] == "14"
    assert (data["first"], data["latest"]) == ("2026-03-03", "2026-03-04")


def test_the_data_says_which_model_read_the_passages_or_why_none_did(comparison: Comparison) -> None:
    data = comparison_to_dict(comparison)
    assert (data["reranked"], data["not_reranked"]) == (None, None)
    unread = replace(comparison, answer=replace(comparison.answer, not_reranked="it was trained on English"))
    assert comparison_to_dict(unread)["not_reranked"] == "it was trained on English"
    read = replace(comparison, answer=replace(comparison.answer, reranked="dateline@0123"))
    assert comparison_to_dict(read)["reranked"] == "dateline@0123"


def test_what_is_not_found_is_named_the_nearest(comparison: Comparison) -> None:
    missing = replace(comparison, answer=replace(comparison.answer, verdict=Verdict.NO))
    for text in (terminal(missing), comparison_to_markdown(missing)):
        assert "The articles do not answer this." in text
        assert "have a matching passage" not in text


def test_nothing_of_an_article_acts_as_markup(comparison: Comparison) -> None:
    evil = "=SUM(1) <script>alert(1)</script> **bold** \x1b[31m"
    passage = Passage(evil, replace(quote(COURIER, JOBS).citation, outlet="<b>", title="# [x](y)"), 1.0)
    hostile = replace(comparison, rows=(OutletRow("<b>", passage, 1, 1),), figures=(), alike=())
    assert "\\*\\*bold\\*\\*" in comparison_to_markdown(hostile)
    assert "\x1b[31m" not in terminal(hostile)
    assert next(csv.DictReader(io.StringIO(comparisons_to_csv([hostile], came_about("q")))))["quote"].startswith(
        "'=SUM"
    )
