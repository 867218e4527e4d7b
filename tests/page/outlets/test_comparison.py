from dataclasses import replace

from page.outlets.comparison import comparison_to_html
from qa.answer import Verdict
from qa.compare.comparison import Comparison, OutletRow
from qa.passage import Passage
from tests.conftest import COURIER, JOBS, quote


def test_it_says_who_has_what_and_who_has_no_match(comparison: Comparison) -> None:
    line = " ".join(comparison_to_html(comparison).split())
    assert "2 outlets have a matching passage, 2 independent texts; first 3 March 2026" in line
    assert "1 outlet: 14; 1 outlet: Sixteen" in line
    assert "No matching passage found in the 3 articles of Inland Ledger" in line
    assert "Similar sentences: Quay Courier, Harbour Post" in line


def test_it_passes_no_verdict(comparison: Comparison) -> None:
    html = comparison_to_html(comparison).lower()
    assert not any(word in html for word in ("contradict", "confirm", "did not report", "wrong"))


def test_what_is_not_found_is_named_the_nearest(comparison: Comparison) -> None:
    html = comparison_to_html(replace(comparison, answer=replace(comparison.answer, verdict=Verdict.NO)))
    assert "The articles do not answer this." in html
    assert "have a matching passage" not in html


def test_nothing_of_an_article_acts_as_markup(comparison: Comparison) -> None:
    evil = Passage("<script>alert(1)</script>", replace(quote(COURIER, JOBS).citation, outlet="<b>"), 1.0)
    hostile = replace(comparison, rows=(OutletRow("<b>", evil, 1, 1),), figures=(), alike=())
    assert "<script>" not in comparison_to_html(hostile)
