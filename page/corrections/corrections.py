"""Corrects articles and takes them out as the page asks, and has what changed read at once."""

from pathlib import Path
from typing import Any

from pydantic import BaseModel, ConfigDict, Field, ValidationError
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response

from corpus import corrections
from corpus.article import Article, file_of
from corpus.corrections.take_out import ASIDE
from corpus.errors import BadCorrection
from page.errors import NoSuchArticle, in_words
from page.session import Session
from page.session.posted import UNREADABLE, answer_posted
from page.session.waiting import wait_for
from qa.answerer import Answerer

MOST_OUTLETS = 500  # that are offered while one is typed
_LONGEST = 2_000  # characters of a field, of which fewer are read
_LONGEST_SOURCE = 5_000  # characters; systems take 4,096 bytes

_STRICT = ConfigDict(extra="forbid", frozen=True)


class Named(BaseModel):
    """An article, by its id."""

    model_config = _STRICT

    article: str = Field(max_length=_LONGEST)


class Corrected(Named):
    """The fields of an article as somebody typed them; see `corpus.corrections.Typed`."""

    outlet: str = Field(max_length=_LONGEST)
    date: str = Field(max_length=_LONGEST)
    title: str = Field(max_length=_LONGEST)
    authors: str = Field(max_length=_LONGEST)


class Unwanted(Named):
    """An article to take out; only asked about until it is sure."""

    sure: bool = False


class Taken(BaseModel):
    """An article that was taken out; see `corpus.corrections.TakenOut`."""

    model_config = _STRICT

    source: str = Field(max_length=_LONGEST_SOURCE)
    aside: str = Field(max_length=100)


class Awaited(BaseModel):
    """A refresh, by its number."""

    model_config = _STRICT

    run: int


async def correction(session: Session, articles: Path, request: Request) -> Response:
    """Answers ``POST /correction``, a `Named`: what is known of an article, and where from.

    Returns:
        ``{"source", "fields": [{"name", "value", "note"}], "outlets"}``.
    """

    def tell(named: Named, answers: Answerer) -> Response:
        article = _article(named, answers)
        fields = corrections.fields_of(articles, article.source)
        told = [{"name": field.name, "value": field.value, "note": note(field)} for field in fields]
        outlets = list(answers.holdings().outlets)[:MOST_OUTLETS]
        return JSONResponse({"source": article.source, "fields": told, "outlets": outlets})

    return await answer_posted(session, request, Named, tell)


async def correct(session: Session, articles: Path, request: Request) -> Response:
    """Answers ``POST /correct``, a `Corrected`, as soon as it is written.

    Returns:
        ``{"changed", "run"}``: the fields that are otherwise now, and the number of the refresh that reads them; or
        ``{"reasons"}``: why some cannot be what was typed, by their names, and then nothing was written.
    """

    def write(typed: Corrected, answers: Answerer) -> Response:
        article = _article(typed, answers)
        fields = corrections.Typed(typed.outlet, typed.date, typed.title, typed.authors)
        try:
            changed = corrections.correct(articles, article.source, fields)
        except BadCorrection as error:
            return JSONResponse({"reasons": error.reasons})
        return JSONResponse({"changed": changed, "run": session.refreshing.request() if changed else 0})

    return await answer_posted(session, request, Corrected, write)


async def take_out(session: Session, articles: Path, request: Request) -> Response:
    """Answers ``POST /take-out``, an `Unwanted`.

    Returns:
        ``{"question"}``: what is asked before; or, where it is sure, as soon as it is done ``{"words", "taken",
        "run"}``: what was done, what `put_back` takes, and the number of the refresh that takes it out of the index.
    """

    def take(unwanted: Unwanted, answers: Answerer) -> Response:
        article = _article(unwanted, answers)
        if not unwanted.sure:
            return JSONResponse({"question": _question(article)})
        taken = corrections.take_out(articles, article.source)
        place = f"lies in {ASIDE}/{taken.aside} among your articles" if taken.aside else "is left out by corpus.toml"
        told: dict[str, Any] = {"source": taken.source, "aside": taken.aside}
        run = session.refreshing.request()
        return JSONResponse({"words": f"{article.source} {place}.", "taken": told, "run": run})

    return await answer_posted(session, request, Unwanted, take)


async def put_back(session: Session, articles: Path, request: Request) -> Response:
    """Answers ``POST /put-back``, a `Taken`, with ``{"run"}``: the number of the refresh that reads the article."""

    def put(taken: Taken, _: Answerer) -> Response:
        corrections.put_back(articles, corrections.TakenOut(taken.source, taken.aside))
        return JSONResponse({"run": session.refreshing.request()})

    return await answer_posted(session, request, Taken, put)


async def read_again(session: Session, request: Request) -> Response:
    """Answers ``POST /read-again``, an `Awaited`: whether what was changed answers.

    Returns:
        ``{"reading", "reason"}``: whether it is still being read; if not, why it could not be. Without a reason the
        index that answers holds it.
    """
    try:
        run = Awaited.model_validate_json(await request.body()).run
    except ValidationError:
        return PlainTextResponse(UNREADABLE, 422)
    await wait_for(session, run)

    def tell() -> Response:
        state, opening = session.refreshing.state, session.loading.state.running
        reading = opening or (state.running and run > state.succeeded)
        failed = state.error is not None and run > state.succeeded and not reading
        return JSONResponse({"reading": reading, "reason": in_words(state.error) if failed and state.error else ""})

    return await run_in_threadpool(tell)


def note(field: corrections.Field) -> str:
    """Says where a field of an article comes from, and what it is without a correction."""
    otherwise = f"Otherwise: {field.otherwise} ({field.origin})." if field.otherwise else "Otherwise it is unknown."
    if field.said:
        return f"Said in corpus.toml. {otherwise}"
    return f"As found: {field.origin}." if field.otherwise else "Nothing says it."


def _question(article: Article) -> str:
    name = f"“{article.title}”" if article.title else "this article"
    file = file_of(article.source)
    if file == article.source:
        done = f"Its file, {file}, is moved to the folder {ASIDE} among your articles."
    else:
        done = f"{file} stays as it is, and corpus.toml lists {article.source} as left out."
    return f"Take {name} out of what Dateline answers from? {done} Nothing is deleted."


def _article(named: Named, answers: Answerer) -> Article:
    article = answers.article(named.article)
    if article is None:
        raise NoSuchArticle("The index has no such article any more. Look whether it was taken out or moved.")
    return article
