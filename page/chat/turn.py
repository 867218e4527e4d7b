"""One turn of a chat as the page shows it: a question, what came of it, and what the browser keeps of both."""

from collections.abc import Sequence
from html import escape

from page.chat.answer import answer_to_html, question_to_html
from page.chat.kept import KeptTurn, keep, recall
from page.html.pieces import notice_to_html
from page.state.desk import Answers
from qa.answer import Answer
from qa.render.wording import counted

_TOOLS = (
    '<div class="turn-tools"><button type="button" class="edit">Edit question</button>'
    '<button type="button" class="undo">Undo</button></div>'
)
# The view of the outlets is fetched when it is opened; see outlets.js.
_VIEWS = (
    '<div class="view" role="group" aria-label="View of the answer">'
    '<button type="button" data-view="passages" aria-pressed="true">Passages</button>'
    '<button type="button" data-view="outlets" aria-pressed="false">Outlets</button></div>'
)


def waiting_turn() -> str:
    """Returns a turn that waits for its answer, without its words: chat.js fills them in."""
    return _turn(0, "", notice_to_html("", kind="busy"))


def answered_turn(place: int, answer: Answer, answers: Answers) -> str:
    """Returns a turn with its answer.

    Args:
        place: Number of the turn in its chat, from 0.
        answer: The answer.
        answers: Gives the cited articles.
    """
    return _turn(place, answer.question.asked, _shown(answer, answers), keep(answer))


def recalled_turns(kept: Sequence[KeptTurn], answers: Answers) -> str:
    """Returns turns that a browser kept, their words cut out of the index anew."""
    return "".join(_recalled(place, turn, answers) for place, turn in enumerate(kept))


def _recalled(place: int, kept: KeptTurn, answers: Answers) -> str:
    recalled = recall(kept, answers)
    words = f"No longer in the articles as quoted: {counted(recalled.lost, 'passage')}. Ask again to see what is."
    lost = notice_to_html(words) if recalled.lost else ""
    return _turn(place, kept.question.asked, lost + _shown(recalled.answer, answers), kept)


def _shown(answer: Answer, answers: Answers) -> str:
    cited = {passage.citation.article_id for passage in answer.passages}
    articles = {name: article for name in cited if (article := answers.article(name))}
    return (_VIEWS if len(answer.outlets) > 1 else "") + answer_to_html(answer, articles)


def _turn(place: int, asked: str, outcome: str, kept: KeptTurn | None = None) -> str:
    memory = f' data-kept="{escape(kept.model_dump_json())}"' if kept else ""
    head = f'<header class="question">{question_to_html(asked)}{_TOOLS}</header>'
    return f'<section class="turn" data-place="{place}"{memory}>{head}{outcome}</section>'
