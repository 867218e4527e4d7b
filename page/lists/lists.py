"""A list of articles in the chat: its further rows as a part of the page, and all of it as a file with all sources."""

from pydantic import BaseModel, ConfigDict, Field
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from page.chat import SavedTurn
from page.chat.listing import MORE, listing_to_html
from page.conversations.export import Form, save
from page.limits import MOST_ROWS
from page.session import Session, answer_posted
from qa.answerer import Answerer
from qa.collection import first_page
from qa.errors import BadQuestion
from qa.listing import Listing, Page
from qa.render.provenance import provenance, searched


class Listed(BaseModel):
    """A turn whose question asks for a list of articles.

    Attributes:
        turn: The turn.
        start: Number of the first row that is wanted, from 0.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    turn: SavedTurn
    start: int = Field(0, ge=0, le=MOST_ROWS)

    def listing(self, answers: Answerer, rows: int | None) -> Listing:
        """Lists the articles, as they are now.

        Args:
            answers: Gives the articles.
            rows: How many rows at most; None for all.

        Raises:
            BadQuestion: The question of the turn asks for no list.
        """
        question = self.turn.question.question
        if question.inquiry is None:
            raise BadQuestion("This question asks for no list of articles.")
        page = Page(self.start, rows, first_page(question).newest_first)
        return answers.listing(question.inquiry, question.filters, page)


async def lists(session: Session, request: Request) -> Response:
    """Answers ``POST /list``, a `Listed`, with further rows of its list, as HTML."""

    def show(wanted: Listed, answers: Answerer) -> Response:
        return HTMLResponse(listing_to_html(wanted.listing(answers, MORE), answers.holdings().outlets))

    return await answer_posted(session, request, Listed, show)


async def export_list(session: Session, request: Request) -> Response:
    """Answers ``POST /list/{form}``, a `Listed`, with the list as a file."""

    def write(form: Form, wanted: Listed, answers: Answerer) -> str:
        listing = wanted.listing(answers, None)
        search = searched(wanted.turn.question.question, listing.counts.searched)
        return form.listing(listing, provenance(answers.holdings(), [search]))

    return await save(session, request, Listed, write)
