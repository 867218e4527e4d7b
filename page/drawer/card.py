"""The card of the drawer, piece by piece: what the index holds, what a refresh did, what failed and what mends it."""

from dataclasses import dataclass
from datetime import datetime
from html import escape

from corpus.errors import Problem
from corpus.progress import Progress
from index.errors import CorruptIndex, MassDeletion, ModelMismatch
from index.refresh.report import RefreshReport
from index.upkeep.status import Changes
from page.errors import in_words
from page.html.markup import escaped
from qa.answerer import IndexStatus
from qa.render.wording import counted, day_span


@dataclass(frozen=True, slots=True)
class Repair:
    """What mends an error, when the user says so.

    Attributes:
        allow: What the refresh is allowed (see `page.state.desk.Refresh`).
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


def changes_to_html(changes: Changes | None) -> str:
    """What changed on the disk since; None means that the articles are not there."""
    if changes is None:
        return '<p class="changes">The articles are not where they were. What was indexed still answers.</p>'
    if not changes:
        return ""
    kinds = {"new": changes.new, "changed": changes.changed, "gone": changes.gone}
    words = ", ".join(f"{len(names):,} {kind}" for kind, names in kinds.items() if names)
    settings = [words] if words else []
    settings += ["corpus.toml or sources.csv changed"] if changes.sidecar else []
    settings += ["the settings changed"] if changes.settings else []
    return f'<p class="changes"><b>{counted(changes.files, "file")} changed</b> since: {"; ".join(settings)}.</p>'


def repair_to_html(error: BaseException | None) -> str:
    """A button for what only the user can decide; `refresh.js` asks once more before anything is done."""
    for kind, repair in REPAIRS.items():
        if isinstance(error, kind):
            return (
                f'<button type="button" class="repair" data-allow="{repair.allow}" data-question="{repair.question}">'
                f"{repair.words}</button>"
            )
    return ""


def card_to_html(*parts: str) -> str:
    """The card, made of its parts."""
    return f'<div class="index-card">{"".join(parts)}</div>'


def error_to_html(error: BaseException) -> str:
    """An error in words for readers."""
    return f'<span class="error">{escaped(in_words(error))}</span>'


def holdings_in_words(status: IndexStatus) -> list[str]:
    """What the index holds: articles, outlets, days."""
    days = day_span(known for known in (status.first, status.last) if known)
    parts = [counted(status.articles, "article"), counted(status.outlets, "outlet"), days]
    return [part for part in parts if part]


def progress_to_html(progress: Progress) -> str:
    """How far a piece of work is; without an end where that is not known."""
    stage = escaped(progress.stage)
    if not progress.total:
        return f'<span>{stage} …</span> <progress aria-label="{escape(progress.stage)}"></progress>'
    amounts = f'value="{progress.done}" max="{progress.total}"'
    return (
        f"<span>{stage}, {progress.done:,} of {progress.total:,}</span> "
        f'<progress {amounts} aria-label="{escape(progress.stage)}"></progress>'
    )


def report_to_html(report: RefreshReport, ended: datetime) -> str:
    """What a refresh did, what to know of it, and which files it could not use."""
    notes = "".join(f"<p>{escaped(warning)}</p>" for warning in report.warnings)
    return f"{counts_to_html(report, ended)}{notes}{problems_to_html(report.problems)}"


def counts_to_html(report: RefreshReport, ended: datetime) -> str:
    """How many articles a refresh added, changed and removed."""
    counts = {"added": report.added, "changed": report.changed, "removed": report.removed}
    words = ", ".join(f"{number:,} {name}" for name, number in counts.items() if number) or "nothing had changed"
    return f"<p>Refreshed at {ended:%H:%M}: {words}; {report.seconds:.1f} s.</p>"


def problems_to_html(problems: tuple[Problem, ...]) -> str:
    """The files that could not be used, each with the reason; empty where there are none."""
    if not problems:
        return ""
    items = "".join(f"<li><b>{escaped(problem.source)}</b>: {escaped(problem.reason)}</li>" for problem in problems)
    number = len(problems)
    return f"<details open><summary>{counted(number, 'file')} could not be used</summary><ul>{items}</ul></details>"
