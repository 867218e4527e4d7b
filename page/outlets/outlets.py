"""What each outlet says to a question of the chat: as a part of the page, or saved as a file with all sources."""

from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from page.chat import SavedTurn
from page.chat.saved import Following
from page.conversations.export import Form, save
from page.outlets.comparison import comparison_to_html
from page.session import Session, answer_posted
from qa.answer import Conversation
from qa.answerer import Answerer
from qa.ask import Ask
from qa.compare import Comparison


class Compared(Following):
    """A turn whose question is looked at outlet by outlet."""

    turn: SavedTurn

    def compare(self, answers: Answerer) -> Comparison:
        """Compares what the outlets say to its question."""
        question = self.turn.question
        return answers.compare(Ask(question.asked, Conversation(self.earlier), question.filters))


async def outlets(session: Session, request: Request) -> Response:
    """Answers ``POST /outlets``, a `Compared`, with what each outlet says to its question, as HTML."""

    def show(compared: Compared, answers: Answerer) -> Response:
        return HTMLResponse(comparison_to_html(compared.compare(answers)))

    return await answer_posted(session, request, Compared, show)


async def export_outlets(session: Session, request: Request) -> Response:
    """Answers ``POST /outlets/{form}``, a `Compared`, with the same as a file."""

    def write(form: Form, compared: Compared, answers: Answerer) -> str:
        return form.comparison(compared.compare(answers))

    return await save(session, request, Compared, write)
