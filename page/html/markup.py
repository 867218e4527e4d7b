"""Article text as HTML: escaped, exact, and with spans of it marked.

Everything that comes from an article is hostile to the page: it passes through `escaped` here and nowhere else.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from html import escape
from urllib.parse import quote as quote_url
from urllib.parse import urlsplit

from corpus.article import UNKNOWN_OUTLET

Span = tuple[int, int]

OUTLET_COLOURS = 12  # classes outlet-0 ... outlet-11 in outlets.css

_BLANK_LINES = re.compile(r"\n\s*\n")
_LINE_ENDS = re.compile(r"\n")
_FRAGMENT_WORDS = 5  # of each end of a passage, to find it by on the page it was published on
_FURTHEST = 800  # characters that a quotation grows by at each end, at most


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
    """Returns the spans of the paragraphs: what stands between blank lines, or each line where none is blank."""
    breaks = [match.span() for match in _BLANK_LINES.finditer(text)] or [
        match.span() for match in _LINE_ENDS.finditer(text)
    ]
    starts = (0, *(end for _, end in breaks))
    ends = (*(start for start, _ in breaks), len(text))
    return tuple((start, end) for start, end in zip(starts, ends, strict=True) if text[start:end].strip())


def grown(text: str, at: Span) -> Span:
    """Returns a wider span of an article: the whole paragraphs it touches, else one paragraph more at each end.

    Args:
        text: The article.
        at: The span to widen, inside the article and not empty.
    """
    spans = paragraphs(text)
    start = max((left for left, _ in spans if left < at[0]), default=at[0])
    end = min((right for _, right in spans if right > at[1]), default=at[1])
    if at[0] - start > _FURTHEST:
        start = at[0] - _FURTHEST + _after_space(text[at[0] - _FURTHEST : at[0]])
    if end - at[1] > _FURTHEST:
        end = at[1] + _FURTHEST - _after_space(text[at[1] : at[1] + _FURTHEST][::-1])
    return start, end


def _after_space(text: str) -> int:
    """Returns where the first whole word of a text that was cut out begins."""
    found = re.search(r"\s+", text)
    return found.end() if found else 0


def text_fragment(quote: str) -> str:
    """Returns what makes a browser open a page at a quotation: ``#:~:text=`` with its first and its last words."""
    words = quote.split()
    ends = [words] if len(words) <= 2 * _FRAGMENT_WORDS else [words[:_FRAGMENT_WORDS], words[-_FRAGMENT_WORDS:]]
    # Inside a fragment a dash and a comma have a meaning of their own.
    return "#:~:text=" + ",".join(
        quote_url(" ".join(end), safe="", errors="replace").replace("-", "%2D") for end in ends
    )


def link(url: str | None, words: str = "", fragment: str = "") -> str:
    """Returns a link to an original that tells it nothing of us; anything but http and https stays plain text.

    Args:
        url: The address.
        words: What to show instead of it.
        fragment: Where on the page to open it (see `text_fragment`), unless the address says so itself.
    """
    if not url:
        return ""
    try:
        address = urlsplit(url)
    except ValueError:
        return escaped(url)
    if address.scheme not in {"http", "https"} or not address.netloc:
        return escaped(url)
    place = "" if address.fragment else fragment
    attributes = f'class="original" href="{escape(url + place)}" rel="noreferrer noopener" target="_blank"'
    return f"<a {attributes}>{escaped(words or url)}</a>"


def article_path(article_id: str, at: Span, sentences: Iterable[Span] = ()) -> str:
    """Returns the address of an article's page on this server, opened at a passage.

    Args:
        article_id: Id of the article in the index.
        at: The passage to open it at.
        sentences: Sentences of the passage to bring out.
    """
    return f"/article/{quote_url(article_id, safe='')}?{_spans(at, sentences)}#hit"


def context_path(article_id: str, at: Span, sentences: Iterable[Span] = ()) -> str:
    """Returns the address of a quotation with more of the article around it; the arguments are those of a passage."""
    return f"/context/{quote_url(article_id, safe='')}?{_spans(at, sentences)}"


def _spans(at: Span, sentences: Iterable[Span]) -> str:
    return f"at={at[0]}-{at[1]}" + "".join(f"&mark={start}-{end}" for start, end in sentences)


def outlet_badge(outlet: str, outlets: Iterable[str]) -> str:
    """Returns the name of an outlet in its colour.

    Args:
        outlet: Display name.
        outlets: Every outlet of the index: the colour goes by the place among them, so neighbours differ.
    """
    names = sorted({*outlets, outlet} - {UNKNOWN_OUTLET}, key=str.casefold)
    colour = "none" if outlet == UNKNOWN_OUTLET else names.index(outlet) % OUTLET_COLOURS
    return f'<span class="outlet outlet-{colour}">{escaped(outlet)}</span>'
