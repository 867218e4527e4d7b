"""What a list of articles makes of the answer to a question that asks for it."""

from collections.abc import Mapping
from dataclasses import replace

from qa.answer import Answer, Verdict, coverage
from qa.listing import Listing, Page
from qa.question import Inquiry, Question


def first_page(question: Question, start: int = 0) -> Page:
    """Returns the part of its list that the answer to a question shows first, or that from another row on."""
    return Page(start, newest_first=question.order.newest if question.order else None)


def with_listing(answer: Answer, listing: Listing, limit: int, articles: Mapping[str, int]) -> Answer:
    """Returns an answer with a list of articles.

    A list of articles that hold the words as such answers for certain, and its first quotations are the passages.
    Otherwise the passages stay those that the search found, with what that is worth, as far as the question is about
    their articles.

    Args:
        answer: What the search found.
        listing: The list.
        limit: Passages of the answer at most.
        articles: Number of articles of each outlet of the index.
    """
    if not listing.is_exact and listing.inquiry.words:
        return replace(_restricted(answer, listing.inquiry, articles), listing=listing)
    passages = tuple(row.quote for row in listing.rows)[:limit]
    return replace(
        answer,
        listing=listing,
        passages=passages,
        verdict=Verdict.ANSWERS if listing.is_exact else Verdict.NO,
        confidence=float(listing.is_exact),
        outlets=coverage(passages, articles),
    )


def _restricted(answer: Answer, inquiry: Inquiry, articles: Mapping[str, int]) -> Answer:
    """Leaves out passages of other outlets and times than the question restricts itself to."""
    admitted = tuple(
        passage
        for passage in answer.passages
        if inquiry.admits(passage.citation.outlet, passage.citation.published, passage.citation.authors)
    )
    restricted = replace(answer, passages=admitted, outlets=coverage(admitted, articles))
    if restricted.matching or not answer.found:
        return restricted
    return replace(restricted, verdict=Verdict.NO, confidence=0.0)
