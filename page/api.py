"""The interface for programs: the same questions and answers as JSON."""

from datetime import date
from typing import Annotated, Any

from fastapi import FastAPI, HTTPException, Query, Request
from fastapi.responses import JSONResponse
from pydantic import BaseModel, ConfigDict, Field

from corpus.article import Article
from corpus.errors import DatelineError
from index.progress import Progress
from page.api_docs import add_docs
from page.desk import Answers, Desk
from page.errors import in_words
from qa.conversation import Conversation
from qa.errors import BadQuestion
from qa.question import Filters
from qa.render.json import answer_to_dict

MOST_PASSAGES = 50

Top = Annotated[
    int | None, Query(ge=1, le=MOST_PASSAGES, description="How many passages; the usual number if left out")
]


class AskRequest(BaseModel):
    """A question as a program asks it: the form of one line of a batch."""

    model_config = ConfigDict(extra="forbid")

    question: str = Field(description="The question")
    turns: list[str] = Field([], max_length=20, description="Earlier questions of the conversation, oldest first")
    outlets: list[str] = Field([], description="Display names of outlets; empty means all")
    since: date | None = Field(None, description="First day of publication")
    until: date | None = Field(None, description="Last day of publication")
    exclude: list[str] = Field([], description="Ids of articles to leave out")
    top: int | None = Field(None, ge=1, le=MOST_PASSAGES, description="How many passages")


def build_api(desk: Desk) -> FastAPI:
    """Builds the interface for programs, to be mounted at ``/api``.

    Its description is at ``openapi.json`` under it, and to be read in a browser at its root.
    """
    api = FastAPI(title="Dateline", docs_url=None, redoc_url=None)

    @api.exception_handler(DatelineError)
    def refuse(_request: Request, error: DatelineError) -> JSONResponse:
        return JSONResponse({"error": in_words(error)}, 400 if isinstance(error, BadQuestion) else 503)

    @api.get("/ask")
    def ask(
        q: Annotated[str, Query(description="The question")],
        outlet: Annotated[list[str], Query(description="Search only this outlet; may be given several times")] = [],  # noqa: B006  # FastAPI copies it
        since: Annotated[date | None, Query(description="First day of publication, such as 2026-02-18")] = None,
        until: Annotated[date | None, Query(description="Last day of publication")] = None,
        top: Top = None,
    ) -> dict[str, Any]:
        """Answers one question."""
        asked = AskRequest(question=q, turns=[], outlets=outlet, since=since, until=until, exclude=[], top=top)
        return _ask(desk, asked)

    @api.post("/ask")
    def ask_with_turns(request: AskRequest) -> dict[str, Any]:
        """Answers one question, which may follow others."""
        return _ask(desk, request)

    @api.get("/status")
    def status() -> dict[str, Any]:
        """Tells what the index holds and what work goes on."""
        return _status(desk)

    @api.get("/articles/{article_id:path}")
    def article(article_id: str) -> dict[str, Any]:
        """Returns an article as the index keeps it."""
        found = _answers(desk).article(article_id)
        if found is None:
            raise HTTPException(404, f"No article of the index has the id {article_id!r}.")
        return _article(found)

    add_docs(api)
    return api


def _answers(desk: Desk) -> Answers:
    if desk.answers is None:
        progress, error = desk.progress(), desk.loading.state.error
        raise HTTPException(503, in_words(error) if error and not progress else "The articles are still being loaded.")
    return desk.answers


def _ask(desk: Desk, request: AskRequest) -> dict[str, Any]:
    answers, conversation = _answers(desk), Conversation()
    filters = Filters(tuple(request.outlets), request.since, request.until, tuple(request.exclude))
    for turn in request.turns:
        conversation = conversation.with_answer(answers.ask(turn, conversation, filters, request.top))
    return answer_to_dict(answers.ask(request.question, conversation, filters, request.top))


def _status(desk: Desk) -> dict[str, Any]:
    index = desk.answers.status() if desk.answers else None
    report = desk.refreshing.state.result
    error = desk.refreshing.state.error or desk.loading.state.error
    return {
        "ready": desk.answers is not None,
        "working": _progress(desk.progress()),
        "error": in_words(error) if error else None,
        "index": index
        and {
            "generation": index.generation,
            "articles": index.articles,
            "outlets": index.outlets,
            "chunks": index.chunks,
            "first": index.first,
            "last": index.last,
            "built": index.built,
        },
        "refreshed": report
        and {
            "added": report.added,
            "changed": report.changed,
            "removed": report.removed,
            "unchanged": report.unchanged,
            "seconds": report.seconds,
            "problems": [{"source": problem.source, "reason": problem.reason} for problem in report.problems],
        },
    }


def _progress(progress: Progress | None) -> dict[str, Any] | None:
    return {"stage": progress.stage, "done": progress.done, "total": progress.total} if progress else None


def _article(article: Article) -> dict[str, Any]:
    return {
        "article_id": article.article_id,
        "outlet": article.outlet,
        "title": article.title,
        "date": article.published,
        "authors": article.authors,
        "url": article.url,
        "source": article.source,
        "flags": article.flags,
        "text": article.text,
    }
