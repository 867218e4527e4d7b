from dataclasses import replace
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.generation import IndexSnapshot
from index.store import open_snapshot
from qa.question import Facet, Filters, Period, Question
from qa.ranking.features import Features
from qa.retrieve.fuse import Candidate
from qa.retrieve.passages import PassageCache
from qa.retrieve.search import retrieve
from qa.settings import AnswerSettings
from tests.conftest import FakeEncoder
from tests.qa.stories import Stories, story

USUAL = AnswerSettings()
OUTLETS = ("Quay Courier", "Harbour Post", "Inland Ledger")


@pytest.fixture(scope="module")
def snapshot(index: Path) -> IndexSnapshot:
    return open_snapshot(index)


def search(snapshot: IndexSnapshot, question: Question, settings: AnswerSettings = USUAL) -> list[Candidate]:
    texts = list(dict.fromkeys([question.text, *(facet.text for facet in question.facets)]))
    vectors = dict(zip(texts, FakeEncoder().encode(texts), strict=True))
    return retrieve(question, vectors, snapshot, settings, PassageCache(snapshot.catalog, snapshot.dense))


def ask(text: str, *facets: Facet, **parts: object) -> Question:
    return replace(Question(text, text, facets=facets), **parts)  # type: ignore[arg-type]  # fields of Question


def articles(snapshot: IndexSnapshot, candidates: list[Candidate]) -> list[str]:
    chunks = snapshot.catalog.chunks([candidate.row for candidate in candidates])
    return [chunks[candidate.row].article_id for candidate in candidates]


def outlets(snapshot: IndexSnapshot, candidates: list[Candidate]) -> list[str]:
    outlet_of = {summary.article_id: summary.outlet for summary in snapshot.catalog.articles()}
    return [outlet_of[article_id] for article_id in articles(snapshot, candidates)]


def test_the_passage_that_speaks_of_it_comes_first(snapshot: IndexSnapshot) -> None:
    assert articles(snapshot, search(snapshot, ask("Where does the school roof leak?")))[0] == "school-1"


SUBJECTS = ["the", "ferry", "jobs", "bridge", "cost", "roof", "rain", "Marlin", "zebra", "?"]
WORDS = st.lists(st.sampled_from(SUBJECTS), max_size=6).map(" ".join)
DAYS = [date(2026, 1, 15), date(2026, 3, 3), date(2026, 3, 4), date(2027, 1, 1)]
SPANS = [(first, last) for first in (None, *DAYS) for last in (None, *DAYS) if not first or not last or first <= last]
FILTERS = st.builds(
    lambda outlets, span, exclude: Filters(outlets, span[0], span[1], exclude),
    outlets=st.lists(st.sampled_from(OUTLETS), unique=True).map(tuple),
    span=st.sampled_from(SPANS),
    exclude=st.lists(st.sampled_from(["ferry-1", "ferry-2", "bridge-1", "school-1"]), unique=True).map(tuple),
)


@given(WORDS, WORDS, st.lists(st.sampled_from(OUTLETS), unique=True), FILTERS, st.booleans())
def test_filters_let_nothing_else_through_and_keep_nothing_back(
    snapshot: IndexSnapshot, text: str, part: str, named: list[str], filters: Filters, quoted: bool
) -> None:
    facets = [Facet(outlet, text if len(named) == 1 else part) for outlet in named]
    found = search(snapshot, ask(text, *facets, filters=filters, phrases=("Marlin ferry",) * quoted))
    allowed = {
        summary.article_id
        for summary in snapshot.catalog.articles()
        if (not filters.outlets or summary.outlet in filters.outlets)
        and (not filters.since or (summary.published and summary.published >= filters.since))
        and (not filters.until or (summary.published and summary.published <= filters.until))
        and summary.article_id not in filters.exclude
    }
    # The index is smaller than the pool, so that whatever may be found is found, if far down.
    assert sorted(articles(snapshot, found)) == sorted(allowed)
    if not named:
        assert all(better.score >= worse.score for better, worse in pairwise(found))


def test_a_named_outlet_comes_first_and_the_others_after_it(snapshot: IndexSnapshot) -> None:
    text = "jobs at the Marlin ferry of Lindqvist Lines"
    for outlet in OUTLETS:
        found = outlets(snapshot, search(snapshot, ask(text, Facet(outlet, text))))
        assert found[0] == outlet
        assert set(found) == set(OUTLETS)


def test_what_a_named_outlet_adds_is_told_apart_from_what_the_text_deserves(snapshot: IndexSnapshot) -> None:
    text = "cost of the Estermouth bridge"
    plain = {candidate.row: candidate for candidate in search(snapshot, ask(text))}
    assert all(candidate.boost == 0 for candidate in plain.values())
    found = search(snapshot, ask(text, Facet("Quay Courier", text)))
    for candidate, outlet in zip(found, outlets(snapshot, found), strict=True):
        assert (candidate.boost > 0) == (outlet == "Quay Courier")
        if outlet != "Quay Courier":
            assert candidate.score == pytest.approx(plain[candidate.row].score)


def test_each_named_outlet_has_its_say_in_turn(snapshot: IndexSnapshot) -> None:
    text = "Marlin ferry jobs"
    for named in (OUTLETS, OUTLETS[::-1]):
        facets = [Facet(outlet, f"{outlet} {text}") for outlet in named]
        found = outlets(snapshot, search(snapshot, ask(text, *facets)))
        assert tuple(found[:3]) == named


def test_each_outlet_is_asked_its_own_part(snapshot: IndexSnapshot) -> None:
    parts = (Facet("Quay Courier", "Quay Courier on the bridge"), Facet("Harbour Post", "Harbour Post on the roof"))
    found = search(snapshot, ask("Quay Courier on the bridge, Harbour Post on the roof", *parts))
    assert articles(snapshot, found)[:2] == ["bridge-2", "school-1"]
    crossed = (
        Facet("Quay Courier", "Quay Courier on Marlin ferry"),
        Facet("Harbour Post", "Harbour Post on Marlin ferry"),
    )
    found = search(snapshot, ask("Quay Courier and Harbour Post on Marlin ferry", *crossed))
    assert articles(snapshot, found)[:2] == ["ferry-1", "ferry-2"]


def test_the_weight_of_the_part_decides_between_it_and_the_whole_question(snapshot: IndexSnapshot) -> None:
    parts = (
        Facet("Quay Courier", "Does Quay Courier write of a bridge,"),
        Facet(
            "Harbour Post", "and Harbour Post of the Marlin ferry, its last crossing and the jobs at Lindqvist Lines?"
        ),
    )
    question = ask(" ".join(part.text for part in parts), *parts)
    for weight, article_id in ((0.0, "ferry-1"), (1.0, "bridge-2")):
        assert articles(snapshot, search(snapshot, question, replace(USUAL, facet_weight=weight)))[0] == article_id


def test_a_filter_against_a_named_outlet_wins(snapshot: IndexSnapshot) -> None:
    filters = Filters(outlets=("Harbour Post",))
    found = search(snapshot, ask("Marlin ferry jobs", Facet("Quay Courier", "Marlin ferry jobs"), filters=filters))
    assert set(outlets(snapshot, found)) == {"Harbour Post"}


def test_a_period_that_the_question_names_lifts_what_was_published_in_it_and_leaves_out_nothing(
    snapshot: IndexSnapshot,
) -> None:
    text = "cost of the Estermouth bridge in February"
    plain = {candidate.row: candidate for candidate in search(snapshot, ask(text))}
    february = Period(date(2026, 2, 1), date(2026, 2, 28), "in February")
    found = search(snapshot, ask(text, periods=(february,)))
    assert {candidate.row for candidate in found} == plain.keys()
    for candidate, article_id in zip(found, articles(snapshot, found), strict=True):
        assert (candidate.boost > 0) == (article_id == "bridge-2")
        assert candidate.score - candidate.boost == pytest.approx(plain[candidate.row].score)


def test_a_phrase_lifts_the_passage_in_which_it_stands_word_for_word(tmp_path: Path) -> None:
    stories = Stories(tmp_path)
    stories.write(
        story("apart", "Post", "The old ferry was grand."),
        story("together", "Post", "Passengers say that a grand old ferry is gone."),
        story("neither", "Post", "Rain fell on the school all morning."),
    )
    stories.refresh()
    snapshot = open_snapshot(stories.index)
    text = "grand old ferry"
    # Bare weights: what is measured is the phrase, not the closer look at words side by side.
    bare = replace(USUAL, short=Features(words=0.5, meaning=0.5))
    assert articles(snapshot, search(snapshot, ask(text), bare))[0] == "apart"
    quoted = articles(snapshot, search(snapshot, ask(text, phrases=("grand old ferry",)), bare))
    assert quoted[0] == "together"
    assert sorted(quoted) == ["apart", "neither", "together"]


def test_a_phrase_that_stands_nowhere_changes_nothing(snapshot: IndexSnapshot) -> None:
    plain = search(snapshot, ask("Marlin ferry jobs"))
    assert search(snapshot, ask("Marlin ferry jobs", phrases=("green zebra",))) == plain


@given(WORDS, st.lists(st.sampled_from(OUTLETS), max_size=1))
def test_a_small_pool_only_shortens_the_list(snapshot: IndexSnapshot, text: str, named: list[str]) -> None:
    facets = [Facet(outlet, text) for outlet in named]
    found = search(snapshot, ask(text, *facets), replace(USUAL, passages=1, pool=2, looked_at=1))
    rows = [candidate.row for candidate in found]
    assert len(set(rows)) == len(rows) >= 2
    # Even a row that only its words brought in is compared by meaning too.
    assert all(candidate.meaning_rank for candidate in found)


def test_a_passage_that_gives_the_figure_asked_for_comes_before_one_that_is_as_near(tmp_path: Path) -> None:
    stories = Stories(tmp_path)
    stories.write(
        story(
            "one",
            "Courier",
            "The freighter Marlin was aground off the quay, and for how long nobody says. The freighter has red paint.",
        ),
        story(
            "two",
            "Post",
            "The freighter Marlin lay aground off the quay for thirty hours. The freighter has red paint.",
        ),
    )
    stories.refresh()
    snapshot = open_snapshot(stories.index)
    asked = ask("How long was the freighter Marlin aground off the quay?")
    for boost, first in ((0.25, "two"), (0.0, "one")):
        assert articles(snapshot, search(snapshot, asked, replace(USUAL, figure_boost=boost)))[0] == first


def test_what_fits_is_looked_at_however_much_is_newer(tmp_path: Path) -> None:
    stories = Stories(tmp_path)
    old = story(
        "old", "Quay Courier", "The roof of the school leaks when it rains, the caretaker said.", day="1996-05-06"
    )
    news = [
        story(
            f"new-{number}", "Harbour Post", f"The ferry number {number} of the quay was late again.", day="2026-03-01"
        )
        for number in range(120)
    ]
    stories.write(old, *news)
    stories.refresh()
    snapshot = open_snapshot(stories.index)
    question = ask("Where does the school roof leak?", newer_from=date(2026, 3, 2))
    found = search(snapshot, question)
    assert articles(snapshot, found)[0] == "old"
