"""Words of a text as they are compared: whatever the marks, dashes and spaces between them, capitals and accents."""

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

from index.places.written import UNSPACED

_LETTER = rf"[^\W_{UNSPACED}]"
_WORD = re.compile(rf"[{UNSPACED}]|\d+(?:[.,:]\d+)+|{_LETTER}+(?:['’‘ʼ]{_LETTER}+)*|[$€£¥₹%§°&]")
_APOSTROPHES = re.compile("[’‘ʼ]")
_ACCENTS = re.compile("[\u0300-\u036f]+")
_THOUSANDS = re.compile(r"(?<=\d),(?=\d{3}(?!\d))")
_KEPT = 20_000  # words whose keys are known


class Word(NamedTuple):
    """A word of a text, or a sign that is read like one.

    Attributes:
        key: What it is compared by.
        start: Offset of its first code point.
        end: Offset after its last.
    """

    key: str
    start: int
    end: int


def words_of(text: str, start: int = 0, end: int | None = None) -> list[Word]:
    """Returns the words of a text, or of a part of it, in order."""
    found = _WORD.finditer(text, start, len(text) if end is None else end)
    return [Word(_key(match[0]), *match.span()) for match in found]


@lru_cache(_KEPT)
def _key(word: str) -> str:
    small = _THOUSANDS.sub("", word.casefold())
    if small.isascii():
        return small
    return _ACCENTS.sub("", unicodedata.normalize("NFKD", _APOSTROPHES.sub("'", small)))
