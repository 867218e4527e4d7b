"""The interface for programs: the same questions and answers as JSON."""

import json
from typing import Annotated, Any

from fastapi import FastAPI, Query, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse, Response
from pydantic import Field

from corpus.errors import DatelineError
from page.api import programs
from page.api.docs import add_docs
from page.api.programs import AskRequest, ListRequest, QuotesRequest
from page.errors import NoSuchArticle, in_words
from page.session import Session
from qa.errors import BadQuestion
from qa.understand.filters import FilterFields

CODES = {BadQuestion: 400, NoSuchArticle: 404}  # of errors; any other means that the answer cannot be given now
UNAVAILABLE = 503


class FilterQuery(FilterFields):
    """The filters in an address."""

    outlets: tuple[str, ...] = Field(
        (), alias="outlet", description="Search only this outlet; may be given several times"
    )
    without_outlets: tuple[str, ...] = Field(
        (), alias="without_outlet", description="Leave this outlet out; may be given several times"
    )
    authors: tuple[str, ...] = Field(
        (), alias="author", description="Search only articles by this author; may be given several times"
    )


class AskQuery(FilterQuery, AskRequest):
    """A question in an address."""


class ListQuery(FilterQuery, ListRequest):
    """The words of a list in an address."""


class QuotesQuery(FilterQuery, QuotesRequest):
    """Somebody whose words are wanted, in an address."""


def build_api(session: Session) -> FastAPI:
    """Builds the interface for programs, to be mounted at ``/api``.

    Its description is at ``openapi.json`` under it, and to be read in a browser at its root.
    """
    api = FastAPI(title="Dateline", docs_url=None, redoc_url=None)

    api.add_exception_handler(DatelineError, _refuse)
    api.add_exception_handler(RequestValidationError, _refuse_form)
    _add_questions(api, session)
    _add_articles(api, session)
    _add_quotes(api, session)
    add_docs(api)
    return api


def _add_questions(api: FastAPI, session: Session) -> None:
    @api.get("/ask")
    def ask(query: Annotated[AskQuery, Query()]) -> dict[str, Any]:
        """Answers one question, which may follow others."""
        return programs.ask(session, query)

    @api.post("/ask")
    def ask_posted(request: AskRequest) -> dict[str, Any]:
        """Answers one question, which may follow others."""
        return programs.ask(session, request)

    @api.get("/compare")
    def compare(query: Annotated[AskQuery, Query()]) -> dict[str, Any]:
        """Compares what the outlets say to one question, which may follow others."""
        return programs.compare(session, query)

    @api.post("/compare")
    def compare_posted(request: AskRequest) -> dict[str, Any]:
        """Compares what the outlets say to one question, which may follow others."""
        return programs.compare(session, request)


def _add_articles(api: FastAPI, session: Session) -> None:
    @api.get("/list")
    def articles(query: Annotated[ListQuery, Query()]) -> dict[str, Any]:
        """Lists the articles that hold some words, every one of them and by date; without words, all articles."""
        return programs.articles(session, query)

    @api.post("/list")
    def articles_posted(request: ListRequest) -> dict[str, Any]:
        """Lists the articles that hold some words, every one of them and by date; without words, all articles."""
        return programs.articles(session, request)

    @api.get("/status")
    def status() -> dict[str, Any]:
        """Tells what the index holds and what work goes on."""
        return programs.status(session)

    @api.get("/articles/{article_id:path}")
    def article(article_id: str) -> dict[str, Any]:
        """Returns an article as the index keeps it."""
        return programs.article(session, article_id)


def _add_quotes(api: FastAPI, session: Session) -> None:
    @api.get("/quotes")
    def quotes(query: Annotated[QuotesQuery, Query()]) -> dict[str, Any]:
        """Lists what somebody says, every quotation with its speaker and its source."""
        return programs.quotes(session, query)

    @api.post("/quotes")
    def quotes_posted(request: QuotesRequest) -> dict[str, Any]:
        """Lists what somebody says, every quotation with its speaker and its source."""
        return programs.quotes(session, request)


def _refuse(_request: Request, error: Exception) -> Response:
    code = next((code for kind, code in CODES.items() if isinstance(error, kind)), UNAVAILABLE)
    return JSONResponse({"error": in_words(error)}, code)


def _refuse_form(_request: Request, error: Exception) -> Response:
    # Without what was sent: it may be what JSON cannot write, such as a number that is none.
    told = error.errors() if isinstance(error, RequestValidationError) else ()
    faults = [{name: fault[name] for name in ("type", "loc", "msg")} for fault in told]
    return Response(json.dumps({"detail": faults}), 422, media_type="application/json")
