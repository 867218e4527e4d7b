"""What an index holds, and what changed in the corpus since."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from corpus.errors import CorpusNotFound, Problem
from corpus.metadata.sidecar import load_sidecar
from corpus.scan import scan_corpus
from index.errors import IndexNotFound
from index.files.inventory import Inventory, read_inventory
from index.files.plan import plan_refresh
from index.settings import IndexSettings
from index.store.generation import current_generation, generation_folder
from index.store.manifest import Manifest, read_manifest
from index.store.snapshot import open_snapshot


@dataclass(frozen=True, slots=True)
class Changes:
    """What a refresh would find, in files.

    Attributes:
        new: Names of files that are new.
        changed: Names of files with other bytes.
        gone: Names of files that are gone.
        sidecar: Whether corpus.toml or sources.csv changed, so that all files are read again.
        settings: Whether the settings changed, so that all passages are made again.
    """

    new: tuple[str, ...]
    changed: tuple[str, ...]
    gone: tuple[str, ...]
    sidecar: bool
    settings: bool

    @property
    def files(self) -> int:
        """Number of files that are new, changed or gone."""
        return len(self.new) + len(self.changed) + len(self.gone)

    def __bool__(self) -> bool:
        """Whether a refresh has anything to do."""
        return bool(self.new or self.changed or self.gone or self.sidecar or self.settings)


@dataclass(frozen=True, slots=True)
class Upkeep:
    """What there is to do about an index.

    Attributes:
        generation: Name of the generation that answers.
        problems: What could not be read at the last refresh.
        changes: What changed since; None when the articles are not there now.
    """

    generation: str
    problems: tuple[Problem, ...]
    changes: Changes | None


@dataclass(frozen=True, slots=True)
class Status:
    """What an index holds.

    Attributes:
        corpus: The folder or file of articles it was made from.
        index: Folder of the index.
        generation: Name of the generation that answers.
        built: When that was published, UTC, ISO 8601.
        model: Name of the model as the settings give it.
        articles: Number of articles.
        chunks: Number of passages.
        outlets: Number of articles of each outlet.
        first: First day of publication.
        last: Last day of publication.
        size: Bytes on the disk.
        problems: What could not be read at the last refresh.
        changes: What changed since; None when the articles are not there now.
    """

    corpus: str
    index: str
    generation: str
    built: str
    model: str
    articles: int
    chunks: int
    outlets: Mapping[str, int]
    first: date | None
    last: date | None
    size: int
    problems: tuple[Problem, ...]
    changes: Changes | None


def read_status(articles: Path, index: Path, settings: IndexSettings) -> Status:
    """Looks at an index and at the files it was made from. Loads no model and reads no article.

    Raises:
        IndexNotFound: No index has been made yet.
        CorruptIndex: It cannot be opened.
        BadSidecar: corpus.toml or sources.csv cannot be used as it is written.
    """
    snapshot = open_snapshot(index)
    manifest = snapshot.manifest
    upkeep = _upkeep(articles, snapshot.folder, manifest, settings)
    span = snapshot.catalog.span()
    return Status(
        corpus=manifest.corpus,
        index=str(index),
        generation=snapshot.generation,
        built=manifest.built,
        model=manifest.settings.model,
        articles=manifest.articles,
        chunks=manifest.chunks,
        outlets=snapshot.catalog.outlets(),
        first=span.first,
        last=span.last,
        size=sum(path.stat().st_size for path in snapshot.folder.rglob("*") if path.is_file()),
        problems=upkeep.problems,
        changes=upkeep.changes,
    )


def read_upkeep(articles: Path, index: Path, settings: IndexSettings) -> Upkeep:
    """Compares the files with what the index knows of them: much less work than `read_status`.

    Raises:
        IndexNotFound: No index has been made yet.
        CorruptIndex: It cannot be opened.
        BadSidecar: corpus.toml or sources.csv cannot be used as it is written.
    """
    name = current_generation(index)
    if name is None:
        raise IndexNotFound(f"There is no index in {index} yet; run `dateline index`.")
    folder = generation_folder(index, name)
    return _upkeep(articles, folder, read_manifest(folder), settings)


def _upkeep(articles: Path, folder: Path, manifest: Manifest, settings: IndexSettings) -> Upkeep:
    inventory = read_inventory(folder)
    problems = tuple(problem for record in inventory.files.values() for problem in record.problems)
    changes = _changes(articles.resolve(), inventory, settings.fingerprint() != manifest.fingerprint)
    return Upkeep(folder.name, problems, changes)


def _changes(articles: Path, inventory: Inventory, settings_changed: bool) -> Changes | None:
    try:
        scan = scan_corpus(articles)
    except CorpusNotFound:
        return None
    plan = plan_refresh(inventory, scan, inventory.sidecar_digest)
    return Changes(
        new=tuple(file.name for file in plan.read),
        changed=tuple(file.name for file in plan.check if inventory.files[file.name].has_changed(file)),
        gone=plan.drop,
        sidecar=load_sidecar(articles).digest != inventory.sidecar_digest,
        settings=settings_changed,
    )
