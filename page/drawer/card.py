"""The card of the drawer: what the index holds, what a refresh did, what failed and what mends it."""

from dataclasses import dataclass
from datetime import datetime

from corpus.errors import Problem
from corpus.metadata.future import future_warnings
from corpus.progress import Progress
from index.errors import CorruptIndex, MassDeletion, ModelMismatch
from index.generation import Holdings
from index.refresh import RefreshReport
from index.upkeep import Upkeep
from qa.render.wording import day_span


@dataclass(frozen=True, slots=True)
class Repair:
    """What mends an error, when the user says so.

    Attributes:
        allow: What the refresh is allowed (see `page.session.session.Refresh`).
        words: What the button says.
        question: What is asked before it is done.
    """

    allow: str
    words: str
    question: str


_REBUILD = Repair(
    "rebuild",
    "Rebuild the index …",
    "Rebuild the index? Every article is read and encoded again, which may take minutes. Your articles, conversations "
    "and test cases stay as they are.",
)


REPAIRS = {
    MassDeletion: Repair(
        "allow_mass_delete",
        "Take them out of the index …",
        "Take these articles out of the index? Nothing is deleted on the disk, but they can be asked and quoted again "
        "only once their files are back.",
    ),
    CorruptIndex: _REBUILD,
    ModelMismatch: _REBUILD,
}


@dataclass(frozen=True, slots=True)
class Card:
    """What the card shows, and the line in the head of the page.

    Attributes:
        index: What the index holds; None where it is not open.
        refreshed: When it was brought up to date.
        progress: Where the work behind the page is; None when there is none.
        error: What failed, in words; empty when nothing did.
        repair: What mends it; None when nothing does.
        reports: What the last refresh did, one sentence each.
        problems: What it could not use.
        upkeep: What changed on the disk since, and could not be used; None until somebody has looked.
        news: How many saved searches have anything new.
    """

    index: Holdings | None = None
    refreshed: str = ""
    progress: Progress | None = None
    error: str = ""
    repair: Repair | None = None
    reports: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()
    upkeep: Upkeep | None = None
    news: int = 0

    @property
    def days(self) -> str:
        """The days of the articles; empty when none is known."""
        return day_span(day for day in (self.index.first, self.index.last) if day) if self.index else ""

    @property
    def doubts(self) -> tuple[str, ...]:
        """What is wrong with the articles that are indexed, one sentence each."""
        return future_warnings(self.index.ahead) if self.index else ()

    @property
    def changes(self) -> str:
        """What changed on the disk since; empty when nothing did, or the articles are not there."""
        changes = self.upkeep.changes if self.upkeep else None
        if changes is None:
            return ""
        kinds = {"new": changes.new, "changed": changes.changed, "gone": changes.gone}
        files = ", ".join(f"{len(names):,} {kind}" for kind, names in kinds.items() if names)
        sidecar = "corpus.toml or sources.csv changed" if changes.sidecar else ""
        settings = "the settings changed" if changes.settings else ""
        return "; ".join(words for words in (files, sidecar, settings) if words)


def repair_of(error: BaseException | None) -> Repair | None:
    """Returns what mends an error, where only the user can decide; `refresh.js` asks once more before it is done."""
    return next((repair for kind, repair in REPAIRS.items() if isinstance(error, kind)), None)


def report_line(report: RefreshReport, ended: datetime) -> str:
    """Says how many articles a refresh added, changed and removed."""
    counts = {"added": report.added, "changed": report.changed, "removed": report.removed}
    words = ", ".join(f"{number:,} {name}" for name, number in counts.items() if number) or "nothing had changed"
    return f"Refreshed at {ended:%H:%M}: {words}; {report.seconds:.1f} s."
