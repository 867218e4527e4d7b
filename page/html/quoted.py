"""What an address quotes of an article, found in the article as it is now."""

from collections.abc import Sequence
from dataclasses import dataclass

from page.html.anchors import Anchor
from page.html.segments import Span

_CHANGED = "The article has changed since this was quoted"
_MOVED = f"{_CHANGED}. The passage still stands in it, word for word."
_MARKED = f"{_CHANGED}, and so has the passage. What is marked still stands in it, word for word."
_GONE = f"{_CHANGED}. The passage no longer stands in it as quoted."


@dataclass(frozen=True, slots=True)
class Quoted:
    """A passage and the sentences that are brought out of it.

    Attributes:
        at: Where the passage stands; None where it no longer does.
        sentences: Where those of its sentences stand that still do.
        told: What a reader must know of what has changed since; empty where nothing has.
    """

    at: Span | None
    sentences: tuple[Span, ...]
    told: str = ""


def find_quoted(text: str, at: Anchor | None, marks: Sequence[Anchor] = ()) -> Quoted:
    """Finds a passage, or at least its sentences, in an article.

    Args:
        text: The article as it is now.
        at: The passage as it was quoted; None where none was.
        marks: Sentences of it that were brought out.
    """
    if at is None:
        return Quoted(None, ())
    place = at.find(text)
    by = place[0] - at.start if place else 0
    sentences = tuple(span for mark in marks if (span := mark.moved(by).find(text)))
    if place:
        return Quoted(place, sentences, _MOVED if by else "")
    return Quoted(None, sentences, _MARKED if sentences else _GONE)
