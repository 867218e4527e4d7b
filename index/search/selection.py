"""Which articles are searched: one value for everything that narrows them, which each store translates."""

from dataclasses import dataclass, replace
from datetime import date
from typing import Self

from index.search.condition import Condition, Outlet


@dataclass(frozen=True, slots=True)
class Selection:
    """Which articles are searched; without a value, all.

    Attributes:
        outlets: Display names of outlets; empty means all.
        without_outlets: Display names of outlets to leave out.
        authors: Names of authors as articles give them; an article of any of them passes. Empty means all.
        since: First day of publication, inclusive. An article without a date never passes a date.
        until: Last day of publication, inclusive.
        exclude: Ids of articles to leave out.
        conditions: What else an article must meet.
    """

    outlets: tuple[str, ...] = ()
    without_outlets: tuple[str, ...] = ()
    authors: tuple[str, ...] = ()
    since: date | None = None
    until: date | None = None
    exclude: tuple[str, ...] = ()
    conditions: tuple[Condition, ...] = ()

    def of_outlet(self, outlet: str) -> Self:
        """Returns the part of it that is of one outlet; nothing, where it leaves that out."""
        if self.outlets and outlet not in self.outlets:
            return replace(self, conditions=(*self.conditions, Outlet(outlet)))
        return replace(self, outlets=(outlet,))


ALL = Selection()
