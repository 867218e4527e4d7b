"""Tells when articles that were dropped on the page answer, and why they do not."""

from typing import Any

from pydantic import BaseModel, ConfigDict, Field, ValidationError
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response

from corpus.article import file_of
from corpus.errors import DatelineError
from index.refresh import RefreshReport
from page.errors import in_words
from page.session import Session
from page.session.job import JobState
from page.session.posted import UNREADABLE
from page.session.waiting import wait_for

GONE = "the file has been changed or taken away since."


class Copied(BaseModel):
    """A file that lies among the articles, as `page.drawer.upload` told of it.

    Attributes:
        name: Its name there.
        articles: How many articles it holds.
        run: Number of the refresh that reads it.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    name: str
    articles: int
    run: int


class AwaitedFiles(BaseModel):
    """The files that a tab waits for."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    files: tuple[Copied, ...] = Field(min_length=1)


async def added(session: Session, request: Request) -> Response:
    """Answers ``POST /added``, an `AwaitedFiles`: what became of each file.

    While the articles are read, it waits until there is something to say of one of the files, or until its patience is
    over; when nothing goes on, it never waits.

    Returns:
        For each file ``{"reading", "reason"}``: whether it is still to be read; if not, why it does not answer. Without
        a reason all its articles do.
    """
    try:
        files = AwaitedFiles.model_validate_json(await request.body()).files
    except ValidationError:
        return PlainTextResponse(UNREADABLE, 422)
    await wait_for(session, min(file.run for file in files))
    return JSONResponse(await run_in_threadpool(_tell, session, files))


def _tell(session: Session, files: tuple[Copied, ...]) -> list[dict[str, Any]]:
    # Before the index is looked at, never after.
    state, opening = session.refreshing.state, session.loading.state.running
    told = []
    for file, reason in zip(files, _reasons(session, state, files), strict=True):
        reading = opening or (state.running and file.run > state.succeeded)
        told.append({"reading": reading, "reason": "" if reading else reason})
    return told


def _reasons(session: Session, state: JobState[RefreshReport], files: tuple[Copied, ...]) -> list[str]:
    """Returns for each file why it does not answer; nothing when it does."""
    problems = (*state.result.problems, *state.result.left_out) if state.result else ()
    try:
        answers = session.opened()
    except DatelineError as error:
        return [in_words(state.error or error)] * len(files)

    def reason(file: Copied) -> str:
        if state.error and file.run > state.succeeded:
            return in_words(state.error)
        if answers.indexed(file.name) >= file.articles:
            return ""
        return next((problem.reason for problem in problems if file_of(problem.source) == file.name), GONE)

    return [reason(file) for file in files]
