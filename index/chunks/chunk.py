"""The chunk: a span of an article, the unit that is searched and shown."""

import hashlib
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Chunk:
    """A span of an article's text.

    Invariant: ``article.text[start:end] == text``. A chunk is cut out of the text, never built from tokens.

    Attributes:
        article_id: The article it is cut from.
        start: Offset of the first code point.
        end: Offset after the last code point.
        text: The span itself.
    """

    article_id: str
    start: int
    end: int
    text: str

    @property
    def key(self) -> str:
        """Stands for the text: chunks with equal keys have equal texts, and so equal vectors."""
        return hashlib.sha256(self.text.encode()).hexdigest()[:32]
