"""Finds what articles that changed share with others: lines that an outlet repeats, and copies of one text."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import lru_cache

from corpus.article import Article
from corpus.overlap import find_copies
from corpus.overlap.copies import Fingerprint, fingerprint
from corpus.overlap.repeated import Line, lines_of, repeated_keys, repeated_spans
from corpus.overlap.stories import StoryComparer
from corpus.progress import OnProgress, Progress
from index.catalog import Catalog
from index.catalog.overlap import Overlap, holders, known_lines, near, repeated_lines
from index.errors import CorruptIndex

TEXTS_HELD = 1000


def find_overlap(
    old: Catalog | None, gone: Collection[str], new: Sequence[Article], on_progress: OnProgress
) -> Overlap:
    """Finds what articles share with all others.

    Of those that did not change, only the ones are read that share a line or much of their text with one that did.

    Args:
        old: Catalogue of the generation that is changed; None when everything is new.
        gone: Ids of articles in it that are removed, or come back in ``new``.
        new: Articles that are added or changed.
        on_progress: Told after each article.
    """
    articles = _Articles(old, new)
    lines = {article.article_id: lines_of(article) for article in _counted(new, on_progress)}
    before = repeated_lines(old) if old else frozenset()
    repeated = _repeated_now(old, before, gone, lines, articles)
    affected = [
        articles[article_id] for article_id in _holders(old, before ^ repeated, gone) if article_id not in lines
    ]
    lines |= {article.article_id: lines_of(article) for article in affected}
    left_out = {article_id: spans for article_id, own in lines.items() if (spans := repeated_spans(own, repeated))}

    @lru_cache(TEXTS_HELD)
    def text(article_id: str) -> Fingerprint:
        article = articles[article_id]
        if article_id not in lines:
            return fingerprint(article.text, repeated_spans(lines_of(article), repeated))
        return fingerprint(article.text, left_out.get(article_id, ()))

    fresh = {article_id: text(article_id).sketch() for article_id in lines}
    nearby = (near(old, sketch) for sketch in fresh.values()) if old else ()
    kept = {article_id: sketch for found in nearby for article_id, sketch in found.items() if article_id not in gone}
    return Overlap(
        affected=tuple(affected),
        lines={article_id: frozenset(line.key for line in own) for article_id, own in lines.items()},
        left_out=left_out,
        repeated=repeated,
        sketches=fresh,
        copies=tuple(find_copies({**kept, **fresh}, text, fresh)),
    )


class _Articles:
    """All articles by id: those that changed, and the others as the old catalogue has them."""

    def __init__(self, old: Catalog | None, new: Sequence[Article]) -> None:
        self._old = old
        self._new = {article.article_id: article for article in new}

    def __getitem__(self, article_id: str) -> Article:
        article = self._new.get(article_id) or (self._old.article(article_id) if self._old else None)
        if article is None:
            raise CorruptIndex("The catalogue", f"has lost the article {article_id}")
        return article


def _repeated_now(
    old: Catalog | None,
    before: frozenset[int],
    gone: Collection[str],
    lines: Mapping[str, Sequence[Line]],
    articles: _Articles,
) -> frozenset[int]:
    """Judges anew the lines that were repeated and lost an article, and those that were not and gained one."""
    lost = {key for article_id in gone for key in known_lines(old, article_id)} if old else set()
    gained = {line.key for own in lines.values() for line in own}
    doubtful = (before & lost) | (gained - before)
    left: dict[int, list[str]] = {}
    if old:
        for key, article_ids in holders(old, doubtful).items():
            left[key] = [article_id for article_id in article_ids if article_id not in gone]
    for article_id, own in lines.items():
        for key in {line.key for line in own} & doubtful:
            left.setdefault(key, []).append(article_id)
    return (before - doubtful) | repeated_keys(left, StoryComparer(articles.__getitem__))


def _holders(old: Catalog | None, keys: Collection[int], gone: Collection[str]) -> list[str]:
    if not old:
        return []
    return sorted({article_id for ids in holders(old, keys).values() for article_id in ids} - set(gone))


def _counted(new: Sequence[Article], on_progress: OnProgress) -> Iterator[Article]:
    for done, article in enumerate(new, start=1):
        yield article
        on_progress(Progress("Comparing articles", done, len(new)))
