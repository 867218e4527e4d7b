"""The content terms of passages, sentence by sentence, worked out once for each passage of a question."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from corpus.sentences import sentence_spans
from index.chunk import Chunk
from qa.term_weights import content_terms

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
                found[-1].append(term)
        return found


def by_row(chunks: Iterable[tuple[int, Chunk]]) -> dict[int, PassageTerms]:
    """Returns the terms of chunks by row; nothing is worked out before it is asked for."""
    return {row: PassageTerms(chunk) for row, chunk in chunks}
