"""What each outlet says to a question of the chat: as a part of the page, or saved as a file with all sources."""

from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from page.chat.ask import AskedAlready
from page.conversations.export import Form, save
from page.outlets.comparison import comparison_to_html
from page.session import Session, answer_posted
from qa.answerer import Answerer
from qa.render.provenance import provenance, searched


async def outlets(session: Session, request: Request) -> Response:
    """Answers ``POST /outlets``, an `AskedAlready`, with what each outlet says to its question, as HTML."""

    def show(compared: AskedAlready, answers: Answerer) -> Response:
        return HTMLResponse(comparison_to_html(answers.compare(compared.ask)))

    return await answer_posted(session, request, AskedAlready, show)


async def export_outlets(session: Session, request: Request) -> Response:
    """Answers ``POST /outlets/{form}``, an `AskedAlready`, with the same as a file."""

    def write(form: Form, compared: AskedAlready, answers: Answerer) -> str:
        comparison = answers.compare(compared.ask)
        question = comparison.answer.question
        search = searched(question, answers.count(question.filters))
        return form.comparison(comparison, provenance(answers.holdings(), [search]))

    return await save(session, request, AskedAlready, write)
