"""Pieces of an article's text, cut where something in it is marked; templates print them."""

from collections.abc import Iterable
from dataclasses import dataclass

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Mark:
    """A span of an article to mark.

    Attributes:
        start: Offset of its first code point in the article.
        end: Offset after its last.
        kind: What it is marked as.
    """

    start: int
    end: int
    kind: str = "found"


@dataclass(frozen=True, slots=True)
class Segment:
    """A piece of text.

    Attributes:
        text: Its words, exactly.
        kind: What it is marked as; empty where it is not.
    """

    text: str
    kind: str = ""


def segments(text: str, start: int, marks: Iterable[Mark]) -> tuple[Segment, ...]:
    """Cuts a text into what is marked and what is not.

    Args:
        text: A piece of an article.
        start: Offset of the piece in the article.
        marks: What to mark; what lies outside the piece is passed over, of two that overlap the first goes on.

    Returns:
        Segments whose texts together are exactly `text`.
    """
    pieces: list[Segment] = []
    position = 0
    for mark in sorted(marks, key=lambda mark: mark.start):
        left, right = max(mark.start - start, position), min(mark.end - start, len(text))
        if left < right:
            pieces += [Segment(text[position:left]), Segment(text[left:right], mark.kind)]
            position = right
    return tuple(piece for piece in (*pieces, Segment(text[position:])) if piece.text)
