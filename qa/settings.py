"""Settings of questions and answers; a change of any of them needs no refresh."""

from dataclasses import dataclass, field
from typing import Final

from corpus.errors import BadSettings
from index.settings_file import FITTED, FolderOrName
from qa.ranking.features import Features
from qa.ranking.fitted import ANSWERS, FOLLOW_UP, LONG, MAY, SHORT

OWN_RERANKER: Final = "dateline"

_BOUNDS: Final = {
    **dict.fromkeys(("passages", "pool", "looked_at"), (1, 1000)),
    **dict.fromkeys(("short_terms", "long_terms", "read_passages", "read_sentences"), (0, 1000)),
    **dict.fromkeys(("outlet_boost", "turned_to_boost", "period_boost", "periods_boost", "told_boost"), (0, 10)),
    **dict.fromkeys(("order_boost", "speaker_boost", "figure_boost", "phrase_boost", "number_boost"), (0, 10)),
    **dict.fromkeys(("facet_weight", "may_threshold", "answers_threshold"), (0, 1)),
    "read_weight": (0, 10),
}


@dataclass(frozen=True, slots=True)
class AnswerSettings:
    """How an answer is made.

    Attributes:
        reranker: The model that reads the first passages: ``"dateline"`` for the one that comes with it, ``"none"``, or
            the path or name of a cross-encoder of sentence-transformers on this machine.
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

    reranker: FolderOrName = OWN_RERANKER
    passages: int = 5
    article_share: float = 0.6
    pool: int = 80
    looked_at: int = 30
    short: Features = field(default=SHORT, metadata=FITTED)
    long: Features = field(default=LONG, metadata=FITTED)
    follow_up: Features = field(default=FOLLOW_UP, metadata=FITTED)
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
        if not self.reranker:
            raise BadSettings('reranker is empty; "none" leaves the model that reads out.')
        for name, (least, most) in _BOUNDS.items():
            value = getattr(self, name)
            if not least <= value <= most:  # nor is it so of what is no number
                raise BadSettings(f"{name} is {value}; it must lie between {least} and {most:,}.")
        if not 0 < self.article_share <= 1:
            raise BadSettings(f"article_share is {self.article_share}; it must lie above 0 and up to 1.")
        if self.pool < self.passages:
            raise BadSettings(f"passages is {self.passages}; it must be at most pool, which is {self.pool}.")
        if not self.short_terms < self.long_terms:
            raise BadSettings(f"short_terms is {self.short_terms}; it must be less than long_terms, {self.long_terms}.")
        if self.may_threshold > self.answers_threshold:
            allowed = f"answers_threshold, {self.answers_threshold}"
            raise BadSettings(f"may_threshold is {self.may_threshold}; it must be at most {allowed}.")

    def weights(self, terms: int) -> Features:
        """Returns the weights for a question of so many different terms."""
        return self.short.towards(self.long, self.long_share(terms))

    def long_share(self, terms: int) -> float:
        """Returns how long a question of so many different terms is: from 0, short, to 1."""
        return min(1.0, max(0.0, (terms - self.short_terms) / (self.long_terms - self.short_terms)))
