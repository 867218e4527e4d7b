"""What the page says of the index and of the work behind it, the same in every tab."""

from dataclasses import dataclass

from corpus.errors import DatelineError
from corpus.progress import Progress
from page.drawer.card import (
    card_to_html,
    changes_to_html,
    counts_to_html,
    error_to_html,
    holdings_in_words,
    problems_to_html,
    progress_to_html,
    repair_to_html,
    report_to_html,
)
from page.html.markup import escaped
from page.state.desk import Desk, Example
from qa.answerer import IndexStatus
from qa.render.wording import counted, day, day_span


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
        card = card_to_html(words, "" if progress else repair_to_html(_failure(desk)))
        return Status(f'<p class="status">{words}</p>', card, progress is not None)
    try:
        index, outlets = answers.status(), answers.outlets()
    except DatelineError as error:
        words = error_to_html(error)
        return Status(f'<p class="status">{words}</p>', card_to_html(words), progress is not None)
    words = f"Refreshing: {progress_to_html(progress)}" if progress else escaped(" · ".join(holdings_in_words(index)))
    if desk.refreshing.state.error:
        words += ' · <span class="error">the last refresh failed</span>'
    return Status(
        line=f'<p class="status">{words}</p>',
        card=card_to_html(_index(index, desk), _refreshing(desk, progress), _upkeep(desk, index, progress)),
        busy=progress is not None,
        outlets=tuple(sorted(outlets.items(), key=lambda item: item[0].casefold())),
        examples=desk.examples,
    )


def _getting_ready(desk: Desk, progress: Progress | None) -> str:
    if progress is not None:
        return f"Getting ready: {progress_to_html(progress)}"
    failed = _failure(desk)
    return error_to_html(failed) if failed else "Not loaded."


def _failure(desk: Desk) -> BaseException | None:
    return desk.refreshing.state.error or desk.loading.state.error


def _refreshing(desk: Desk, progress: Progress | None) -> str:
    state = desk.refreshing.state
    failed = f"<p>The last refresh failed.</p>{error_to_html(state.error)}" if state.error else ""
    if progress is not None:
        working = f"{progress_to_html(progress)}<p>The articles indexed before answer meanwhile.</p>"
        return f'<div class="working">{working}</div>{failed}'
    if failed:
        return f"{failed}{repair_to_html(state.error)}"
    if not (state.result and state.ended):
        return ""
    before = counts_to_html(*desk.changed) if desk.changed and not state.result.published else ""
    return before + report_to_html(state.result, state.ended)


def _upkeep(desk: Desk, index: IndexStatus, progress: Progress | None) -> str:
    """What changed on the disk since, and what the last refresh could not use."""
    upkeep = desk.upkeep(index.generation)
    if upkeep is None or progress is not None:
        return ""
    problems = (
        "" if desk.refreshing.state.result else problems_to_html(upkeep.problems)
    )  # else they stand in its report
    return changes_to_html(upkeep.changes) + problems


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
