"""What programs may do: the functions behind the interface in JSON and behind MCP, the same in both."""

from dataclasses import asdict
from typing import Any

from pydantic import ConfigDict, Field

from corpus.progress import Progress
from index.generation import Holdings
from page.api.links import linked_answer, linked_comparison, linked_listing, linked_sayings
from page.errors import NoSuchArticle, in_words
from page.limits import MOST_EARLIER, MOST_LISTED, MOST_PAGES, MOST_PASSAGES
from page.session import Session
from qa.answer import Conversation
from qa.arrangement import Arrangement, By
from qa.ask import Ask
from qa.collection import read_inquiry
from qa.listing import Page
from qa.understand.filters import Day, FilterFields


class AskRequest(FilterFields):
    """A question as a program asks it: the form of one line of a batch."""

    model_config = ConfigDict(extra="forbid")

    question: str = Field(description="The question, in the words that reports would use; may hold operators")
    turns: tuple[str, ...] = Field(
        (), max_length=MOST_EARLIER, description="Earlier questions of the conversation, oldest first"
    )
    today: Day | None = Field(
        None,
        description="The day of the question, from which “last week” and the age of articles are counted",
    )
    top: int | None = Field(None, ge=1, le=MOST_PASSAGES, description="How many passages; the usual number if left out")
    order: By = Field(By.BEST, description="The order of the passages: best first, or the newest or oldest of the best")
    one_per_article: bool = Field(False, description="Give only the best passage of each article")

    @property
    def ask(self) -> Ask:
        """What is asked.

        Raises:
            BadQuestion: The last day lies before the first.
        """
        arrangement = Arrangement(self.order, self.one_per_article)
        return Ask(self.question, Conversation(self.turns), self.filters, self.top, self.today, arrangement)


class ListRequest(FilterFields):
    """The words that a program wants a list of articles for."""

    model_config = ConfigDict(extra="forbid")

    words: str = Field("", description="Words that the articles hold as they stand here; empty for all articles")
    page: int = Field(1, ge=1, le=MOST_PAGES, description="Which page of the list")
    limit: int = Field(20, ge=1, le=MOST_LISTED, description="How many articles a page has")
    oldest_first: bool = Field(False, description="Begin with the oldest article")


def ask(session: Session, request: AskRequest) -> dict[str, Any]:
    """Answers a question, after the questions that it follows.

    Raises:
        NotReady: The articles are not loaded.
        BadQuestion: The question or a filter cannot be read.
    """
    return linked_answer(session.opened().answer(request.ask))


def compare(session: Session, request: AskRequest) -> dict[str, Any]:
    """Compares what the outlets say to a question, after the questions that it follows.

    Raises:
        NotReady: The articles are not loaded.
        BadQuestion: The question or a filter cannot be read.
    """
    return linked_comparison(session.opened().compare(request.ask))


def articles(session: Session, request: ListRequest) -> dict[str, Any]:
    """Lists the articles that hold some words, or all.

    Raises:
        NotReady: The articles are not loaded.
        BadQuestion: There is no word in the words, or a filter cannot be read.
    """
    page = Page((request.page - 1) * request.limit, request.limit, newest_first=not request.oldest_first)
    return linked_listing(session.opened().listing(read_inquiry(request.words), request.filters, page))


class QuotesRequest(FilterFields):
    """Somebody whose words a program wants."""

    model_config = ConfigDict(extra="forbid")

    name: str = Field(description="Who: “Boris Ahl”, “Ahl”, “the mayor”")
    about: str = Field("", description="Only what is said on this; empty for anything")


def quotes(session: Session, request: QuotesRequest) -> dict[str, Any]:
    """Lists what somebody says, every quotation with its speaker and its source.

    Raises:
        NotReady: The articles are not loaded.
        BadQuestion: There is no name, or a filter cannot be read.
    """
    return linked_sayings(session.opened().quotations(request.name, request.about, request.filters))


def article(session: Session, article_id: str) -> dict[str, Any]:
    """Returns an article as the index keeps it.

    Raises:
        NotReady: The articles are not loaded.
        NoSuchArticle: The index has none of this id.
    """
    found = session.opened().article(article_id)
    if found is None:
        raise NoSuchArticle(f"No article of the index has the id {article_id!r}.")
    return {
        "article_id": found.article_id,
        "outlet": found.outlet,
        "title": found.title,
        "date": found.published,
        "authors": found.authors,
        "url": found.url,
        "source": found.source,
        "flags": found.flags,
        "slug": found.slug,
        "keywords": found.keywords,
        "embargo": found.embargo,
        "text": found.text,
    }


def status(session: Session) -> dict[str, Any]:
    """Tells what the index holds and what work goes on; never fails because of that work."""
    report = session.refreshing.state.result
    error = session.refreshing.state.error or session.loading.state.error
    return {
        "ready": session.answers is not None,
        "working": _progress(session.progress()),
        "error": in_words(error) if error else None,
        "index": _index(session.answers.holdings()) if session.answers else None,
        "refreshed": report
        and {
            "added": report.added,
            "changed": report.changed,
            "removed": report.removed,
            "unchanged": report.unchanged,
            "seconds": report.seconds,
            "problems": [asdict(problem) for problem in report.problems],
            "left_out": [asdict(problem) for problem in report.left_out],
            "passed_over": [passed.to_dict() for passed in report.passed_over],
        },
    }


def _index(holdings: Holdings) -> dict[str, Any]:
    return {
        "generation": holdings.generation,
        "articles": holdings.articles,
        "outlets": len(holdings.outlets),
        "chunks": holdings.chunks,
        "first": holdings.first,
        "last": holdings.last,
        "dated_ahead": dict(holdings.ahead),
        "built": holdings.built,
    }


def _progress(progress: Progress | None) -> dict[str, Any] | None:
    return asdict(progress) if progress else None
