"""What a store is, and the changes that it commits."""

from collections.abc import Iterable, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from corpus.article import Article
from corpus.progress import OnProgress
from index.catalog.overlap import Overlap
from index.files.inventory import FileChanges
from index.generation import IndexSnapshot
from index.generation.engine import Encoded
from index.generation.published import Published
from index.settings import IndexSettings


@dataclass(frozen=True, slots=True)
class Changes:
    """What makes a new generation, as one commit.

    Attributes:
        base: The generation to start from; None starts from nothing.
        gone: Ids of articles of the base to remove, those that come back in ``new`` included.
        updated: Articles whose record is written anew and whose passages stay.
        new: Articles to add.
        passages: The passages of the new articles with their vectors, a batch at a time; taken once.
        aliases: Other names of outlets -> names to show.
        synonyms: Words that mean the same, as the user says.
        overlap: What the new articles share with all others.
        files: The files that articles come from, as far as they changed; all of them where there is no base.
        settings: How the articles became passages.
        encoder: Identity of the encoder whose vectors these are.
        dimension: Length of a vector.
        corpus: The folder or file of articles.
    """

    base: Published | None
    gone: Sequence[str]
    updated: Sequence[Article]
    new: Sequence[Article]
    passages: Iterable[Sequence[Encoded]]
    aliases: Mapping[str, str]
    synonyms: Sequence[Sequence[str]]
    overlap: Overlap
    files: FileChanges
    settings: IndexSettings
    encoder: str
    dimension: int
    corpus: Path


class Store(Protocol):
    """Where an index lies. Any number of processes may read, one at a time writes.

    Attributes:
        index: The folder of the index.
    """

    index: Path

    def current(self) -> str | None:
        """Returns what changes when a generation is published, None while none is; cheap enough for each question."""
        ...

    def open(self) -> IndexSnapshot:
        """Opens what answers now; it stays the same for as long as it is held.

        Raises:
            IndexNotFound: Nothing has been published yet.
            CorruptIndex: It cannot be read or its parts do not fit together; the message names the file.
        """
        ...

    def published(self) -> Published:
        """Returns what answers now without its searches, for whoever changes it; raises as `open` does."""
        ...

    def searches(self, published: Published) -> IndexSnapshot:
        """Opens the searches of a generation; raises as `open` does."""
        ...

    def alone(self, *, rebuild: bool = False) -> AbstractContextManager[None]:
        """Lets one writer work at a time, and leaves nothing unfinished.

        Args:
            rebuild: Give another name to what stands in the place of a part of the index and is none.

        Raises:
            NotAnIndex: There are other things and no index.
            RefreshRunning: Another process is at it.
            CorruptIndex: Something else stands in the place of a part of the index.
            IndexNotWritable: Nothing can be written there.
        """
        ...

    def apply(self, changes: Changes, on_progress: OnProgress) -> Published:
        """Publishes a new generation, whole or not at all; only inside `alone`.

        Raises:
            IndexNotWritable: Something could not be written; the old generation answers.
        """
        ...
