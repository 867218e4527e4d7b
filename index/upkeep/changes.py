"""What changed in the corpus since an index was made of it."""

from dataclasses import dataclass
from pathlib import Path

from corpus.errors import CorpusNotFound, Problem
from corpus.metadata import load_sidecar
from corpus.passed_over import PassedOver
from corpus.scan import Scan, scan_corpus
from index.catalog import Catalog
from index.catalog.files import CatalogFiles
from index.files.ids import items_of, left_out_of
from index.files.inventory import Known
from index.files.plan import plan_refresh
from index.generation.published import find_published
from index.library import Library


@dataclass(frozen=True, slots=True)
class Changes:
    """What a refresh would find, in files.

    Attributes:
        new: Names of files that are new.
        changed: Names of files with other bytes.
        gone: Names of files that are gone.
        sidecar: Whether corpus.toml or sources.csv changed, so that files are read again.
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
        problems: What could not be read at the last refresh, and what cannot be examined now.
        passed_over: What else lies among the articles now, by the rule that passes it over.
        changes: What changed since; None when the articles are not there now.
        left_out: Articles that are replaced by a later version of their item or withdrawn, and what does that.
    """

    generation: str
    problems: tuple[Problem, ...]
    passed_over: tuple[PassedOver, ...]
    changes: Changes | None
    left_out: tuple[Problem, ...]


def read_upkeep(library: Library) -> Upkeep:
    """Compares the files with what the index knows of them. Loads no model and reads no article.

    Raises:
        IndexNotFound: No index has been made yet.
        CorruptIndex: It cannot be opened.
        BadSidecar: corpus.toml or sources.csv cannot be used as it is written.
    """
    published = find_published(library.index)
    known = CatalogFiles(Catalog(published.reader))
    remarkable = known.records(known.remarkable())
    problems = tuple(problem for record in remarkable.values() for problem in record.problems)
    settings_changed = library.settings.fingerprint() != published.manifest.fingerprint
    left_out = left_out_of(remarkable | known.records(known.sharing((), items_of(remarkable))))
    articles = library.articles.resolve()
    try:
        scan = scan_corpus(articles)
    except CorpusNotFound:
        return Upkeep(published.generation, problems, (), None, left_out)
    changes = _changes(articles, scan, known, settings_changed)
    return Upkeep(published.generation, (*scan.problems, *problems), scan.passed_over, changes, left_out)


def _changes(articles: Path, scan: Scan, known: Known, settings_changed: bool) -> Changes:
    inventory = known.inventory
    plan = plan_refresh(inventory, scan, inventory.sidecar_digest)
    records = known.records({file.name for file in plan.check})
    return Changes(
        new=tuple(file.name for file in plan.read),
        changed=tuple(file.name for file in plan.check if records[file.name].has_changed(file)),
        gone=plan.drop,
        sidecar=load_sidecar(articles).digest != inventory.sidecar_digest,
        settings=settings_changed,
    )
