"""The templates: whatever they print is escaped, and what they are not given is an error."""

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from jinja2 import UndefinedError

from corpus.article import Article
from corpus.errors import Problem
from corpus.passed_over import PassedOver, Rule
from corpus.progress import Progress
from index.catalog.summary import ArticleSummary
from index.generation.holdings import Holdings
from index.upkeep.changes import Changes, Upkeep
from page.articles.doubts import Doubts
from page.articles.spans import Spanned
from page.articles.wanted import Wanted
from page.chat.answer import NewFirst, PassageCard
from page.chat.said import SaidCard
from page.drawer.card import Card, Repair
from page.drawer.status import Status
from page.html.quotation import Quotation
from page.html.segments import Segment
from page.html.templates import ENVIRONMENT, render
from page.pictures.histogram import Bar, Part
from page.searches.watch import Line
from page.session.session import Example
from page.sheet.kept import KeptSearch, Pin
from page.sheet.shown import Shown
from qa.answer import OutletCoverage
from qa.arrangement import By
from qa.cite import Run, Style
from qa.collection.shelf import Entry
from qa.compare.comparison import Comparison, FigureGroup, NoMatch, OutletRow, Report
from qa.facts import Fact
from qa.listing import Counts, Listing, Row, Share, Sought, Where
from qa.news import SavedSearch
from qa.news.searches import Seen
from qa.passage import Highlight, Passage
from qa.question import Asks, Inquiry
from qa.render.remarks import Kind, Remark
from tests.markup_cases import HOSTILE, answer_of, passage_of, read

PAGE = Path(__file__).parents[3] / "page"
DAY = date(2026, 3, 4)


def quotation(text: str) -> Quotation:
    segments = (Segment(text), Segment(text, "found"), Segment(text, "around"), Segment(text, text))
    return Quotation(1, 9, segments, text)


def passage(text: str) -> Passage:
    one = passage_of(
        text, title=text, outlet=text, authors=(text,), url=text, source=text, flags=(text,), article_id=text
    )
    return replace(one, also_in=(one.citation,))


def comparison(text: str) -> Comparison:
    quote = replace(passage(text), highlights=(Highlight(0, len(text), text),))
    undated = replace(quote, citation=replace(quote.citation, published=None))
    return Comparison(
        answer=answer_of(quote),
        rows=(OutletRow(text, quote, 1, 2),),
        without=(NoMatch(text, 3),),
        figures=(FigureGroup(text, asked=True, groups=((quote,),)),),
        alike=((text, text),),
        independent=1,
        timeline=(Report(quote, (quote.citation,)),),
        undated=(Report(undated),),
        seconds=0.1,
    )


def listing(text: str) -> Listing:
    rows = tuple(Row(passage(text), where) for where in Where)
    return Listing(Inquiry(Asks.LIST, text), Sought((text,)), Counts(articles=1, headline=1, forms=1), rows=rows)


def bar(text: str) -> Bar:
    return Bar(DAY, DAY, text, (text, text), ((text, 1), (text, 2)), 0.0, 0.0, 100.0, (Part(text, 1, 0.0, 96.0),))


def entry(text: str) -> Entry:
    article = ArticleSummary(text, text, text, DAY, text, text, (text,))
    return Entry(article, (text,), (text,), passage(text))


def card(text: str) -> Card:
    holdings = Holdings(
        text, text, text, datetime(2026, 3, 4, tzinfo=UTC), text, 1, 1, {text: 1}, DAY, DAY, {text: DAY}, 1, text
    )
    passed = PassedOver(Rule.HIDDEN, {text: 1})
    upkeep = Upkeep(
        text,
        (Problem(text, text),),
        (passed,),
        Changes((text,), (), (), sidecar=True, settings=True),
        (Problem(text, text),),
    )
    return Card(holdings, text, None, text, Repair(text, text, text), (text,), (Problem(text, text),), upkeep)


def search(text: str) -> SavedSearch:
    at = datetime(2026, 3, 4, tzinfo=UTC)
    return SavedSearch(id=text, name=text, question=text, created=at, seen=Seen(at=at))


def pin(text: str) -> Pin:
    search = KeptSearch(asked=text, understood=text, articles=1)
    return Pin(article_id=text, source=text, start=0, end=1, digest="0" * 16, chosen=DAY, note=text, search=search)


# For each template what it prints, made so that every text in it is the given one.
VALUES: Mapping[str, Callable[[str], dict[str, object]]] = {
    "access/login.html": lambda _: {},
    "api/docs.html": lambda text: {
        "title": text, "paths": {text: {text: {"description": text}}}, "fields": lambda _: ((text, True, text),)
    },
    "articles/frame.html": lambda _: {},
    "articles/table.html": lambda text: {
        "wanted": Wanted(words=text, outlets=(text,)), "total": 3, "lead": text, "chips": [(text, text)],
        "picture": text,
        "shares": (Share(text, 1), Share(text, 2)), "others": (Share(text, 1),),
        "spans": (Spanned(text, DAY, DAY, 1), Spanned(text, DAY, DAY, 1)), "doubts": [(text, text, 1)],
        "columns": [(text, text, text)], "rows": [(entry(text), Doubts(*[(text,)] * 4))], "outlets": (text,),
        "forms_from": 0, "in_any_form": text, "sentence": lambda _: quotation(text), "shown": text, "end": 1,
        "offer": text,
    },
    "articles/unread.html": lambda text: {"upkeep": card(text).upkeep, "most": 0},
    "chat/answer.html": lambda text: {
        "answer": answer_of(),
        "opening": (text, text),
        "chips": (Remark(text, Kind.ONLY), Remark(text, Kind.ONLY, text)),
        "wider": (Remark(text, Kind.ALL_DAYS),),
        "narrow": Kind.NARROW,
        "outlets": (text,),
        "shares": (OutletCoverage(text, 1, 1),),
        "cards": (PassageCard(passage(text), 1, 1, quotation(text), text, (text, text), text),),
        "nearest": (PassageCard(passage(text), 2, None, quotation(text), text, (text, text), text),),
        "nearest_heading": text,
        "silent": (text, text),
        "listing": text,
        "new": NewFirst(render("html/notice.html", words=text), 1),
        "days": True,
        "said": [SaidCard((text, text), (Segment(text), Segment(text, text)), quotation(text).segments, passage(text))],
        "compared": text, "further": 1, "orders": ((By.BEST, text),),
    },
    "chat/listed.html": lambda _: {},
    "chat/listing.html": lambda text: {
        "listing": listing(text), "outlets": (text,), "narrow": Kind.NARROW, "shares": (Share(text, 1), Share(text, 2)),
        "most": 2,
        "others": (Share(text, 1),), "silent": text, "rows": list(enumerate(listing(text).rows)), "in_any_form": text,
        "in_headline": Where.HEADLINE, "sentence": lambda _: quotation(text), "shown": text, "next": 1, "offer": text,
    },
    "chat/more.html": lambda _: {},
    "chat/too_long.html": lambda text: {"most": text},
    "door/starting.html": lambda _: {},
    "chat/said.html": lambda _: {},
    "chat/turn.html": lambda text: {
        "number": 1, "asked": text, "saved": text, "address": text, "lost": 2, "views": {text: text},
        "opens": text, "first_view": text, "answer": text
    },
    "conversations/list.html": lambda _: {},
    "corrections/dialogs.html": lambda _: {},
    "frame/keys.html": lambda _: {},
    "drawer/added.html": lambda _: {},
    "drawer/card.html": lambda text: {"card": card(text)},
    "drawer/line.html": lambda text: {"card": Card(progress=Progress(text, 1, 2))},
    "drawer/parts.html": lambda _: {},
    "frame/log.html": lambda text: {"waiting": text},
    "frame/views.html": lambda _: {},
    "frame/welcome.html": lambda text: {"status": Status("", "", False, ((text, 1),), (Example(text, text),))},
    "html/notice.html": lambda text: {"words": text},
    "html/page.html": lambda text: {"title": text},
    "html/pieces.html": lambda _: {},
    "outlets/comparison.html": lambda text: {
        "comparison": comparison(text), "found": True, "lead": text, "outlets": (text,),
        "sentence": lambda _: quotation(text),
    },
    "passage/context.html": lambda text: {"quotation": quotation(text)},
    "pictures/days.html": lambda text: {"bars": (bar(text), bar(text)), "height": 96, "words": text, "picture": text},
    "pictures/histogram.html": lambda text: {
        "bars": (bar(text),), "share": 100.0, "height": 96, "outlets": (text,), "named": ((text, 1),), "others": (2, 3),
        "caption": text, "about": text, "below": (text,), "hint": text,
    },
    "pictures/timeline.html": lambda text: {
        "lead": text, "words": text, "days": ((DAY, comparison(text).timeline), (None, comparison(text).undated)),
        "outlets": (text,), "sentence": lambda _: quotation(text), "next": 1, "offer": text,
    },
    "reader/article.html": lambda text: {
        "article": Article(text, text, text, text, text, "h", DAY, (text,), text, (text,)),
        "outlets": (text,), "changes": [text], "paragraphs": [[Segment(text), Segment(text, text)]], "hit": None,
        "address": text, "marks": (text,),
    },
    "reader/page.html": lambda text: {"title": text, "main": text},
    "searches/above.html": lambda text: {
        "heading": text, "edited": text, "rows": list(enumerate(listing(text).rows)), "shown": text, "outlets": (text,),
        "in_headline": Where.HEADLINE, "sentence": lambda _: quotation(text),
    },
    "searches/frame.html": lambda _: {},
    "searches/list.html": lambda text: {
        "lines": (Line(search(text), text, ""), Line(search(text), "", text)), "error": text
    },
    "sheet/frame.html": lambda text: {"styles": {text: Style(text, lambda _: ())}},
    "sheet/handed_on.html": lambda text: {
        "title": text, "facts": [(Fact(passage(text), text, DAY), (Run(text), Run(text, is_italic=True)), [text])],
        "heading": text, "lines": (text,), "whole": True,
    },
    "sheet/sentences.html": lambda text: {"sentences": [(1, text)]},
    "sheet/sheet.html": lambda text: {
        "title": text, "shown": [Shown(pin(text), passage(text), text), Shown(pin(text), None, text)],
        "outlets": (text,), "quotation": lambda _: quotation(text),
    },
}  # fmt: skip


def elements(html: str) -> list[tuple[str, list[str]]]:
    """Every element but line breaks, with the names of its attributes."""
    return [(tag, sorted(attributes)) for tag, attributes in read(html, "x").tags if tag != "br"]


def test_every_template_is_tried_here() -> None:
    assert set(VALUES) == {path.relative_to(PAGE).as_posix() for path in PAGE.rglob("*.html")}
    assert set(VALUES) == set(ENVIRONMENT.list_templates(extensions=["html"]))


@pytest.mark.parametrize("template", VALUES)
def test_no_text_becomes_an_element_or_an_attribute(template: str) -> None:
    harmless = render(template, **VALUES[template]("words"))
    assert harmless.count("words") or not VALUES[template]("words")
    for text in HOSTILE:
        html = render(template, **VALUES[template](text))
        assert elements(html) == elements(harmless)
        values = [value or "" for _, attributes in read(html, "x").tags for value in attributes.values()]
        assert not any("<br>" in value for value in values)


@pytest.mark.parametrize("text", HOSTILE)
def test_a_text_is_printed_word_for_word_and_on_one_line(text: str) -> None:
    html = render("html/notice.html", words=text)
    assert read(html, "p").texts == [text]
    assert not {"\n", "\r"} & {*html}
    assert render("html/page.html", title="a\n<b>").count("<title>a\n&lt;b&gt;</title>") == 1


@pytest.mark.parametrize(("template", "name"), [(one, name) for one in VALUES for name in VALUES[one]("words")])
def test_what_is_not_given_is_an_error(template: str, name: str) -> None:
    values = {other: value for other, value in VALUES[template]("words").items() if other != name}
    with pytest.raises(UndefinedError, match=f"'{name}' is undefined"):
        render(template, **values)


def test_nothing_gets_around_the_escaping() -> None:
    assert not [path for path in PAGE.rglob("*.html") if re.search(r"\|\s*safe|autoescape", path.read_text("utf-8"))]
    makers = {path.name for path in PAGE.rglob("*.py") if re.search(r"Markup\([^)]|html_safe", path.read_text("utf-8"))}
    assert makers == {"templates.py"}


def test_line_breaks_of_a_template_are_spaces_only_among_words() -> None:
    source = '<p class="a"\n   id="b">\n  one\n  two <b>{{ x }}</b>\n  {% if x %}\n  <i>3</i>\n  {% endif %}\n</p>\n'
    html = ENVIRONMENT.from_string(source).render(x="1 < 2\r\n")
    assert html == '<p class="a" id="b">one two <b>1 &lt; 2&#13;<br></b><i>3</i></p>'
