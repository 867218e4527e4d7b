"""What the page does with saved searches: saves, opens, marks as seen, renames and deletes them."""

from datetime import UTC, datetime

from pydantic import BaseModel, ConfigDict, Field
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, PlainTextResponse, Response

from page.chat import SavedTurn
from page.chat.saved import Following
from page.searches.opened import opened_turn
from page.session import Session, answer_posted
from qa.answer import Conversation
from qa.answerer import Answerer
from qa.ask import Ask
from qa.errors import BadQuestion
from qa.news import SavedSearch, Searches, find_news, look, seen_with
from qa.news.searches import Seen

LONGEST_SENT = 1000  # characters of a name; it is cut where it is kept


class _Form(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class NewSearch(Following):
    """A turn whose question is to be saved."""

    turn: SavedTurn


class Opened(Following):
    """A search that is opened as a turn.

    Attributes:
        search: Its id.
        number: Number of the turn in the chat, from 0.
    """

    search: str
    number: int = Field(ge=0, alias="place")


class SeenSearch(_Form):
    """A search whose answer was shown.

    Attributes:
        search: Its id.
        generation: The generation of the index that gave the answer.
    """

    search: str
    generation: str


class Renamed(_Form):
    """A search that gets another name."""

    search: str
    name: str = Field(max_length=LONGEST_SENT)


class Deleted(_Form):
    """A search that goes."""

    search: str


async def save_search(session: Session, searches: Searches, request: Request) -> Response:
    """Answers ``POST /searches/save``, a `NewSearch`, with ``{"id", "name", "isNew"}``."""

    def save(new: NewSearch, answers: Answerer) -> Response:
        asked = new.turn.question
        leans = asked.carried or asked.inherited
        ask = Ask(asked.asked, Conversation(new.earlier if leans else ()), asked.filters)
        search = SavedSearch.of(ask, Seen(at=datetime.now(UTC)))
        seen = seen_with(search, new.turn.generation, searches.workspace, answers)
        kept = searches.add(search.model_copy(update={"seen": seen}))
        return JSONResponse({"id": kept.id, "name": kept.name, "isNew": kept.id == search.id})

    return await answer_posted(session, request, NewSearch, save)


async def open_search(session: Session, searches: Searches, request: Request) -> Response:
    """Answers ``POST /searches/open``, an `Opened`, with its turn as HTML, what is new first."""

    def show(opened: Opened, answers: Answerer) -> Response:
        search = searches.one(opened.search)
        at = look(searches.workspace, answers, search.seen.upto)
        news = find_news(search, at, answers, always=True)
        if news.problem:
            raise BadQuestion(news.problem)
        return HTMLResponse(opened_turn(opened.number, news, answers.answer(search.ask()), answers))

    return await answer_posted(session, request, Opened, show)


async def mark_seen(session: Session, searches: Searches, request: Request) -> Response:
    """Answers ``POST /searches/seen``, a `SeenSearch`: what is not new any more."""

    def mark(shown: SeenSearch, answers: Answerer) -> Response:
        search = searches.one(shown.search)
        searches.mark(search.id, seen_with(search, shown.generation, searches.workspace, answers))
        return PlainTextResponse("kept")

    return await answer_posted(session, request, SeenSearch, mark)


async def rename_search(session: Session, searches: Searches, request: Request) -> Response:
    """Answers ``POST /searches/rename``, a `Renamed`."""

    def rename(renamed: Renamed, _: Answerer) -> Response:
        searches.rename(renamed.search, renamed.name)
        return PlainTextResponse("kept")

    return await answer_posted(session, request, Renamed, rename)


async def delete_search(session: Session, searches: Searches, request: Request) -> Response:
    """Answers ``POST /searches/delete``, a `Deleted`."""

    def delete(deleted: Deleted, _: Answerer) -> Response:
        searches.remove(deleted.search)
        return PlainTextResponse("gone")

    return await answer_posted(session, request, Deleted, delete)
