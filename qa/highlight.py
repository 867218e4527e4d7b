"""Marks the sentences of a passage that answer."""

from index.chunk import Chunk
from qa.passage import Highlight
from qa.passage_terms import PassageTerms
from qa.term_weights import TermWeights

NEARLY_AS_GOOD = 0.4  # of the best sentence's score, for another one to be marked too
LARGEST_SHARE = 0.4  # of the passage that may be marked, unless its best sentence alone is longer
MOST = 3  # sentences of a passage


def highlight(chunk: Chunk, weights: TermWeights) -> tuple[Highlight, ...]:
    """Finds the sentences of a passage that hold most of what is asked.

    Args:
        chunk: The passage as a span of its article.
        weights: The question's terms.

    Returns:
        One to three sentences in order of position, as spans of the article; none when no word of the question
        stands in the passage.
    """
    passage = PassageTerms(chunk)
    spans = passage.spans
    scores = [weights.share(sentence) for sentence in passage.sentences]
    best = max(scores, default=0.0)
    if best <= 0:
        return ()
    chosen: list[int] = []
    left = LARGEST_SHARE * len(chunk.text)
    for i in sorted(range(len(spans)), key=lambda i: (-scores[i], i)):
        length = spans[i][1] - spans[i][0]
        if len(chosen) == MOST or scores[i] < NEARLY_AS_GOOD * best:
            break
        if not chosen or length <= left:
            chosen.append(i)
            left -= length
    return tuple(
        Highlight(chunk.start + spans[i][0], chunk.start + spans[i][1], chunk.text[spans[i][0] : spans[i][1]])
        for i in sorted(chosen)
    )
