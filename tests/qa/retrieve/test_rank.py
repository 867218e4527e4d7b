from collections.abc import Sequence
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from index.chunks.chunk import Chunk
from qa.fitted import RankWeights
from qa.language.terms import TermWeights, content_terms
from qa.retrieve.fuse import Candidate
from qa.retrieve.rank import lead, rank
from tests.conftest import FakeEncoder, in_sentences

NOTHING = RankWeights(words=1, meaning=1)


def question(text: str) -> TermWeights:
    """A question of which every term weighs the same."""
    words = content_terms(text)
    return TermWeights(dict.fromkeys(words, 1.0), dict.fromkeys(pairwise(words), 1.0))


def ranked(
    asked: str, passages: Sequence[tuple[float, Chunk]], weights: RankWeights, look: int | None = None
) -> list[Candidate]:
    """Ranks passages given with their score; the row is the place."""
    candidates = [Candidate(row, score) for row, (score, _) in enumerate(passages)]
    chunks = [(row, chunk) for row, (_, chunk) in enumerate(passages)]
    [meaning] = FakeEncoder().encode([asked])
    return rank(
        candidates, {row: in_sentences(chunk) for row, chunk in chunks[:look]}, question(asked), meaning, weights
    )


def rows(candidates: list[Candidate]) -> list[int]:
    return [candidate.row for candidate in candidates]


def chunk(text: str, article: str = "", start: int = 0) -> Chunk:
    return Chunk(article or text, start, start + len(text), text)


def test_a_sentence_that_holds_more_of_the_question_lifts_its_passage() -> None:
    scattered = chunk("The ferry stops. A company spoke. Fourteen people wait. Jobs are rare.")
    together = chunk("The company cuts fourteen jobs on the ferry. People wait. Nothing is rare.")
    passages = [(0.5, scattered), (0.5, together)]
    asked = "fourteen ferry company jobs"
    assert rows(ranked(asked, passages, NOTHING)) == [0, 1]
    assert rows(ranked(asked, passages, RankWeights(1, 1, sentence=0.3))) == [1, 0]


def test_words_that_stand_side_by_side_as_in_the_question_lift_a_passage() -> None:
    passages = [(0.5, chunk("The bridge of the ferry is grand.")), (0.5, chunk("The grand ferry has a bridge."))]
    assert rows(ranked("the grand ferry", passages, NOTHING)) == [0, 1]
    assert rows(ranked("the grand ferry", passages, RankWeights(1, 1, pairs=0.3))) == [1, 0]


def test_a_sentence_that_is_near_in_meaning_lifts_its_passage() -> None:
    passages = [(0.5, chunk("A bridge. The weather is fine.")), (0.5, chunk("The bridge is costly. It rains."))]
    assert rows(ranked("bridge costly", passages, NOTHING)) == [0, 1]
    assert rows(ranked("bridge costly", passages, RankWeights(1, 1, nearest=0.3))) == [1, 0]


def test_the_top_of_an_article_counts_more_than_its_end() -> None:
    passages = [(0.5, chunk("The ferry stops.", start=5000)), (0.5, chunk("The ferry stops.", start=0))]
    assert rows(ranked("ferry", passages, NOTHING)) == [0, 1]
    assert rows(ranked("ferry", passages, RankWeights(1, 1, lead=0.1))) == [1, 0]


@given(st.integers(0, 10**6), st.integers(1, 10**6))
def test_the_lead_falls_with_every_step_into_the_article(start: int, further: int) -> None:
    assert 1 >= lead(chunk("x", start=start)) > lead(chunk("x", start=start + further)) > 0
    assert lead(chunk("x")) == 1


def test_another_good_passage_of_its_article_lifts_a_passage_and_never_itself() -> None:
    passages = [
        (0.6, chunk("Alone.", "lonely")),
        (0.5, chunk("First.", "pair")),
        (0.4, chunk("Second.", "pair", 40)),
    ]
    after = {candidate.row: candidate.score for candidate in ranked("x", passages, RankWeights(1, 1, article=0.5))}
    assert after == {0: 0.6, 1: 0.5 + 0.5 * 0.4, 2: 0.4 + 0.5 * 0.5}


def test_what_was_not_looked_at_keeps_its_score_and_lifts_nobody() -> None:
    passages = [(0.5, chunk("Ferry.", "pair")), (0.4, chunk("Ferry.", "pair", 40))]
    weights = RankWeights(1, 1, sentence=0.3, lead=0.1, article=0.5)
    after = {candidate.row: candidate.score for candidate in ranked("ferry", passages, weights, look=1)}
    assert after == {0: 0.5 + 0.3 + 0.1, 1: 0.4}


WORD = st.sampled_from(["ferry", "bridge", "jobs", "mayor", "the", "Marlin", "costs."])
PASSAGE = st.tuples(
    st.floats(0, 1),
    st.builds(
        chunk,
        st.lists(WORD, max_size=8).map(" ".join),
        st.sampled_from(["courier", "post"]),
        st.integers(0, 3000),
    ),
)
SHARE = st.floats(0, 1)


@given(st.lists(PASSAGE, max_size=8), st.builds(RankWeights, SHARE, SHARE, SHARE, SHARE, SHARE, SHARE, SHARE))
def test_ranking_keeps_every_row_and_only_adds(passages: list[tuple[float, Chunk]], weights: RankWeights) -> None:
    after = ranked("What costs jobs at the Marlin ferry?", passages, weights)
    assert sorted(rows(after)) == list(range(len(passages)))
    assert all(better.score >= worse.score for better, worse in pairwise(after))
    most = weights.pairs + weights.sentence + weights.nearest + weights.lead + weights.article
    assert all(0 <= candidate.score - passages[candidate.row][0] <= most + 1e-9 for candidate in after)
