"""Settings of questions and answers; a change of any of them needs no refresh."""

from dataclasses import dataclass

from corpus.errors import BadSettings


@dataclass(frozen=True, slots=True)
class AnswerSettings:
    """How an answer is made.

    Attributes:
        passages: Passages shown unless the question asks for another number.
        per_article: Passages of one article among them, unless there is nothing else to show.
        pool: Rows taken from each search before they are ranked together.
        words_weight: Weight of the search by words, 0 to 1; the rest goes to the search by meaning.
        outlet_boost: Added to the fused score (0 to 1) of passages of an outlet that the question names.
        facet_weight: Where a question names several outlets, the weight of the part that speaks of one outlet; the
            rest goes to the whole question.
        found_threshold: Confidence from which an answer counts as found.
    """

    passages: int = 5
    per_article: int = 3
    pool: int = 200
    words_weight: float = 0.5
    outlet_boost: float = 0.2
    facet_weight: float = 0.4
    found_threshold: float = 0.5

    def __post_init__(self) -> None:
        """Checks the values.

        Raises:
            BadSettings: When a value cannot work.
        """
        if self.passages < 1 or self.per_article < 1 or self.pool < self.passages:
            raise BadSettings("passages and per_article must be at least 1, and pool at least as many as passages.")
        if not 0 <= self.words_weight <= 1 or not 0 <= self.found_threshold <= 1:
            raise BadSettings("words_weight and found_threshold must lie between 0 and 1.")
