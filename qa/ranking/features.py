"""What is seen of a passage that a search found: features, each from 0 to 1, that the learnt ranking weighs."""

from operator import mul
from typing import NamedTuple


class Features(NamedTuple):
    """Features of a passage, or the weight of each; a tuple for the reason that `index.search.hit.Hit` is one.

    The first four are known of every row that a search finds, the others only of those whose text is looked at.

    Attributes:
        words: BM25, against the best of the question.
        meaning: Cosine similarity.
        month: How new its article is, by months: 1 on the day of the question, a third of it 30 days before.
        year: The same by years.
        pairs: How many of the words side by side in the question stand so in the passage.
        sentence: How much of the question stands in one sentence.
        nearest: Cosine similarity of the sentence that is nearest in meaning.
        second: The same of the second nearest.
        lead: Nearness to the top of the article.
        headline: How much of the question stands in the headline.
        whole: How much of it stands in the passage and the headline together.
        rarest: How many of its two rarest words do.
        kind: Whether its best sentence holds the kind of answer that is asked for.
        article: The best other passage of the article, by words and meaning.
    """

    words: float = 0.0
    meaning: float = 0.0
    month: float = 0.0
    year: float = 0.0
    pairs: float = 0.0
    sentence: float = 0.0
    nearest: float = 0.0
    second: float = 0.0
    lead: float = 0.0
    headline: float = 0.0
    whole: float = 0.0
    rarest: float = 0.0
    kind: float = 0.0
    article: float = 0.0

    def weighed(self, weights: "Features") -> float:
        """Returns the sum of the features, each times its weight."""
        return float(sum(map(mul, self, weights)))

    def towards(self, other: "Features", share: float) -> "Features":
        """Returns the features, or weights, that lie the given share (0 to 1) of the way to others."""
        return Features(*(a + (b - a) * share for a, b in zip(self, other, strict=True)))
