"""The words an answer is introduced with."""

from dataclasses import replace
from datetime import date

from qa.answer import Answer
from qa.render.wording import day_span, lead, source_line


def test_the_span_of_days_is_written_as_short_as_it_can_be() -> None:
    days = [date(2026, 2, 17), date(2026, 2, 19), date(2026, 3, 1), date(2027, 1, 1)]
    assert day_span([]) == ""
    assert day_span(days[:1]) == "17 February 2026"
    assert day_span(days[:2]) == "17–19 February 2026"
    assert day_span(days[:3]) == "17 February – 1 March 2026"
    assert day_span(days) == "17 February 2026 – 1 January 2027"


def test_the_lead_says_when_no_day_is_known(answer: Answer) -> None:
    assert lead(replace(answer, passages=answer.passages[2:])) == "1 passage from 1 outlet, date unknown"


def test_the_source_is_one_line_for_notes(answer: Answer) -> None:
    lines = [source_line(passage.citation) for passage in answer.passages]
    assert lines[0] == (
        "Quay Courier, “Marlin ferry stops for good”, 3 March 2026, by Ines Rask and Tom Oduya, "
        "https://courier.example/marlin"
    )
    assert lines[2] == "Inland Ledger, no headline, date unknown, AI-generated page"
