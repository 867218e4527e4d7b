"""The summary of an article, for lists."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class ArticleSummary:
    """An article without its text, for lists."""

    article_id: str
    outlet: str
    title: str
    published: date | None
    source: str
    url: str | None
    authors: tuple[str, ...] = ()
