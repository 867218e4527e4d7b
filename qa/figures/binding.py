"""Binds each figure of a sentence to the words that say what it is of, apart from those of the figures beside it."""

import re
from collections.abc import Sequence, Set
from dataclasses import dataclass
from itertools import pairwise

from qa.figures.bound import CAPITAL, Bound, names_of, terms_of

Span = tuple[int, int]

# Where the words of one figure end and those of the next begin.
_BREAK = re.compile(
    r"[;:()–—]|,(?!\d)|\s-\s|\b(?:and|but|while|whereas|against|versus|than|compared (?:with|to))\b|"
    r"\bto\b(?=\s+\w+[’']s?\s)",
    re.IGNORECASE,
)
_FIRM = re.compile(r"[;:–—]|\s-\s|,\s+(?:but|while|whereas)\b")
_ASIDE = re.compile(r",\s+(?:which|who|whose|where)\b[^,;]*(?=[,;])", re.IGNORECASE)
_WHICH = re.compile(r",\s+(?:which|who|that(?!\s+(?:of|in|at|to|for|from)\b))\b(?=[^,;]*$)", re.IGNORECASE)
# Whoever says it is not what it is of.
_SPEAKER = re.compile(
    r",[^,;:]*\b(?:said|says?|told|reported|reports|announced|announces|found|wrote|writes|puts?|estimates?|estimated|"
    r"according to)\b[^;]*$|,?\s*\baccording to\s[^,;]*|"
    r"^[^,;:\d]*\b(?:said|says|announced|reported|found|told)(?:\s+on\s+\w+)?\s*(?:that\b|,|:)",
    re.IGNORECASE,
)
# "X beat Y with 53 per cent": it is not of Y.
_BEATEN = re.compile(
    r"\b(?:beat|beats|beaten|defeat(?:s|ed)?|ahead of|than|unlike|instead of|followed by|behind)\b[^,;]*?"
    r"(?=\b(?:with|by|at|to)\b|[,;]|$)",
    re.IGNORECASE,
)
_ITEM = re.compile(r",\s*(?:and\b)?|\band\b|\b(?:beat|beats|defeat(?:s|ed)|against|over|v|vs|versus)\b", re.IGNORECASE)
_RESPECTIVELY = re.compile(r"\brespectively\b|\bin that order\b", re.IGNORECASE)
_POINTS_BACK = re.compile(r"^\W*(?:she|he|they|it|this|these|that|her|his|their|its)\b", re.IGNORECASE)
_BEHIND = re.compile(r"\W*(?:of|for|to|in|on|at|by|from|is|are|was|were|went|goes|go|among|with|per)\b", re.IGNORECASE)


@dataclass(slots=True)
class _Piece:
    """What stands before and behind a figure and belongs to it."""

    before: str = ""
    behind: str = ""

    @property
    def text(self) -> str:
        return f"{self.before} {self.behind}"


def bind(sentence: str, figures: Sequence[Span], earlier: str = "", known: Set[str] = frozenset()) -> list[Bound]:
    """Binds the figures of one kind in a sentence.

    Args:
        sentence: The sentence.
        figures: Their spans, in order.
        earlier: The sentence before: "She took 53 per cent" is of whom that one names.
        known: Names, by which a sentence may begin.

    Returns:
        One for each figure, without those beside it.
    """
    words = [piece.text for piece in _pieces(sentence, figures)]
    listed = len(figures) > 1 and not any(map(terms_of, words[1:]))
    if listed and (named := _in_turn(sentence, figures)):
        words, listed = named, False
    if _POINTS_BACK.match(words[0]) and not names_of(words[0], sentence, known):
        words[0] += " " + " ".join(CAPITAL.findall(_SPEAKER.sub(" ", earlier)))
    return [Bound(terms_of(text), names_of(text, sentence, known), (), listed) for text in words]


def _pieces(sentence: str, figures: Sequence[Span]) -> list[_Piece]:
    """Cuts a sentence into what belongs to each figure."""
    pieces = [_Piece() for _ in figures]
    gaps = [_cut(_WHICH.sub(" ", _ASIDE.sub("", sentence[end:start]))) for (_, end), (start, _) in pairwise(figures)]
    for piece, (left, _, _) in zip(pieces, gaps, strict=False):
        piece.behind = left
    tail = _SPEAKER.sub(" ", sentence[figures[-1][1] :])
    end = _BREAK.search(tail)
    pieces[-1].behind = tail[: end.start()] if end else tail
    for (one, other), (_, middle, right) in zip(pairwise(pieces), gaps, strict=True):
        if terms_of(right) or terms_of(other.behind):
            one.behind += f" {middle}"
            other.before = right
        else:
            other.before = f"{middle} {right}"
    # "Of the budget, 3 million go to the school and 2 million to the road": its beginning is of both.
    of_all = len(pieces) > 1 and all(terms_of(piece.behind) for piece in pieces)
    if not of_all or any(terms_of(piece.before) for piece in pieces[1:]):
        pieces[0].before = _beginning(sentence[: figures[0][0]])
    return pieces


def _cut(gap: str) -> tuple[str, str, str]:
    """Cuts what stands between two figures: what surely is of the first, of either, surely of the second."""
    breaks = list(_FIRM.finditer(gap)) or list(_BREAK.finditer(gap))
    if not breaks:
        return (gap, "", "") if _BEHIND.match(gap) else ("", "", gap)
    return gap[: breaks[0].start()], gap[breaks[0].end() : breaks[-1].start()], gap[breaks[-1].end() :]


def _beginning(text: str) -> str:
    text = _SPEAKER.sub(" ", text)
    firm = list(_FIRM.finditer(text))
    return _BEATEN.sub(" ", text[firm[-1].end() :] if firm else text)


def _in_turn(sentence: str, figures: Sequence[Span]) -> list[str]:
    """Returns what is named in a row before as many figures: "Osk and Tarn have 400 and 900 inhabitants"."""
    start = _SPEAKER.sub(" ", sentence[: figures[0][0]])
    items = [item for item in _ITEM.split(start) if terms_of(item)]
    if _RESPECTIVELY.search(sentence):
        return items[-len(figures) :] if len(items) >= len(figures) else []
    named = [item for item in items if names_of(item, sentence)]
    return named if len(named) == len(figures) else []
