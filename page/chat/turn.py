"""One turn of a chat as the page shows it: a question, what came of it, and what the browser keeps of both."""

from collections.abc import Sequence

from markupsafe import Markup

from page.chat.answer import answer_to_html
from page.chat.kept import KeptTurn, keep, recall
from page.html.templates import render
from page.state.desk import Answers
from qa.answer import Answer


def waiting_turn() -> Markup:
    """Returns a turn that waits for its answer, without its words: chat.js fills them in."""
    return render("chat/turn.html", place=0, asked="", kept="", lost=0, views=False, answer="")


def answered_turn(place: int, answer: Answer, answers: Answers) -> Markup:
    """Returns a turn with its answer.

    Args:
        place: Number of the turn in its chat, from 0.
        answer: The answer.
        answers: Gives the cited articles.
    """
    return _turn(place, keep(answer), answer, answers)


def recalled_turns(kept: Sequence[KeptTurn], answers: Answers) -> Markup:
    """Returns turns that a browser kept, their words cut out of the index anew."""
    recalled = ((place, turn, recall(turn, answers)) for place, turn in enumerate(kept))
    return Markup().join(_turn(place, turn, now.answer, answers, now.lost) for place, turn, now in recalled)


def _turn(place: int, kept: KeptTurn, answer: Answer, answers: Answers, lost: int = 0) -> Markup:
    cited = {passage.citation.article_id for passage in answer.passages}
    articles = {name: article for name in cited if (article := answers.article(name))}
    return render(
        "chat/turn.html",
        place=place,
        asked=kept.question.asked,
        kept=kept.model_dump_json(),
        lost=lost,
        views=len(answer.outlets) > 1,
        answer=answer_to_html(answer, articles),
    )
