"""A comparison as plain data: what ``dateline compare --json`` prints and the page's interface for programs returns."""

from qa.compare.comparison import Comparison, Figures, GivenFigure, Report
from qa.passage import Passage
from qa.render.json import citation_to_dict, day_to_text, understood_to_dict


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
        "found": answer.found,
        "confidence": answer.confidence,
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


def _figures(figures: Figures) -> dict[str, object]:
    groups = [[_given(figure) for figure in group] for group in figures.groups]
    return {"heading": figures.heading, "asked": figures.asked, "groups": groups}


def _given(figure: GivenFigure) -> dict[str, object]:
    mark = figure.quote.highlights[0]
    place = {"start": mark.start, "end": mark.end}
    return {"words": figure.words, "outlet": figure.outlet, "at": place, "quote": _quote(figure.quote)}


def _quote(passage: Passage) -> dict[str, object]:
    return {"text": passage.text, **citation_to_dict(passage.citation)}


def _report(report: Report) -> dict[str, object]:
    return {**citation_to_dict(report.citation), "same_text": [citation_to_dict(copy) for copy in report.same_text]}
