"""What the page says of the index and of the work behind it, the same in every tab."""

from dataclasses import dataclass, replace

from corpus.errors import DatelineError
from corpus.progress import Progress
from index.generation import Holdings
from page.drawer.card import Card, repair_of, report_line
from page.errors import in_words
from page.html import render
from page.session import Session
from page.session.session import Example
from qa.render.wording import day


@dataclass(frozen=True, slots=True)
class Status:
    """What every tab shows of the session at one moment.

    Attributes:
        line: One line of HTML for the head of the page: what is going on, or what the index holds.
        card: HTML for the drawer: what the index holds, what the last refresh did, what failed.
        busy: Whether work goes on.
        outlets: Name of each outlet and its number of articles, in the order of names.
        examples: Questions to begin with.
        generation: Name of the generation that answers; empty where none does.
    """

    line: str
    card: str
    busy: bool
    outlets: tuple[tuple[str, int], ...] = ()
    examples: tuple[Example, ...] = ()
    generation: str = ""


def read_status(session: Session, news: int = 0) -> Status:
    """Reads what the session is doing and what the index holds.

    Args:
        session: The session.
        news: How many saved searches have anything new.
    """
    progress, answers = session.progress(), session.answers
    busy = progress is not None
    if answers is None:
        return _shown(_closed(session, progress), busy)
    try:
        index = answers.holdings()
    except DatelineError as error:
        return _shown(Card(error=in_words(error)), busy)
    by_name = tuple(sorted(index.outlets.items(), key=lambda item: item[0].casefold()))
    card = replace(_open(session, progress, index), news=news)
    return _shown(card, busy, by_name, session.examples, index.generation)


def _shown(
    card: Card,
    busy: bool,
    outlets: tuple[tuple[str, int], ...] = (),
    examples: tuple[Example, ...] = (),
    generation: str = "",
) -> Status:
    line, drawer = render("drawer/line.html", card=card), render("drawer/card.html", card=card)
    return Status(line, drawer, busy, outlets, examples, generation)


def _closed(session: Session, progress: Progress | None) -> Card:
    if progress is not None:
        return Card(progress=progress)
    failed = session.refreshing.state.error or session.loading.state.error
    return Card(error=in_words(failed) if failed else "", repair=repair_of(failed))


def _open(session: Session, progress: Progress | None, index: Holdings) -> Card:
    state, upkeep = session.refreshing.state, session.upkeep(index.generation)
    reports = _reports(session)
    at = state.ended if state.ended and reports else index.built.astimezone()
    if upkeep and state.result:
        upkeep = replace(upkeep, problems=())  # they stand in its report
    return Card(
        index=index,
        refreshed=f"{day(at.date())}, {at:%H:%M}",
        progress=progress,
        error=in_words(state.error) if state.error else "",
        repair=None if progress else repair_of(state.error),
        reports=reports,
        problems=state.result.problems if state.result and reports else (),
        upkeep=upkeep,
    )


def _reports(session: Session) -> tuple[str, ...]:
    """Tells of the last refresh, where it succeeded; and of the one before that changed anything, where it did not."""
    state = session.refreshing.state
    if state.error or not (state.result and state.ended):
        return ()
    before = (report_line(*session.changed),) if session.changed and not state.result.published else ()
    return (*before, report_line(state.result, state.ended), *state.result.warnings)
