"""The content terms of passages, sentence by sentence, worked out once for each passage of a question."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from index.chunk import Chunk
from index.split import sentence_spans
from qa.term_weights import content_terms


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
        return content_terms(self.chunk.text)

    @cached_property
    def sentences(self) -> list[frozenset[str]]:
        """Content terms of each sentence."""
        return [frozenset(content_terms(self.chunk.text[start:end])) for start, end in self.spans]


def by_row(chunks: Iterable[tuple[int, Chunk]]) -> dict[int, PassageTerms]:
    """Returns the terms of chunks by row; nothing is worked out before it is asked for."""
    return {row: PassageTerms(chunk) for row, chunk in chunks}
