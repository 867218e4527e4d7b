"""One turn of a chat as the page shows it: a question, what came of it, and what the browser keeps of both."""

from collections.abc import Sequence

from markupsafe import Markup

from page.chat.address import question_address
from page.chat.answer import NewFirst, answer_to_html
from page.chat.saved import SavedTurn, restore, save_turn
from page.html import render
from page.limits import MORE_PASSAGES, MOST_PASSAGES
from qa.answer import Answer
from qa.answerer import Answerer
from qa.scope.frames import TIMELINE


def waiting_turn() -> Markup:
    """Returns a turn that waits for its answer, without its words: chat.js fills them in."""
    return render(
        "chat/turn.html",
        number=0,
        asked="",
        saved="",
        address="",
        lost=0,
        views={},
        opens="",
        first_view="",
        answer="",
    )


def answered_turn(
    number: int,
    answer: Answer,
    answers: Answerer,
    new: NewFirst | None = None,
    *,
    is_all: bool = False,
    alone: bool = False,
) -> Markup:
    """Returns a turn with its answer.

    Args:
        number: Number of the turn in its chat, from 0.
        answer: The answer.
        answers: Gives the cited articles.
        new: What is new in the answer to a saved search.
        is_all: Whether it is known that there are no further passages.
        alone: Whether the question was asked without those before it, although there are some.
    """
    return _turn(number, save_turn(answer, alone=alone), answer, answers, new=new, is_all=is_all)


def restored_turns(saved: Sequence[SavedTurn], answers: Answerer) -> Markup:
    """Returns turns that a browser keeps, their words cut out of the index anew."""
    restored = ((number, turn, restore(turn, answers)) for number, turn in enumerate(saved))
    return Markup().join(_turn(number, turn, now.answer, answers, now.lost) for number, turn, now in restored)


def _turn(
    number: int,
    saved: SavedTurn,
    answer: Answer,
    answers: Answerer,
    lost: int = 0,
    new: NewFirst | None = None,
    *,
    is_all: bool = False,
) -> Markup:
    cited = {passage.citation.article_id for passage in answer.passages}
    articles = {name: article for name in cited if (article := answers.article(name))}
    return render(
        "chat/turn.html",
        number=number,
        asked=saved.question.asked,
        saved=saved.model_dump_json(),
        address=question_address(saved),
        lost=lost,
        views=(views := _views(answer)),
        opens="timeline" if "timeline" in views and TIMELINE.search(answer.question.asked) else "",
        first_view="List" if answer.listing and answer.listing.is_exact else "Passages",
        answer=answer_to_html(answer, articles, new, 0 if is_all else _further(answer, answers)),
    )


def _views(answer: Answer) -> dict[str, str]:
    """Returns the other views of an answer, with the words that open them; a list of all articles needs none."""
    if answer.question.inquiry and not answer.question.inquiry.words:
        return {}
    outlets = {"outlets": "Outlets"} if len(answer.outlets) > 1 else {}
    return outlets | ({"timeline": "Timeline"} if answer.found else {})


def _further(answer: Answer, answers: Answerer) -> int:
    """Returns how many further passages there may be, at most as many as are shown at once."""
    most = min(MOST_PASSAGES, answers.holdings().chunks)
    return min(MORE_PASSAGES, max(0, most - len(answer.passages))) if answer.quoted else 0
