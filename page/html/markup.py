"""Article text as HTML: escaped, exact, and with spans of it marked.

Everything that comes from an article is hostile to the page: it passes through `escaped` here and nowhere else.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from html import escape

Span = tuple[int, int]


def escaped(text: str) -> str:
    """Returns text as HTML on one line: a Markdown reader ends an HTML block at the first blank line."""
    return escape(text).replace("\r", "&#13;").replace("\n", "<br>")


@dataclass(frozen=True, slots=True)
class Mark:
    """A span of an article to mark.

    Attributes:
        start: Offset of its first code point in the article.
        end: Offset after its last.
        kind: Class of the ``<mark>``; empty for none.
    """

    start: int
    end: int
    kind: str = ""


def marked(text: str, start: int, marks: Iterable[Mark]) -> str:
    """Returns text as HTML with spans in ``<mark>``.

    Args:
        text: A piece of an article.
        start: Offset of the piece in the article.
        marks: What to mark; what lies outside the piece is passed over, of two that overlap the first goes on.

    Returns:
        HTML whose text is exactly `text`.
    """
    pieces: list[str] = []
    position = 0
    for mark in sorted(marks, key=lambda mark: mark.start):
        left, right = max(mark.start - start, position), min(mark.end - start, len(text))
        if left < right:
            kind = f' class="{escape(mark.kind)}"' if mark.kind else ""
            pieces += [escaped(text[position:left]), f"<mark{kind}>", escaped(text[left:right]), "</mark>"]
            position = right
    return "".join((*pieces, escaped(text[position:])))
