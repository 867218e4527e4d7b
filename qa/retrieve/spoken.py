"""What somebody's quotations are worth to the passages that hold them, where his words are asked for."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import islice

from qa.language import TermWeights, content_terms
from qa.question import Speaker
from qa.retrieve.passages import PassageCache, PassageTerms
from qa.speech import Quotation
from qa.speech.words import SAYING, THINKING

_MOST_ARTICLES = 6  # that are read for what is said in them
_ON_ANYTHING = 0.25  # of the boost, for a quotation; the rest for what it shares with the rest of the question
_ASKED_FOR = (
    "according answer argument comment criticism criticise defend direct every explanation express find give justify "
    "list opinion position quotation quote react reaction remark reply response saying show speech stance statement "
    "take verdict view word words"
)
_SAID = frozenset(content_terms(" ".join((*SAYING, *THINKING, _ASKED_FOR))))


def topic_of(terms: TermWeights, speaker: Speaker) -> TermWeights:
    """Returns the terms of a question that tell on what somebody's words are asked for."""
    of_speaker = {*content_terms(speaker.name), *_SAID}
    return TermWeights({term: weight for term, weight in terms.weights.items() if term not in of_speaker}, {})


def rows_with_words(
    looked_at: Iterable[PassageTerms], speaker: Speaker, passages: PassageCache
) -> dict[int, tuple[Quotation, ...]]:
    """Finds the rows that hold somebody's words.

    Args:
        looked_at: Passages, best first; his words are looked for in the whole articles of the first of them.
        speaker: Who.
        passages: Passages of the index.

    Returns:
        Rows, those of the best article first, each with his words in it.
    """
    found: dict[int, tuple[Quotation, ...]] = {}
    for article_id in islice(dict.fromkeys(one.chunk.article_id for one in looked_at), _MOST_ARTICLES):
        found |= passages.spoken(article_id, speaker.name).rows
    return found


def spoken_boosts(
    words: Mapping[int, Sequence[Quotation]], looked_at: Mapping[int, PassageTerms], topic: TermWeights, boost: float
) -> dict[int, float]:
    """Weighs the rows that hold somebody's words.

    Args:
        words: The rows, with his words in them.
        looked_at: The passages of rows; a row without its passage is left out.
        topic: The terms that tell on what his words are asked for.
        boost: What his words are worth, on what is asked.

    Returns:
        What is added to the score, by row.
    """
    shares = {
        row: max(_share(one, looked_at[row], topic) for one in said) for row, said in words.items() if row in looked_at
    }
    return {row: boost * (_ON_ANYTHING + (1 - _ON_ANYTHING) * share) for row, share in shares.items()}


def _share(said: Quotation, passage: PassageTerms, topic: TermWeights) -> float:
    """Returns how much of the rest of the question stands in a quotation or beside it; all where there is no rest."""
    if not topic.weights:
        return 1.0
    start, end = said.start - passage.chunk.start, said.end - passage.chunk.start
    inside = [number for number, (one, other) in enumerate(passage.spans) if one < end and start < other]
    near = {number + step for number in inside for step in (-1, 0, 1)}
    return topic.share({term for term, places in passage.places.items() if near.intersection(places)})
