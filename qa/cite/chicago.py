"""A footnote after the Chicago Manual of Style, 18th edition: notes for an article in a newspaper.

Names and headline stand as the article gives them. A note names two authors at most, leaves out the article before the
name of a newspaper, and gives the day of access only where no day of publication is known.
"""

import re
from collections.abc import Sequence
from datetime import date

from qa.cite.entry import Entry
from qa.cite.names import Name
from qa.cite.run import Run

_MOST_NAMES = 2
_ARTICLE = re.compile(r"The\s+(?=\S)")
_INNER = str.maketrans({"“": "‘", "”": "’"})
_STRAIGHT = re.compile(r'"([^"]*)"')


def chicago(entry: Entry) -> tuple[Run, ...]:
    """Returns the note, such as ``Ines Rask, “Ferry Stops,” Quay Courier, March 3, 2026, https://…``."""
    published = entry.citation.published
    parts = [
        *([Run(_ARTICLE.sub("", entry.outlet, count=1), is_italic=True)] if entry.outlet else []),
        Run(american(published) if published else "n.d."),
        *([Run(f"accessed {american(entry.accessed)}")] if entry.url and not published else []),
        *([Run(entry.url, is_address=True)] if entry.url else []),
    ]
    names = _names(entry.names)
    joined = " in " if entry.outlet else ", "
    title = f"“{_inner(entry.title)},” " if entry.title else f"{'untitled' if names else 'Untitled'} article{joined}"
    runs = [Run(f"{names}, " if names else ""), Run(title), *_parted(parts), Run("" if _ends(parts[-1]) else ".")]
    return tuple(run for run in runs if run.text)


def american(day: date) -> str:
    """Returns a day as ``"March 3, 2026"``."""
    return f"{day:%B} {day.day}, {day.year}"


def _names(names: Sequence[Name]) -> str:
    if len(names) > _MOST_NAMES:
        return f"{names[0].whole} et al."
    return " and ".join(name.whole for name in names)


def _inner(title: str) -> str:
    """Turns the quotation marks inside a headline into single ones."""
    return _STRAIGHT.sub(r"‘\1’", title).translate(_INNER)


def _parted(runs: Sequence[Run]) -> list[Run]:
    return [piece for run in runs for piece in (Run(", "), run)][1:]


def _ends(run: Run) -> bool:
    return run.text.endswith(".")
