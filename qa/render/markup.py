"""Article text as HTML: escaped, exact, and with spans of it marked.

Everything that comes from an article is hostile to the page: it passes through `escaped` here and nowhere else.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from html import escape
from urllib.parse import quote, urlsplit

from corpus.article import UNKNOWN_OUTLET

Span = tuple[int, int]

OUTLET_COLOURS = 12  # classes outlet-0 ... outlet-11 in outlets.css

_BLANK_LINES = re.compile(r"\n\s*\n")


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


def paragraphs(text: str) -> tuple[Span, ...]:
    """Returns the spans of the paragraphs of a text: what stands between blank lines."""
    breaks = [match.span() for match in _BLANK_LINES.finditer(text)]
    starts = (0, *(end for _, end in breaks))
    ends = (*(start for start, _ in breaks), len(text))
    return tuple((start, end) for start, end in zip(starts, ends, strict=True) if text[start:end].strip())


def link(url: str | None, words: str = "") -> str:
    """Returns a link to an original that tells it nothing of us; anything but http and https stays plain text."""
    if not url:
        return ""
    try:
        address = urlsplit(url)
    except ValueError:
        return escaped(url)
    if address.scheme not in {"http", "https"} or not address.netloc:
        return escaped(url)
    attributes = f'class="original" href="{escape(url)}" rel="noreferrer noopener" target="_blank"'
    return f"<a {attributes}>{escaped(words or url)}</a>"


def article_path(article_id: str, at: Span, sentences: Iterable[Span] = ()) -> str:
    """Returns the address of an article's page on this server.

    Args:
        article_id: Id of the article in the index.
        at: The passage to open it at.
        sentences: Sentences of the passage to bring out.
    """
    spans = "".join(f"&mark={start}-{end}" for start, end in sentences)
    return f"/article/{quote(article_id, safe='')}?at={at[0]}-{at[1]}{spans}#hit"


def outlet_badge(outlet: str, outlets: Iterable[str]) -> str:
    """Returns the name of an outlet in its colour.

    Args:
        outlet: Display name.
        outlets: Every outlet of the index: the colour goes by the place among them, so neighbours differ.
    """
    names = sorted({*outlets, outlet} - {UNKNOWN_OUTLET}, key=str.casefold)
    colour = "none" if outlet == UNKNOWN_OUTLET else names.index(outlet) % OUTLET_COLOURS
    return f'<span class="outlet outlet-{colour}">{escaped(outlet)}</span>'
