"""Paragraphs of an article: where each begins and ends."""

import re

from page.html.segments import Span

_BLANK_LINES = re.compile(r"\n\s*\n")


_LINE_ENDS = re.compile(r"\n")


_FURTHEST = 800  # characters that a quotation grows by at each end, at most


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
