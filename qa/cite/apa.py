"""A reference after the Publication Manual of the APA, 7th edition: an article in a newspaper.

The headline keeps its own capitals, as it stands in the article. The day of retrieval is given only where no day of
publication is known.
"""

import re
from collections.abc import Sequence

from qa.cite.chicago import american
from qa.cite.entry import Entry
from qa.cite.names import Name
from qa.cite.run import Run

_MOST_NAMES = 20
_FIRST_OF_MANY = 19
_ENDED = re.compile(r"[.?!…][”’\"']?$")


def apa(entry: Entry) -> tuple[Run, ...]:
    """Returns the reference, such as ``Rask, I. (2026, March 3). Ferry stops. Quay Courier. https://…``."""
    published = entry.citation.published
    day = f"({published.year}, {published:%B} {published.day})." if published else "(n.d.)."
    title = _ended(entry.title or "[Untitled article]")
    names = _names(entry.names)
    # Without an author the headline takes its place.
    runs = [Run(f"{_ended(names)} {day} {title}" if names else f"{title} {day}")]
    if entry.outlet:
        runs += [Run(" "), Run(entry.outlet, is_italic=True), Run("" if _ENDED.search(entry.outlet) else ".")]
    if entry.url:
        read = " " if published else f" Retrieved {american(entry.accessed)}, from "
        runs += [Run(read), Run(entry.url, is_address=True)]
    return tuple(run for run in runs if run.text)


def _ended(words: str) -> str:
    return words if _ENDED.search(words) else f"{words}."


def _names(names: Sequence[Name]) -> str:
    written = [_inverted(name) for name in names]
    if len(written) > _MOST_NAMES:
        return f"{', '.join(written[:_FIRST_OF_MANY])}, … {written[-1]}"
    if len(written) > 1:
        return f"{', '.join(written[:-1])}, & {written[-1]}"
    return "".join(written)


def _inverted(name: Name) -> str:
    if not name.family:
        return name.whole
    initials = " ".join("-".join(f"{part[0]}." for part in word.split("-") if part) for word in name.given.split())
    return ", ".join(filter(None, (name.family, initials, name.suffix)))
