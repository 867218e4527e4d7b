"""The table of articles as a part of the page, and what of the collection could not be read."""

from datetime import date

from pydantic import BaseModel, ConfigDict
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from page.articles.table import table_to_html
from page.articles.unread import unread_to_html
from page.articles.wanted import Wanted
from page.session import Session, answer_posted
from qa.answerer import Answerer


class Nothing(BaseModel):
    """A request that says nothing."""

    model_config = ConfigDict(extra="forbid")


async def articles(session: Session, request: Request) -> Response:
    """Answers ``POST /articles``, a `Wanted`, with a part of the table, as HTML."""

    def show(wanted: Wanted, answers: Answerer) -> Response:
        shelf = answers.shelf(wanted.words, wanted.filters, wanted.doubted)
        return HTMLResponse(table_to_html(shelf, wanted, answers.holdings().outlets, date.today()))

    return await answer_posted(session, request, Wanted, show)


async def unread(session: Session, request: Request) -> Response:
    """Answers ``POST /articles/unread``, an empty object, with what could not be read and why, as HTML."""

    def show(_: Nothing, answers: Answerer) -> Response:
        return HTMLResponse(unread_to_html(session.upkeep(answers.holdings().generation)))

    return await answer_posted(session, request, Nothing, show)
