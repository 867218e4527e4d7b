"""Marks the sentences of a passage that answer."""

from collections.abc import Collection

import numpy as np
from numpy.typing import NDArray

from index.encode import Vector
from qa.language import TermWeights
from qa.passage import Highlight
from qa.retrieve import PassageTerms

# Chosen on the gold sentences of MultiHop-RAG and of the sample, whose figures benchmarks/README.md explains.
NEARLY_AS_GOOD = 0.4  # of the best sentence's score, for another one to be marked too
GIVING = 0.25  # the same for a sentence that gives the figure that is asked for
ON_MATTER = 0.5  # of the most words, and of the nearest meaning, for a sentence that gives it to be on the matter
LARGEST_SHARE = 0.5  # of the passage that may be marked, unless its best sentence alone is longer
MOST = 3  # sentences of a passage
RELATED = 0.3  # cosine from which a sentence without a word of the question may be marked


def highlight(
    passage: PassageTerms, weights: TermWeights, vector: Vector, giving: Collection[int] = ()
) -> tuple[Highlight, ...]:
    """Finds the sentences of a passage that come nearest to the question, by words and by meaning alike.

    Where some of those that are near enough give the figure that is asked for, no others are marked.

    Args:
        passage: The passage, sentence by sentence.
        weights: The question's terms.
        vector: The question's meaning, shape (dimension,), length 1.
        giving: Numbers of the sentences that give a figure of the kind that is asked for, from 0.

    Returns:
        One to three sentences in order of position, as spans of the article; none when no word of the question
        stands in the passage and no sentence is near it in meaning.

    Raises:
        CorruptIndex: When the index has no vector for a sentence.
    """
    chunk, spans = passage.chunk, passage.spans
    words = np.array(weights.shares(passage.places, len(spans)))
    meaning = passage.nearness(vector)
    if not spans or (words.max() <= 0 and meaning.max() < RELATED):
        return ()
    scores = _spread(words) + _spread(meaning)
    # Where all are on the matter, the one that gives the figure may be the least like the question.
    on_matter = (words >= ON_MATTER * words.max()) & (meaning >= ON_MATTER * meaning.max()) & (words > 0)
    chosen: list[int] = []
    left = LARGEST_SHARE * len(chunk.text)
    ranked = np.argsort(-scores, kind="stable").tolist()
    near = [i for i in ranked if scores[i] >= NEARLY_AS_GOOD * scores.max()]
    given = [i for i in ranked if i in giving and (on_matter[i] or scores[i] >= GIVING * scores.max())]
    for i in given or near:
        length = spans[i][1] - spans[i][0]
        if len(chosen) == MOST:
            break
        if not chosen or length <= left:
            chosen.append(i)
            left -= length
    return tuple(
        Highlight(chunk.start + spans[i][0], chunk.start + spans[i][1], chunk.text[spans[i][0] : spans[i][1]])
        for i in sorted(chosen)
    )


def _spread(values: NDArray[np.floating]) -> NDArray[np.floating]:
    """Brings values to the range from 0, the least of them, to 1, the largest; all 0 where they are equal.

    Inside one passage only the differences tell: all of it is on the subject, or it would not be there.
    """
    width = values.max() - values.min()
    return (values - values.min()) / width if width > 0 else np.zeros_like(values)
