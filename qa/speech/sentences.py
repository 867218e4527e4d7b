"""Cuts a paragraph into sentences, what is quoted in them masked and never cut."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from qa.speech.attribution import MASK
from qa.speech.quoted import Quoted
from qa.speech.words import SAYING, one_of

_END = re.compile(rf"[.!?…]+[\"”’»)\]]*\s+(?=[\"“„«‘'(\[{MASK}]?[^\Wa-z_]|{MASK}|\()")
_NO_END = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|Prof|Sen|Rep|Gov|Gen|St|Rev|Lt|Sgt|Capt|Col|No|vs|Inc|Co|Corp|Ltd|a\.m|p\.m|e\.g|i\.e)|\b[A-Z])\.$"
)
ATTRIBUTED = re.compile(rf"\s*(?:(?:[Hh]e|[Ss]he|[Tt]hey|[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+)?)\s)?{one_of(SAYING)}\b")


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a paragraph.

    Attributes:
        start: Its offset in the text.
        masked: Its words, what is quoted in it masked.
        quoted: What is quoted in it.
    """

    start: int
    masked: str
    quoted: tuple[Quoted, ...]

    def holds(self, place: int) -> bool:
        """Says whether an offset of the text lies in its own words, outside of quotation marks."""
        return self.masked[place - self.start] != MASK

    @property
    def is_quoted(self) -> bool:
        """Whether nothing but what is quoted stands in it."""
        return bool(self.quoted) and not re.search(r"\w", self.masked)


def find_sentences(paragraph: str, start: int, text: str, quoted: list[Quoted]) -> Iterator[Sentence]:
    """Cuts a paragraph into sentences; what is quoted is never cut."""
    masked = _masked(paragraph, start, text, quoted)
    cuts = [0, *(end for end in _ends(masked)), len(masked)]
    for at, end in pairwise(cuts):
        inside = tuple(one for one in quoted if at <= one.start - start < end)
        words = masked[at:end]
        skip = len(words) - len(words.lstrip())
        if words.strip():
            yield Sentence(start + at + skip, words[skip:].replace("\ufffb", MASK), inside)


def _masked(paragraph: str, start: int, text: str, quoted: list[Quoted]) -> str:
    masked = paragraph
    for one in quoted:
        first, last = one.start - start, one.end - start
        inner = text[one.start : one.end].rstrip("\"”’'»“‘›«‹ ")
        # What ends with a full stop ends its sentence, what ends with a comma does not.
        closed = inner[-1:] in (".", "!", "?", "…")
        sign = inner[-1] if closed and inner[-1] != "…" else "." if closed else MASK
        masked = masked[:first] + MASK * (last - first - 1) + sign + masked[last:]
    return masked


def _ends(masked: str) -> Iterator[int]:
    for match in _END.finditer(masked):
        before = masked[: match.start() + 1]
        if _NO_END.search(before):
            continue
        asked = masked[match.start()] in "!?" and masked[match.start() - 1] == MASK
        if asked and ATTRIBUTED.match(masked, match.end() - 1):
            continue
        yield match.end()
