"""The inventory: the files of the corpus as they were when a generation was made from them.

There may be very many, of which a refresh changes few. So what the file system said of each is held at once, and all
else is looked up for those files that it may matter for.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from typing import Protocol

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

    @property
    def is_remarkable(self) -> bool:
        """Whether a refresh has something to say of the file even when it did not change."""
        contested = any(article.article_id != article.claimed_id for article in self.articles)
        return bool(self.stale or self.problems or not self.digest or contested)

    def gives_the_same(self, other: "FileRecord") -> bool:
        """Says whether both differ in what the file system says of the file at most."""
        return self is other or replace(self, stamp=other.stamp) == other

    def may_have_changed(self, file: SourceFile, scanned_ns: int) -> bool:
        """Says, without a look at its bytes, whether the file may have others than were read, or was never read.

        Args:
            file: The file as it is now.
            scanned_ns: When it had the stamp of this record, nanoseconds since 1970.
        """
        racy = max(file.stamp.mtime_ns, file.stamp.ctime_ns) > racy_after(scanned_ns)
        return file.stamp != self.stamp or racy or not self.digest

    def has_changed(self, file: SourceFile) -> bool:
        """Says whether the file has other bytes than were read, or cannot be read now."""
        if not self.digest:  # it could not be read: only a touch may have changed that
            return file.stamp != self.stamp
        try:
            return file_digest(file.path) != self.digest
        except UnreadableFile:
            return True


@dataclass(frozen=True, slots=True)
class Inventory:
    """What a look at the files tells of those that a generation was made from.

    Attributes:
        scanned_ns: When the files were looked at, nanoseconds since 1970.
        sidecar_digest: Tells whether corpus.toml or sources.csv changed.
        stamps: What the file system said of each file, by name: the values of its stamp.
        unread: Names of the files that could not be read.
    """

    scanned_ns: int
    sidecar_digest: str
    stamps: Mapping[str, tuple[int, int, int, int]]
    unread: Collection[str] = frozenset()


class Known(Protocol):
    """Looks up the files that a generation was made from, and their articles."""

    @property
    def inventory(self) -> Inventory:
        """What a look at the files tells of them."""
        ...

    def records(self, names: Collection[str] | None = None) -> dict[str, FileRecord]:
        """Returns the records of some files by name, sorted; None asks for all. Unknown names are left out."""
        ...

    def remarkable(self) -> set[str]:
        """Returns the names of the files of which `FileRecord.is_remarkable`."""
        ...

    def sharing(self, ids: Collection[str], items: Collection[str]) -> set[str]:
        """Returns the names of the files with an article that claims one of some ids or is of one of some items."""
        ...

    def born(self, name: str) -> set[str]:
        """Returns the names of the files that were first read under a name."""
        ...

    def outlets(self) -> dict[str, int]:
        """Returns the number of standing articles of each outlet as spelled there."""
        ...

    def first_of(self, outlet: str, without: Collection[str]) -> tuple[str, int] | None:
        """Returns the file of the first standing article of an outlet, and its place in there; None for no article.

        Args:
            outlet: The outlet, as spelled there.
            without: Names of files that do not count.
        """
        ...

    def of_outlets(self, outlets: Collection[str]) -> set[str]:
        """Returns the names of the files with a standing article of one of some outlets."""
        ...


@dataclass(frozen=True, slots=True)
class FileChanges:
    """The files for which a refresh may matter, before and after it; all others stay as they are.

    Attributes:
        scanned_ns: When the files were looked at, nanoseconds since 1970.
        sidecar_digest: Of the sidecars as they are now.
        before: The files as the generation was made from them, by name; those that are new are missing.
        after: The files as they are now, each article that stands with an id of its own; those gone are missing.
        articles_before: Number of all articles that stood, of whatever file.
    """

    scanned_ns: int
    sidecar_digest: str
    before: Mapping[str, FileRecord]
    after: Mapping[str, FileRecord]
    articles_before: int

    @property
    def articles_after(self) -> int:
        """Number of all articles that stand now."""
        return self.articles_before - _count(self.before) + _count(self.after)

    @property
    def give_the_same(self) -> bool:
        """Whether nothing changed but times of files at most."""
        return self.before.keys() == self.after.keys() and all(
            record.gives_the_same(self.before[name]) for name, record in self.after.items()
        )

    def of_all(self, known: Mapping[str, FileRecord]) -> "FileChanges":
        """Returns the same with all files.

        Args:
            known: All files of the generation.
        """
        kept = {name: record for name, record in known.items() if name not in self.before}
        return replace(self, before=known, after=dict(sorted((kept | {**self.after}).items())))


def racy_after(scanned_ns: int) -> int:
    """Returns from when on a file that was changed may have been changed again unseen; nanoseconds since 1970.

    Args:
        scanned_ns: When it was looked at.
    """
    return scanned_ns - RACY_NS


def _count(files: Mapping[str, FileRecord]) -> int:
    return sum(len(record.standing) for record in files.values())
