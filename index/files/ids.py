"""Who gets an id that several articles ask for."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from corpus.article import Article, free_id, path_id
from index.files.inventory import ArticleRecord, FileRecord


@dataclass(frozen=True, slots=True)
class SettledIds:
    """The files with one id for each article, and what the user should know about it."""

    files: Mapping[str, FileRecord]
    warnings: tuple[str, ...]


def settle_ids(files: Mapping[str, FileRecord]) -> SettledIds:
    """Gives each article an id of its own.

    The first that claims an id, by name of the file and place in it, gets it; the others get one made from their
    path. The outcome depends on the claims alone, so an index that grew by refreshes has the ids of one made anew.
    """
    owners: dict[str, str] = {}
    settled: dict[str, FileRecord] = {}
    warnings: list[str] = []
    for name in sorted(files):
        record = files[name]
        articles = []
        shared: list[str] = []
        for article in record.articles:
            article_id = article.claimed_id
            if article_id in owners:
                shared.append(f"{article.source} and {owners[article_id]}")
                article_id = free_id(born_source(record, name, article.source), owners)
            owners[article_id] = article.source
            articles.append(article if article_id == article.article_id else replace(article, article_id=article_id))
        settled[name] = record if tuple(articles) == record.articles else replace(record, articles=tuple(articles))
        if shared:
            warnings.append(
                f"{name}: {len(shared):,} whose id or address is also that of another article ({shared[0]}); "
                "told apart by their place."
            )
    return SettledIds(settled, tuple(warnings))


def born_source(record: FileRecord, name: str, source: str) -> str:
    """Returns the source an article would have if its file still had the name under which it was first read."""
    return record.born + source.removeprefix(name)


def claim(record: FileRecord, name: str, article: Article) -> ArticleRecord:
    """Returns the entry of an article just read; an id made from its path is made from the file's first name."""
    article_id = article.article_id
    if article_id == path_id(article.source):
        article_id = path_id(born_source(record, name, article.source))
    return ArticleRecord(article_id, article_id, article.source, article.outlet)
