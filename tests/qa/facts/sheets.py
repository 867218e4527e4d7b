"""Fact sheets for tests."""

from dataclasses import replace
from datetime import date

from corpus.article import Article
from qa.facts import Fact, FactSheet
from qa.render.provenance import Searched
from tests.conftest import COURIER, LEDGER, came_about, quote

JOBS = "The operator, Lindqvist Lines, said that 14 jobs would go."
BRIDGE = "The bridge would open in 2031 and cost 90 million euros."
DAY = date(2026, 12, 1)

SHEET = FactSheet(
    title="The last ferry",
    facts=(
        Fact(quote(COURIER, JOBS), "Ask the union.\n\nAnd the mayor.", DAY, Searched("How many jobs?", "", 4)),
        Fact(quote(LEDGER, BRIDGE), "", DAY),
    ),
    came_about=came_about("How many jobs?"),
    lost=1,
)


def sheet_of(text: str) -> FactSheet:
    """A sheet in which everything is one text."""
    article = Article(text, text, text, text, text, "h", authors=(text,), url=f"https://x.example/{text}")
    fact = Fact(quote(article, text), text, DAY, Searched(text, text, 1))
    return replace(SHEET, title=text, facts=(fact,), came_about=came_about(text))
