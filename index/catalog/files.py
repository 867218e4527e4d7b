"""The files that the articles of the catalogue come from."""

import json
from collections.abc import Collection, Iterable
from dataclasses import astuple

from corpus.article import Edition
from corpus.errors import Problem
from corpus.stamp import Stamp
from index.catalog.catalog import Catalog
from index.errors import CorruptIndex
from index.files import Inventory
from index.files.inventory import ArticleRecord, FileRecord

FILE_COLUMNS = "name, size, mtime_ns, ctime_ns, inode, digest, born, problems, stale"
CLAIM_COLUMNS = "file, place, article_id, claimed_id, source, outlet, item, edition"
_AMONG = "IN (SELECT value FROM json_each(?))"
_REMARKABLE = "digest = '' OR stale OR problems <> '[]'"


class CatalogFiles:
    """`index.files.inventory.Known` of a catalogue.

    Attributes:
        inventory: What a look at the files tells of them.
    """

    def __init__(self, catalog: Catalog) -> None:
        """Reads the inventory of a catalogue.

        Raises:
            CorruptIndex: It cannot be read.
        """
        self._select = catalog.select
        self.inventory = Inventory(
            scanned_ns(catalog),
            _meta(catalog, "sidecar_digest"),
            {row[0]: row[1:] for row in catalog.select("SELECT name, size, mtime_ns, ctime_ns, inode FROM file")},
            self._names("SELECT name FROM file WHERE digest = ''"),
        )

    def records(self, names: Collection[str] | None = None) -> dict[str, FileRecord]:
        """Returns the records of some files by name, sorted; see `index.files.inventory.Known`.

        Raises:
            CorruptIndex: One cannot be understood.
        """
        of_file, of_claim, values = "", "", []
        if names is not None:
            of_file, of_claim, values = f"WHERE name {_AMONG}", f"WHERE file {_AMONG}", [_json(names)]
        articles: dict[str, list[ArticleRecord]] = {}
        try:
            for row in self._select(f"SELECT {CLAIM_COLUMNS} FROM claim {of_claim} ORDER BY file, place", *values):
                articles.setdefault(row[0], []).append(_article(row))
            return {
                row[0]: _file(row[1:], articles.get(row[0], ()))
                for row in self._select(f"SELECT {FILE_COLUMNS} FROM file {of_file} ORDER BY name", *values)
            }
        except (TypeError, ValueError) as error:
            raise CorruptIndex("The catalogue", f"has a file that cannot be understood ({error})") from error

    def remarkable(self) -> set[str]:
        """Returns the names of the files of which there is something to say."""
        contested = self._names("SELECT DISTINCT file FROM claim WHERE article_id <> claimed_id")
        return contested | self._names(f"SELECT name FROM file WHERE {_REMARKABLE}")

    def sharing(self, ids: Collection[str], items: Collection[str]) -> set[str]:
        """Returns the names of the files with an article that claims one of some ids or is of one of some items."""
        claiming = self._names(f"SELECT file FROM claim WHERE claimed_id {_AMONG}", _json(ids))
        return claiming | self._names(f"SELECT file FROM claim WHERE item {_AMONG}", _json(items))

    def born(self, name: str) -> set[str]:
        """Returns the names of the files that were first read under a name."""
        return self._names("SELECT name FROM file WHERE born = ?", name)

    def outlets(self) -> dict[str, int]:
        """Returns the number of standing articles of each outlet as spelled there."""
        return dict(self._select("SELECT outlet, articles FROM spelling ORDER BY outlet"))

    def first_of(self, outlet: str, without: Collection[str]) -> tuple[str, int] | None:
        """Returns the file of the first standing article of an outlet, and its place in there."""
        found = self._select(
            "SELECT file, place FROM claim WHERE article_id <> '' AND outlet = ? "
            "AND file NOT IN (SELECT value FROM json_each(?)) ORDER BY file, place LIMIT 1",
            outlet,
            _json(without),
        )
        return (found[0][0], found[0][1]) if found else None

    def of_outlets(self, outlets: Collection[str]) -> set[str]:
        """Returns the names of the files with a standing article of one of some outlets."""
        return self._names(f"SELECT file FROM claim WHERE article_id <> '' AND outlet {_AMONG}", _json(outlets))

    def _names(self, query: str, *values: str) -> set[str]:
        return {name for (name,) in self._select(query, *values)}


def scanned_ns(catalog: Catalog) -> int:
    """Returns when the files were looked at, nanoseconds since 1970."""
    return int(_meta(catalog, "scanned_ns") or 0)


def file_record(catalog: Catalog, name: str) -> FileRecord | None:
    """Returns the record of a file without its articles; None where the index has none of this name."""
    found = catalog.select(f"SELECT {FILE_COLUMNS} FROM file WHERE name = ?", name)
    return _file(found[0][1:], ()) if found else None


def count_of_file(catalog: Catalog, name: str) -> int:
    """Returns how many articles of a file stand in the index."""
    return int(catalog.select("SELECT count(*) FROM claim WHERE file = ? AND article_id <> ''", name)[0][0])


def values_of_file(name: str, record: FileRecord) -> tuple[str | int, ...]:
    """Returns the row of a file: its values in the order of `FILE_COLUMNS`."""
    problems = _json([problem.source, problem.reason] for problem in record.problems)
    return name, *record.stamp, record.digest, record.born, problems, record.stale


def values_of_claims(name: str, record: FileRecord) -> list[tuple[str | int | None, ...]]:
    """Returns the rows of a file's articles: their values in the order of `CLAIM_COLUMNS`."""
    return [
        (
            *(name, place, one.article_id, one.claimed_id, one.source, one.outlet),
            *((one.edition.item, _json(astuple(one.edition))) if one.edition else (None, None)),
        )
        for place, one in enumerate(record.articles)
    ]


def _article(row: tuple[str, int, str, str, str, str, str | None, str | None]) -> ArticleRecord:
    *_, article_id, claimed_id, source, outlet, _item, edition = row
    return ArticleRecord(article_id, claimed_id, source, outlet, Edition(*json.loads(edition)) if edition else None)


def _file(row: tuple[int, int, int, int, str, str, str, int], articles: Iterable[ArticleRecord]) -> FileRecord:
    *stamp, digest, born, problems, stale = row
    return FileRecord(
        Stamp._make(stamp),
        digest,
        born,
        tuple(articles),
        tuple(Problem(*problem) for problem in json.loads(problems)),
        bool(stale),
    )


def _meta(catalog: Catalog, key: str) -> str:
    found = catalog.select("SELECT value FROM meta WHERE key = ?", key)
    return str(found[0][0]) if found else ""


def _json(values: Iterable[object]) -> str:
    return json.dumps(list(values), ensure_ascii=False)
