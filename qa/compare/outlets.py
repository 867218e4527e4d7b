"""Compares what the outlets say to a question, from what one search found."""

import time
from collections.abc import Iterable, Mapping, Sequence

import numpy as np

from index.catalog import Catalog
from index.encode import Vector
from qa.compare.agreement import group_alike
from qa.compare.comparison import Comparison, NoMatch, OutletRow, Report
from qa.compare.figure_table import figure_table
from qa.compare.matching import Match, find_matches
from qa.find.found import Found
from qa.passage import Citation, Highlight, Passage

_MOST_COMPARED = 16  # outlets whose sentences are compared; nobody compares more by eye


def compare(found: Found) -> Comparison:
    """Compares what the outlets say.

    Args:
        found: What the search found.

    Returns:
        The comparison. Every quotation is cut out of its article.
    """
    started = time.perf_counter()
    near = find_matches(found)
    passages = [match for matches in near.values() for match in matches]
    filters, catalog = found.answer.question.filters, found.snapshot.catalog
    texts = _texts((match.article.article_id for match in passages), catalog)
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
            best.get(outlet) or _best_sentence(matches[0], found),
            len({match.article.article_id for match in matches}),
            searched[outlet],
        )
        for outlet, matches in matching.items()
    )
    reports = _reports(matching, texts)
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


def _texts(article_ids: Iterable[str], catalog: Catalog) -> dict[str, int]:
    """Numbers the texts of articles; an article and its copies have the same number."""
    numbers: dict[str, int] = {}
    for article_id in article_ids:
        if article_id not in numbers:
            known = [numbers[copy] for copy in catalog.copies(article_id) if copy in numbers]
            numbers[article_id] = min(known, default=len(numbers))
    return numbers


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


def _best_sentence(match: Match, found: Found) -> Passage:
    """Returns the sentence that comes nearest to the question by words and by meaning."""
    spans = match.passage.spans
    words = np.array(found.weights.shares(match.passage.places, len(spans)))
    start, end = spans[int(np.argmax(words + match.passage.nearness(found.vector)))]
    start, end = match.chunk.start + start, match.chunk.start + end
    text = match.article.text[start:end]
    return Passage(text, Citation.of(match.article, start, end), match.sureness, (Highlight(start, end, text),))


def _reports(matching: Mapping[str, Sequence[Match]], texts: Mapping[str, int]) -> list[Report]:
    """Returns the articles that match, copies of one text in one report, earliest first, undated ones last."""
    first: dict[str, Citation] = {}
    for matches in matching.values():
        for match in matches:
            citation = Citation.of(match.article, match.chunk.start, match.chunk.end)
            first.setdefault(match.article.article_id, citation)
    copies: dict[int, list[Citation]] = {}
    for citation in sorted(first.values(), key=_by_day):
        copies.setdefault(texts[citation.article_id], []).append(citation)
    return [Report(group[0], tuple(group[1:])) for group in copies.values()]


def _by_day(citation: Citation) -> tuple[bool, str, str]:
    day = citation.published
    return day is None, day.isoformat() if day else "", citation.outlet


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
