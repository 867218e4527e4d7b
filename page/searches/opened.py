"""A saved search as a turn of the chat: what is new to it first, then what was known before."""

from dataclasses import replace
from datetime import datetime

from markupsafe import Markup

from page.chat.answer import NewFirst
from page.chat.listing import row_values
from page.chat.turn import answered_turn
from page.html import render
from qa.answer import Answer, Verdict, coverage
from qa.answerer import Answerer
from qa.news import News
from qa.news.shown import edited_line, new_since
from qa.passage import Passage


def opened_turn(number: int, news: News, answer: Answer, answers: Answerer) -> Markup:
    """Returns a saved search as a turn.

    Args:
        number: Number of the turn in its chat, from 0.
        news: What is new to it.
        answer: What it would be answered as a question.
        answers: Gives the cited articles.
    """
    if news.listing is None and news.passages:
        answer = _new_first(answer, news, answers)
    rest = news.number + 1 if news.passages and len(answer.quoted) > news.number else None
    return answered_turn(number, answer, answers, NewFirst(_above(news, answers), rest))


def _new_first(answer: Answer, news: News, answers: Answerer) -> Answer:
    known = {_place(one) for one in news.passages}
    passages = (*news.passages, *(one for one in answer.passages if _place(one) not in known))
    found = news.answer.verdict if news.answer and answer.verdict is Verdict.NO else answer.verdict
    outlets = coverage(passages, answers.holdings().outlets)
    return replace(answer, passages=passages, verdict=found, outlets=outlets)


def _place(passage: Passage) -> tuple[str, int, int]:
    return passage.citation.article_id, passage.citation.start, passage.citation.end


def _above(news: News, answers: Answerer) -> Markup:
    rows = news.listing.rows if news.listing else ()
    shown = f"Shown: {len(rows):,} of {news.number:,}." if news.number > len(rows) > 0 else ""
    return render(
        "searches/above.html",
        heading=new_since(news.number, news.search.seen.at, datetime.now().astimezone()),
        edited=edited_line(news),
        rows=list(enumerate(rows)),
        shown=shown,
        **row_values(answers.holdings().outlets),
    )
