"""Compares what the outlets say to a question, from what one search found."""

import time
from collections.abc import Iterable, Mapping, Sequence

import numpy as np

from index.encode import Vector
from qa.compare.agreement import group_alike
from qa.compare.comparison import Comparison, NoMatch, OutletRow
from qa.compare.figure_table import figure_table
from qa.compare.matching import LOOKED_AT, PER_OUTLET, Match, find_matches
from qa.compare.reports import best_sentence, reports_of, texts_of
from qa.find.found import Found
from qa.passage import Citation, Passage

_MOST_COMPARED = 16  # outlets whose sentences are compared; nobody compares more by eye


def compare(found: Found) -> Comparison:
    """Compares what the outlets say.

    Args:
        found: What the search found.

    Returns:
        The comparison. Every quotation is cut out of its article.
    """
    started = time.perf_counter()
    near = find_matches(found, LOOKED_AT)
    passages = [match for matches in near.values() for match in matches if match.place <= PER_OUTLET]
    filters, catalog = found.answer.question.filters, found.snapshot.catalog
    texts = texts_of(near, catalog)
    figures = figure_table(found, passages, texts)
    if not found.answer.found and not found.answer.elsewhere:
        # A figure that was not asked for would pass for an answer; one that was may be what the outlets do say.
        figures = tuple(heading for heading in figures if heading.asked)
    asked = [quote for heading in figures if heading.asked for quote in heading.quotes]
    matching = _matching(near, asked)
    searched = catalog.outlets(filters.selection)
    best = {quote.citation.outlet: quote for quote in reversed(asked)}  # that with the figure that was asked for
    rows = tuple(
        OutletRow(
            outlet,
            best.get(outlet) or best_sentence(matches[0], found),
            len({match.article.article_id for match in matches}),
            searched[outlet],
        )
        for outlet, matches in matching.items()
    )
    reports = reports_of(matching, texts, found)
    return Comparison(
        answer=found.answer,
        rows=rows,
        without=tuple(NoMatch(name, articles) for name, articles in sorted(searched.items()) if name not in matching),
        figures=figures,
        alike=_alike(rows, matching, found.vector),
        independent=len({texts[row.quote.citation.article_id] for row in rows}),
        timeline=tuple(report for report in reports if report.citation.published),
        undated=tuple(report for report in reports if not report.citation.published),
        seconds=time.perf_counter() - started,
    )


def _matching(near: Mapping[str, Sequence[Match]], figures: Iterable[Passage]) -> dict[str, list[Match]]:
    """Returns the outlets with a passage that matches: by itself, or as it gives the figure that was asked for."""
    asked = {(quote.citation.article_id, quote.citation.start) for quote in figures}
    matching = {
        outlet: [match for match in matches if match.matches or _holds(match, asked)]
        for outlet, matches in near.items()
    }
    return {outlet: matches for outlet, matches in matching.items() if matches}


def _holds(match: Match, places: Iterable[tuple[str, int]]) -> bool:
    chunk = match.chunk
    return any(article == chunk.article_id and chunk.start <= start < chunk.end for article, start in places)


def _alike(
    rows: Sequence[OutletRow], matching: Mapping[str, Sequence[Match]], question: Vector
) -> tuple[tuple[str, ...], ...]:
    compared = rows[:_MOST_COMPARED]
    if not compared:
        return ()
    vectors = np.stack([_vector(row.quote.citation, matching[row.outlet]) for row in compared])
    return tuple(tuple(compared[number].outlet for number in group) for group in group_alike(vectors, question))


def _vector(citation: Citation, matches: Sequence[Match]) -> Vector:
    """Returns the vector of a sentence of one of the passages."""
    place = (citation.article_id, citation.start)
    return next(match for match in matches if _holds(match, [place])).sentence_vector(citation.start)
