"""The interface for programs: the same questions and answers as JSON."""

from datetime import date
from typing import Annotated, Any

from fastapi import FastAPI, Query, Request
from fastapi.responses import JSONResponse

from corpus.errors import DatelineError
from page.api import programs
from page.api.docs import add_docs
from page.api.programs import AskRequest
from page.errors import NoSuchArticle, in_words
from page.limits import MOST_PASSAGES
from page.state.desk import Desk
from qa.errors import BadQuestion

CODES = {BadQuestion: 400, NoSuchArticle: 404}  # of errors; any other means that the answer cannot be given now
UNAVAILABLE = 503

Top = Annotated[
    int | None, Query(ge=1, le=MOST_PASSAGES, description="How many passages; the usual number if left out")
]


def build_api(desk: Desk) -> FastAPI:
    """Builds the interface for programs, to be mounted at ``/api``.

    Its description is at ``openapi.json`` under it, and to be read in a browser at its root.
    """
    api = FastAPI(title="Dateline", docs_url=None, redoc_url=None)

    @api.exception_handler(DatelineError)
    def refuse(_request: Request, error: DatelineError) -> JSONResponse:
        return JSONResponse({"error": in_words(error)}, CODES.get(type(error), UNAVAILABLE))

    @api.get("/ask")
    def ask(
        question: Annotated[str, Query(description="The question")],
        outlet: Annotated[list[str], Query(description="Search only this outlet; may be given several times")] = [],  # noqa: B006  # FastAPI copies it
        since: Annotated[date | None, Query(description="First day of publication, such as 2026-02-18")] = None,
        until: Annotated[date | None, Query(description="Last day of publication")] = None,
        top: Top = None,
    ) -> dict[str, Any]:
        """Answers one question."""
        asked = AskRequest(question=question, turns=[], outlets=outlet, since=since, until=until, exclude=[], top=top)
        return programs.ask(desk, asked)

    @api.post("/ask")
    def ask_with_turns(request: AskRequest) -> dict[str, Any]:
        """Answers one question, which may follow others."""
        return programs.ask(desk, request)

    @api.get("/compare")
    def compare(
        question: Annotated[str, Query(description="The question")],
        outlet: Annotated[list[str], Query(description="Search only this outlet; may be given several times")] = [],  # noqa: B006  # FastAPI copies it
        since: Annotated[date | None, Query(description="First day of publication, such as 2026-02-18")] = None,
        until: Annotated[date | None, Query(description="Last day of publication")] = None,
    ) -> dict[str, Any]:
        """Compares what the outlets say to one question."""
        asked = AskRequest(question=question, turns=[], outlets=outlet, since=since, until=until, exclude=[], top=None)
        return programs.compare(desk, asked)

    @api.post("/compare")
    def compare_with_turns(request: AskRequest) -> dict[str, Any]:
        """Compares what the outlets say to one question, which may follow others."""
        return programs.compare(desk, request)

    @api.get("/status")
    def status() -> dict[str, Any]:
        """Tells what the index holds and what work goes on."""
        return programs.status(desk)

    @api.get("/articles/{article_id:path}")
    def article(article_id: str) -> dict[str, Any]:
        """Returns an article as the index keeps it."""
        return programs.article(desk, article_id)

    add_docs(api)
    return api
