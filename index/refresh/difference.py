"""What changed between the published generation and the corpus, article by article."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from corpus.article import Article
from corpus.complete import spelled
from index.catalog import Catalog
from index.errors import CorruptIndex
from index.files.inventory import ArticleRecord, FileChanges, FileRecord
from index.files.spellings import Spellings


@dataclass(frozen=True, slots=True)
class Difference:
    """What changed, article by article.

    Attributes:
        added: Articles with a new id.
        changed: Articles of which something changed that is encoded or indexed; their chunks are made anew.
        updated: Articles of which only the rest of the record changed, such as the date; their chunks stay.
        removed: Ids that are gone.
        vanished: Number of articles of which neither the id nor the place in the corpus is left.
        moved: Number of updated articles of which nothing but the place in the corpus changed.
        unchanged: Number of all other articles.
    """

    added: tuple[Article, ...]
    changed: tuple[Article, ...]
    updated: tuple[Article, ...]
    removed: tuple[str, ...]
    vanished: int
    moved: int
    unchanged: int

    def __bool__(self) -> bool:
        """Whether anything changed."""
        return bool(self.added or self.changed or self.updated or self.removed)


@dataclass(frozen=True, slots=True)
class Revision:
    """The corpus as it is now, beside the generation that was made from it earlier.

    Attributes:
        files: The files that may have changed, ids settled; all others stay as they are.
        spellings: How outlets are shown.
        fresh: The articles that were read just now, by source. The texts of all others are in the old catalogue.
        old: Catalogue of the published generation, if there is one.
    """

    files: FileChanges
    spellings: Spellings
    fresh: Mapping[str, Article]
    old: Catalog | None

    def articles(self) -> Iterator[Article]:
        """Gives the articles of these files as they are now, whether they were read just now or not."""
        known = _ids_by_source(self.files.before)
        for entry in _entries(self.files.after):
            yield self._article(entry, known)

    def difference(self) -> Difference:
        """Compares the corpus with the published generation.

        Raises:
            CorruptIndex: When the old catalogue lacks an article that the old manifest names.
        """
        before, after = self.files.before, self.files.after
        known = _ids_by_source(before)
        gone = {article_id: source for source, article_id in known.items()}
        added, changed, updated = [], [], []
        respelled = self.spellings.changed
        sources = {article.source for record in after.values() for article in record.articles}
        moved = 0
        for entry in _entries(after):
            gone.pop(entry.article_id, None)
            same_spelling = entry.outlet not in respelled
            if entry.source not in self.fresh and known.get(entry.source) == entry.article_id and same_spelling:
                continue
            article = self._article(entry, known)
            previous = self.old.article(entry.article_id) if self.old else None
            if previous is None:
                added.append(article)
            elif _indexed(article) != _indexed(previous):
                changed.append(article)
            elif article != previous:
                updated.append(article)
                moved += _only_moved(article, previous)
        return Difference(
            added=tuple(added),
            changed=tuple(changed),
            updated=tuple(updated),
            removed=tuple(gone),
            vanished=sum(source not in sources for source in gone.values()),
            moved=moved,
            unchanged=self.files.articles_after - len(added) - len(changed) - len(updated),
        )

    def _article(self, entry: ArticleRecord, known: Mapping[str, str]) -> Article:
        article = self.fresh.get(entry.source)
        if article is None and self.old:
            article = self.old.article(known[entry.source])
        if article is None:
            raise CorruptIndex("The catalogue", f"has lost {entry.source}")
        return replace(spelled(article, self.spellings.after[entry.outlet]), article_id=entry.article_id)


def _indexed(article: Article) -> tuple[str, str, str, tuple[str, ...]]:
    """Returns what reaches the vectors and the words."""
    return article.text, article.title, article.outlet, article.authors


def _only_moved(article: Article, previous: Article) -> bool:
    # Where a field comes from and what to do about it may name the file, and the hash covers that.
    there = replace(
        article,
        source=previous.source,
        content_hash=previous.content_hash,
        provenance=previous.provenance,
        warnings=previous.warnings,
    )
    return article.source != previous.source and there == previous


def _ids_by_source(files: Mapping[str, FileRecord]) -> dict[str, str]:
    return {entry.source: entry.article_id for entry in _entries(files)}


def _entries(files: Mapping[str, FileRecord]) -> Iterator[ArticleRecord]:
    for record in files.values():
        yield from record.standing
