"""The words an answer is introduced with."""

from dataclasses import replace
from datetime import date

import pytest

from qa.answer import Answer, Silent, Verdict
from qa.compare.comparison import Comparison
from qa.question import Filters
from qa.render.plain import opening
from qa.render.wording import (
    CAUTION,
    coverage_line,
    day_span,
    heading,
    lead,
    nearest_heading,
    outlet_names,
    silence,
    source_line,
)
from tests.conftest import worth

POST, RASK = Silent("Harbour Post", 12), Silent("Ines Rask", 1, is_author=True)


def test_the_span_of_days_is_written_as_short_as_it_can_be() -> None:
    days = [date(2026, 2, 17), date(2026, 2, 19), date(2026, 3, 1), date(2027, 1, 1)]
    assert day_span([]) == ""
    assert day_span(days[:1]) == "17 February 2026"
    assert day_span(days[:2]) == "17–19 February 2026"
    assert day_span(days[:3]) == "17 February – 1 March 2026"
    assert day_span(days) == "17 February 2026 – 1 January 2027"


def test_the_lead_says_when_no_day_is_known(answer: Answer) -> None:
    undated = replace(answer, passages=answer.passages[2:])
    assert lead(undated) == "The articles answer this: 1 passage from 1 outlet, date unknown"


def test_each_verdict_begins_with_words_of_its_own_and_counts_only_what_matches(answer: Answer) -> None:
    assert [
        opening(worth(answer, verdict, *matching))
        for verdict, *matching in ((Verdict.ANSWERS, 1, 2), (Verdict.MAY, 2), (Verdict.NO,))
    ] == [
        ("The articles answer this: 2 passages from 2 outlets, 3–4 March 2026.",),
        ("The articles may answer this: 1 passage from 1 outlet, 4 March 2026.", CAUTION),
        ("The articles do not answer this.", "Searched 3 articles from 3 outlets."),
    ]
    assert nearest_heading(worth(answer, Verdict.ANSWERS, 1, 2)) == "Nearest material, less likely to answer: 1 passage"


def test_the_source_is_one_line_for_notes(answer: Answer) -> None:
    lines = [source_line(passage.citation) for passage in answer.passages]
    assert lines[0] == (
        "Quay Courier, “Marlin ferry stops for good”, 3 March 2026, by Ines Rask and Tom Oduya, "
        "https://courier.example/marlin"
    )
    assert lines[2] == "Inland Ledger, no headline, date unknown, AI-generated page"


@pytest.mark.parametrize(
    ("silent", "elsewhere", "line"),
    [
        ((), (), ""),
        ((POST,), (), "No matching passage in the 12 articles of Harbour Post."),
        ((POST,), ("A",), "No matching passage in the 12 articles of Harbour Post; 1 other outlet has one: A."),
        (
            (POST, RASK),
            ("A", "B"),
            "No matching passage in the 12 articles of Harbour Post, nor in the 1 article by Ines Rask; "
            "2 other outlets have one: A, B.",
        ),
        (
            (POST, replace(RASK, articles=0)),
            ("A",),
            "No matching passage in the 12 articles of Harbour Post. No article searched is by Ines Rask; "
            "1 other outlet has one: A.",
        ),
    ],
)
def test_it_is_said_who_has_nothing_and_who_has(
    answer: Answer, silent: tuple[Silent, ...], elsewhere: tuple[str, ...], line: str
) -> None:
    assert silence(replace(answer, silent=silent, elsewhere=elsewhere)) == line


def test_of_many_outlets_some_are_named() -> None:
    assert outlet_names([str(number) for number in range(10)]) == "0, 1, 2, 3, 4, 5, 6, 7 and 2 more outlets"


def test_an_answer_opens_with_who_has_nothing(answer: Answer) -> None:
    found = replace(answer, silent=(POST,), elsewhere=("A",))
    assert opening(found) == (f"{lead(answer)}.", silence(found))
    missing = replace(found, verdict=Verdict.NO)
    assert opening(missing) == (silence(found), "What others have:")
    for near in (missing, worth(missing, Verdict.NO)):
        narrowed = replace(near, question=replace(near.question, filters=Filters(("Harbour Post",))))
        assert opening(narrowed) == (silence(found), "Searched 3 articles from 3 outlets, only Harbour Post.")
    assert opening(worth(missing, Verdict.NO)) == (silence(found), "Searched 3 articles from 3 outlets.")


def test_a_comparison_is_headed_by_who_has_nothing(comparison: Comparison) -> None:
    silent = replace(comparison.answer, verdict=Verdict.NO, silent=(POST,), elsewhere=("A",))
    assert heading(replace(comparison, answer=silent)) == f"{silence(silent)} What they say:"
    found = replace(silent, verdict=Verdict.ANSWERS)
    assert heading(replace(comparison, answer=found)) == f"{coverage_line(comparison)} {silence(silent)}"
    unsure = replace(comparison, answer=replace(found, verdict=Verdict.MAY))
    assert heading(unsure).startswith(f"The articles may answer this. {coverage_line(comparison)}")
    narrowed = replace(silent, question=replace(silent.question, filters=Filters(("Harbour Post",))))
    assert heading(replace(comparison, answer=narrowed)).endswith("which is not an answer:")
