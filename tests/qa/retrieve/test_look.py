from collections.abc import Sequence
from datetime import date, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from index.chunks.chunk import Chunk
from qa.language.asked_kind import AskedKind
from qa.language.terms import TermWeights, content_terms
from qa.ranking.features import Features
from qa.retrieve.fuse import Candidate
from qa.retrieve.look import lead, look, newness
from tests.conftest import FakeEncoder, in_sentences

TODAY = date(2026, 3, 12)


def question(text: str) -> TermWeights:
    """A question of which every term weighs the same."""
    words = content_terms(text)
    return TermWeights(dict.fromkeys(words, 1.0), dict.fromkeys(pairwise(words), 1.0))


def looked_at(
    asked: str,
    chunks: Sequence[Chunk],
    headlines: Sequence[str] = (),
    kind: AskedKind | None = None,
    seen: Sequence[Features] = (),
) -> list[Features]:
    """Looks at passages; the row is the place."""
    candidates = [Candidate(row, 0.0, features=(seen or [Features()] * len(chunks))[row]) for row in range(len(chunks))]
    [meaning] = FakeEncoder().encode([asked])
    passages = {row: in_sentences(chunk) for row, chunk in enumerate(chunks)}
    found = look(candidates, passages, dict(enumerate(headlines)), question(asked), meaning, kind)
    return [found[row] for row in range(len(chunks))]


def chunk(text: str, article: str = "", start: int = 0) -> Chunk:
    return Chunk(article or text, start, start + len(text), text)


def test_a_sentence_that_holds_more_of_the_question_is_told_from_scattered_words() -> None:
    scattered = chunk("The ferry stops. A company spoke. Fourteen people wait. Jobs are rare.")
    together = chunk("The company cuts fourteen jobs on the ferry. People wait. Nothing is rare.")
    one, other = looked_at("fourteen ferry company jobs", [scattered, together])
    assert (one.sentence, other.sentence) == (0.25, 1.0)
    assert one.whole == other.whole == 1.0


def test_words_that_stand_side_by_side_as_in_the_question_count() -> None:
    passages = [chunk("The bridge of the ferry is grand."), chunk("The grand ferry.")]
    apart, beside = looked_at("the grand ferry", passages)
    assert (apart.pairs, beside.pairs) == (0.0, 1.0)


def test_the_nearest_sentences_in_meaning_count() -> None:
    far, near = looked_at("bridge costly", [chunk("A ferry. It is fine."), chunk("The bridge is costly. It rains.")])
    assert near.nearest > far.nearest
    assert near.nearest >= near.second


def test_a_passage_of_one_sentence_has_no_second() -> None:
    [one] = looked_at("bridge", [chunk("The bridge.")])
    assert one.nearest > 0
    assert one.second == 0


def test_the_headline_tells_what_a_passage_leaves_out() -> None:
    passages = [chunk("It will cost more."), chunk("It is late.")]
    with_it, without = looked_at("Kelder bridge", passages, ["Kelder bridge"])
    assert (with_it.headline, with_it.whole, with_it.rarest) == (1.0, 1.0, 1.0)
    assert (without.headline, without.whole, without.rarest) == (0.0, 0.0, 0.0)


def test_the_kind_of_answer_counts_where_the_best_sentence_holds_it() -> None:
    passages = [
        chunk("The Marlin sinks near a pier. Anna Holm came."),
        chunk("The Marlin sinks as Anna Holm looks on."),
    ]
    asked = "Who saw the Marlin sink?"
    assert [one.kind for one in looked_at(asked, passages, kind=AskedKind.NAME)] == [0.0, 1.0]
    assert [one.kind for one in looked_at(asked, passages)] == [0.0, 0.0]


@given(st.integers(0, 10**6), st.integers(1, 10**6))
def test_the_lead_falls_with_every_step_into_the_article(start: int, further: int) -> None:
    assert 1 >= lead(chunk("x", start=start)) > lead(chunk("x", start=start + further)) > 0
    assert lead(chunk("x")) == 1


@given(st.integers(0, 5000), st.integers(1, 400))
def test_an_article_is_the_less_new_the_older_it_is(age: int, more: int) -> None:
    newer, older = (newness(TODAY - timedelta(days), TODAY) for days in (age, age + more))
    assert all(1 >= one > other >= 0 for one, other in zip(newer, older, strict=True))
    assert newness(TODAY, TODAY) == (1.0, 1.0)


def test_an_article_without_a_day_or_of_a_later_one_is_not_known_to_be_new() -> None:
    assert newness(None, TODAY) == newness(TODAY + timedelta(1), TODAY) == newness(TODAY, None) == (0.0, 0.0)


def test_another_good_passage_of_its_article_supports_a_passage_and_never_itself() -> None:
    chunks = [chunk("Alone.", "lonely"), chunk("First.", "pair"), chunk("Second.", "pair", 40)]
    seen = [Features(0.6, 0.6), Features(0.5, 0.3), Features(0.2, 0.2)]
    assert [one.article for one in looked_at("x", chunks, seen=seen)] == [0.0, 0.2, 0.4]


WORD = st.sampled_from(["ferry", "bridge", "jobs", "mayor", "the", "Marlin", "costs."])
PASSAGE = st.builds(
    chunk, st.lists(WORD, max_size=8).map(" ".join), st.sampled_from(["courier", "post"]), st.integers(0, 3000)
)


@given(st.lists(PASSAGE, max_size=8), st.sampled_from([None, *AskedKind]))
def test_every_feature_lies_between_none_and_all(chunks: list[Chunk], kind: AskedKind | None) -> None:
    for features in looked_at("What costs jobs at the Marlin ferry?", chunks, kind=kind):
        assert all(0 <= value <= 1 + 1e-6 for value in features)
