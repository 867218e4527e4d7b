"""What one place says about an article, and how several places are put together."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import reduce


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
        origins: Name of each field that is set -> where it was found, in words.
        warnings: What could not be used and why, one sentence each.
    """

    article_id: str = ""
    outlet: str = ""
    title: str = ""
    published: date | None = None
    authors: tuple[str, ...] = ()
    url: str | None = None
    origins: Mapping[str, str] = field(default_factory=dict)
    warnings: tuple[str, ...] = ()

    def over(self, other: "Metadata") -> "Metadata":
        """Returns these fields, with the other's where these say nothing."""
        return Metadata(
            article_id=self.article_id or other.article_id,
            outlet=self.outlet or other.outlet,
            title=self.title or other.title,
            published=self.published or other.published,
            authors=self.authors or other.authors,
            url=self.url or other.url,
            origins={**other.origins, **self.origins},
            warnings=self.warnings + other.warnings,
        )


def merge(sources: Iterable[Metadata]) -> Metadata:
    """Puts sources together field by field, the most trusted first."""
    return reduce(Metadata.over, sources, Metadata())
