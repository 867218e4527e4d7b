"""The summary of an article, for lists."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Self

from index.catalog.schema import day_of

SUMMARY_COLUMNS = "article_id, outlet, title, published, source, url, authors"


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

    @classmethod
    def of(cls, row: Sequence[Any]) -> Self:
        """Makes one of a row, whose columns are `SUMMARY_COLUMNS`."""
        article_id, outlet, title, day, source, url, authors = row
        return cls(article_id, outlet, title, day_of(day), source, url, tuple(json.loads(authors)))
