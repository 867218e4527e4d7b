"""Small corpora on the disk, what a refresh did to them, and all that an index holds of them, for tests to compare."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from importlib.util import find_spec
from pathlib import Path

from corpus.article import Article
from index.catalog.overlap import known_lines, sketch_of
from index.generation import IndexSnapshot
from index.refresh.report import RefreshReport
from index.search.analysis import terms
from index.store import open_snapshot

Refresh = Callable[..., RefreshReport]
STORES = ("faiss", *(["lance"] if find_spec("lance") else []))


def write_article(folder: Path, name: str, text: str, **fields: str) -> Path:
    """Writes a Markdown file with front matter."""
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    lines = ["---", *(f"{key}: {value}" for key, value in fields.items()), "---", "", text, ""]
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


_SKETCHES = "SELECT article_id, runs FROM sketch JOIN article ON article = number"


@dataclass(frozen=True)
class Shelved:
    """All that an index holds of one article.

    That is itself, its chunks with their vectors, those of their sentences and the terms that find each, the places of
    its copies, and what is kept to compare it with other articles.
    """

    article: Article
    chunks: tuple[tuple[int, int, str, bytes, bytes, frozenset[str]], ...]
    copies: frozenset[str] = frozenset()
    lines: frozenset[int] = frozenset()
    sketch: tuple[int, ...] = ()


def contents(index: Path) -> dict[str, Shelved]:
    """Returns all that the published generation holds, by the place of the article in the corpus."""
    return contents_of(open_snapshot(index))


def contents_of(snapshot: IndexSnapshot) -> dict[str, Shelved]:
    ids = [summary.article_id for summary in snapshot.catalog.articles()]
    rows = {article_id: snapshot.catalog.chunk_rows_of(article_id) for article_id in ids}
    chunks = snapshot.catalog.chunks([row for several in rows.values() for row in several])
    sentences = snapshot.dense.sentences(chunks)
    found = _found(snapshot, {term for chunk in chunks.values() for term in terms(chunk.text)})
    sources = {summary.article_id: summary.source for summary in snapshot.catalog.articles()}
    sketched = {article_id: sketch_of(runs).tolist() for article_id, runs in snapshot.catalog.select(_SKETCHES)}
    runs = snapshot.catalog.select("SELECT article_id, run FROM run JOIN article ON article = number ORDER BY run")
    assert sketched == {article_id: [run for owner, run in runs if owner == article_id] for article_id in sketched}
    held = {}
    for article_id in ids:
        article = snapshot.catalog.article(article_id)
        assert article is not None
        held[article.source] = Shelved(
            replace(article, article_id=""),
            tuple(
                (
                    chunks[row].start,
                    chunks[row].end,
                    chunks[row].text,
                    snapshot.dense.vectors([row]).tobytes(),
                    sentences[row].tobytes(),
                    frozenset(term for term, hits in found.items() if row in hits),
                )
                for row in rows[article_id]
            ),
            frozenset(sources[copy] for copy in snapshot.catalog.copies(article_id)),
            frozenset(known_lines(snapshot.catalog, article_id)),
            tuple(sketched[article_id]),
        )
    return held


def _found(snapshot: IndexSnapshot, vocabulary: set[str]) -> dict[str, set[int]]:
    limit = max(1, len(snapshot.lexical))
    return {term: {hit.row for hit in snapshot.lexical.search(term, limit)} for term in vocabulary}


def vocabulary(index: Path) -> list[tuple[object, ...]]:
    """Returns the words that the published generation counts, and the acronyms that its articles spell out."""
    catalog = open_snapshot(index).catalog
    words = catalog.select("SELECT * FROM word ORDER BY written")
    acronyms = "SELECT article_id, short, long FROM acronym JOIN article ON article = number ORDER BY 1, 2, 3"
    return [*words, *catalog.select(acronyms)]


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


def counts(report: RefreshReport) -> tuple[int, int, int, int, int]:
    return report.added, report.changed, report.removed, report.moved, report.unchanged


def text_of(index: Path, article_id: str) -> str | None:
    article = open_snapshot(index).catalog.article(article_id)
    return article.text if article else None
