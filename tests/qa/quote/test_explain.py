from dataclasses import replace
from datetime import date

import pytest

from qa.answer import Answer
from qa.question import Also, Facet, Order, Period, Question
from qa.quote.explain import explain

MARCH = Period(date(2026, 3, 1), date(2026, 3, 31), "in March 2026")


def ask(text: str, **parts: object) -> Question:
    return replace(Question(text, text), **parts)  # type: ignore[arg-type]  # fields of Question


def test_words_of_the_question_are_told_apart_by_whether_the_passage_has_them(answer: Answer) -> None:
    passage = replace(answer.passages[0], text="The ferries stopped for good.", words_rank=2, meaning_rank=None)
    why = explain(ask("Why did the Marlin ferry stop, and who pays?"), passage)
    assert "ferry" in why.words
    assert "stop" in why.words
    assert why.missing == ("pays",)
    assert (why.words_rank, why.meaning_rank) == (2, None)


def test_a_follow_up_is_explained_by_what_it_leans_on(answer: Answer) -> None:
    passage = replace(answer.passages[0], text="The ferry stops.")
    assert explain(ask("And why?", carried=("When does the ferry stop?",), leaning=1.0), passage).words == (
        "ferry",
        "stop",
    )


def test_what_was_preferred_is_named(answer: Answer) -> None:
    passage = answer.passages[0]
    passage = replace(
        passage,
        text="It made its “Last  Crossing” then.",
        citation=replace(passage.citation, published=date(2026, 3, 3)),
    )
    question = ask(
        "x",
        phrases=("last crossing", "cross"),
        facets=(Facet(passage.citation.outlet, "x"),),
        periods=(MARCH, Period(date(2026, 4, 1), date(2026, 4, 2), "in April")),
    )
    why = explain(question, passage)
    assert why.outlet
    assert why.periods == ("in March 2026",)
    assert why.phrases == ("last crossing",)
    assert not why.told


@pytest.mark.parametrize("published", [None, date(2026, 4, 1)])
def test_a_passage_that_tells_of_the_time_is_told_from_one_published_then(
    answer: Answer, published: date | None
) -> None:
    passage = answer.passages[0]
    passage = replace(passage, text="It sank on 3 March 2026.", citation=replace(passage.citation, published=published))
    why = explain(ask("x", periods=(MARCH,)), passage)
    assert (why.periods, why.told) == ((), ("in March 2026",))


@pytest.mark.parametrize(("published", "words"), [(date(2026, 4, 1), "latest"), (date(2027, 1, 1), ""), (None, "")])
def test_a_passage_has_a_place_in_the_order_by_date_where_its_day_is_credible(
    answer: Answer, published: date | None, words: str
) -> None:
    passage = replace(answer.passages[0], citation=replace(answer.passages[0].citation, published=published))
    assert explain(ask("x", order=Order(True, "latest", date(2026, 4, 2))), passage).order == words


@pytest.mark.parametrize("published", [None, date(2026, 4, 1)])
def test_nothing_is_said_to_be_preferred_that_was_not(answer: Answer, published: date | None) -> None:
    passage = answer.passages[0]
    passage = replace(passage, citation=replace(passage.citation, published=published))
    why = explain(ask("x", facets=(Facet("Somebody Else", "x"),), periods=(MARCH,), phrases=("zeppelin",)), passage)
    assert not why.outlet
    assert not why.periods
    assert not why.phrases
    assert not why.told
    assert not why.order


def test_a_word_counts_as_there_where_another_form_of_it_is(answer: Answer) -> None:
    passage = replace(
        answer.passages[0], text="The North Coast Transport Authority pays 600,000 crowns, or 44 per cent."
    )
    asked = "Did the NCTA pay 600 000 crowns, 45%, or half a million?"
    also = Also("NCTA", "North Coast Transport Authority", "acronym")
    why = explain(ask(asked, also=(also,)), passage)
    assert why.words == ("NCTA", "pay", "600 000", "crowns")
    assert why.missing == ("45", "half a million")
