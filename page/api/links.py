"""What programs get: the plain data of the commands, and with each quotation its address on this server."""

from collections.abc import Iterable
from typing import Any

from page.html.addresses import passage_path
from qa.answer import Answer
from qa.compare import Comparison
from qa.listing import Listing
from qa.passage import Passage
from qa.quote.sayings import Sayings
from qa.render.json import answer_to_dict, comparison_to_dict, listing_to_dict
from qa.render.sayings import sayings_to_dict


def linked_answer(answer: Answer) -> dict[str, Any]:
    """Lays out an answer."""
    told: dict[str, Any] = answer_to_dict(answer)
    _link(told["passages"], answer.passages)
    if answer.listing:
        told["listing"] = linked_listing(answer.listing)
    return told


def linked_comparison(comparison: Comparison) -> dict[str, Any]:
    """Lays out a comparison."""
    told: dict[str, Any] = comparison_to_dict(comparison)
    _link((row["quote"] for row in told["rows"]), (row.quote for row in comparison.rows))
    given = (one["quote"] for figures in told["figures"] for group in figures["groups"] for one in group)
    _link(given, (quote for figures in comparison.figures for group in figures.groups for quote in group))
    return told


def linked_listing(listing: Listing) -> dict[str, Any]:
    """Lays out a list of articles."""
    told: dict[str, Any] = listing_to_dict(listing)
    _link(told["rows"], (row.quote for row in listing.rows))
    return told


def linked_sayings(found: Sayings) -> dict[str, Any]:
    """Lays out all that somebody says."""
    told: dict[str, Any] = sayings_to_dict(found)
    _link(told["quotations"], (saying.quote for saying in found.sayings))
    return told


def _link(rows: Iterable[dict[str, Any]], quotes: Iterable[Passage]) -> None:
    for row, quote in zip(rows, quotes, strict=True):
        row["link"] = passage_path(quote)
