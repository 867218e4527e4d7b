"""An answer or a comparison as plain data: for --json, for a line of a batch, and for programs."""

from collections.abc import Iterable
from dataclasses import asdict
from datetime import date

from qa.answer import Answer
from qa.compare import Comparison, FigureGroup
from qa.compare.comparison import Report
from qa.listing import Listing, Share
from qa.passage import Citation, Passage
from qa.query import written
from qa.question import Question
from qa.quote.explain import explain
from qa.speech.said import Said, Statement


def answer_to_dict(answer: Answer, *, explained: bool = False) -> dict[str, object]:
    """Lays an answer out as values that `json.dumps` writes.

    Args:
        answer: What the articles say to a question.
        explained: Give each passage an ``explanation``, too: the fields of `qa.quote.explain.Explanation`.

    Returns:
        The form that the README documents. Days are ISO strings, None where unknown; offsets count code points of the
        article's text. ``passages`` holds the whole ranking, the nearest material too; ``matches`` tells them apart.
    """
    return {
        "question": answer.question.asked,
        "understood": understood_to_dict(answer.question),
        "verdict": answer.verdict.value,
        "found": answer.found,
        "confidence": answer.confidence,
        **_read(answer),
        **_silence(answer),
        "met": [{"condition": written(condition), "articles": articles} for condition, articles in answer.met],
        "listing": listing_to_dict(answer.listing) if answer.listing else None,
        "order": answer.arrangement.by.value,
        "one_per_article": answer.arrangement.one_per_article,
        "said": list(map(_said, answer.said)),
        "passages": [
            _passage(rank, passage) | ({"explanation": asdict(explain(answer.question, passage))} if explained else {})
            for rank, passage in enumerate(answer.passages, start=1)
        ],
        "outlets": [
            {"outlet": coverage.outlet, "passages": coverage.passages, "articles": coverage.articles}
            for coverage in answer.outlets
        ],
        "generation": answer.generation,
        "seconds": answer.seconds,
    }


def _said(said: Said) -> dict[str, object]:
    return {
        "words": said.asked,
        "searched": said.searched,
        "articles": said.articles,
        "headline_only": said.headlines,
        "outlets": _shares(said.outlets),
        "date": day_to_text(said.day),
        "first": said.first and _statement(said.first),
        "nearest": said.nearest and _statement(said.nearest),
    }


def _statement(statement: Statement) -> dict[str, object]:
    naming = statement.naming
    return {
        **_quote(statement.quote),
        "words": asdict(statement.words),
        "speaker": statement.speaker or None,
        "naming": naming and asdict(naming),
        "differences": [asdict(one) for one in statement.differences],
    }


def _read(answer: Answer) -> dict[str, object]:
    return {"reranked": answer.reranked or None, "not_reranked": answer.not_reranked or None}


def _silence(answer: Answer) -> dict[str, object]:
    silent = [{"author" if one.is_author else "outlet": one.name, "articles": one.articles} for one in answer.silent]
    return {"silent": silent, "elsewhere": list(answer.elsewhere)}


def listing_to_dict(listing: Listing) -> dict[str, object]:
    """Lays a list of articles out as values that `json.dumps` writes.

    Args:
        listing: The list, with a page of its rows.

    Returns:
        The form that the README documents.
    """
    counts, sought = listing.counts, listing.sought
    return {
        "asks": listing.inquiry.asks.value,
        "words": list(sought.phrases),
        "joined": "or" if sought.either else "and",
        "in_capitals": list(sought.capitals),
        "searched": counts.searched,
        "undated_left_out": counts.undated,
        "articles": counts.articles,
        "apart_from_copies": counts.independent,
        "mentions": counts.mentions,
        "headline_only": counts.headline,
        "other_case": counts.other_case,
        "any_form": counts.forms,
        "any_form_of": list(sought.forms),
        "outlets": _shares(listing.outlets),
        "outlets_without": list(listing.silent),
        "authors": _shares(listing.authors),
        "without_author": listing.unsigned,
        "first": day_to_text(listing.first),
        "latest": day_to_text(listing.last),
        "newest_first": listing.newest_first,
        "listed": counts.listed,
        "start": listing.start,
        "rows": [
            {"where": row.where.value, **_quote(row.quote), "highlights": _highlights(row.quote)}
            for row in listing.rows
        ],
    }


def _shares(shares: Iterable[Share]) -> list[dict[str, object]]:
    return [{"name": share.name, "articles": share.articles} for share in shares]


def understood_to_dict(question: Question) -> dict[str, object]:
    """Lays out how a question was read."""
    filters = question.filters
    return {
        "text": question.text,
        "subject": question.subject,
        "phrases": list(question.phrases),
        "outlets": list(question.outlets),
        "authors": list(question.authors),
        "periods": [
            {
                "first": day_to_text(period.first),
                "last": day_to_text(period.last),
                "words": period.words,
                "counted_from": day_to_text(period.counted_from),
                "or_else": day_to_text(period.or_else),
            }
            for period in question.periods
        ],
        "order": question.order and {"newest": question.order.newest, "words": question.order.words},
        "also": [asdict(also) for also in question.also],
        "instead": [asdict(also) for also in question.instead],
        "collection": question.inquiry
        and {
            "asks": question.inquiry.asks.value,
            "words": question.inquiry.words,
            "put": question.inquiry.put,
            "outlets": list(question.inquiry.outlets),
            "without_outlets": list(question.inquiry.without_outlets),
            "authors": list(question.inquiry.authors),
        },
        "speaker": question.speaker and asdict(question.speaker),
        "newer_from": day_to_text(question.newer_from),
        "carried": list(question.carried),
        "inherited": list(question.inherited),
        "only_outlets": list(filters.outlets),
        "since": day_to_text(filters.since),
        "until": day_to_text(filters.until),
        "exclude": list(filters.exclude),
        "without_outlets": list(filters.without_outlets),
        "only_authors": list(filters.authors),
        "conditions": list(map(written, filters.conditions)),
    }


def _passage(rank: int, passage: Passage) -> dict[str, object]:
    return {
        "rank": rank,
        "text": passage.text,
        **citation_to_dict(passage.citation),
        "score": passage.score,
        "matches": passage.matches,
        "words_rank": passage.words_rank,
        "meaning_rank": passage.meaning_rank,
        "highlights": _highlights(passage),
        "also_in": [citation_to_dict(citation) for citation in passage.also_in],
    }


def _highlights(passage: Passage) -> list[dict[str, object]]:
    return [{"start": mark.start, "end": mark.end, "text": mark.text} for mark in passage.highlights]


def citation_to_dict(citation: Citation) -> dict[str, object]:
    """Lays out where a quotation stands."""
    return {
        "article_id": citation.article_id,
        "outlet": citation.outlet,
        "title": citation.title,
        "date": day_to_text(citation.published),
        "authors": list(citation.authors),
        "url": citation.url,
        "source": citation.source,
        "start": citation.start,
        "end": citation.end,
        "page": citation.page,
        "flags": list(citation.flags),
        "slug": citation.slug,
        "keywords": list(citation.keywords),
        "embargo": citation.embargo.isoformat() if citation.embargo else None,
    }


def day_to_text(day: date | None) -> str | None:
    """Returns a day as an ISO string, None where it is unknown."""
    return day.isoformat() if day else None


def comparison_to_dict(comparison: Comparison) -> dict[str, object]:
    """Lays a comparison out as values that `json.dumps` writes.

    Args:
        comparison: What each outlet says.

    Returns:
        The form that the README documents. Days are ISO strings, None where unknown; offsets count code points of the
        article's text. Where ``found`` is false, ``rows`` holds the nearest sentences.
    """
    answer = comparison.answer
    return {
        "question": answer.question.asked,
        "understood": understood_to_dict(answer.question),
        "verdict": answer.verdict.value,
        "found": answer.found,
        "confidence": answer.confidence,
        **_read(answer),
        **_silence(answer),
        "independent_texts": comparison.independent,
        "first": day_to_text(comparison.first),
        "latest": day_to_text(comparison.last),
        "rows": [
            {"outlet": row.outlet, "quote": _quote(row.quote), "matching": row.matching, "articles": row.articles}
            for row in comparison.rows
        ],
        "without": [{"outlet": one.outlet, "articles": one.articles} for one in comparison.without],
        "figures": [_figures(figures) for figures in comparison.figures],
        "alike": [list(group) for group in comparison.alike],
        "timeline": [_report(report) for report in comparison.timeline],
        "undated": [_report(report) for report in comparison.undated],
        "generation": answer.generation,
        "seconds": answer.seconds + comparison.seconds,
    }


def _figures(figures: FigureGroup) -> dict[str, object]:
    groups = [[_given(quote) for quote in group] for group in figures.groups]
    return {"heading": figures.heading, "asked": figures.asked, "groups": groups}


def _given(quote: Passage) -> dict[str, object]:
    mark = quote.highlights[0]
    place = {"start": mark.start, "end": mark.end}
    return {"words": mark.text, "outlet": quote.citation.outlet, "at": place, "quote": _quote(quote)}


def _quote(passage: Passage) -> dict[str, object]:
    return {"text": passage.text, **citation_to_dict(passage.citation)}


def _report(report: Report) -> dict[str, object]:
    return {**_quote(report.quote), "same_text": [citation_to_dict(copy) for copy in report.same_text]}
