"""What came to the articles, and when: every article that was ever seen in the index, as a stamp of its id and text.

An index knows what is in it, not since when, and a rebuild makes all of it anew. So the collection keeps a document of
its own. Whoever looks at a generation that nobody has looked at notes in it what came since the one before. Nothing is
taken out when an article goes: one that comes back with the same words is not new.
"""

from base64 import b64decode, b64encode
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from typing import Self

import numpy as np
from numpy.typing import NDArray
from pydantic import AwareDatetime, BaseModel, ConfigDict, field_validator

from index.workspace import Workspace
from index.workspace.documents import read_document

DOCUMENT = "arrivals.json"
ALWAYS = datetime(1, 1, 1, tzinfo=UTC)  # when came what was there at the first look

MOST_BATCHES = 1000
_MOST_GENERATIONS = 50  # of a batch that are still known by name
_TEXT_BITS = np.uint64(24)  # of a stamp; the other 40 are the id's, so a million articles share none by chance

Stamps = NDArray[np.uint64]


@dataclass(frozen=True, slots=True)
class Came:
    """When an article came to the index with the words that it has.

    Attributes:
        at: When that was noticed.
        edited: Whether an article of this id was there before, with other words.
    """

    at: datetime
    edited: bool


@dataclass(frozen=True, slots=True)
class Batch:
    """Articles that came together.

    Attributes:
        at: When that was noticed; later than any batch before.
        generations: The generations of the index that hold nothing newer.
        stamps: The articles.
    """

    at: datetime
    generations: tuple[str, ...]
    stamps: Stamps


@dataclass(frozen=True, slots=True)
class Arrivals:
    """All that ever came, in the order in which it came."""

    batches: tuple[Batch, ...] = ()

    def upto(self, generation: str) -> datetime | None:
        """Returns when the last articles of a generation came; None where nobody has looked at it."""
        return next((batch.at for batch in reversed(self.batches) if generation in batch.generations), None)

    def after(self, since: datetime) -> Stamps:
        """Returns what came later than a time."""
        return _joined(batch.stamps for batch in self.batches if batch.at > since)

    def came(self, stamps: Mapping[str, int], since: datetime) -> dict[str, Came]:
        """Returns when articles came, those that came later than a time, by their ids.

        Args:
            stamps: The articles of the index, by their ids.
            since: The time.
        """
        late = {stamp: came for batch in self.batches if batch.at > since for stamp, came in self._of(batch)}
        return {article_id: late[stamp] for article_id, stamp in stamps.items() if stamp in late}

    def with_generation(self, generation: str, stamps: Iterable[int], now: datetime) -> Self:
        """Notes what came with a generation.

        Args:
            generation: Its name.
            stamps: All of its articles.
            now: The time.
        """
        if self.upto(generation) is not None:
            return self
        ever = _joined(batch.stamps for batch in self.batches)
        fresh = np.setdiff1d(np.fromiter(stamps, dtype=np.uint64), ever)
        if not self.batches:
            return replace(self, batches=(Batch(ALWAYS, (generation,), fresh),))
        *others, last = self.batches
        if len(fresh):  # clocks of several machines may differ, and the order must hold
            at = max(now, last.at + timedelta(microseconds=1))
            return replace(self, batches=_merged((*self.batches, Batch(at, (generation,), fresh))))
        names = (*last.generations, generation)[-_MOST_GENERATIONS:]
        return replace(self, batches=(*others, replace(last, generations=names)))

    def _of(self, batch: Batch) -> Iterator[tuple[int, Came]]:
        before = _joined(one.stamps for one in self.batches if one.at < batch.at)
        edited = np.isin(batch.stamps >> _TEXT_BITS, before >> _TEXT_BITS)
        for stamp, was_before in zip(batch.stamps.tolist(), edited.tolist(), strict=True):
            yield stamp, Came(batch.at, was_before)


def stamp_of(article_id: str, text: str) -> int:
    """Returns what stands for an article with its words."""
    identity, words = (sha256(part.encode("utf-8", "surrogatepass")).digest() for part in (article_id, text))
    return int.from_bytes(identity[:5] + words[:3])


def read_arrivals(workspace: Workspace) -> Arrivals:
    """Reads what came.

    Raises:
        WorkspaceUnusable: The document cannot be read.
    """
    return _Document.read(workspace.read(DOCUMENT))


def note_generation(workspace: Workspace, generation: str, stamps: Iterable[int], now: datetime) -> Arrivals:
    """Notes what came with a generation, unless somebody has done so, and returns all that came.

    Raises:
        WorkspaceUnusable: The document cannot be read or written.
    """
    all_stamps = list(stamps)
    workspace.change(
        DOCUMENT, lambda text: _Document.write(_Document.read(text).with_generation(generation, all_stamps, now))
    )
    return read_arrivals(workspace)


def _joined(parts: Iterable[Stamps]) -> Stamps:
    return np.concatenate([np.zeros(0, dtype=np.uint64), *parts])


def _merged(batches: tuple[Batch, ...]) -> tuple[Batch, ...]:
    """Joins the oldest two of too many, but for what was there always, as if both had come with the later one."""
    if len(batches) <= MOST_BATCHES:
        return batches
    always, first, second, *others = batches
    return always, replace(second, stamps=_joined((first.stamps, second.stamps))), *others


class _Entry(BaseModel):
    model_config = ConfigDict(frozen=True)

    at: AwareDatetime
    generations: tuple[str, ...]
    articles: str

    @field_validator("articles")
    @classmethod
    def _are_stamps(cls, written: str) -> str:
        if len(b64decode(written, validate=True)) % 8:
            raise ValueError("a part of it is missing")
        return written


class _Document(BaseModel):
    """The document: what came, oldest first, as numbers of eight bytes."""

    batches: tuple[_Entry, ...] = ()

    @classmethod
    def read(cls, text: str | None) -> Arrivals:
        entries = read_document(DOCUMENT, text, cls).batches
        return Arrivals(
            tuple(Batch(one.at, one.generations, np.frombuffer(b64decode(one.articles), "<u8")) for one in entries)
        )

    @classmethod
    def write(cls, arrivals: Arrivals) -> str:
        return cls(batches=tuple(map(_entry, arrivals.batches))).model_dump_json(indent=1)


def _entry(batch: Batch) -> _Entry:
    stamps = batch.stamps.astype("<u8").tobytes()
    return _Entry(at=batch.at, generations=batch.generations, articles=b64encode(stamps).decode())
