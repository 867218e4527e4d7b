"""A timeline of an answer: the articles that match, day by day, each with its sentence and its link."""

from collections.abc import Iterable, Sequence
from itertools import groupby

from markupsafe import Markup
from pydantic import Field
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from page.chat.ask import AskedAlready
from page.html import render
from page.html.colours import in_order
from page.html.quotation import sentence
from page.limits import MOST_ROWS
from page.pictures.days import MATCHING
from page.session import Session, answer_posted
from qa.answerer import Answerer
from qa.compare import Report, find_reports
from qa.listing import Page
from qa.render.wording import counted

AT_ONCE = 100  # articles of a list
WORD_FOR_WORD = "Articles that hold the words as such, the earliest first."


class WantedTimeline(AskedAlready):
    """A turn whose articles are wanted in the order of their days.

    Attributes:
        start: Number of the first one that is wanted, from 0, where a list of articles answered.
    """

    start: int = Field(0, ge=0, le=MOST_ROWS)

    def reports(self, answers: Answerer) -> tuple[Sequence[Report], int]:
        """Returns the articles that are shown, and how many there are."""
        question = self.turn.question.question
        if not self.is_list or question.inquiry is None:
            reports = find_reports(answers.found(self.ask))
            return reports, sum(len(report.citations) for report in reports)
        listing = answers.listing(question.inquiry, question.filters, Page(self.start, AT_ONCE, newest_first=False))
        matching = listing.counts.word_for_word
        return [Report(row.quote) for row in listing.rows[: max(0, matching - self.start)]], matching


async def timeline(session: Session, request: Request) -> Response:
    """Answers ``POST /timeline``, a `WantedTimeline`, with the timeline of its answer, as HTML."""

    def show(wanted: WantedTimeline, answers: Answerer) -> Response:
        reports, matching = wanted.reports(answers)
        outlets, words = answers.holdings().outlets, WORD_FOR_WORD if wanted.is_list else MATCHING
        return HTMLResponse(timeline_to_html(reports, matching, words, outlets, wanted.start))

    return await answer_posted(session, request, WantedTimeline, show)


def timeline_to_html(
    reports: Sequence[Report], matching: int, words: str, outlets: Iterable[str], start: int = 0
) -> Markup:
    """Returns a timeline, or some further articles of it.

    Args:
        reports: The articles to show, the earliest first, undated ones last.
        matching: How many articles match in all.
        words: What that means.
        outlets: Every outlet of the index.
        start: How many of them stand before these.

    Returns:
        One ``section``. The text of each ``blockquote`` is exactly a sentence of an article.
    """
    shown = start + sum(len(report.citations) for report in reports)
    return render(
        "pictures/timeline.html",
        lead=f"{counted(matching, 'article')} {'matches' if matching == 1 else 'match'}, {shown:,} shown.",
        words=words,
        days=[(day, list(group)) for day, group in groupby(reports, key=lambda report: report.citation.published)],
        outlets=in_order(outlets),
        sentence=sentence,
        next=shown if shown < matching and reports else None,
        offer=f"Show {counted(min(AT_ONCE, matching - shown), 'more article')}",
    )
