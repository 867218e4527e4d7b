"""A quotation: a piece of an article as it is shown, with what is brought out of it."""

from collections.abc import Sequence
from dataclasses import dataclass

from page.html.segments import Mark, Segment, Span, segments
from qa.passage import Passage

_LONG = 420  # characters; a shorter quotation is shown whole at once
_AROUND = "around"


@dataclass(frozen=True, slots=True)
class Quotation:
    """A piece of an article.

    Attributes:
        start: Offset of its first code point in the article.
        end: Offset after its last.
        segments: Its words, exactly; those of the kind ``"around"`` wait until they are asked for.
        more: Address of the same quotation with more of the article around it; empty when there is no more.
    """

    start: int
    end: int
    segments: tuple[Segment, ...]
    more: str = ""

    @property
    def has_more(self) -> bool:
        """Whether there is anything that is not shown at once."""
        return bool(self.more) or any(segment.kind == _AROUND for segment in self.segments)


def quotation(
    text: str, start: int, sentences: Sequence[Span], more: str = "", *, folded: bool = False, kept: Sequence[Span] = ()
) -> Quotation:
    """Makes a quotation.

    Args:
        text: The words.
        start: Offset of the first in the article.
        sentences: Spans of the article to bring out.
        more: Address of the same quotation with more of the article around it; empty when there is no more.
        folded: Whether the paragraphs before and after those that are brought out wait until they are asked for.
        kept: Spans of the article that never wait, though they are not brought out.
    """
    end = start + len(text)
    left, right = _core(text, start, sentences, kept) if folded else (start, end)
    shown = segments(text[left - start : right - start], left, (Mark(*span) for span in sentences))
    return Quotation(start, end, (_around(text[: left - start]), *shown, _around(text[right - start :])), more)


def sentence(quote: Passage) -> Quotation:
    """Returns a sentence, with what is brought out in it marked; one that is brought out whole needs no mark."""
    start, end = quote.citation.start, quote.citation.end
    marks = [Mark(mark.start, mark.end) for mark in quote.highlights if mark.end - mark.start < len(quote.text)]
    return Quotation(start, end, segments(quote.text, start, marks))


def _core(text: str, start: int, sentences: Sequence[Span], kept: Sequence[Span]) -> Span:
    """Returns the span of the paragraphs that hold what is shown; all of a short text or an unmarked one."""
    if len(text) < _LONG or not sentences:
        return start, start + len(text)
    spans = (*sentences, *kept)
    first, last = min(left for left, _ in spans) - start, max(right for _, right in spans) - start
    before = text.rfind("\n", 0, max(first, 0) + 1) + 1
    after = text.find("\n", max(min(last, len(text)) - 1, first))
    return start + min(before, max(first, 0)), start + (len(text) if after < 0 else after)


def _around(text: str) -> Segment:
    return Segment(text, _AROUND if text.strip() else "")
