"""Answers and comparisons for the terminal: readable at any width, without colour, safe whatever an article holds."""

from collections.abc import Iterator
from dataclasses import dataclass

from rich import box
from rich.console import Console, ConsoleOptions, Group, RenderableType, RenderResult
from rich.style import Style
from rich.table import Table
from rich.text import Text

from qa.answer import Answer
from qa.compare import Comparison, FigureGroup
from qa.compare.comparison import OutletRow
from qa.listing import Listing, Row, Where
from qa.passage import Citation, Passage
from qa.quote.explain import explain
from qa.render.listing import IN_ANY_FORM, lead_line, more_lines, outlets_line, shown_line, silent_line
from qa.render.plain import (
    COMPARED,
    comparison_opening,
    one_line,
    opening,
    printable,
    silent_outlets,
    statements,
    understood,
)
from qa.render.remarks import offers
from qa.render.wording import (
    alike_lines,
    day,
    embargo,
    figures_line,
    flags,
    matching_words,
    nearest_heading,
    outlet_names,
    report_words,
    without_line,
)

_NAMED_WITHOUT = 12  # without a match; more lines than this say less than their number
INDENT = "    "


def render_answer(answer: Answer, *, explained: bool = False) -> RenderableType:
    """Lays an answer out for `rich.console.Console.print`.

    Args:
        answer: What the articles say to a question.
        explained: Say under each passage why it is there.

    Returns:
        The lead line, each passage that matches with its citation, the outlets that none of them is from, and where
        the nearest material stands; for a question about the collection the list of articles.
    """
    first, *more = map(one_line, opening(answer))
    parts = [Text(first, style="bold" if answer.found else "bold yellow"), *map(Text, more)]
    if words := understood(answer.question):
        parts.append(Text(one_line(words), style="dim"))
    parts += [Text(f"Perhaps you mean {one_line(offer.words)}.", style="dim") for offer in offers(answer.question)]
    blocks = [*_said(answer), *map(Block, parts)]
    if answer.listing:
        blocks += _rows_of(answer.listing)
    for number, passage in enumerate(answer.quoted, start=1):
        blocks += passage_blocks(number, passage)
        if explained:
            blocks += _explained(answer, passage)
    if answer.found and (silent := silent_outlets(answer)):
        silence = Text(f"No passage of this answer is from {one_line(outlet_names(silent))}.", style="dim")
        blocks += [Block(Text()), Block(silence)]
    return Group(*blocks, *_nearest(answer, explained=explained))


def _said(answer: Answer) -> Iterator["Block"]:
    for said, statement, (first, *more) in statements(answer):
        yield Block(Text(one_line(first), style="bold" if said.stands else "bold yellow"))
        yield from (Block(Text(one_line(line))) for line in more)
        if statement:
            yield from (Block(_quote(statement.quote), INDENT), *_of(statement.quote.citation))
    if answer.said:
        yield from (Block(Text(COMPARED, style="dim")), Block(Text()))


def _of(citation: Citation) -> Iterator["Block"]:
    words = f"{citation.outlet}, {day(citation.published)}: {citation.title.strip() or 'No headline'}"
    yield Block(Text(one_line(words)).append(f" ({one_line(_place(citation))})", style="dim"), INDENT)


def _nearest(answer: Answer, *, explained: bool) -> Iterator["Block"]:
    """Names the passages that do not match in one line each, so that they do not bury the answer."""
    if answer.nearest:
        yield from (Block(Text()), Block(Text(f"{nearest_heading(answer)}.", style="bold")))
    for passage in answer.nearest:
        yield from _of(passage.citation)
        if explained:
            yield from _explained(answer, passage)


def render_listing(listing: Listing) -> RenderableType:
    """Lays a list of articles out for `rich.console.Console.print`.

    Args:
        listing: The list, with a page of its rows.
    """
    head = Text(one_line(lead_line(listing)), style="bold" if listing.counts.listed else "bold yellow")
    return Group(Block(head), *(Block(Text(one_line(line))) for line in more_lines(listing)), *_rows_of(listing))


def _rows_of(listing: Listing) -> Iterator["Block"]:
    for line in filter(None, (outlets_line(listing), silent_line(listing))):
        yield Block(Text(one_line(line), style="dim"))
    for number, row in enumerate(listing.rows, start=listing.start):
        if number == listing.in_forms_from:
            yield from (Block(Text()), Block(Text(IN_ANY_FORM, style="bold")))
        yield from row_blocks(number + 1, row)
    if shown := shown_line(listing):
        yield from (Block(Text()), Block(Text(shown, style="dim")))


def row_blocks(number: int, row: Row) -> Iterator["Block"]:
    """Lays out an article of a list under its number."""
    citation = row.quote.citation
    heading = Text(f"[{number}] ", style="bold").append(day(citation.published)).append(", ")
    heading.append(one_line(citation.outlet), style="bold cyan")
    heading.append(f": {one_line(citation.title) or 'No headline'}", style="italic")
    if row.where is Where.HEADLINE:
        heading.append(" (in the headline alone)", style="dim")
    for words in embargo(citation):
        heading.append(f" ({words})", style="yellow")
    yield from (Block(Text()), Block(heading), Block(_quote(row.quote), INDENT))
    yield Block(Text(_source(citation), style="dim", overflow="fold"), INDENT)


@dataclass(frozen=True, slots=True)
class Block:
    """A wrapped text set in from the left; unlike `rich.padding.Padding` it leaves no spaces at the ends of lines."""

    text: Text
    indent: str = ""

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """Wraps the text to the width of the console."""
        for row in self.text.wrap(console, max(1, options.max_width - len(self.indent))):
            row.rstrip()
            yield Text(self.indent if row.plain else "").append_text(row)


def passage_blocks(number: int, passage: Passage) -> list[Block]:
    """Lays out a passage under its number."""
    citation = passage.citation
    heading = Text(f"[{number}] ", style="bold")
    heading.append(one_line(citation.outlet), style="bold cyan").append(f", {day(citation.published)}")
    for words in flags(citation):
        heading.append(f" ({one_line(words)})", style="yellow")
    under = [
        Text(one_line(citation.title) or "No headline", style="italic"),
        _quote(passage),
        Text(_source(citation), style="dim", overflow="fold"),
    ]
    if citation.url:
        address = one_line(citation.url)
        # A link of the terminal's own can be clicked even where the address is too long for one line.
        under.append(Text(address, style=Style(dim=True, link=address), overflow="fold"))
    if passage.also_in:
        copies = "; ".join(f"{copy.outlet}, {day(copy.published)}" for copy in passage.also_in)
        under.append(Text(one_line(f"Also in: {copies} (same text)"), style="dim"))
    return [Block(Text()), Block(heading), *(Block(text, INDENT) for text in under)]


def _quote(passage: Passage) -> Text:
    quote = Text(printable(passage.text), overflow="fold")
    for mark in passage.highlights:
        quote.stylize("bold", mark.start - passage.citation.start, mark.end - passage.citation.start)
    return quote


def _source(citation: Citation) -> str:
    known = (" and ".join(citation.authors), _place(citation), citation.source)
    return one_line("; ".join(part for part in known if part))


def _place(citation: Citation) -> str:
    page = f", page {citation.page}" if citation.page else ""
    return f"{citation.article_id}{page}, characters {citation.start}–{citation.end}"


def _explained(answer: Answer, passage: Passage) -> Iterator["Block"]:
    return (Block(Text(one_line(reason), style="green"), INDENT) for reason in _reasons(answer, passage))


def _reasons(answer: Answer, passage: Passage) -> Iterator[str]:
    why = explain(answer.question, passage)
    by_words = f"number {why.words_rank} by words" if why.words_rank else "not found by words"
    by_meaning = f"number {why.meaning_rank} by meaning" if why.meaning_rank else "not found by meaning"
    yield f"Found as {by_words}, {by_meaning}."
    if why.words:
        yield f"Has of the question: {', '.join(why.words)}."
    if why.missing:
        yield f"Has not: {', '.join(why.missing)}."
    if why.phrases:
        yield f"Preferred, as it holds the quoted words: {', '.join(why.phrases)}."
    if names := (*([passage.citation.outlet] if why.outlet else []), *why.authors):
        yield f"Preferred, as the question names {' and '.join(names)}."
    if why.periods:
        yield f"Preferred, as it was published in the time named: {', '.join(why.periods)}."
    if why.told:
        yield f"Preferred, as it tells of the time named: {', '.join(why.told)}."
    if why.order and answer.question.order:
        newer = "newer" if answer.question.order.newest else "older"
        yield f"Preferred the {newer} it is, as the question asks for that: {why.order}."


def render_comparison(comparison: Comparison) -> RenderableType:
    """Lays a comparison out for `rich.console.Console.print`.

    Args:
        comparison: What each outlet says to a question.

    Returns:
        The coverage, the figures side by side, one row per outlet, who has no match, and the timeline.
    """
    answer = comparison.answer
    parts: list[RenderableType] = [
        Text(one_line(comparison_opening(comparison)), style="bold" if answer.found else "bold yellow")
    ]
    if words := understood(answer.question):
        parts.append(Text(one_line(words), style="dim"))
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


def _figures(figures: FigureGroup) -> Table:
    title = f"Figures given. {figures.heading}: {figures_line(figures)}"
    table = _table(one_line(title), "Figure", "Outlet", "Quote")
    for group in figures.groups:
        for quote in group:
            table.add_row(Text(one_line(quote.highlights[0].text), style="bold"), _outlet(quote), _sentence(quote))
        table.add_section()
    return table


def _rows(rows: tuple[OutletRow, ...]) -> Table:
    table = _table("What each outlet says", "Outlet", "Match", "Best sentence")
    for row in rows:
        table.add_row(_outlet(row.quote), Text(matching_words(row.matching, row.articles)), _sentence(row.quote))
        table.add_section()
    return table


def _outlet(passage: Passage) -> Text:
    citation = passage.citation
    held = "".join(f"\n{words}" for words in embargo(citation))
    return Text.assemble((one_line(citation.outlet), "cyan"), "\n", (day(citation.published), "dim"), (held, "yellow"))


def _sentence(passage: Passage) -> Text:
    citation = passage.citation
    quote = Text(printable(passage.text))
    for mark in passage.highlights:
        if mark.end - mark.start < len(passage.text):
            quote.stylize("bold", mark.start - citation.start, mark.end - citation.start)
    return quote.append("\n").append(one_line(f"{citation.title or 'No headline'}; {_place(citation)}"), style="dim")


def _without(comparison: Comparison) -> Iterator[Text]:
    if comparison.without:
        yield Text()
    for one in comparison.without[:_NAMED_WITHOUT]:
        yield Text(one_line(f"{without_line(one)}."), style="dim")
    more = comparison.without[_NAMED_WITHOUT:]
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
