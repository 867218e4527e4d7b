"""An embargo is told wherever an article is quoted, for as long as it holds."""

import io
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta, timezone

import pytest
from rich.console import Console, RenderableType

from page.chat.answer import answer_to_html
from page.chat.listing import listing_to_html
from page.outlets.comparison import comparison_to_html
from page.reader.article import article_to_html
from qa.answer import Answer
from qa.compare import Comparison
from qa.compare.comparison import OutletRow
from qa.listing import Counts, Listing, Row, Sought, Where
from qa.passage import Passage
from qa.question import Asks, Inquiry
from qa.render.csv import answers_to_csv
from qa.render.json import citation_to_dict
from qa.render.markdown import answer_to_markdown, comparison_to_markdown, listing_to_markdown
from qa.render.terminal import render_answer, render_comparison, render_listing
from qa.render.wording import source_line
from tests.conftest import COURIER, came_about, quote
from tests.markup_cases import answer_of

UNTIL = datetime(2999, 2, 18, 6, 0, tzinfo=timezone(timedelta(hours=1)))
HELD = replace(COURIER, embargo=UNTIL, slug="Marlin-ferry", keywords=("ferry",))
TOLD = "Embargoed until 18 February 2999, 06:00 +01:00"


def passage(until: datetime | None) -> Passage:
    return quote(replace(HELD, embargo=until), "The Marlin ferry made its last crossing on Monday night.", "Marlin")


def answer(quoted: Passage) -> Answer:
    return answer_of(quoted)


def listing(quoted: Passage) -> Listing:
    return Listing(Inquiry(Asks.LIST, "x"), Sought(("x",)), Counts(articles=1), rows=(Row(quoted, Where.TEXT),))


def comparison(quoted: Passage) -> Comparison:
    row = OutletRow(quoted.citation.outlet, quoted, 1, 1)
    return Comparison(answer_of(quoted), (row,), (), (), (), 1, (), (), 0.1)


def printed(what: RenderableType) -> str:
    out = io.StringIO()
    Console(file=out, width=300, color_system=None).print(what)
    return out.getvalue()


FORMS: dict[str, Callable[[Passage], str]] = {
    "terminal": lambda quoted: printed(render_answer(answer(quoted))),
    "terminal-list": lambda quoted: printed(render_listing(listing(quoted))),
    "terminal-outlets": lambda quoted: printed(render_comparison(comparison(quoted))),
    "markdown": lambda quoted: answer_to_markdown(answer(quoted)),
    "markdown-list": lambda quoted: listing_to_markdown(listing(quoted)),
    "markdown-outlets": lambda quoted: comparison_to_markdown(comparison(quoted)),
    "csv": lambda quoted: answers_to_csv([answer(quoted)], came_about("q")),
    "notes": lambda quoted: source_line(quoted.citation),
    "page": lambda quoted: answer_to_html(answer(quoted)),
    "page-list": lambda quoted: listing_to_html(listing(quoted), []),
    "page-outlets": lambda quoted: comparison_to_html(comparison(quoted)),
    "reader": lambda quoted: article_to_html(replace(HELD, embargo=quoted.citation.embargo)),
}


@pytest.mark.parametrize("form", FORMS)
def test_an_embargo_is_told_while_it_holds_and_not_after(form: str) -> None:
    assert TOLD in FORMS[form](passage(UNTIL))
    assert "mbargo" not in FORMS[form](passage(UNTIL.replace(year=2020)))
    assert "mbargo" not in FORMS[form](passage(None))


def test_programs_get_the_time() -> None:
    given = citation_to_dict(passage(UNTIL).citation)
    assert (given["embargo"], given["slug"], given["keywords"]) == (UNTIL.isoformat(), "Marlin-ferry", ["ferry"])
    assert citation_to_dict(passage(UNTIL.replace(year=2020)).citation)["embargo"] is None
