"""How what is handed on came about: what was asked, of which articles, when, by which version."""

from dataclasses import dataclass
from datetime import datetime
from importlib.metadata import version


@dataclass(frozen=True, slots=True)
class Searched:
    """One search.

    Attributes:
        asked: The user's own words.
        understood: What was understood of them beside the words, and what the filters left, in words.
        articles: How many articles were searched.
    """

    asked: str
    understood: str
    articles: int


@dataclass(frozen=True, slots=True)
class Provenance:
    """How what is handed on came about.

    Attributes:
        searches: What was searched for, in the order of what is handed on.
        made: When it was made, with its zone.
        built: When the index that it was made from was made, with its zone.
        articles: How many articles the index held.
        outlets: Of how many outlets they were.
        version: The version of Dateline.
    """

    searches: tuple[Searched, ...]
    made: datetime
    built: datetime
    articles: int
    outlets: int
    version: str = version("dateline")
