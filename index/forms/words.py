"""The words of articles as they are written, and what they become when marks and accents do not count."""

import re
from dataclasses import dataclass
from typing import NamedTuple

from corpus.text.folding import squash

_WORD = re.compile(r"\b[^\W\d_]+(?:[-'’][^\W\d_]+)*\b")
_INSIDE = re.compile(r"(?:(?<=[^\W\d_] )|(?<=[^\W\d_], ))[^\W\d_a-z][^\W\d_]+(?:[-'’][^\W\d_]+)*\b")
_ENDING = re.compile(r"['’](?:s|t|ll|re|ve|d|m)?$", re.IGNORECASE)
LETTERS = str.maketrans({"ø": "o", "æ": "ae", "œ": "oe", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i"})
SPELLED_OUT = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ø": "oe", "å": "aa"})
LONGEST = 40  # letters; what is longer is no word


class Word(NamedTuple):
    """A word that articles hold; a tuple, as a question may look at thousands.

    Attributes:
        written: As they write it, in lower case.
        folded: Its letters without accents, hyphens and apostrophes.
        articles: How many articles hold it.
        lower: How many hold it without a capital letter.
        capital: How many hold it with one inside a sentence.
    """

    written: str
    folded: str
    articles: int
    lower: int
    capital: int

    @property
    def is_name(self) -> bool:
        """Whether it is nearly always written with a capital letter."""
        return self.capital >= 10 * self.lower and self.capital > 0

    @property
    def is_common(self) -> bool:
        """Whether it is often written without one; of a word that only begins sentences neither is known."""
        return self.lower > 0 and not self.is_name


@dataclass(frozen=True, slots=True)
class Words:
    """The words of one text, in lower case, each once.

    Attributes:
        all: All of them.
        lower: Those that stand there without a capital letter.
        capital: Those that stand there with one inside a sentence.
    """

    all: frozenset[str]
    lower: frozenset[str]
    capital: frozenset[str]


def words_of(text: str) -> Words:
    """Finds the words of a text; compounds with a hyphen or an apostrophe count as one, and their parts as well."""
    written = {form for word in set(_WORD.findall(text)) for form in _forms(word)}
    inside = {form for word in set(_INSIDE.findall(text)) for form in _forms(word)}
    return Words(
        frozenset(word.lower() for word in written),
        frozenset(word for word in written if word.islower()),
        frozenset(word.lower() for word in inside),
    )


def _forms(word: str) -> list[str]:
    if word.isalpha():
        return [word] if len(word) <= LONGEST else []
    word = _ENDING.sub("", word)
    parts = re.split(r"[-'’]", word)
    return [form for form in {word, *parts} if 1 < len(form) <= LONGEST]


def folded(word: str) -> str:
    """Returns a word without accents, hyphens and apostrophes, in lower case."""
    return squash(word.lower().translate(LETTERS))


def spelled_out(word: str) -> str:
    """Returns it with "ue" for "ü", "oe" for "ø", "aa" for "å" and so on."""
    return squash(word.lower().translate(SPELLED_OUT).translate(LETTERS))


def foldings(word: str) -> frozenset[str]:
    """Returns both."""
    return frozenset((folded(word), spelled_out(word)))
