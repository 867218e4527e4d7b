"""Settings of questions and answers; a change of any of them needs no refresh."""

from dataclasses import dataclass

from corpus.errors import BadSettings
from qa.features import Features
from qa.fitted import ANSWERS, FOLLOW_UP, LONG, MAY, SHORT


@dataclass(frozen=True, slots=True)
class AnswerSettings:
    """How an answer is made.

    Attributes:
        passages: Passages shown unless the question asks for another number.
        article_share: Share of them that may come from one article, unless there is nothing else to show.
        pool: Rows taken from each search, and of both together.
        looked_at: Rows of the pool whose text is looked at closely.
        short: Weights for a question of at most `short_terms` different terms, as people ask in a few words: meaning
            counts most, and the article that is about it beats one that mentions it.
        long: Weights for a question of at least `long_terms`, which spells out what is looked for: words count more,
            and most of all many of them together. In between the weights are mixed.
        follow_up: Weights for a question that leans on the ones before: few of its words tell what it is about.
        short_terms: See `short`.
        long_terms: See `long`.
        outlet_boost: Added to the score of passages of an outlet that the question names.
        turned_to_boost: The same where that is all that the question says: "And the Ostrand Post?".
        period_boost: Added to the score of passages published within the day or period that the question names.
        periods_boost: The same where the question is long, and the day is of a part of it.
        told_boost: Added where it was published at another time, but tells of that one.
        order_boost: Added to the score of the newest passage on the matter, where the question asks for the newest, and
            less and less down to the oldest; or the other way round.
        speaker_boost: Added to the score of passages with words of whom the question asks for, on what it asks.
        figure_boost: Added to the score of passages that give a figure of the kind that the question asks for.
        phrase_boost: Added to the score of passages that hold the question's quoted phrases word for word.
        number_boost: Added to the score of passages that hold the numbers of a short question.
        facet_weight: Where a question names several outlets, the weight of the part that speaks of one outlet; the
            rest goes to the whole question.
        read_passages: Passages from the best one on of which a model reads sentences, where there is one.
        read_sentences: Sentences of all of them together.
        read_weight: What one of the logit of its best sentence is worth to a passage.
        may_threshold: Confidence from which the articles may answer.
        answers_threshold: Confidence from which they answer.
    """

    passages: int = 5
    article_share: float = 0.6
    pool: int = 80
    looked_at: int = 30
    short: Features = SHORT
    long: Features = LONG
    follow_up: Features = FOLLOW_UP
    short_terms: int = 20
    long_terms: int = 34
    outlet_boost: float = 0.2
    turned_to_boost: float = 1.0
    period_boost: float = 0.4
    periods_boost: float = 0.2
    told_boost: float = 0.05
    order_boost: float = 1.0
    speaker_boost: float = 0.8
    figure_boost: float = 0.35
    phrase_boost: float = 0.3
    number_boost: float = 0.2
    facet_weight: float = 0.5
    read_passages: int = 8
    read_sentences: int = 8
    read_weight: float = 0.02
    may_threshold: float = MAY
    answers_threshold: float = ANSWERS

    def __post_init__(self) -> None:
        """Checks the values.

        Raises:
            BadSettings: When a value cannot work.
        """
        if self.passages < 1 or self.pool < self.passages:
            raise BadSettings("passages must be at least 1, and pool at least as many.")
        if not 0 < self.article_share <= 1:
            raise BadSettings("article_share must lie above 0 and up to 1.")
        if not self.short_terms < self.long_terms:
            raise BadSettings("short_terms must be less than long_terms.")
        if not 0 <= self.facet_weight <= 1:
            raise BadSettings("facet_weight must lie between 0 and 1.")
        if not 0 <= self.may_threshold <= self.answers_threshold <= 1:
            raise BadSettings("may_threshold and answers_threshold must lie between 0 and 1, in this order.")

    def weights(self, terms: int) -> Features:
        """Returns the weights for a question of so many different terms."""
        return self.short.towards(self.long, self.long_share(terms))

    def long_share(self, terms: int) -> float:
        """Returns how long a question of so many different terms is: from 0, short, to 1."""
        return min(1.0, max(0.0, (terms - self.short_terms) / (self.long_terms - self.short_terms)))
