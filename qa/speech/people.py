"""The people whom a text names: by full name, by surname, by what they are."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple

from qa.speech.words import (
    BODIES,
    GENDERS,
    HE,
    KIN,
    NO_NAMES,
    NO_ROLES,
    ROLE_ENDINGS,
    ROLES,
    SAYING,
    SHE,
    THINKING,
    TITLES,
    one_of,
)

_SHORT = r"(?:Mr|Mrs|Ms|Dr|Prof|Sen|Rep|Gov|Gen|St|Rev|Lt|Sgt|Capt|Col|Jr|Sr)\."
_TOKEN = rf"(?:{_SHORT}|(?:[A-Z]\.)+|[^\W\d_a-z](?:[\w-]|['’](?!s\b)(?=\w))*)"
_SMALL = r"(?:(?:de|del|della|di|da|van|von|der|den|la|le|bin|ibn|al|el|ten|ter|zu|dos)\s)"
NAME = re.compile(rf"(?<![\w’'-]){_TOKEN}(?:[ \u00a0](?:{_SMALL})*{_TOKEN})*")
_WORD = re.compile(r"[\w’'-]+")
_ROLE_BEFORE = re.compile(r"([a-z][\w-]+),?\s$")
_ARTICLES = frozenset({"the", "a", "an", "one", "his", "her", "another"})
_IN = frozenset({"in", "across", "near", "throughout", "outside"})
_ROLE_AFTER = re.compile(
    r",\s(?:the\s|an?\s|its\s|their\s)?((?:[\w’'-]+\s){0,4}?[\w’'-]+)(?=,|\.|\sof\s|\sat\s|\sfor\s|\sin\s|\sfrom\s)"
)
_KIN_BEFORE = re.compile(rf"\b(?P<kin>{'|'.join(KIN)})(?P<apart>,?)\s$")
# "X said that she", "X, a teacher, told reporters she": she is X, as another would be named
_OWN_PRONOUN = re.compile(
    rf"(?:(?:,\s[^,.;:“”\"\n]{{1,80}}){{1,2}},)?\s{one_of((*SAYING, *THINKING))}"
    rf"(?:\s(?:the\s)?[a-z]+)?\s(?:that\s)?({HE}|{SHE})\b"
)


class Named(NamedTuple):
    """A name where a text writes it; a tuple, as there are hundreds in an article.

    Attributes:
        start: Offset of its first word.
        end: Offset after its last one.
        words: Its words.
    """

    start: int
    end: int
    words: tuple[str, ...]

    @property
    def name(self) -> str:
        """Its words without titles: Boris Ahl, of Trader Boris Ahl."""
        return " ".join(self.words[_titles(self.words) :])

    @property
    def titles(self) -> tuple[str, ...]:
        """The titles before it, in lower case."""
        return tuple(word.lower().rstrip(".") for word in self.words[: _titles(self.words)])


@lru_cache(4096)
def _titles(words: tuple[str, ...]) -> int:
    """Returns how many of the words of a name are titles."""
    number = 0
    while len(words) - number > 1 and (
        _is_title(words[number]) or (len(words) - number > 2 and is_role(words[number]))
    ):
        number += 1
    return number


def find_names(text: str, start: int = 0, end: int | None = None) -> Iterator[Named]:
    """Finds what is written as names are: words with a capital letter, but for those that begin sentences."""
    for match in NAME.finditer(text, start, len(text) if end is None else end):
        written = match[0]
        if " " not in written and "\u00a0" not in written:
            if not _is_no_name(written) and not _is_first_word(written):
                yield Named(match.start(), match.end(), (written,))
            continue
        words = written.replace("\u00a0", " ").split(" ")
        while words and _is_no_name(words[-1]):
            words.pop()
        # "On Monday Boris Ahl", "Echoing Boris Ahl"
        last = max((number for number, word in enumerate(words) if _is_no_name(word)), default=-1) + 1
        last += len(words) - last > 1 and _is_first_word(words[last])
        at = match.start() + sum(len(word) + 1 for word in words[:last])
        if words[last:]:
            yield Named(at, at + len(" ".join(words[last:])), tuple(words[last:]))


@lru_cache(4096)
def _is_no_name(word: str) -> bool:
    return re.split("[’']", word, maxsplit=1)[0] in NO_NAMES  # "I’m", too


@lru_cache(4096)
def _is_first_word(word: str) -> bool:
    """Says whether a word may have its capital letter as the first of a sentence: "Echoing", "Eventually", "Asked"."""
    return len(word) > 5 and word.endswith(("ing", "ly", "ed")) and word.lower() not in GENDERS


def is_role(word: str) -> bool:
    """Says whether a word tells what somebody is, such as "mayor" or "librarian"."""
    word = word.lower()
    if word in NO_ROLES or word in GENDERS:
        return False
    return word in ROLES or (len(word) > 4 and word.endswith(ROLE_ENDINGS))


def _is_title(word: str) -> bool:
    plain = word.lower().rstrip(".")
    return plain not in GENDERS and (plain in TITLES or plain in ROLES)


@dataclass(frozen=True)
class People:
    """The people of one text.

    Attributes:
        full: Surname to the full names that end in it, each with how often it stands there.
        roles: What somebody is, such as "mayor", to the names of those who are called so, with their places.
        genders: Full name to "he" or "she", where the text or the given name tells.
        alone: Surnames and other names of one word.
        places: Last words of names that stand after "in": nobody is called so.
        met: All names in order, each with its place.
    """

    full: dict[str, Counter[str]] = field(default_factory=dict)
    roles: dict[str, list[tuple[int, str]]] = field(default_factory=dict)
    genders: dict[str, str] = field(default_factory=dict)
    alone: set[str] = field(default_factory=set)
    places: set[str] = field(default_factory=set)
    met: list[tuple[int, str]] = field(default_factory=list)

    @classmethod
    def of(cls, text: str, spans: Sequence[tuple[int, int]]) -> "People":
        """Finds the people of a text in some spans of it."""
        people = cls()
        names = [(named, named.name) for start, end in spans for named in find_names(text, start, end)]
        for _, name in names:
            if " " in name:
                people._meet(name)
            else:
                people.alone.add(name)
        for named, written in names:
            name = people.name(written)
            people.met.append((named.start, name))
            people._note(text, named, name)
            people._note_gender(text, named, name)
        return people

    def _meet(self, name: str) -> None:
        first, *_, last = name.split()
        known = self.full.setdefault(last, Counter())
        known[name] += 1
        if gender := GENDERS.get(first.lower()):
            self.genders[name] = gender

    def mean(self, pronoun: str, name: str) -> None:
        """Notes by which pronoun the text means somebody, so that the other one is somebody else."""
        if pronoun in (HE, SHE):
            self.genders.setdefault(name, pronoun)

    def named(self, start: int, end: int) -> list[tuple[int, str]]:
        """Returns who is named in a part of the text, with the places."""
        return self.met[bisect_left(self.met, (start,)) : bisect_left(self.met, (end,))]

    def is_known(self, name: str) -> bool:
        """Says whether a name is one of several words, or a surname of somebody whose full name the text gives."""
        return " " in name or name in self.full

    def _note(self, text: str, named: Named, name: str) -> None:
        """Notes what is said of somebody beside his name."""
        for title in named.titles:
            if gender := TITLES.get(title):
                self.genders[name] = gender
        before = _ROLE_BEFORE.search(text[max(0, named.start - 30) : named.start])
        if before and before[1] in _IN and text[named.end : named.end + 2] not in ("’s", "'s"):
            self.places.add(named.words[-1])
        after = _ROLE_AFTER.match(text, named.end) if text[named.end : named.end + 2] == ", " else None
        told = [*named.titles, *([before[1]] if before else []), *(after[1].split()[-1:] if after else [])]
        for word in told:
            if is_role(word) or word in TITLES:
                self.roles.setdefault(word.lower(), []).append((named.start, name))
                if word.lower().endswith("woman"):
                    self.genders[name] = SHE
                elif word.lower().endswith("man"):
                    self.genders[name] = HE

    def _note_gender(self, text: str, named: Named, name: str) -> None:
        """Notes "he" or "she" where the words beside a name tell."""
        kin = _KIN_BEFORE.search(text[max(0, named.start - 30) : named.start])
        # "his mother, X, said", but not "without his mother, X said"
        if kin and (not kin["apart"] or text[named.end : named.end + 1] == ","):
            self.mean(KIN[kin["kin"]], name)
        if " " in name and (own := _OWN_PRONOUN.match(text, named.end)):
            self.mean(own[1], name)

    def name(self, written: str) -> str:
        """Returns the fullest name of somebody: Boris Ahl, of Ahl; of two Ahls the one who is named more often."""
        *given, last = written.split()
        known = self.full.get(last)
        if not known or written in known:
            return written
        fitting = [name for name in known if set(given) <= set(name.split())]
        # "Trader Ahl": its first word is no given name of anybody here.
        if not fitting and len(given) == 1 and is_role(given[0]):
            fitting = list(known)
        return max(fitting, key=known.__getitem__) if fitting else written

    def called(self, phrase: str, at: int) -> str:
        """Returns who "the mayor" is, an empty text where nobody here is called so before."""
        for word in _WORD.findall(phrase)[:4]:
            if word.lower() in self.roles:
                before = [name for place, name in self.roles[word.lower()] if place < at]
                return before[-1] if before else ""
        return ""

    def roles_of(self, name: str) -> tuple[str, ...]:
        """Returns what somebody is called beside his name."""
        return tuple(role for role, people in self.roles.items() if any(name == other for _, other in people))

    def may_be(self, pronoun: str, name: str) -> bool:
        """Says whether "he" or "she" may be somebody who speaks or is spoken of; "they" may be anybody."""
        if pronoun not in (HE, SHE):
            return True
        if gender := self.genders.get(name):
            return gender == pronoun
        words = name.split()
        if words[0].lower() in _ARTICLES:  # "a spokeswoman"
            return not any(
                word.endswith("woman") if pronoun == HE else re.search("(?<!wo)man$", word) for word in words
            )
        shouted = words[0].isupper() and "." not in words[0]
        return words[-1].lower() not in BODIES and words[-1] not in self.places and not shouted

    def is_person(self, name: str) -> bool:
        """Says whether a name is surely somebody's: called by the surname later, or by an office, or a given name."""
        return name in self.genders or name.split()[-1] in self.alone or bool(self.roles_of(name))
