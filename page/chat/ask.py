"""Answers a question of the chat with its turn, as a part of the page."""

from pydantic import Field
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from page.chat.chips import without
from page.chat.saved import Following, SavedTurn
from page.chat.turn import answered_turn
from page.session import Session, answer_posted
from qa.answer import Conversation
from qa.answerer import Answerer
from qa.ask import Ask
from qa.query import read_condition
from qa.question import Filters
from qa.render.remarks import Kind


class WantedTurn(Following):
    """A turn that the browser waits for.

    Attributes:
        number: Its number in the chat, from 0, which only the browser knows.
    """

    number: int = Field(ge=0, alias="place")


class Asked(WantedTurn):
    """A question, what is in the fields of the filters, and what an address fixes beside them.

    Attributes:
        alone: Whether it is asked without the questions before it.
    """

    asked: str
    outlets: tuple[str, ...] = ()
    since: str = ""
    until: str = ""
    without_outlets: tuple[str, ...] = ()
    authors: tuple[str, ...] = ()
    conditions: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    unread: tuple[str, ...] = ()
    alone: bool = False

    def filters(self, answers: Answerer) -> Filters:
        """Returns what the fields fix.

        Args:
            answers: Reads days as people write them, from what its articles can tell of.

        Raises:
            BadQuestion: A day or a condition cannot be read, or the last day lies before the first.
        """
        first = answers.read_days(self.since).first if self.since.strip() else None
        last = answers.read_days(self.until).last if self.until.strip() else None
        conditions = tuple(map(read_condition, self.conditions))
        others = (self.exclude, self.unread, self.without_outlets, self.authors, conditions)
        return Filters(self.outlets, first, last, *others)


class AskedAlready(Following):
    """A turn whose answer is looked at in another way."""

    turn: SavedTurn

    @property
    def ask(self) -> Ask:
        """Its question, in the light of those before."""
        question = self.turn.question
        return Ask(question.asked, Conversation(self.earlier), question.filters)

    @property
    def is_list(self) -> bool:
        """Whether a list of articles answered it: of that no passages are kept."""
        return self.turn.question.inquiry is not None and not self.turn.passages


class Again(WantedTurn):
    """A question to ask once more without something that was understood (see `page.chat.chips.without`)."""

    turn: SavedTurn
    kind: Kind
    value: str


async def ask(session: Session, request: Request) -> Response:
    """Answers ``POST /ask``, an `Asked`, with its turn as HTML."""

    def respond(question: Asked, answers: Answerer) -> Response:
        before = Conversation(() if question.alone else question.earlier)
        asked = Ask(question.asked, before, question.filters(answers))
        return _turn(question.number, asked, answers, alone=question.alone)

    return await answer_posted(session, request, Asked, respond)


async def again(session: Session, request: Request) -> Response:
    """Answers ``POST /again``, an `Again`, with its turn as HTML."""

    def respond(question: Again, answers: Answerer) -> Response:
        before = question.turn.question
        asked = without(
            Ask(before.asked, Conversation(question.earlier), before.filters), question.kind, question.value
        )
        alone = question.turn.alone or len(asked.conversation.questions) < len(question.earlier)
        return _turn(question.number, asked, answers, alone=alone)

    return await answer_posted(session, request, Again, respond)


def _turn(number: int, ask: Ask, answers: Answerer, *, alone: bool) -> Response:
    return HTMLResponse(answered_turn(number, answers.answer(ask), answers, alone=alone))
