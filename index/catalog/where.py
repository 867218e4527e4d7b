"""A selection of articles as SQL, and what may be wrong with an article."""

import json
from collections.abc import Sequence
from enum import Enum

from corpus.article import UNKNOWN_OUTLET
from index.search import Selection


def _flagged(name: str) -> str:
    return f"number IN (SELECT article FROM flag WHERE name = '{name}')"


class Doubt(Enum):
    """A doubt about an article, as a condition on the table of articles; each is answered by an index."""

    OUTLET = f"outlet = '{UNKNOWN_OUTLET}'"
    DAY = "published IS NULL"
    AHEAD = "published > date('now', 'localtime', '+1 day')"  # as `corpus.metadata.future.lies_ahead` has it
    HEADLINE = "(title = '') = 1"  # the index of headlines knows it in this form alone
    STUB = _flagged("stub")
    ENCODING = _flagged("encoding-guessed")
    GENERATED = _flagged("ai-generated")


def where(selection: Selection, meeting: Sequence[int] | None = None) -> tuple[str, list[str]]:
    """Returns a selection as a condition on the table of articles, with the values for it; empty where all pass.

    Args:
        selection: The selection.
        meeting: Numbers of the articles that meet its conditions, which the table alone cannot tell.
    """
    if selection.conditions and meeting is None:
        raise ValueError("Which articles meet the conditions must be found first.")
    conditions = {
        "outlet IN (SELECT value FROM json_each(?))": _listed(selection.outlets),
        "outlet NOT IN (SELECT value FROM json_each(?))": _listed(selection.without_outlets),
        "number IN (SELECT article FROM author WHERE name IN (SELECT value FROM json_each(?)))": _listed(
            selection.authors
        ),
        "published >= ?": selection.since and selection.since.isoformat(),
        "published <= ?": selection.until and selection.until.isoformat(),
        "article_id NOT IN (SELECT value FROM json_each(?))": _listed(selection.exclude),
        "number IN (SELECT value FROM json_each(?))": json.dumps(meeting) if meeting is not None else None,
    }
    given = {condition: value for condition, value in conditions.items() if value}
    return f"WHERE {' AND '.join(given)}" if given else "", list(given.values())


def _listed(names: tuple[str, ...]) -> str | None:
    return json.dumps(names) if names else None
