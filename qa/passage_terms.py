"""The content terms of passages, sentence by sentence, worked out once for each passage of a question."""

import sys
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from corpus.sentences import sentence_spans
from index.catalog import Catalog
from index.chunk import Chunk
from qa.term_weights import content_terms

KEPT = 8000  # passages, about 60 MB
MARK = "qzsentencezq"  # a term that no text holds
BOUNDARY = f"\n{MARK}\n"


@dataclass(frozen=True)
class PassageTerms:
    """A chunk and its terms.

    Attributes:
        chunk: The chunk.
    """

    chunk: Chunk

    @cached_property
    def spans(self) -> list[tuple[int, int]]:
        """Sentences as offsets in the chunk's text."""
        return sentence_spans(self.chunk.text)

    @cached_property
    def words(self) -> list[str]:
        """Content terms of the chunk in order."""
        return [term for sentence in self._in_sentences for term in sentence]

    @cached_property
    def sentences(self) -> list[frozenset[str]]:
        """Content terms of each sentence."""
        return [frozenset(sentence) for sentence in self._in_sentences]

    @cached_property
    def _in_sentences(self) -> list[list[str]]:
        """Content terms in order, sentence by sentence, of one call: a call costs far more than a sentence."""
        found: list[list[str]] = [[]]
        for term in content_terms(BOUNDARY.join(self.chunk.text[start:end] for start, end in self.spans)):
            if term == MARK:
                found.append([])
            else:
                found[-1].append(sys.intern(term))
        return found


class PassageShelf:
    """Passages of one generation by row, kept for the questions to come; threads may share it."""

    def __init__(self, catalog: Catalog) -> None:
        """Starts empty.

        Args:
            catalog: Where passages that are not kept yet are read.
        """
        self._catalog = catalog
        self._kept: dict[int, PassageTerms] = {}

    def read(self, rows: Iterable[int]) -> dict[int, PassageTerms]:
        """Returns the passages of rows; rows that do not exist are left out."""
        rows = list(rows)
        passages = {row: passage for row in rows if (passage := self._kept.get(row))}
        new = self._catalog.chunks([row for row in rows if row not in passages])
        passages |= {row: PassageTerms(chunk) for row, chunk in new.items()}
        if len(self._kept) + len(new) > KEPT:
            self._kept = {}
        self._kept.update((row, passages[row]) for row in new)
        return passages
