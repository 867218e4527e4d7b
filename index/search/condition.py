"""Conditions: what an article must hold, or be, to be searched."""

from dataclasses import dataclass
from datetime import date
from typing import TypeAlias


@dataclass(frozen=True, slots=True)
class Word:
    """Its text or headline holds a word in some form; several words stand side by side.

    Attributes:
        text: As it is written; compared by its terms.
    """

    text: str


@dataclass(frozen=True, slots=True)
class Prefix:
    """Its text or headline holds a word that begins with some letters, whatever its stem is.

    Attributes:
        letters: As they are written; case and accents do not count.
    """

    letters: str


@dataclass(frozen=True, slots=True)
class Near:
    """A passage of it, or its headline, holds some words, in any order, with few others among them.

    Attributes:
        text: The words as they are written.
        others: How many other words may stand among them.
    """

    text: str
    others: int


@dataclass(frozen=True, slots=True)
class Outlet:
    """It is of an outlet, given by its display name."""

    name: str


@dataclass(frozen=True, slots=True)
class Author:
    """It is by an author, given by the name that articles give."""

    name: str


@dataclass(frozen=True, slots=True)
class Published:
    """It is dated from one day to another, both inclusive; None leaves an end open, and no date is never met."""

    since: date | None
    until: date | None


@dataclass(frozen=True, slots=True)
class All:
    """It meets each of some conditions."""

    parts: tuple["Condition", ...]


@dataclass(frozen=True, slots=True)
class Any:
    """It meets at least one of some conditions."""

    parts: tuple["Condition", ...]


@dataclass(frozen=True, slots=True)
class Not:
    """It does not meet a condition."""

    part: "Condition"


Leaf: TypeAlias = Word | Prefix | Near | Outlet | Author | Published
Condition: TypeAlias = Leaf | All | Any | Not
