"""More passages of an answer, or the same in another order: a turn as it was, with what is new in it."""

from dataclasses import replace

from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from page.chat.ask import WantedTurn
from page.chat.saved import SavedTurn, restore
from page.chat.turn import answered_turn
from page.limits import MORE_PASSAGES, MOST_PASSAGES
from page.session import Session, answer_posted
from qa.answer import Answer, Conversation, coverage
from qa.answerer import Answerer
from qa.arrangement import Arrangement, By
from qa.ask import Ask
from qa.passage import Passage


class More(WantedTurn):
    """A turn whose answer is to hold more.

    Attributes:
        turn: The turn.
        further: Whether more passages are wanted; else the first ones, in an order.
        by: What the order goes by.
        one_per_article: Whether an article may have but one passage.
    """

    turn: SavedTurn
    further: bool = True
    by: By = By.BEST
    one_per_article: bool = False

    def answer(self, answers: Answerer) -> Answer:
        """Answers the question of the turn once more.

        Args:
            answers: Gives the passages.

        Returns:
            What stood in the turn, as far as it still stands in the articles, and further passages behind it; or the
            first passages anew.
        """
        asked, arrangement = self.turn.question, Arrangement(self.by, self.one_per_article)
        ask = Ask(asked.asked, Conversation(self.earlier), asked.filters, arrangement=arrangement)
        if not self.further:
            return answers.answer(ask)
        before = restore(self.turn, answers).answer
        limit = min(len(before.passages) + MORE_PASSAGES, MOST_PASSAGES)
        known = set(map(_place, before.passages))
        new = [one for one in answers.answer(replace(ask, limit=limit)).passages if _place(one) not in known]
        passages = (*before.passages, *new)[:limit]
        outlets = coverage(passages, {one.outlet: one.articles for one in before.outlets})
        return replace(before, passages=passages, outlets=outlets, arrangement=arrangement)


async def more(session: Session, request: Request) -> Response:
    """Answers ``POST /more``, a `More`, with its turn as HTML."""

    def respond(wanted: More, answers: Answerer) -> Response:
        answer = wanted.answer(answers)
        is_all = wanted.further and len(answer.passages) < len(wanted.turn.passages) + MORE_PASSAGES
        return HTMLResponse(answered_turn(wanted.number, answer, answers, is_all=is_all))

    return await answer_posted(session, request, More, respond)


def _place(passage: Passage) -> tuple[str, int, int]:
    citation = passage.citation
    return citation.article_id, citation.start, citation.end
