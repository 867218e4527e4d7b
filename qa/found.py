"""What one search found, and the latest of them: an answer is looked at in another way without a new search."""

import threading
from collections import OrderedDict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from index.encode.encoder import Vector
from index.store.snapshot import IndexSnapshot
from qa.answer import Answer
from qa.ask import Ask
from qa.language.terms import TermWeights
from qa.retrieve.fuse import Candidate
from qa.retrieve.passages import PassageShelf


@dataclass(frozen=True, slots=True)
class Found:
    """What one search found.

    Attributes:
        answer: The answer made of it.
        vectors: The question and its parts, encoded; see `qa.retrieve.encode`.
        candidates: All rows that were ranked, best first.
        weights: The terms of the question.
        snapshot: The index that was searched.
        shelf: Its passages.
    """

    answer: Answer
    vectors: Mapping[str, Vector]
    candidates: Sequence[Candidate]
    weights: TermWeights
    snapshot: IndexSnapshot
    shelf: PassageShelf

    @property
    def vector(self) -> Vector:
        """The encoded question, shape (dimension,), length 1."""
        return self.vectors[self.answer.question.text]

    def weigh(self, text: str) -> TermWeights:
        """Weighs the terms of a text."""
        return TermWeights.of(text, self.snapshot.lexical)


KEPT = 32  # searches, a few hundred kilobytes


class RecentSearches:
    """The latest searches of one generation; threads may share it."""

    def __init__(self) -> None:
        """Starts empty."""
        self._found: OrderedDict[Ask, Found] = OrderedDict()
        self._lock = threading.Lock()

    def get(self, ask: Ask) -> Found | None:
        """Returns a search, or None when it was not made lately."""
        with self._lock:
            return self._found.get(ask)

    def keep(self, ask: Ask, found: Found) -> None:
        """Keeps a search; the oldest one makes way."""
        with self._lock:
            self._found[ask] = found
            self._found.move_to_end(ask)
            while len(self._found) > KEPT:
                self._found.popitem(last=False)
