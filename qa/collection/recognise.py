"""Recognises a question about the collection itself: by its form alone, and only where that leaves no doubt."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from qa.collection.frames import ADVERB, AUTHOR, DATE, FORMS, HINT, OUTLET, PERIOD
from qa.collection.wanted import read_wanted
from qa.errors import BadQuestion
from qa.question import Asks, Inquiry, Period

_LONGEST = 14  # words asked about; more are a sentence
_MOST = 256  # outlets, and times, of one question
_LONGEST_LIST = 500  # code points that a list may be wanted for
_QUOTES = re.compile("\"[^\"]*\"|“[^”]*”|„[^“”]*[“”]|(?<!\\w)'[^']*'(?!\\w)|‘[^’]*’(?!\\w)")
# What points at something else, or makes a clause of the words: no article is counted for these.
_POINTS = re.compile(
    r"(?:it|its|him|his|he|her|hers|she|them|they|their|theirs|this|that|these|those|us|me|my|our|your)\b"
)
_CLAUSE = re.compile(
    r"\b(?:that|who|whom|whose|what|when|where|why|how|which|whether|because|since|is|are|was|were|do|does|did|has|have|had)\b"
)
_SIGN = re.compile(f"[{OUTLET}{PERIOD}{AUTHOR}]")
_ADVERB = re.compile(r"[a-z]")  # how a time begins that may stand without "in": "last week", not "May 2025"


Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class NamedOutlet:
    """An outlet where a question names it."""

    start: int
    end: int
    name: str


def find_inquiry(
    text: str,
    outlets: Sequence[NamedOutlet],
    periods: Sequence[Period],
    unread: Iterable[str] = (),
    authors: Iterable[tuple[int, int]] = (),
) -> Inquiry | None:
    """Finds what a question asks of the collection itself.

    Args:
        text: The question, without operators.
        outlets: The outlets that it names, in order.
        periods: The times that it names, in order.
        unread: What the user took back; what an inquiry was told by is taken back whole, an outlet or a time no longer
            restricts it.
        authors: Spans of it that name authors of the index as such.

    Returns:
        The inquiry; None where passages are to answer.
    """
    if not HINT.search(text):
        return None
    named = _Named(text, outlets, periods, authors)
    for asks, form in FORMS:
        if (match := form.fullmatch(named.signed)) and (found := _inquiry(asks, match, named, set(unread))):
            return None if found.put in set(unread) else found
    return None


def read_inquiry(words: str) -> Inquiry:
    """Reads words that somebody wants a list of articles for; none stand for all articles.

    Raises:
        BadQuestion: There is no letter and no digit in them, or they are too many.
    """
    words = " ".join(words.encode("utf-8", "replace").decode("utf-8").split())
    if len(words) > _LONGEST_LIST:
        raise BadQuestion(f"The words have {len(words)} characters; give at most {_LONGEST_LIST}.")
    if words and not _have_phrases(words):
        raise BadQuestion(f"There is no word in “{words}”; name what the articles are to mention.")
    return Inquiry(Asks.LIST, words)


class _Named:
    """A question with one sign for each outlet and each time that it names."""

    def __init__(
        self,
        text: str,
        outlets: Sequence[NamedOutlet],
        periods: Sequence[Period],
        authors: Iterable[tuple[int, int]],
    ) -> None:
        text = _SIGN.sub("\ufffd", text)  # no sign comes from outside
        self._outlets: dict[str, str] = {}
        self._periods: dict[str, Period] = {}
        self._words: dict[str, str] = {}
        self._authors: dict[str, str] = {}
        spans = [(one.start, one.end, self._sign(OUTLET, self._outlets, one.name)) for one in outlets[:_MOST]]
        spans += [
            (start, end, self._sign(AUTHOR, self._authors, text[start:end]))
            for start, end in sorted(set(authors))[:_MOST]
        ]
        at = 0
        for period in periods[:_MOST]:
            at = text.index(period.words, at)
            kind = ADVERB if _ADVERB.match(period.words) else DATE
            spans.append((at, at + len(period.words), self._sign(kind, self._periods, period)))
            at += len(period.words)
        quoted = [one.span() for one in _QUOTES.finditer(text)]
        pieces, end = [], 0
        for start, stop, sign in sorted(spans):
            if start < end or any(left <= start and stop <= right for left, right in quoted):
                continue
            self._words[sign] = text[start:stop]
            pieces += [text[end:start], sign]
            end = stop
        self.signed = " ".join("".join([*pieces, text[end:]]).split())

    @staticmethod
    def _sign(kind: str, known: dict[str, Value], value: Value) -> str:
        sign = chr(ord(kind[0]) + len(known))
        known[sign] = value
        return sign

    def restored(self, signed: str) -> str:
        """Returns a piece of the question in its own words."""
        return _SIGN.sub(lambda sign: self._words[sign[0]], signed)

    def outlets_in(self, signed: str) -> tuple[str, ...]:
        """Returns the names of the outlets in a piece of the question, each once."""
        return tuple(dict.fromkeys(self._outlets[sign] for sign in signed if sign in self._outlets))

    def periods_in(self, signed: str) -> tuple[Period, ...]:
        """Returns the times in a piece of the question."""
        return tuple(self._periods[sign] for sign in signed if sign in self._periods)


def _inquiry(asks: Asks, match: re.Match[str], named: _Named, unread: set[str]) -> Inquiry | None:
    groups = {name: words for name, words in match.groupdict().items() if words is not None}
    place = next((name for name in groups if name.startswith("x")), None)
    start, end = match.span(place) if place else (len(match.string), len(match.string))
    asked = match.string[start:end]
    words = named.restored(asked).strip()
    if place and not _is_subject(words):
        return None
    rest = f"{match.string[:start]} {match.string[end:]}"
    without = named.outlets_in("".join(sign for name, sign in groups.items() if name.startswith("without")))
    outlets = tuple(name for name in named.outlets_in(rest) if name not in (*without, *unread))
    authors = (named.restored(words) for name, words in groups.items() if name.startswith("by"))
    return Inquiry(
        asks=asks,
        words=words,
        put=" ".join(named.restored(rest).split()).rstrip(" ?!."),
        outlets=outlets,
        without_outlets=tuple(name for name in without if name not in unread),
        periods=tuple(period for period in named.periods_in(rest) if period.words not in unread),
        authors=tuple(words for words in authors if words not in unread),
    )


def _is_subject(words: str) -> bool:
    """Says whether words are what articles may mention, rather than a part of a sentence."""
    bare = _QUOTES.sub(" ", words)
    if _POINTS.match(bare.lstrip(' "“').lower()) and not words[:1].isupper():
        return False
    if len(words.split()) > _LONGEST or _CLAUSE.search(bare):
        return False
    return _have_phrases(words)


def _have_phrases(words: str) -> bool:
    wanted = read_wanted(words)
    return all(phrase for reading in (wanted.whole, wanted.parts) if reading for phrase in reading.phrases)
