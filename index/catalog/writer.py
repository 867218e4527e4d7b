"""Changes the catalogue of a generation that is being made."""

import json
import os
import sqlite3
from collections.abc import Collection, Iterable, Mapping, Sequence
from contextlib import closing, suppress
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from corpus.article import Article
from corpus.overlap.copies import Sketch
from index.catalog.files import CLAIM_COLUMNS, FILE_COLUMNS, values_of_claims, values_of_file
from index.catalog.overlap import Overlap, sketch_of
from index.catalog.schema import ARTICLE_COLUMNS, TABLES, article_of, pack, values_of
from index.catalog.word_writer import WordWriter, acronyms_of
from index.chunks import Chunk
from index.errors import CorruptIndex, OutdatedIndex
from index.facets import add_facets, fill_facets, remove_facets
from index.files.inventory import FileChanges
from index.files.spellings import more_outlets
from index.places import PlaceWriter, fill_places

COLUMNS = (("chunk", "article"), ("line", "article"), ("copy", "article"), ("copy", "other"), ("acronym", "article"))
LOG_KEPT = 4_000_000  # bytes


class CatalogWriter:
    """Changes the catalogue, in one transaction: readers keep what they see, and nothing is kept until `commit`."""

    def __init__(self, path: Path) -> None:
        """Opens the file, or makes it.

        A file that is made needs no undo on the disk: nobody knows of it yet, and a kill leaves it to be swept away.

        Raises:
            sqlite3.Error: It cannot be opened, or somebody else writes.
        """
        self._path = path
        self._new = not path.exists()
        self._connection = sqlite3.connect(path, isolation_level=None)
        self._connection.execute("PRAGMA secure_delete = ON")  # a removed article leaves no trace in the file
        if self._new:
            self._connection.execute("PRAGMA journal_mode = MEMORY")
            self._connection.execute("PRAGMA synchronous = OFF")  # `commit` syncs it as a whole
            self._connection.executescript(TABLES)
        else:
            self._connection.execute("PRAGMA synchronous = FULL")  # the commit is that of the whole refresh
            self._connection.execute("PRAGMA wal_checkpoint(PASSIVE)")  # so that the log can be used anew
        self._connection.execute("BEGIN IMMEDIATE")
        self._words = WordWriter(self._connection)
        self._places = PlaceWriter(self._connection)

    def copy(self, other: Path, but: Collection[str] = ()) -> None:
        """Takes over all rows of another catalogue as they are; this one is empty.

        Args:
            other: The file of the other one, which may be of an earlier version and is not changed.
            but: Tables to leave empty.

        Raises:
            OutdatedIndex: It has other tables.
            CorruptIndex: It cannot be read.
        """
        try:
            self._copy(other, but)
        except sqlite3.OperationalError:
            raise  # nothing can be written
        except sqlite3.DatabaseError as error:
            raise CorruptIndex(other, f"cannot be read: {error}") from error

    def _copy(self, other: Path, but: Collection[str]) -> None:
        self._connection.execute("ATTACH ? AS other", (str(other),))
        tables = "SELECT name, sql FROM {}.sqlite_master WHERE type = 'table'"
        ours = set(self._connection.execute(tables.format("main")))
        theirs = self._connection.execute(tables.format("other")).fetchall()
        if not ours.issuperset(theirs):
            raise OutdatedIndex(other, "has tables of an earlier version of Dateline")
        for name, _ in theirs:
            if name not in but:  # written like this, tables and indexes of the same form are copied page by page
                self._connection.execute(f"INSERT INTO main.{name} SELECT * FROM other.{name}")
        if "place" not in {name for name, _ in theirs}:
            fill_facets(self._connection)
            fill_places(self._connection)

    def add(self, article: Article) -> None:
        """Adds an article whose id is not in the catalogue."""
        self._insert("article", ARTICLE_COLUMNS, [values_of(article)])
        (number,) = self.numbers_of([article.article_id]).values()
        self._words.count(article, 1)
        self._places.add(number, article.title, article.text)
        add_facets(self._connection, number, article)
        self._insert("acronym", "article, short, long", ((number, *one) for one in acronyms_of(article)))

    def numbers_of(self, article_ids: Iterable[str]) -> dict[str, int]:
        """Returns the numbers of articles that are in the catalogue, by their ids."""
        found = self._connection.execute(
            "SELECT article_id, number FROM article WHERE article_id IN (SELECT value FROM json_each(?))",
            (json.dumps(list(article_ids)),),
        )
        return dict(found.fetchall())

    def add_chunks(self, entries: Iterable[tuple[int, Chunk, str]]) -> None:
        """Adds chunks of articles that are in the catalogue.

        Args:
            entries: For each chunk its row, which is not in use, the chunk, and the key of what was encoded for it.
        """
        self._connection.executemany(
            "INSERT INTO chunk SELECT ?, number, ?, ?, ? FROM article WHERE article_id = ?",
            ((row, chunk.start, chunk.end, key, chunk.article_id) for row, chunk, key in entries),
        )

    def add_sentences(self, entries: Iterable[tuple[int, NDArray[np.float32]]]) -> None:
        """Adds the vectors of the sentences of chunks.

        Args:
            entries: Row of a chunk, and the vectors of its sentences in order, shape (n, dimension), float32.
        """
        self._connection.executemany(
            "INSERT INTO sentences VALUES (?, ?)", ((row, pack(vectors)) for row, vectors in entries)
        )

    def remove(self, article_ids: Iterable[str]) -> None:
        """Removes articles with their chunks."""
        ids = [(article_id,) for article_id in article_ids]
        for one in ids:
            row = self._connection.execute(
                f"SELECT number, {ARTICLE_COLUMNS} FROM article WHERE article_id = ?", one
            ).fetchone()
            if row:
                number, article = row[0], article_of(row[1:])
                self._words.count(article, -1)
                self._places.remove(number, article.title, article.text)
                remove_facets(self._connection, number)
            self._remove_sketch(*one)
        self._connection.executemany(
            "DELETE FROM sentences WHERE row IN "
            "(SELECT row FROM chunk JOIN article ON article = number WHERE article_id = ?)",
            ids,
        )
        for table, column in COLUMNS:
            self._connection.executemany(
                f"DELETE FROM {table} WHERE {column} = (SELECT number FROM article WHERE article_id = ?)", ids
            )
        self._connection.executemany("DELETE FROM article WHERE article_id = ?", ids)

    def update(self, article: Article) -> None:
        """Writes the record of an article anew whose text, headline, outlet and authors stayed the same."""
        columns = ", ".join(f"{column} = ?" for column in ARTICLE_COLUMNS.split(", "))
        self._connection.execute(
            f"UPDATE article SET {columns} WHERE article_id = ?", (*values_of(article), article.article_id)
        )
        for number in self.numbers_of([article.article_id]).values():
            remove_facets(self._connection, number)
            add_facets(self._connection, number, article)

    def add_overlap(self, overlap: Overlap) -> None:
        """Adds what articles share that are in the catalogue, and replaces the lines that outlets repeat."""
        number = "SELECT number FROM article WHERE article_id = ?"
        self._connection.executemany(
            f"INSERT INTO line VALUES (?, ({number}))",
            ((key, article_id) for article_id, keys in overlap.lines.items() for key in keys),
        )
        self._add_sketches(overlap.sketches)
        self._connection.executemany(
            f"INSERT INTO copy VALUES (({number}), ({number}))",
            (pair for one, other in overlap.copies for pair in ((one, other), (other, one))),
        )
        before = {key for (key,) in self._connection.execute("SELECT key FROM repeated")}
        self._connection.executemany(
            "DELETE FROM repeated WHERE key = ?", ((key,) for key in before - overlap.repeated)
        )
        self._connection.executemany("INSERT INTO repeated VALUES (?)", ((key,) for key in overlap.repeated - before))

    def _add_sketches(self, sketches: Mapping[str, Sketch]) -> None:
        numbers_of = self.numbers_of(sketches)
        numbers = [numbers_of[article_id] for article_id in sketches]
        self._connection.executemany(
            "INSERT INTO sketch VALUES (?, ?)",
            (
                (number, sketch.astype("<u4").tobytes())
                for number, sketch in zip(numbers, sketches.values(), strict=True)
            ),
        )
        self._add_runs(numbers, list(sketches.values()))

    def add_runs(self) -> None:
        """Adds what finds the articles of runs, which the catalogues of earlier versions lack."""
        found = self._connection.execute("SELECT article, runs FROM sketch").fetchall()
        self._add_runs([number for number, _ in found], [sketch_of(runs) for _, runs in found])

    def _add_runs(self, numbers: Sequence[int], sketches: Sequence[Sketch]) -> None:
        runs = np.concatenate([np.zeros(0, dtype=np.uint32), *sketches])
        owners = np.repeat(np.array(numbers, dtype=np.int64), [len(sketch) for sketch in sketches])
        order = np.argsort(runs, kind="stable")  # of many articles in the order of the table, page by page
        self._connection.executemany(
            "INSERT INTO run VALUES (?, ?)", ((int(runs[place]), int(owners[place])) for place in order)
        )

    def _remove_sketch(self, article_id: str) -> None:
        for number, runs in self._connection.execute(
            "SELECT article, runs FROM sketch JOIN article ON article = number WHERE article_id = ?", (article_id,)
        ).fetchall():
            self._connection.executemany(
                "DELETE FROM run WHERE run = ? AND article = ?", ((int(run), number) for run in sketch_of(runs))
            )
            self._connection.execute("DELETE FROM sketch WHERE article = ?", (number,))

    def set_aliases(self, aliases: Mapping[str, str]) -> None:
        """Replaces the other names of outlets."""
        self._connection.execute("DELETE FROM alias")
        self._connection.executemany("INSERT INTO alias VALUES (?, ?)", sorted(aliases.items()))

    def set_synonyms(self, synonyms: Iterable[Sequence[str]]) -> None:
        """Replaces the words that the user says mean the same."""
        self._connection.execute("DELETE FROM synonym")
        rows = ((number, words) for number, group in enumerate(synonyms) for words in group)
        self._insert("synonym", "number, words", rows)

    def set_files(self, files: FileChanges) -> None:
        """Writes the files that the generation is made from, as far as they differ from those of the one before."""
        changed = {name: record for name, record in files.after.items() if files.before.get(name) != record}
        old = [(name,) for name in (*changed, *(files.before.keys() - files.after.keys())) if name in files.before]
        self._connection.executemany("DELETE FROM claim WHERE file = ?", old)
        self._connection.executemany("DELETE FROM file WHERE name = ?", old)
        self._insert("file", FILE_COLUMNS, (values_of_file(*one) for one in changed.items()))
        self._insert("claim", CLAIM_COLUMNS, (row for one in changed.items() for row in values_of_claims(*one)))
        self._count("spelling", "outlet", "articles", more_outlets(files.before, files.after))
        self._set("scanned_ns", str(files.scanned_ns))
        self._set("sidecar_digest", files.sidecar_digest)

    def count_terms(self, counts: Mapping[str, int]) -> None:
        """Adds to the numbers of rows that hold terms; a negative number takes some away."""
        self._count("term", "term", "rows", counts)

    def chunk_count(self) -> int:
        """Returns the number of chunks, as it will be."""
        return int(self._connection.execute("SELECT count(*) FROM chunk").fetchone()[0])

    def commit(self, generation: str) -> None:
        """Puts everything on the disk, as what a generation holds.

        Args:
            generation: Name of the generation that holds it.
        """
        self._words.write()
        self._places.write()
        self._set("generation", generation)
        self._connection.execute("COMMIT")
        if self._new:
            (mode,) = self._connection.execute("PRAGMA main.journal_mode = WAL").fetchone()
            if mode != "wal":
                raise sqlite3.OperationalError(
                    "its file system cannot share memory between programs, as those of networks cannot; "
                    "give --index a folder on a disk of this machine"
                )
            with self._path.open("rb+") as file:
                os.fsync(file.fileno())
        else:
            with suppress(sqlite3.OperationalError):  # it is committed, and the next refresh tries again
                self._connection.execute("PRAGMA wal_checkpoint(PASSIVE)")

    def close(self) -> None:
        """Closes the file; what was not committed is lost."""
        self._connection.close()

    def _count(self, table: str, key: str, number: str, counts: Mapping[str, int]) -> None:
        self._connection.executemany(
            f"INSERT INTO {table} VALUES (?, ?) "
            f"ON CONFLICT ({key}) DO UPDATE SET {number} = {number} + excluded.{number}",
            sorted(counts.items()),
        )
        self._connection.executemany(
            f"DELETE FROM {table} WHERE {key} = ? AND {number} <= 0", ((one,) for one in counts)
        )

    def _insert(self, table: str, columns: str, rows: Iterable[Sequence[str | int | None]]) -> None:
        marks = ", ".join("?" * len(columns.split(", ")))
        self._connection.executemany(f"INSERT INTO {table} ({columns}) VALUES ({marks})", rows)

    def _set(self, key: str, value: str) -> None:
        self._connection.execute("INSERT OR REPLACE INTO meta VALUES (?, ?)", (key, value))


def empty_log(path: Path) -> None:
    """Empties the log of a catalogue, which holds pages as they were before; where somebody reads it, it stays."""
    name = f"{path.absolute().as_uri()}?mode=rw"
    with closing(sqlite3.connect(name, uri=True, isolation_level=None, timeout=0)) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def has_long_log(path: Path) -> bool:
    """Says whether the log of a catalogue has grown too long: while somebody reads an old moment, it only grows."""
    try:
        return path.with_name(f"{path.name}-wal").stat().st_size > max(LOG_KEPT, path.stat().st_size // 2)
    except OSError:
        return False
