"""The days of an answer: a picture of the articles that match a question, as a part of the page."""

from collections.abc import Iterable

from markupsafe import Markup
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from page.chat.ask import AskedAlready
from page.html import render
from page.html.colours import in_order
from page.pictures.histogram import HEIGHT, bars, histogram_to_html
from page.session import Session, answer_posted
from qa.answerer import Answerer
from qa.collection.histogram import Histogram
from qa.compare.matching import LOOKED_AT
from qa.render.wording import counted, day_span

OF_LIST = "All articles of the list, by their day of publication."
MATCHING = f"Articles with a passage that matches, of the {LOOKED_AT} passages nearest to the question."


async def days(session: Session, request: Request) -> Response:
    """Answers ``POST /days``, an `AskedAlready`, with the days of its answer, folded, as HTML."""

    def show(asked: AskedAlready, answers: Answerer) -> Response:
        histogram, outlets = answers.days(asked.ask), answers.holdings().outlets
        return HTMLResponse(days_to_html(histogram, outlets, is_list=asked.is_list))

    return await answer_posted(session, request, AskedAlready, show)


def days_to_html(histogram: Histogram, outlets: Iterable[str], *, is_list: bool) -> Markup:
    """Returns the days of an answer, folded: one line with the outline of the picture, which opens the whole.

    Args:
        histogram: The articles that were counted.
        outlets: Every outlet of the index.
        is_list: Whether they are those of a list; else those with a passage that matches.

    Returns:
        One ``details``.
    """
    number = histogram.dated + histogram.undated
    verb = "listed" if is_list else "matches" if number == 1 else "match"
    span = day_span(filter(None, (histogram.first, histogram.last))) or "no day known"
    return render(
        "pictures/days.html",
        bars=list(bars(histogram)),
        height=HEIGHT,
        words=f"{counted(number, 'article')} {verb}, {span}",
        picture=histogram_to_html(histogram, in_order(outlets), OF_LIST if is_list else MATCHING),
    )
