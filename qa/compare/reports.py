"""The articles that have something on a question, in the order of their days: what a timeline shows."""

from collections.abc import Mapping, Sequence

import numpy as np

from index.catalog import Catalog
from qa.compare.comparison import Report
from qa.compare.matching import LOOKED_AT, Match, find_matches
from qa.find.found import Found
from qa.passage import Citation, Highlight, Passage


def find_reports(found: Found) -> list[Report]:
    """Returns the articles with a passage that matches, among the passages that come nearest to the question.

    Args:
        found: What a search found.

    Returns:
        Copies of one text in one report, the earliest first, undated ones last.
    """
    near = find_matches(found, LOOKED_AT)
    matching = {outlet: [match for match in matches if match.matches] for outlet, matches in near.items()}
    return reports_of(matching, texts_of(near, found.snapshot.catalog), found)


def reports_of(matching: Mapping[str, Sequence[Match]], texts: Mapping[str, int], found: Found) -> list[Report]:
    """Returns the articles of passages that match, as `find_reports` does.

    Args:
        matching: The passages of each outlet, surest first.
        texts: The number of each article's text.
        found: What the search found.
    """
    surest: dict[str, Match] = {}
    for matches in matching.values():
        for match in matches:
            surest.setdefault(match.article.article_id, match)
    texts_seen: dict[int, list[Match]] = {}
    for match in sorted(surest.values(), key=_by_day):
        texts_seen.setdefault(texts[match.article.article_id], []).append(match)
    return [Report(best_sentence(first, found), tuple(map(_cited, others))) for first, *others in texts_seen.values()]


def texts_of(near: Mapping[str, Sequence[Match]], catalog: Catalog) -> dict[str, int]:
    """Numbers the texts of the articles of passages; an article and its copies have the same number."""
    numbers: dict[str, int] = {}
    for article_id in (match.article.article_id for matches in near.values() for match in matches):
        if article_id not in numbers:
            known = [numbers[copy] for copy in catalog.copies(article_id) if copy in numbers]
            numbers[article_id] = min(known, default=len(numbers))
    return numbers


def best_sentence(match: Match, found: Found) -> Passage:
    """Returns the sentence that comes nearest to the question by words and by meaning."""
    spans = match.passage.spans
    words = np.array(found.weights.shares(match.passage.places, len(spans)))
    start, end = spans[int(np.argmax(words + match.passage.nearness(found.vector)))]
    start, end = match.chunk.start + start, match.chunk.start + end
    text = match.article.text[start:end]
    return Passage(text, Citation.of(match.article, start, end), match.sureness, (Highlight(start, end, text),))


def _cited(match: Match) -> Citation:
    return Citation.of(match.article, match.chunk.start, match.chunk.end)


def _by_day(match: Match) -> tuple[bool, str, str]:
    day = match.article.published
    return day is None, day.isoformat() if day else "", match.article.outlet
