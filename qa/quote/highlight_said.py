"""Marks somebody's words in a passage, where a question asks for them."""

from collections.abc import Sequence

from index.encode import Vector
from qa.language import TermWeights
from qa.passage import Highlight
from qa.quote.highlight import MOST
from qa.retrieve import PassageTerms
from qa.speech import Quotation

NEARLY_AS_GOOD = 0.4  # of the best quotation's worth, for another one to be marked too
_LEAST = 0.4  # of what the best sentence is worth
_REPORTED = 0.7  # of a quotation's worth: what is reported of his words
_INTRODUCED = 0.7  # of what a quotation shares itself: what the sentence before it shares


def highlight_said(
    passage: PassageTerms, said: Sequence[Quotation], topic: TermWeights, vector: Vector
) -> tuple[Highlight, ...]:
    """Marks the quotations of a passage that come nearest to the question.

    Args:
        passage: The passage.
        said: The speaker's quotations in it; what of one lies outside is not marked.
        topic: The terms of the question that tell on what his words are asked for; without any, on whatever.
        vector: The question's meaning, shape (dimension,), length 1.

    Returns:
        One to three quotations in order of position, as spans of the article; none where there are none, or neither
        they nor the sentences that introduce them are on what is asked while another sentence is.
    """
    if not said:
        return ()
    chunk = passage.chunk
    shares = topic.shares(passage.places, len(passage.spans))
    meaning = passage.nearness(vector)
    on_it = {one: held for one in said if (held := _in_sentences(one, passage))}
    his = {number for held in on_it.values() for number in held}
    # "Danby praised the volunteers." is no quotation, and tells what the next one is on.
    introduced = {
        one: _INTRODUCED * shares[held[0] - 1] if held[0] and held[0] - 1 not in his else 0.0
        for one, held in on_it.items()
    }
    on_topic = {one: [max(shares[number], introduced[one]) for number in held] for one, held in on_it.items()}
    if max(map(max, on_topic.values()), default=0.0) < _LEAST * max(shares):
        return ()
    worth = [
        (max(share + max(0.0, float(meaning[number])) for share, number in zip(on_topic[one], held, strict=True)), one)
        for one, held in on_it.items()
    ]
    worth = [(score if one.direct else _REPORTED * score, one) for score, one in worth]
    best = max((score for score, _ in worth), default=0.0)
    chosen = sorted(worth, key=lambda one: (-one[0], one[1].start))[:MOST]
    spans = (
        (max(one.start, chunk.start), min(one.end, chunk.end))
        for score, one in chosen
        if score >= NEARLY_AS_GOOD * best
    )
    return tuple(
        Highlight(start, end, chunk.text[start - chunk.start : end - chunk.start]) for start, end in sorted(spans)
    )


def _in_sentences(said: Quotation, passage: PassageTerms) -> list[int]:
    """Returns the numbers of the sentences that a quotation stands in."""
    start, end = said.start - passage.chunk.start, said.end - passage.chunk.start
    return [number for number, (first, last) in enumerate(passage.spans) if first < end and start < last]
