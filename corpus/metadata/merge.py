"""What one place says about an article, and how several places are put together."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, fields, replace
from datetime import date, datetime
from functools import reduce
from typing import Any

from corpus.article import Edition


@dataclass(frozen=True, slots=True)
class Metadata:
    """What one place, such as the front matter, says about an article. Empty fields say nothing.

    Attributes:
        article_id: The article's own id.
        outlet: Name of the outlet as written there.
        title: Headline.
        published: Day of publication.
        authors: Names, in order.
        url: Address of the original.
        slug: The newsroom's short name of the story.
        keywords: What it is about.
        embargo: Until when nothing of it may be published.
        edition: Which version of which item it is.
        origins: Name of each field that is set -> where it was found, in words.
        warnings: What could not be used and why, one sentence each.
    """

    article_id: str = ""
    outlet: str = ""
    title: str = ""
    published: date | None = None
    authors: tuple[str, ...] = ()
    url: str | None = None
    slug: str = ""
    keywords: tuple[str, ...] = ()
    embargo: datetime | None = None
    edition: Edition | None = None
    origins: Mapping[str, str] = field(default_factory=dict)
    warnings: tuple[str, ...] = ()

    def over(self, other: "Metadata") -> "Metadata":
        """Returns these fields, with the other's where these say nothing."""
        said = {name: value for name in _SAID if (value := getattr(self, name))}
        origins, warnings = {**other.origins, **self.origins}, self.warnings + other.warnings
        return replace(other, **said, origins=origins, warnings=warnings)

    def without(self, names: Collection[str]) -> "Metadata":
        """Returns these fields, but for some."""
        nothing = Metadata()
        origins = {name: origin for name, origin in self.origins.items() if name not in names}
        return replace(self, **{name: getattr(nothing, name) for name in names}, origins=origins)


_SAID = [field.name for field in fields(Metadata) if field.name not in ("origins", "warnings")]


def from_places(**places: tuple[Any, str]) -> Metadata:
    """Returns what several places say, for each field its value and where that stands; empty values say nothing."""
    said = {name: place for name, place in places.items() if place[0]}
    values = {name: value for name, (value, _) in said.items()}
    return Metadata(**values, origins={name: origin for name, (_, origin) in said.items()})


def merge(sources: Iterable[Metadata]) -> Metadata:
    """Puts sources together field by field, the most trusted first."""
    return reduce(Metadata.over, sources, Metadata())
