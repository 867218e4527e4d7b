"""Turns the operators of a question to filters, with outlets and authors by the names that the index has for them."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import date

from index.search.condition import All, Any, Author, Condition, Not, Outlet, Published
from qa.errors import BadQuestion
from qa.question import Filters
from qa.scope.known_authors import NOBODY, KnownAuthors
from qa.scope.outlet_names import OutletNames


def _nothing(_: str) -> tuple[str, ...]:
    return ()


class Operators:
    """What operators and filters mean in an index."""

    def __init__(
        self, outlets: OutletNames, authors: KnownAuthors = NOBODY, beginning: Callable[[str], Sequence[str]] = _nothing
    ) -> None:
        """Takes what the index has.

        Args:
            outlets: Its outlets.
            authors: Its authors.
            beginning: Gives the words of its articles that begin with some letters.
        """
        self._outlets = outlets
        self._authors = authors
        self._beginning = beginning

    def beginning(self, letters: str) -> str:
        """Returns the words to search for in place of their beginning: itself where no word begins so."""
        return " ".join(self._beginning(letters)) or letters

    def displayed(self, filters: Filters) -> Filters:
        """Replaces each outlet and author of filters by the name that the index has.

        Raises:
            BadQuestion: There is none.
        """
        return replace(
            filters,
            outlets=tuple(dict.fromkeys(map(self._outlet, filters.outlets))),
            without_outlets=tuple(dict.fromkeys(map(self._outlet, filters.without_outlets))),
            authors=tuple(dict.fromkeys(name for one in filters.authors for name in self._authors.resolve(one))),
        )

    def narrowed(self, filters: Filters, conditions: Iterable[Condition]) -> Filters:
        """Adds conditions to filters.

        Raises:
            BadQuestion: An outlet or author is not in the index, or no day is left.
        """
        for condition in conditions:
            filters = self._with(filters, condition)
        return self.displayed(filters)

    def _with(self, filters: Filters, condition: Condition) -> Filters:
        match condition:
            case Outlet(name):
                return replace(filters, outlets=(*filters.outlets, name))
            case Not(Outlet(name)):
                return replace(filters, without_outlets=(*filters.without_outlets, name))
            case Author(name):
                return replace(filters, authors=(*filters.authors, name))
            case Published(since, until):
                return replace(filters, since=_last(filters.since, since), until=_first(filters.until, until))
            case _:
                met = dict.fromkeys((*filters.conditions, self._named(condition)))
                return replace(filters, conditions=tuple(met))

    def _named(self, condition: Condition) -> Condition:
        match condition:
            case All(parts):
                return All(tuple(map(self._named, parts)))
            case Any(parts):
                return Any(tuple(map(self._named, parts)))
            case Not(part):
                return Not(self._named(part))
            case Outlet(name):
                return Outlet(self._outlet(name))
            case Author(name):
                named = tuple(map(Author, self._authors.resolve(name)))
                return named[0] if len(named) == 1 else Any(named)
            case _:
                return condition

    def _outlet(self, name: str) -> str:
        display = self._outlets.resolve(name)
        if display is None:
            raise BadQuestion(f"No outlet in the index is called {name!r}; `dateline status` lists them.")
        return display


def _last(one: date | None, other: date | None) -> date | None:
    return max(one, other) if one and other else one or other


def _first(one: date | None, other: date | None) -> date | None:
    return min(one, other) if one and other else one or other
