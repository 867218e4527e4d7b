"""The catalogue: the articles themselves, and which row is which span of which one."""

import json
from collections.abc import Iterable, Sequence
from datetime import date

import numpy as np
from numpy.typing import NDArray

from corpus.article import Article
from corpus.metadata.future import lies_ahead
from index.cache import SharedCache
from index.catalog.matching import Numbers, matching
from index.catalog.reader import Reader
from index.catalog.schema import ARTICLE_COLUMNS, article_of, day_of, unpack
from index.catalog.summary import ArticleSummary
from index.catalog.where import where
from index.chunks import Chunk
from index.errors import CorruptIndex
from index.search import ALL, Selection
from index.search.words import Holding

ARTICLES_KEPT = 1000  # about 10 MB
SELECTIONS_KEPT = 16  # the rows of each: 8 bytes a row


class Catalog:
    """Reads the catalogue as it is for one generation. Threads may share it."""

    def __init__(self, reader: Reader, holding: Holding | None = None) -> None:
        """Reads a file.

        Args:
            reader: The file.
            holding: The words of the same generation, to select articles by what they hold; None where nobody will.
        """
        self._holding = holding
        self._reader = reader
        self.select = reader.select  # for what else reads the catalogue
        self.close = reader.close
        self._articles: SharedCache[str, Article] = SharedCache(ARTICLES_KEPT)  # one that was cited is opened, too
        self._rows: SharedCache[Selection, NDArray[np.int64]] = SharedCache(SELECTIONS_KEPT)

    def chunk_count(self) -> int:
        """Returns the number of chunks."""
        return int(self.select("SELECT count(*) FROM chunk")[0][0])

    def article(self, article_id: str) -> Article | None:
        """Returns an article whole, or None when there is none of this id."""
        if kept := self._articles.get(article_id):
            return kept
        found = self.select(f"SELECT {ARTICLE_COLUMNS} FROM article WHERE article_id = ?", article_id)
        if not found:
            return None
        article = article_of(found[0])
        self._articles.keep({article_id: article})
        return article

    def articles(self, selection: Selection = ALL) -> list[ArticleSummary]:
        """Returns the articles that are selected, without their texts, by outlet, newest first, undated ones last."""
        condition, values = self._where(selection)
        rows = self.select(
            f"SELECT article_id, outlet, title, published, source, url, authors FROM article {condition} "
            "ORDER BY outlet, published DESC NULLS LAST, title, article_id",
            *values,
        )
        return [
            ArticleSummary(i, outlet, title, day_of(day), source, url, tuple(json.loads(authors)))
            for i, outlet, title, day, source, url, authors in rows
        ]

    def texts_like(self, patterns: Sequence[str], *, either: bool = False) -> list[tuple[str, str]]:
        """Returns the ids and texts of the articles whose text or headline is like some patterns.

        Args:
            patterns: Patterns of SQL's ``LIKE``: ASCII letters in either case.
            either: Whether one of the patterns is enough.
        """
        conditions = " OR ".join if either else " AND ".join
        like = conditions(f"(text LIKE ?{number} OR title LIKE ?{number})" for number in range(1, len(patterns) + 1))
        return [
            (article_id, text)
            for article_id, text in self.select(f"SELECT article_id, text FROM article WHERE {like}", *patterns)
        ]

    def articles_of_rows(self, rows: Iterable[int]) -> set[str]:
        """Returns the ids of the articles that rows are spans of."""
        found = self.select(
            "SELECT DISTINCT article_id FROM chunk JOIN article ON article = number "
            "WHERE row IN (SELECT value FROM json_each(?))",
            json.dumps([int(row) for row in rows]),
        )
        return {article_id for (article_id,) in found}

    def all_rows(self) -> NDArray[np.int64]:
        """Returns all rows, rising, shape (n,)."""
        found = self.select("SELECT row FROM chunk ORDER BY row")
        return np.fromiter((row for (row,) in found), dtype=np.int64, count=len(found))

    def chunks(self, rows: Sequence[int]) -> dict[int, Chunk]:
        """Returns the chunks of rows; rows that do not exist are left out.

        Raises:
            CorruptIndex: When a span does not hold the text that was indexed for its row.
        """
        spans = self.select(
            "SELECT row, article, start, stop, vector_key FROM chunk WHERE row IN (SELECT value FROM json_each(?))",
            json.dumps([int(row) for row in rows]),
        )
        texts = {
            number: (article_id, text)
            for number, article_id, text in self.select(
                "SELECT number, article_id, text FROM article WHERE number IN (SELECT value FROM json_each(?))",
                json.dumps(list({span[1] for span in spans})),
            )
        }
        # Cut here, not by SQLite's substr, so that offsets mean code points of a Python string in every case.
        chunks = {}
        for row, number, start, stop, key in spans:
            article_id, text = texts.get(number, ("", ""))
            chunks[row] = Chunk(article_id, start, stop, text[start:stop])
            if chunks[row].key != key:
                raise CorruptIndex(self._reader.path, f"holds another text in row {row} than was indexed")
        return chunks

    def sentences(self, rows: Iterable[int], dimension: int) -> dict[int, NDArray[np.float32]]:
        """Returns for each row the vectors of its sentences in order, shape (n, dimension), rows of length 1."""
        found = self.select(
            "SELECT row, vectors FROM sentences WHERE row IN (SELECT value FROM json_each(?))",
            json.dumps([int(row) for row in rows]),
        )
        return {row: unpack(vectors, dimension) for row, vectors in found}

    def chunk_rows_of(self, article_id: str) -> list[int]:
        """Returns the rows of an article's chunks in the order of its text."""
        found = self.select(
            "SELECT row FROM chunk JOIN article ON article = number WHERE article_id = ? ORDER BY start", article_id
        )
        return [row for (row,) in found]

    def spans_of(self, article_id: str) -> list[tuple[int, int, int]]:
        """Returns the rows of an article with the start and the end of each, in the order of its text."""
        query = (
            "SELECT row, start, stop FROM chunk JOIN article ON article = number WHERE article_id = ? ORDER BY start"
        )
        return self.select(query, article_id)

    def rows(self, selection: Selection) -> NDArray[np.int64] | None:
        """Returns the rows of the articles that are selected, rising, shape (n,), or None when all are."""
        if selection == ALL:
            return None
        if (kept := self._rows.get(selection)) is not None:
            return kept
        condition, values = self._where(selection)
        found = self.select(f"SELECT row FROM chunk JOIN article ON article = number {condition} ORDER BY row", *values)
        rows = np.fromiter((row for (row,) in found), dtype=np.int64, count=len(found))
        self._rows.keep({selection: rows})
        return rows

    def passing(self, rows: Iterable[int], selection: Selection) -> set[int]:
        """Returns those of some rows whose articles are selected."""
        condition, values = self._where(selection)
        joint = "AND" if condition else "WHERE"
        found = self.select(
            f"SELECT row FROM chunk JOIN article ON article = number {condition} "
            f"{joint} row IN (SELECT value FROM json_each(?))",
            *values,
            json.dumps([int(row) for row in rows]),
        )
        return {row for (row,) in found}

    def numbers(self, selection: Selection) -> Numbers:
        """Returns the numbers of the selected articles, rising; a number is an article's for as long as it is there."""
        condition, values = self._where(selection)
        found = self.select(f"SELECT number FROM article {condition} ORDER BY number", *values)
        return np.array([number for (number,) in found], dtype=np.int64)

    def numbers_of(self, article_ids: Iterable[str]) -> list[int]:
        """Returns the numbers of articles; unknown ids are left out."""
        query = "SELECT number FROM article WHERE article_id IN (SELECT value FROM json_each(?))"
        return [number for (number,) in self.select(query, json.dumps(list(article_ids)))]

    def count(self, selection: Selection) -> int:
        """Returns the number of selected articles."""
        condition, values = self._where(selection)
        return int(self.select(f"SELECT count(*) FROM article {condition}", *values)[0][0])

    def numbers_of_rows(self, rows: Numbers) -> Numbers:
        """Returns the numbers of the articles of rows."""
        found = self.select(
            "SELECT DISTINCT article FROM chunk WHERE row IN (SELECT value FROM json_each(?))",
            json.dumps(rows.tolist()),
        )
        return np.array([number for (number,) in found], dtype=np.int64)

    def _where(self, selection: Selection) -> tuple[str, list[str]]:
        if not selection.conditions or self._holding is None:
            return where(selection)
        return where(selection, matching(selection.conditions, self, self._holding).tolist())

    def published(self, rows: Iterable[int]) -> dict[int, date]:
        """Returns the day of publication of rows; those of articles without one are left out."""
        found = self.select(
            "SELECT row, published FROM chunk JOIN article ON article = number "
            "WHERE published IS NOT NULL AND row IN (SELECT value FROM json_each(?))",
            json.dumps([int(row) for row in rows]),
        )
        return {row: date.fromisoformat(day) for row, day in found}

    def headlines(self, rows: Iterable[int]) -> dict[int, str]:
        """Returns the headlines of the articles of rows; empty where there is none."""
        found = self.select(
            "SELECT row, title FROM chunk JOIN article ON article = number "
            "WHERE row IN (SELECT value FROM json_each(?))",
            json.dumps([int(row) for row in rows]),
        )
        return dict(found)

    def dated_ahead(self, today: date) -> dict[str, date]:
        """Returns the day of each article that is dated in the future, by the article's place, the latest first."""
        found = self.select(
            "SELECT source, published FROM article WHERE published > ? ORDER BY published DESC, source",
            today.isoformat(),
        )
        days = {source: date.fromisoformat(day) for source, day in found}
        return {source: day for source, day in days.items() if lies_ahead(day, today)}

    def newest(self, until: date) -> date | None:
        """Returns the newest day of publication up to a day; None when there is none."""
        return day_of(self.select("SELECT max(published) FROM article WHERE published <= ?", until.isoformat())[0][0])

    def beginnings(self, articles: int, length: int) -> list[str]:
        """Returns the beginnings of the texts of some articles.

        Args:
            articles: How many, at most.
            length: Code points of each, at most.
        """
        found = self.select("SELECT substr(text, 1, ?) FROM article ORDER BY number LIMIT ?", length, articles)
        return [text for (text,) in found]

    def outlets(self, selection: Selection = ALL) -> dict[str, int]:
        """Returns the number of selected articles of each outlet, by name, where there are any."""
        condition, values = self._where(selection)
        query = f"SELECT outlet, count(*) FROM article {condition} GROUP BY outlet ORDER BY outlet"
        return dict(self.select(query, *values))

    def authors(self) -> dict[str, int]:
        """Returns the number of articles of each author, by name as the articles give it."""
        return dict(
            self.select(
                "SELECT value, count(DISTINCT number) FROM article, json_each(authors) GROUP BY value ORDER BY value"
            )
        )

    def aliases(self) -> dict[str, str]:
        """Returns the display name of each other name of an outlet, as the sidecar gives them."""
        return dict(self.select("SELECT alias, outlet FROM alias ORDER BY alias"))

    def days(self) -> tuple[date | None, date | None]:
        """Returns the first and the last day of publication among dated articles; None when no article has a date."""
        first, last = self.select("SELECT min(published), max(published) FROM article")[0]
        return day_of(first), day_of(last)

    def rows_by_key(self, keys: Iterable[str]) -> dict[str, int]:
        """Returns for each key of an encoded text one row that has its vector; unknown keys are left out."""
        found = self.select(
            "SELECT vector_key, min(row) FROM chunk "
            "WHERE vector_key IN (SELECT value FROM json_each(?)) GROUP BY vector_key",
            json.dumps(list(keys)),
        )
        return dict(found)

    def copies(self, article_id: str) -> tuple[str, ...]:
        """Returns the ids of the other articles that have the text of this one, by outlet.

        Those of other outlets are copies, those of the same outlet versions. Only a passage that stands in the other
        article word for word can be quoted from there too.
        """
        found = self.select(
            "SELECT twin.article_id FROM article JOIN copy ON copy.article = article.number "
            "JOIN article AS twin ON twin.number = copy.other WHERE article.article_id = ? "
            "ORDER BY twin.outlet, twin.article_id",
            article_id,
        )
        return tuple(twin for (twin,) in found)

    def copies_among(self, article_ids: Iterable[str]) -> set[tuple[str, str]]:
        """Returns the pairs of articles that have the same text, both ways round."""
        found = self.select(
            "SELECT one.article_id, other.article_id FROM copy JOIN article AS one ON one.number = copy.article "
            "JOIN article AS other ON other.number = copy.other "
            "WHERE one.article_id IN (SELECT value FROM json_each(?1)) "
            "AND other.article_id IN (SELECT value FROM json_each(?1))",
            json.dumps(list(article_ids)),
        )
        return set(found)
