"""A comparison for the terminal: readable at any width and without colour, and safe whatever an article contains."""

from collections.abc import Iterator

from rich import box
from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from qa.compare.comparison import Comparison, Figures, OutletRow
from qa.passage import Passage
from qa.render.compared import (
    NEAREST,
    alike_lines,
    coverage_line,
    figures_line,
    matching_words,
    report_words,
    without_line,
)
from qa.render.plain import one_line, printable
from qa.render.wording import day

_NAMED_OUTLETS = 12  # without a match; more lines than this say less than their number


def render_comparison(comparison: Comparison) -> RenderableType:
    """Lays a comparison out for `rich.console.Console.print`.

    Args:
        comparison: What each outlet says to a question.

    Returns:
        The coverage, the figures side by side, one row per outlet, who has no match, and the timeline.
    """
    found = comparison.answer.found
    parts: list[RenderableType] = [
        Text(coverage_line(comparison) if found else NEAREST, style="bold" if found else "bold yellow")
    ]
    for figures in comparison.figures:
        parts += [Text(), _figures(figures)]
    parts += [Text(one_line(line), style="dim") for line in alike_lines(comparison)]
    if comparison.rows:
        parts += [Text(), _rows(comparison.rows)]
    parts += _without(comparison)
    parts += _timeline(comparison)
    return Group(*parts)


def _table(title: str, *columns: str) -> Table:
    table = Table(
        *columns, title=Text(title, style="bold"), title_justify="left", box=box.SIMPLE_HEAD, pad_edge=False,
        expand=False,
    )  # fmt: skip
    for column in table.columns:
        column.overflow = "fold"
    return table


def _figures(figures: Figures) -> Table:
    title = f"Figures given. {figures.heading}: {figures_line(figures)}"
    table = _table(one_line(title), "Figure", "Outlet", "Quote")
    for group in figures.groups:
        for figure in group:
            table.add_row(Text(one_line(figure.words), style="bold"), _outlet(figure.quote), _quote(figure.quote))
        table.add_section()
    return table


def _rows(rows: tuple[OutletRow, ...]) -> Table:
    table = _table("What each outlet says", "Outlet", "Match", "Best sentence")
    for row in rows:
        table.add_row(_outlet(row.quote), Text(matching_words(row.matching, row.articles)), _quote(row.quote))
        table.add_section()
    return table


def _outlet(passage: Passage) -> Text:
    citation = passage.citation
    return Text.assemble((one_line(citation.outlet), "cyan"), "\n", (day(citation.published), "dim"))


def _quote(passage: Passage) -> Text:
    citation = passage.citation
    quote = Text(printable(passage.text))
    for mark in passage.highlights:
        if mark.end - mark.start < len(passage.text):
            quote.stylize("bold", mark.start - citation.start, mark.end - citation.start)
    place = f"{citation.article_id}, characters {citation.start}–{citation.end}"
    return quote.append("\n").append(one_line(f"{citation.title or 'No headline'}; {place}"), style="dim")


def _without(comparison: Comparison) -> Iterator[Text]:
    if comparison.without:
        yield Text()
    for one in comparison.without[:_NAMED_OUTLETS]:
        yield Text(one_line(f"{without_line(one)}."), style="dim")
    more = comparison.without[_NAMED_OUTLETS:]
    if more:
        articles = sum(one.articles for one in more)
        yield Text(f"Nor in the {articles:,} articles of {len(more):,} other outlets.", style="dim")


def _timeline(comparison: Comparison) -> Iterator[Text]:
    reports = (*comparison.timeline, *comparison.undated)
    if reports:
        yield Text("\nTimeline", style="bold")
    for report in reports:
        line = f"{day(report.citation.published)}  {report_words(report, comparison)}"
        yield Text(one_line(line), overflow="fold")
