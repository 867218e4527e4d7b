"""What the page says of the index and of the work behind it, the same in every tab."""

from dataclasses import dataclass
from datetime import datetime
from html import escape

from corpus.errors import DatelineError
from corpus.problem import Problem
from corpus.progress import Progress
from index.errors import CorruptIndex, MassDeletion, ModelMismatch
from index.refresh.report import RefreshReport
from index.upkeep.status import Changes
from page.errors import in_words
from page.html.markup import escaped
from page.state.desk import Desk, Example
from qa.answerer import IndexStatus
from qa.render.wording import counted, day, day_span


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


@dataclass(frozen=True, slots=True)
class Status:
    """What every tab shows of the desk at one moment.

    Attributes:
        line: One line of HTML for the head of the page: what is going on, or what the index holds.
        card: HTML for the drawer: what the index holds, what the last refresh did, what failed.
        busy: Whether work goes on.
        outlets: Name of each outlet and its number of articles, in the order of names.
        examples: Questions to begin with.
    """

    line: str
    card: str
    busy: bool
    outlets: tuple[tuple[str, int], ...] = ()
    examples: tuple[Example, ...] = ()


def read_status(desk: Desk) -> Status:
    """Reads what the desk is doing and what the index holds."""
    progress, answers = desk.progress(), desk.answers
    if answers is None:
        words = _getting_ready(desk, progress)
        card = _card(words, "" if progress else _repair(_failure(desk)))
        return Status(f'<p class="status">{words}</p>', card, progress is not None)
    try:
        index, outlets = answers.status(), answers.outlets()
    except DatelineError as error:
        words = _error(error)
        return Status(f'<p class="status">{words}</p>', _card(words), progress is not None)
    words = f"Refreshing: {_progress(progress)}" if progress else escaped(" · ".join(_holdings(index)))
    return Status(
        line=f'<p class="status">{words}</p>',
        card=_card(_index(index, desk), _refreshing(desk, progress), _upkeep(desk, index, progress)),
        busy=progress is not None,
        outlets=tuple(sorted(outlets.items(), key=lambda item: item[0].casefold())),
        examples=desk.examples,
    )


def _getting_ready(desk: Desk, progress: Progress | None) -> str:
    if progress is not None:
        return f"Getting ready: {_progress(progress)}"
    failed = _failure(desk)
    return _error(failed) if failed else "Not loaded."


def _failure(desk: Desk) -> Exception | None:
    return desk.refreshing.state.error or desk.loading.state.error


def _refreshing(desk: Desk, progress: Progress | None) -> str:
    state = desk.refreshing.state
    if progress is not None:
        return f'<div class="working">{_progress(progress)}<p>The articles indexed before answer meanwhile.</p></div>'
    if state.error:
        return f"<p>The refresh stopped.</p>{_error(state.error)}{_repair(state.error)}"
    if not (state.result and state.ended):
        return ""
    before = _counts(*desk.changed) if desk.changed and not state.result.published else ""
    return before + _report(state.result, state.ended)


def _upkeep(desk: Desk, index: IndexStatus, progress: Progress | None) -> str:
    """What changed on the disk since, and what the last refresh could not use."""
    upkeep = desk.upkeep(index.generation)
    if upkeep is None or progress is not None:
        return ""
    problems = "" if desk.refreshing.state.result else _problems(upkeep.problems)  # else they stand in its report
    return _changes(upkeep.changes) + problems


def _changes(changes: Changes | None) -> str:
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


def _repair(error: Exception | None) -> str:
    """A button for what only the user can decide; `refresh.js` asks once more before anything is done."""
    for kind, repair in REPAIRS.items():
        if isinstance(error, kind):
            return (
                f'<button type="button" class="repair" data-allow="{repair.allow}" data-question="{repair.question}">'
                f"{repair.words}</button>"
            )
    return ""


def _card(*parts: str) -> str:
    return f'<div class="index-card">{"".join(parts)}</div>'


def _error(error: Exception) -> str:
    return f'<span class="error">{escaped(in_words(error))}</span>'


def _holdings(status: IndexStatus) -> list[str]:
    days = day_span(known for known in (status.first, status.last) if known)
    parts = [counted(status.articles, "article"), counted(status.outlets, "outlet"), days]
    return [part for part in parts if part]


def _index(status: IndexStatus, desk: Desk) -> str:
    state = desk.refreshing.state
    at = state.ended if state.ended and state.result and not state.error else status.built.astimezone()
    rows = {
        "Indexed": f"{counted(status.articles, 'article')} from {counted(status.outlets, 'outlet')}",
        "Published": day_span(known for known in (status.first, status.last) if known) or "dates unknown",
        "Refreshed": f"{day(at.date())}, {at:%H:%M}",
    }
    items = "".join(f"<dt>{name}</dt><dd>{escaped(value)}</dd>" for name, value in rows.items())
    return f"<dl>{items}</dl>"


def _progress(progress: Progress) -> str:
    stage = escaped(progress.stage)
    if not progress.total:
        return f'<span>{stage} …</span> <progress aria-label="{escape(progress.stage)}"></progress>'
    amounts = f'value="{progress.done}" max="{progress.total}"'
    return (
        f"<span>{stage}, {progress.done:,} of {progress.total:,}</span> "
        f'<progress {amounts} aria-label="{escape(progress.stage)}"></progress>'
    )


def _report(report: RefreshReport, ended: datetime) -> str:
    notes = "".join(f"<p>{escaped(warning)}</p>" for warning in report.warnings)
    return f"{_counts(report, ended)}{notes}{_problems(report.problems)}"


def _counts(report: RefreshReport, ended: datetime) -> str:
    counts = {"added": report.added, "changed": report.changed, "removed": report.removed}
    words = ", ".join(f"{number:,} {name}" for name, number in counts.items() if number) or "nothing had changed"
    return f"<p>Refreshed at {ended:%H:%M}: {words}; {report.seconds:.1f} s.</p>"


def _problems(problems: tuple[Problem, ...]) -> str:
    if not problems:
        return ""
    items = "".join(f"<li><b>{escaped(problem.source)}</b>: {escaped(problem.reason)}</li>" for problem in problems)
    number = len(problems)
    return f"<details open><summary>{counted(number, 'file')} could not be used</summary><ul>{items}</ul></details>"
