"""The words that a figure has for itself in its sentence, and what they say of two figures: the same thing or not."""

import re
from collections.abc import Set
from dataclasses import dataclass, field

from corpus.text.date_words import MONTHS, WEEKDAYS
from qa.figures.counted import PEOPLE
from qa.language import content_terms

_LARGE = f"[{''.join(filter(str.isupper, map(chr, range(0x530))))}]"  # of Latin, Greek and Cyrillic letters
CAPITAL = re.compile(rf"\b(?:{_LARGE}|[a-z]{{1,2}}{_LARGE})[\w’'-]*")
_ITS = re.compile(r"[’']s?$")
_NEXT = re.compile(rf"\s{_LARGE}")
_YEAR = re.compile(r"(?<![\w.,])(?:19|20)\d\d(?![\w%]|[.,]\d)")
_OF_NAME = re.compile(
    rf"\b(?!(?:{'|'.join(MONTHS)})\b)(?-i:{_LARGE})[\w’'-]*\s(\d{{1,3}})\b(?![,.%]?\d|\s?%)", re.IGNORECASE
)
_OF_AGE = re.compile(r"\b(?:over|under|aged|above|below)\s(\d\d)\b(?!\d|[.,]\d)")  # "women over 60", "the over-60s"
_NUMBER = re.compile(r"(?<![\w-])[$€£]?\d[\d.,]*%?(?![\w-])")
_QUOTES = "\"'“‘«»„ "
# Words that stand with figures of every kind.
PLAIN = frozenset(
    content_terms(
        "already "
        "among amount ask asks average away came cent charge charges climb climbed come comes cost costing costs count "
        "counted counts distance drop dropped fall falls far fare fares fell few figure figures gained gets got "
        "grew grow hour hours just lasted lasts length less lie lies like likely ll long minute minutes month "
        "months need needed needs new now number numbers old one ones only paid part pay pays people per percent "
        "percentage place polled price priced prices put puts raise raised re reach reached receive received "
        "remain respectively rise rises rose s sank scored share shares sink size spend spends spent stand stands "
        "still sum t take takes ticket tickets time today took total trip ve vote voted voters votes want wants "
        "week weeks win won worth year years yet"
    )
)
_DAYS = frozenset(content_terms(" ".join((*WEEKDAYS, *MONTHS))))  # they tell figures apart, and name nobody
NAME_WEIGHT = 2
LEAST_LIKE = 0.35  # of figures that others stand beside: a place alone is of all of them


@dataclass(frozen=True, slots=True)
class Bound:
    """The words of a sentence that a figure has for itself.

    Attributes:
        terms: Their terms, without those that stand with figures of every kind.
        names: Those of them that are names or years.
        beside: What the other figures of the same kind in the sentence are bound to.
        listed: Whether it stands in a list whose items nothing tells apart.
    """

    terms: frozenset[str] = frozenset()
    names: frozenset[str] = frozenset()
    beside: tuple["Bound", ...] = field(default=(), repr=False)
    listed: bool = False

    @property
    def numbers(self) -> frozenset[str]:
        """The numbers of its names, as in "Pixel 8"."""
        return numbers_in(self.names)

    def likeness(self, other: "Bound") -> float:
        """Returns which share of the fewer words two figures have in common, 0 to 1; names count twice."""
        names = self.names | other.names
        fewer = min(_weight(self.terms, names), _weight(other.terms, names))
        return _weight(self.terms & other.terms, names) / fewer if fewer else 0.0

    def may_be_of(self, other: "Bound") -> bool:
        """Says whether two figures may be of the same thing: each is more like the other than any that stands beside.

        Where neither sentence has another figure of the kind, they may, unless both speak of one thing under two
        names, as of a ferry to Osk and of one to Tarn.
        """
        if (self.listed and self.beside) or (other.listed and other.beside):
            return False
        apart = bool(self.names and other.names) and not (self.names & other.terms or other.names & self.terms)
        if not self.beside and not other.beside:
            return not (apart and self.terms & other.terms)
        rivals = [rival.likeness(other) for rival in self.beside] + [self.likeness(rival) for rival in other.beside]
        return not apart and self.likeness(other) > max(LEAST_LIKE, *rivals)


def _weight(terms: frozenset[str], names: frozenset[str]) -> int:
    return len(terms) + (NAME_WEIGHT - 1) * len(terms & names)


def terms_of(text: str) -> frozenset[str]:
    """Returns the terms of words that say what a figure is of, years among them."""
    text = _OF_AGE.sub(r" \1s ", text)
    return frozenset(content_terms(_NUMBER.sub(" ", text))) - PLAIN | _numbered(text)


def names_of(text: str, sentence: str, known: Set[str] = frozenset()) -> frozenset[str]:
    """Returns the terms of names and years in a part of a sentence.

    Args:
        text: The part.
        sentence: The sentence. A word that begins it is a name where another one follows it.
        known: Names, by which a sentence may begin.
    """
    found = []
    for match in CAPITAL.finditer(text):
        initial = not re.search(r"\w", text[: match.start()]) and sentence.lstrip(_QUOTES).startswith(match[0])
        if not initial or match[0] in known or _is_owner(match[0]) or _NEXT.match(text, match.end()):
            found.append(match[0])
    return (frozenset(content_terms(" ".join(found))) | _numbered(text)) - PLAIN - _DAYS


def _is_owner(word: str) -> bool:
    """Says whether a word that begins a sentence names whose something is: "Osk's school", but not "Children's"."""
    return bool(_ITS.search(word)) and not frozenset(content_terms(_ITS.sub("", word))) & (PEOPLE | PLAIN | _DAYS)


def numbers_in(names: Set[str]) -> frozenset[str]:
    """Returns the numbers among names."""
    return frozenset(name for name in names if name.isdecimal())


def _numbered(text: str) -> frozenset[str]:
    """Returns years, and numbers that belong to a name: "Pixel 8"."""
    return frozenset(_YEAR.findall(text)) | frozenset(match[1] for match in _OF_NAME.finditer(text))
