"""Which articles stand, and who gets an id that several of them ask for."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from corpus.article import Article, free_id, path_id
from corpus.errors import Problem
from corpus.overlap.editions import left_out
from index.files.inventory import ArticleRecord, FileRecord


@dataclass(frozen=True, slots=True)
class SettledIds:
    """The files with one id for each article that stands, and what the user should know about it."""

    files: Mapping[str, FileRecord]
    warnings: tuple[str, ...]
    left_out: tuple[Problem, ...] = ()


def settle_ids(files: Mapping[str, FileRecord]) -> SettledIds:
    """Gives each article an id of its own, but for those that are replaced or withdrawn.

    The first that claims an id, by name of the file and place in it, gets it; the others get one made from their
    path. The outcome depends on the claims alone, so an index that grew by refreshes has the ids of one made anew.
    """
    owners: dict[str, str] = {}
    settled: dict[str, FileRecord] = {}
    warnings: list[str] = []
    out = left_out_of(files)
    without = {problem.source for problem in out}
    for name in sorted(files):
        record = files[name]
        articles = []
        shared: list[str] = []
        for article in record.articles:
            if article.source in without:
                articles.append(replace(article, article_id=""))
                continue
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
    return SettledIds(settled, tuple(warnings), out)


def left_out_of(files: Mapping[str, FileRecord]) -> tuple[Problem, ...]:
    """Returns the articles that are replaced by a later version of their item or withdrawn, and what does that."""
    articles = (article for record in files.values() for article in record.articles)
    reasons = left_out({article.source: article.edition for article in articles if article.edition})
    return tuple(Problem(source, reason) for source, reason in reasons.items())


def items_of(files: Mapping[str, FileRecord]) -> set[str]:
    """Returns the items of which files have a version."""
    articles = (article for record in files.values() for article in record.articles)
    return {article.edition.item for article in articles if article.edition}


def born_source(record: FileRecord, name: str, source: str) -> str:
    """Returns the source an article would have if its file still had the name under which it was first read."""
    return record.born + source.removeprefix(name)


def claim(record: FileRecord, name: str, article: Article) -> ArticleRecord:
    """Returns the entry of an article just read; an id made from its path is made from the file's first name."""
    article_id = article.article_id
    if article_id == path_id(article.source):
        article_id = path_id(born_source(record, name, article.source))
    return ArticleRecord(article_id, article_id, article.source, article.outlet, article.edition)
