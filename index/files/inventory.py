"""The inventory: the files of the corpus as they were when a generation was made from them."""

from collections.abc import Mapping, Sequence
from dataclasses import astuple, dataclass, replace
from typing import Any, Self

from corpus.article import Edition
from corpus.errors import Problem, UnreadableFile
from corpus.scan import SourceFile
from corpus.stamp import Stamp, file_digest

RACY_NS = 2_000_000_000  # as git does: coarse clocks of file systems hide a second change this soon after the first


@dataclass(frozen=True, slots=True)
class ArticleRecord:
    """One article of a file, by name only.

    Attributes:
        article_id: The id it has in the index; empty when it is left out.
        claimed_id: The id it would have if no other article asked for the same one.
        source: Path inside the corpus, with ``#n`` for record n of a file of many.
        outlet: Its outlet as spelled there; which spelling is shown depends on all articles.
        edition: Which version of which item it is, if anything says so.
    """

    article_id: str
    claimed_id: str
    source: str
    outlet: str
    edition: Edition | None = None

    @property
    def stands(self) -> bool:
        """Whether it is in the index: neither replaced by a later version of its item nor withdrawn."""
        return bool(self.article_id)

    @classmethod
    def from_list(cls, values: Sequence[Any]) -> Self:
        """Makes an entry of what `dataclasses.astuple` gave."""
        article_id, claimed_id, source, outlet, edition = values
        return cls(article_id, claimed_id, source, outlet, Edition(*edition) if edition else None)


@dataclass(frozen=True, slots=True)
class FileRecord:
    """One file as it was when it was read.

    Attributes:
        stamp: What the file system said of it.
        digest: Hexadecimal sha256 of its bytes; empty when it could not be read.
        born: Name under which it was first read. Ids made from paths are made from this one, so that a file
            that was moved keeps them.
        articles: The articles it gave, in order, those that are left out included.
        problems: What in it could not be used.
        stale: Whether the articles are from an earlier reading, because the last one failed.
    """

    stamp: Stamp
    digest: str
    born: str
    articles: tuple[ArticleRecord, ...] = ()
    problems: tuple[Problem, ...] = ()
    stale: bool = False

    @property
    def standing(self) -> tuple[ArticleRecord, ...]:
        """Those of its articles that are in the index."""
        return tuple(article for article in self.articles if article.stands)

    def gives_the_same(self, other: "FileRecord") -> bool:
        """Says whether both differ in what the file system says of the file at most."""
        return self is other or replace(self, stamp=other.stamp) == other

    def may_have_changed(self, file: SourceFile, scanned_ns: int) -> bool:
        """Says, without a look at its bytes, whether the file may have others than were read, or was never read.

        Args:
            file: The file as it is now.
            scanned_ns: When it had the stamp of this record, nanoseconds since 1970.
        """
        racy = max(file.stamp.mtime_ns, file.stamp.ctime_ns) > scanned_ns - RACY_NS
        return file.stamp != self.stamp or racy or not self.digest

    def has_changed(self, file: SourceFile) -> bool:
        """Says whether the file has other bytes than were read, or cannot be read now."""
        if not self.digest:  # it could not be read: only a touch may have changed that
            return file.stamp != self.stamp
        try:
            return file_digest(file.path) != self.digest
        except UnreadableFile:
            return True

    def to_dict(self) -> dict[str, Any]:
        """Returns the record for JSON; articles and problems as short lists, as there may be very many."""
        return {
            "stamp": self.stamp,
            "digest": self.digest,
            "born": self.born,
            "articles": [astuple(article) for article in self.articles],
            "problems": [[problem.source, problem.reason] for problem in self.problems],
            "stale": self.stale,
        }

    @classmethod
    def from_dict(cls, data: dict[str, Any]) -> Self:
        """Makes a record from what `to_dict` gave."""
        articles = tuple(ArticleRecord.from_list(article) for article in data["articles"])
        problems = tuple(Problem(*problem) for problem in data["problems"])
        return cls(Stamp(*data["stamp"]), data["digest"], data["born"], articles, problems, data["stale"])


@dataclass(frozen=True, slots=True)
class Inventory:
    """The files of the corpus as they were when a generation was made from them.

    Attributes:
        scanned_ns: When the files were looked at, nanoseconds since 1970.
        sidecar_digest: Tells whether corpus.toml or sources.csv changed.
        files: The files by name.
    """

    scanned_ns: int
    sidecar_digest: str
    files: Mapping[str, FileRecord]

    @property
    def article_count(self) -> int:
        """Number of articles."""
        return sum(len(record.standing) for record in self.files.values())

    def gives_the_same(self, other: "Inventory") -> bool:
        """Says whether the same index comes of both: whether they differ in times of files at most."""
        return (
            self.sidecar_digest == other.sidecar_digest
            and self.files.keys() == other.files.keys()
            and all(record.gives_the_same(other.files[name]) for name, record in self.files.items())
        )
