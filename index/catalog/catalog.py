"""The catalogue: the articles themselves, and which row is which span of which one."""

import json
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from corpus.article import Article
from corpus.metadata.future import lies_ahead
from index.cache import SharedCache
from index.catalog.matching import Numbers, matching
from index.catalog.reader import Reader
from index.catalog.schema import ARTICLE_COLUMNS, article_of, day_of, unpack
from index.catalog.summary import SUMMARY_COLUMNS, ArticleSummary
from index.catalog.where import where
from index.chunks import Chunk
from index.errors import CorruptIndex
from index.search import ALL, Selection
from index.search.words import Holding

ARTICLES_KEPT = 1000  # about 10 MB
SELECTIONS_KEPT = 16  # the rows of each: 8 bytes a row
_TEXTS_AT_ONCE = 200  # about 2 MB
MANY_ROWS = 5000  # from here on it is quicker to look at all rows


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
        condition, values = self.where(selection)
        rows = self.select(
            f"SELECT {SUMMARY_COLUMNS} FROM article {condition} "
            "ORDER BY outlet, published DESC NULLS LAST, title, article_id",
            *values,
        )
        return [ArticleSummary.of(row) for row in rows]

    def texts(self, numbers: Numbers) -> Iterator[tuple[int, str, str]]:
        """Gives the number, the headline and the text of articles, a few at a time."""
        query = "SELECT number, title, text FROM article WHERE number IN (SELECT value FROM json_each(?))"
        for start in range(0, len(numbers), _TEXTS_AT_ONCE):
            yield from self.select(query, json.dumps(numbers[start : start + _TEXTS_AT_ONCE].tolist()))

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
        condition, values = self.where(selection)
        found = self.select(f"SELECT row FROM chunk JOIN article ON article = number {condition} ORDER BY row", *values)
        rows = np.fromiter((row for (row,) in found), dtype=np.int64, count=len(found))
        self._rows.keep({selection: rows})
        return rows

    def passing(self, rows: Iterable[int], selection: Selection) -> set[int]:
        """Returns those of some rows whose articles are selected."""
        condition, values = self.where(selection)
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
        return self._all if selection == ALL else self._numbers(selection)

    def numbers_of(self, article_ids: Iterable[str]) -> list[int]:
        """Returns the numbers of articles; unknown ids are left out."""
        query = "SELECT number FROM article WHERE article_id IN (SELECT value FROM json_each(?))"
        return [number for (number,) in self.select(query, json.dumps(list(article_ids)))]

    def numbers_of_rows(self, rows: Numbers) -> Numbers:
        """Returns the numbers of the articles of rows, each once, rising."""
        if len(rows) > MANY_ROWS:
            known, articles = self._articles_of_rows
            return np.unique(articles[np.isin(known, rows)])
        found = self.select(
            "SELECT DISTINCT article FROM chunk WHERE row IN (SELECT value FROM json_each(?)) ORDER BY article",
            json.dumps(rows.tolist()),
        )
        return np.array([number for (number,) in found], dtype=np.int64)

    def where(self, selection: Selection) -> tuple[str, list[str]]:
        """Returns a selection as a condition on the table of articles, with the values for it; empty where all pass."""
        if not selection.conditions or self._holding is None:
            return where(selection)
        return where(selection, matching(selection.conditions, self, self._holding).tolist())

    @cached_property
    def _all(self) -> Numbers:
        return self._numbers(ALL)

    def _numbers(self, selection: Selection) -> Numbers:
        condition, values = self.where(selection)
        return _integers(self.select(f"SELECT group_concat(number) FROM article {condition}", *values)[0][0], sort=True)

    @cached_property
    def _articles_of_rows(self) -> tuple[Numbers, Numbers]:
        """All rows, and the number of the article of each."""
        rows, articles = self.select("SELECT group_concat(row), group_concat(article) FROM chunk")[0]
        return _integers(rows), _integers(articles)

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
        condition, values = self.where(selection)
        query = f"SELECT outlet, count(*) FROM article {condition} GROUP BY outlet ORDER BY outlet"
        return dict(self.select(query, *values))

    def authors(self) -> dict[str, int]:
        """Returns the number of articles of each author, by name as the articles give it."""
        return dict(self.select("SELECT name, count(*) FROM author WHERE name <> '' GROUP BY name ORDER BY name"))

    def aliases(self) -> dict[str, str]:
        """Returns the display name of each other name of an outlet, as the sidecar gives them."""
        return dict(self.select("SELECT alias, outlet FROM alias ORDER BY alias"))

    def days(self) -> tuple[date | None, date | None]:
        """Returns the first and the last day of publication among dated articles; None when no article has a date."""
        first, last = self.select("SELECT (SELECT min(published) FROM article), (SELECT max(published) FROM article)")[
            0
        ]
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


def _integers(joined: str | None, *, sort: bool = False) -> Numbers:
    """Reads numbers that SQLite joined by commas, which is several times as fast as to fetch them row by row."""
    numbers = np.fromstring(joined or "", dtype=np.int64, sep=",")
    return np.sort(numbers) if sort else numbers
