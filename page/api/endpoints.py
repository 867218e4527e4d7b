"""The interface for programs once more, as endpoints with names that clients of Gradio find.

Such are `gradio_client` in Python, `@gradio/client` in JavaScript, and the view "Use via API" of the page. They offer
the same functions as ``/api``, whose description says more of each field, behind the same checks.
"""

import logging
from collections.abc import Callable
from typing import Any, TypeVar

import gradio as gr
from pydantic import BaseModel, TypeAdapter, ValidationError

from corpus.errors import DatelineError
from page.access.needed_routes import NAMES
from page.api import programs
from page.api.programs import AskRequest, ListRequest
from page.errors import in_words
from page.session import Session

WAITING, AT_ONCE = 64, 4  # questions in Gradio's queue, and those that are answered at the same time

Form = TypeVar("Form", bound=BaseModel)

_PLAIN = TypeAdapter(dict[str, Any])  # writes days and times as ``/api`` does

log = logging.getLogger(__name__)


def add_endpoints(page: gr.Blocks, session: Session) -> frozenset[int]:
    """Adds the endpoints to the page; each docstring is what its users read.

    Args:
        page: The page.
        session: What they work on.

    Returns:
        Their numbers among the functions of the page.
    """

    def ask(
        question: str,
        turns: list[str] | None = None,
        outlets: list[str] | None = None,
        since: str = "",
        until: str = "",
        authors: list[str] | None = None,
        top: int | None = None,
    ) -> dict[str, Any]:
        """Answers a question with passages of the articles, word for word, each with its source."""
        given = {"question": question, "turns": turns, "top": top, **_filters(outlets, since, until, authors)}
        return _answered(AskRequest, given, lambda request: programs.ask(session, request))

    def compare(
        question: str,
        turns: list[str] | None = None,
        outlets: list[str] | None = None,
        since: str = "",
        until: str = "",
        authors: list[str] | None = None,
    ) -> dict[str, Any]:
        """Compares what the outlets say: a quotation of each, figures side by side, who reported first."""
        given = {"question": question, "turns": turns, **_filters(outlets, since, until, authors)}
        return _answered(AskRequest, given, lambda request: programs.compare(session, request))

    def articles(
        words: str = "",
        outlets: list[str] | None = None,
        since: str = "",
        until: str = "",
        authors: list[str] | None = None,
        page: int = 1,
        limit: int = 20,
        oldest_first: bool = False,
    ) -> dict[str, Any]:
        """Lists every article that holds some words as they stand, by date, and counts them; without words, all."""
        place = {"page": page, "limit": limit, "oldest_first": oldest_first}
        given = {"words": words, **_filters(outlets, since, until, authors), **place}
        return _answered(ListRequest, given, lambda request: programs.articles(session, request))

    def article(article_id: str) -> dict[str, Any]:
        """Returns a whole article as the index keeps it."""
        return _in_words(lambda: programs.article(session, article_id))

    def status() -> dict[str, Any]:
        """Tells how many articles of how many outlets can be asked, of which days, and what work goes on."""
        return _in_words(lambda: programs.status(session))

    with page:
        page.queue(max_size=WAITING, default_concurrency_limit=AT_ONCE)
        for name, function in zip(NAMES, (ask, compare, articles, article, status), strict=True):
            gr.api(function, api_name=name)  # type: ignore[attr-defined]  # it does not list what it exports
    return frozenset(number for number, function in page.fns.items() if function.api_name in NAMES)


def _filters(
    outlets: list[str] | None, since: str, until: str, authors: list[str] | None
) -> dict[str, list[str] | str | None]:
    return {"outlets": outlets, "since": since, "until": until, "authors": authors}


def _answered(form: type[Form], given: dict[str, Any], answer: Callable[[Form], dict[str, Any]]) -> dict[str, Any]:
    """Reads a request, in which what is empty counts as not given, and answers it."""
    try:
        request = form.model_validate({name: value for name, value in given.items() if value not in (None, "", [])})
    except ValidationError as error:
        faults = (f"{'.'.join(map(str, fault['loc']))}: {fault['msg']}" for fault in error.errors())
        raise gr.Error("; ".join(faults), print_exception=False) from error
    return _in_words(lambda: answer(request))


def _in_words(answer: Callable[[], dict[str, Any]]) -> dict[str, Any]:
    """Has an endpoint fail with the words that a user would read."""
    try:
        answered: dict[str, Any] = _PLAIN.dump_python(answer(), mode="json")
    except Exception as error:
        if not isinstance(error, DatelineError):
            log.exception("An endpoint failed.")
        raise gr.Error(in_words(error), print_exception=False) from error
    return answered
