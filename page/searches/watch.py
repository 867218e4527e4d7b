"""Watches the saved searches: finds what is new to each in the background, once for each generation of the index."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from corpus.errors import DatelineError
from corpus.progress import OnProgress
from page.drawer.live_status import ShownSearches
from page.errors import in_words
from page.html import render
from page.session import Session
from page.session.job import Job
from qa.news import SavedSearch, Searches, find_news, look
from qa.news.shown import new_since

AGAIN_AFTER = timedelta(minutes=1)  # what failed may work then

_Key = tuple[str, datetime, str]  # a search, when it was seen, a generation


@dataclass(frozen=True, slots=True)
class _Found:
    number: int
    problem: str


@dataclass(frozen=True, slots=True)
class Line:
    """A search in the drawer.

    Attributes:
        search: The search.
        new: How much is new, in words; empty where nothing is, or nobody knows yet.
        problem: Why it cannot be asked; empty where it can.
    """

    search: SavedSearch
    new: str
    problem: str


class Watch:
    """What is new to the saved searches, as far as it is known. Threads may share it."""

    def __init__(self, session: Session, searches: Searches) -> None:
        """Starts without having looked.

        Args:
            session: Gives whoever answers.
            searches: The searches.
        """
        self._session = session
        self._searches = searches
        self._found: dict[_Key, _Found] = {}
        self._finding: Job[None] = Job(self._find)

    def shown(self) -> ShownSearches:
        """Returns what the drawer shows, and has the rest found out."""
        try:
            saved = self._searches.all()
            generation = self._session.answers.holdings().generation if self._session.answers else ""
        except DatelineError as error:
            return ShownSearches(render("searches/list.html", lines=(), error=in_words(error)))
        found = [self._found.get(_key(one, generation)) for one in saved]
        state = self._finding.state
        failed = state.error is not None and state.ended is not None and datetime.now(UTC) - state.ended < AGAIN_AFTER
        waiting = bool(generation) and None in found
        if waiting and not failed:
            self._finding.start()
        lines = [_line(one, known) for one, known in zip(saved, found, strict=True)]
        failure = in_words(state.error) if state.error and waiting else ""
        new = sum(bool(known and known.number) for known in found)
        html = render("searches/list.html", lines=lines, error=failure)
        return ShownSearches(html, new, soon=waiting and not failed)

    def wait(self, seconds: float | None = None) -> bool:
        """Waits until nothing is being found out; returns whether it came to that."""
        return self._finding.wait(seconds)

    def _find(self, _: OnProgress) -> None:
        answers, saved = self._session.answers, self._searches.all()
        if answers is None or not saved:
            return
        at = look(self._searches.workspace, answers, min(one.seen.upto for one in saved))
        kept: dict[_Key, _Found] = {}
        for one in saved:
            key = _key(one, at.generation)
            if key not in self._found:
                self._session.quiet()
                news = find_news(one, at, answers)
                self._found = {**self._found, key: _Found(news.number, news.problem)}
            kept[key] = self._found[key]
        self._found = kept


def _line(search: SavedSearch, found: _Found | None) -> Line:
    if found is None or not found.number:
        return Line(search, "", found.problem if found else "")
    return Line(search, new_since(found.number, search.seen.at, datetime.now().astimezone()), "")


def _key(search: SavedSearch, generation: str) -> _Key:
    return search.id, search.seen.at, generation
