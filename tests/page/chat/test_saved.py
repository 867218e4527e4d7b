from dataclasses import replace
from datetime import date

import pytest
from pydantic import ValidationError

from index.search.condition import Any, Author, Near, Not, Word
from page.chat.saved import SavedTurn, restore, save_turn
from qa.answer import Answer, Silent, Verdict
from qa.answerer import Answerer
from qa.question import Also, Facet, Filters, Order, Period, Question, Speaker
from tests.conftest import worth
from tests.index.newsroom import edit
from tests.page.newsroom import Newsroom


@pytest.fixture
def asked(answerer: Answerer) -> Answer:
    """An answer with everything a turn can keep."""
    filters = Filters(("Quay Courier", "Harbour Post"), date(2026, 3, 1), date(2026, 3, 9), ("x",), ("Time",))
    filters = replace(filters, conditions=(Not(Word("protest")), Any((Near("quay harbour", 5), Author("Ines Rask")))))
    answer = answerer.ask("How many jobs go with the Marlin?", filters=filters)
    last_week = Period(date(2026, 3, 1), date(2026, 3, 7), "last week", counted_from=date(2026, 3, 7))
    periods = (last_week, Period(date(2026, 3, 4), None, "since 3/4/2026", or_else=date(2026, 4, 3)))
    question = Question("q", "q before", ("jobs",), (Facet("Quay Courier", "q"),), periods, filters, ("before",))
    question = replace(
        question, order=Order(True, "latest", date(2026, 3, 9)), subject="before", authors=("Ines Rask",)
    )
    question = replace(question, inherited=("latest",), speaker=Speaker("Boris Ahl", lists=True))
    also = (Also("jobs", "posts", "synonym"), Also("Marlinn", "Marlin", "slip"))
    question = replace(question, also=also, instead=also[1:])
    copy = answerer.ask("What would the bridge cost?").passages[0].citation
    first, *others = answer.passages
    answer = replace(answer, silent=(Silent("Harbour Post", 2), Silent("Ines Rask", 1, is_author=True)))
    return replace(
        answer,
        question=question,
        passages=(replace(first, also_in=(copy,), meaning_rank=3), *others),
        elsewhere=("Inland Ledger",),
    )


def test_a_turn_comes_back_as_it_was(answerer: Answerer, asked: Answer) -> None:
    kept = SavedTurn.model_validate_json(save_turn(asked).model_dump_json())
    recalled = restore(kept, answerer)
    assert recalled.lost == 0
    assert recalled.answer.question == asked.question
    assert recalled.answer.passages == tuple(replace(passage, score=0.0) for passage in asked.passages)
    assert (recalled.answer.verdict, recalled.answer.confidence) == (asked.verdict, asked.confidence)
    assert (recalled.answer.silent, recalled.answer.elsewhere) == (asked.silent, asked.elsewhere)


def test_a_period_that_an_earlier_version_saved_is_still_read(answerer: Answerer, asked: Answer) -> None:
    fields = save_turn(asked).model_dump(mode="json")
    fields["question"]["periods"] = [["2026-03-01", "2026-03-07", "last week"]]
    del fields["question"]["order"]
    question = restore(SavedTurn.model_validate(fields), answerer).answer.question
    assert question.periods == (Period(date(2026, 3, 1), date(2026, 3, 7), "last week"),)
    assert question.order is None


@pytest.mark.parametrize(
    ("found", "silent", "verdict", "matches"),
    [
        (True, [], Verdict.ANSWERS, True),
        (False, [], Verdict.NO, False),
        (False, [["Harbour Post", 2, False]], Verdict.NO, True),  # what others have
    ],
)
def test_a_turn_that_an_earlier_version_saved_is_still_read(
    answerer: Answerer, asked: Answer, found: bool, silent: list[object], verdict: Verdict, matches: bool
) -> None:
    fields = save_turn(asked).model_dump(mode="json") | {"found": found, "silent": silent}
    del fields["verdict"]
    for passage in fields["passages"]:
        del passage["matches"]
    answer = restore(SavedTurn.model_validate(fields), answerer).answer
    assert answer.verdict is verdict
    assert {passage.matches for passage in answer.passages} == {matches}


def test_what_matches_is_kept_of_each_passage_in_the_order_of_the_ranking(answerer: Answerer, asked: Answer) -> None:
    told = worth(asked, Verdict.MAY, 2)
    recalled = restore(SavedTurn.model_validate_json(save_turn(told).model_dump_json()), answerer).answer
    assert [one.matches for one in recalled.passages] == [rank == 2 for rank in range(1, len(told.passages) + 1)]
    assert recalled.verdict is Verdict.MAY
    assert {row.outlet for row in recalled.outlets if row.passages} == {told.passages[1].citation.outlet}


def test_where_only_the_nearest_material_is_left_of_an_answer_it_is_none(
    newsroom: Newsroom, answerer: Answerer, asked: Answer
) -> None:
    kept = save_turn(worth(asked, Verdict.ANSWERS, 1))
    edit(newsroom.folder / "courier-1.json", "14 jobs", "15 jobs")
    newsroom.refresh()
    recalled = restore(kept, answerer)
    assert (recalled.lost, recalled.answer.verdict) == (1, Verdict.NO)
    assert recalled.answer.nearest == recalled.answer.passages != ()


def test_no_word_of_an_article_is_kept(asked: Answer) -> None:
    kept = save_turn(asked).model_dump_json()
    assert not [passage for passage in asked.passages if passage.text[:20] in kept or passage.citation.title in kept]


def test_a_quotation_whose_words_have_changed_is_not_shown(
    newsroom: Newsroom, answerer: Answerer, asked: Answer
) -> None:
    kept = save_turn(asked)
    edit(newsroom.folder / "courier-1.json", "14 jobs", "15 jobs")
    newsroom.refresh()
    recalled = restore(kept, answerer)
    assert recalled.lost == 1
    assert "jobs would go" not in " ".join(passage.text for passage in recalled.answer.passages)


def test_a_quotation_of_an_article_that_is_gone_is_not_shown(
    newsroom: Newsroom, answerer: Answerer, asked: Answer
) -> None:
    kept = save_turn(asked)
    for article_id in {passage.citation.article_id for passage in asked.passages}:
        (newsroom.folder / f"{article_id}.json").unlink()
    newsroom.refresh(allow_mass_delete=True)
    recalled = restore(kept, answerer)
    assert (recalled.lost, recalled.answer.passages, recalled.answer.found) == (len(asked.passages), (), False)


@pytest.mark.parametrize("at", [(0, 10**9), (5, 5), (9, 3)])
def test_a_place_that_cannot_be_is_no_quotation(answerer: Answerer, asked: Answer, at: tuple[int, int]) -> None:
    data = save_turn(asked).model_dump()
    data["passages"][0]["place"].update(start=at[0], end=at[1])
    assert restore(SavedTurn.model_validate(data), answerer).lost == 1


@pytest.mark.parametrize("change", [{"found": "perhaps"}, {"extra": 1}, {"passages": [{}]}, {"question": {}}])
def test_what_no_page_of_ours_would_keep_is_refused(asked: Answer, change: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        SavedTurn.model_validate({**save_turn(asked).model_dump(), **change})


COUNTED = "How many articles published since March 2026 mention the Marlin ferry?"


def test_a_list_is_made_anew_of_the_articles_as_they_are_now(newsroom: Newsroom, answerer: Answerer) -> None:
    answer = answerer.ask(COUNTED, filters=Filters(unread=("x",)), today=date(2026, 3, 10))
    kept = SavedTurn.model_validate_json(save_turn(answer).model_dump_json())
    assert kept.passages == ()
    recalled = restore(kept, answerer)
    assert (recalled.lost, recalled.answer.question, recalled.answer.listing) == (0, answer.question, answer.listing)
    assert recalled.answer.passages == answer.passages
    edit(newsroom.folder / "courier-1.json", "Marlin ferry", "old boat")
    newsroom.refresh()
    listing = restore(kept, answerer).answer.listing
    assert listing
    assert answer.listing
    assert listing.counts.articles == answer.listing.counts.articles - 1


def test_where_a_list_has_no_article_its_passages_are_kept(answerer: Answerer) -> None:
    answer = answerer.ask("Which outlets reported on the Marlin zebra?")
    recalled = restore(save_turn(answer), answerer).answer
    assert [one.text for one in recalled.passages] == [one.text for one in answer.passages] != []
    assert recalled.listing == answer.listing


def test_words_of_a_list_that_are_none_are_refused(answerer: Answerer) -> None:
    data = save_turn(answerer.ask(COUNTED)).model_dump()
    data["question"]["inquiry"] = ["list", "?!", "", [], [], [], []]
    with pytest.raises(ValidationError, match="no word"):
        SavedTurn.model_validate(data)
