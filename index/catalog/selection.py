"""Which articles are searched: one value for everything that narrows them."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from index.search.condition import Condition


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
        conditions: What articles must hold or be beside that.
    """

    outlets: tuple[str, ...] = ()
    without_outlets: tuple[str, ...] = ()
    authors: tuple[str, ...] = ()
    since: date | None = None
    until: date | None = None
    exclude: tuple[str, ...] = ()
    conditions: tuple[Condition, ...] = ()

    def sql(self, meeting: Sequence[int] | None = None) -> tuple[str, list[str]]:
        """Returns it as a condition on the table of articles, with the values for it; empty where all pass.

        Args:
            meeting: Numbers of the articles that meet its conditions, which the table alone cannot tell.
        """
        if self.conditions and meeting is None:
            raise ValueError("Which articles meet the conditions must be found first.")
        conditions = {
            "outlet IN (SELECT value FROM json_each(?))": _listed(self.outlets),
            "outlet NOT IN (SELECT value FROM json_each(?))": _listed(self.without_outlets),
            "EXISTS (SELECT 1 FROM json_each(authors) WHERE value IN (SELECT value FROM json_each(?)))": _listed(
                self.authors
            ),
            "published >= ?": self.since and self.since.isoformat(),
            "published <= ?": self.until and self.until.isoformat(),
            "article_id NOT IN (SELECT value FROM json_each(?))": _listed(self.exclude),
            "number IN (SELECT value FROM json_each(?))": json.dumps(meeting) if meeting is not None else None,
        }
        given = {condition: value for condition, value in conditions.items() if value}
        return f"WHERE {' AND '.join(given)}" if given else "", list(given.values())


ALL = Selection()


def _listed(names: tuple[str, ...]) -> str | None:
    return json.dumps(names) if names else None
