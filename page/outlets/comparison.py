"""What each outlet says as HTML, for the page: a pure function, one element without line breaks."""

from collections.abc import Iterable, Sequence
from html import escape

from page.html.addresses import article_path
from page.html.markup import Mark, escaped, marked
from page.html.pieces import flags, headline, outlet_badge, time
from qa.compare.comparison import Comparison, Figures, GivenFigure, OutletRow, Report
from qa.passage import Passage
from qa.render.wording import (
    NEAREST,
    alike_lines,
    counted,
    coverage_line,
    day,
    figures_line,
    matching_words,
    report_words,
    source_line,
    without_line,
    wordings,
)

_SAVE = (
    '<div class="save" role="group" aria-label="Save this view with its sources">Save this view as'
    '<button type="button" data-form="markdown">Markdown</button><button type="button" data-form="csv">CSV</button>'
    '<button type="button" data-form="json">JSON</button></div>'
)


def comparison_to_html(comparison: Comparison) -> str:
    """Returns what each outlet says.

    Args:
        comparison: The comparison.

    Returns:
        One ``section``. The text of each ``blockquote`` is exactly a sentence of an article.
    """
    found = comparison.answer.found
    names = [coverage.outlet for coverage in comparison.answer.outlets]
    return "".join(
        (
            f'<section class="outlets{"" if found else " missing"}" aria-label="What each outlet says">',
            f'<p class="lead" tabindex="-1">{escaped(coverage_line(comparison) if found else NEAREST)}</p>',
            *(_figures(figures, names) for figures in comparison.figures),
            *(f'<p class="alike">{escaped(line)}</p>' for line in alike_lines(comparison)),
            *(_row(row, names) for row in comparison.rows),
            _without(comparison),
            _timeline(comparison),
            _SAVE,
            "</section>",
        )
    )


def _figures(figures: Figures, names: Sequence[str]) -> str:
    """Figures side by side: those that say the same in one column."""
    groups = "".join(
        f'<li><p class="figure">{escaped(wordings(group))}</p>'
        f'<p class="count">{counted(len(group), "outlet")}</p>'
        f"<ul>{''.join(_given(figure, names) for figure in group)}</ul></li>"
        for group in figures.groups
    )
    return (
        f'<section class="figures"><h3>Figures given: {escaped(figures.heading)}</h3>'
        f'<p class="summary">{escaped(figures_line(figures))}</p><ul class="groups">{groups}</ul></section>'
    )


def _given(figure: GivenFigure, names: Sequence[str]) -> str:
    return f"<li>{_about(figure.quote, names)}{_quotation(figure.quote)}</li>"


def _row(row: OutletRow, names: Sequence[str]) -> str:
    return (
        f'<article class="row" data-source="{escape(source_line(row.quote.citation))}">'
        f"{_about(row.quote, names, matching_words(row.matching, row.articles))}"
        f"{_quotation(row.quote)}{flags(row.quote.citation.flags)}</article>"
    )


def _about(quote: Passage, names: Sequence[str], more: str = "") -> str:
    citation = quote.citation
    spans = [(mark.start, mark.end) for mark in quote.highlights]
    address = escape(article_path(citation.article_id, (citation.start, citation.end), spans))
    matching = f' <span class="matching">{escaped(more)} match</span>' if more else ""
    return (
        f'<p class="citation">{outlet_badge(citation.outlet, names)} {time(citation)}{matching}</p>'
        f'<p class="headline" dir="auto"><a class="cite" href="{address}" title="Read it in the article">'
        f"{headline(citation.title)}</a></p>"
    )


def _quotation(quote: Passage) -> str:
    """Returns a sentence, with the figure in it marked; a sentence that is marked whole needs no mark."""
    start, end = quote.citation.start, quote.citation.end
    marks = [Mark(mark.start, mark.end) for mark in quote.highlights if mark.end - mark.start < len(quote.text)]
    return f'<blockquote dir="auto" data-at="{start}-{end}">{marked(quote.text, start, marks)}</blockquote>'


def _without(comparison: Comparison) -> str:
    if not comparison.without:
        return ""
    lines = "".join(f"<li>{escaped(without_line(one))}</li>" for one in comparison.without)
    summary = f"No matching passage found in {counted(len(comparison.without), 'other outlet')}"
    return f'<details class="coverage"><summary>{summary}</summary><ul>{lines}</ul></details>'


def _timeline(comparison: Comparison) -> str:
    if not comparison.timeline and not comparison.undated:
        return ""
    dated = "".join(_reports(comparison.timeline, comparison))
    apart = "".join(_reports(comparison.undated, comparison))
    undated = f'<p class="undated">Without a date</p><ul>{apart}</ul>' if apart else ""
    return f'<section class="timeline"><h3>Timeline</h3>{f"<ol>{dated}</ol>" if dated else ""}{undated}</section>'


def _reports(reports: Iterable[Report], comparison: Comparison) -> Iterable[str]:
    for report in reports:
        published = report.citation.published
        when = f'<time datetime="{published.isoformat()}">{day(published)}</time> ' if published else ""
        yield f"<li>{when}{escaped(report_words(report, comparison))}</li>"
