"""An answer or a comparison as Markdown, to keep or to pass on: every quotation with its full source."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import pairwise
from urllib.parse import quote

from qa.answer import Answer
from qa.compare import Comparison, FigureGroup
from qa.listing import Listing, Where
from qa.passage import Citation, Passage
from qa.render.listing import IN_ANY_FORM, lead_line, more_lines, outlets_line, shown_line, silent_line, sought_words
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
from qa.render.wording import (
    alike_lines,
    counted,
    day,
    embargo,
    figures_line,
    flags,
    matching_words,
    nearest_heading,
    report_words,
    without_line,
    wordings,
)

# What Markdown (CommonMark and GitHub's tables, strikethrough and mathematics) gives a meaning to, anywhere or at the
# start of a line.
_ANYWHERE = re.compile(r"([\\`*_\[\]<>&~|$])")
_URL_CHARACTERS = "%:/?#[]@!$&'()*+,;=~"
_AT_LINE_START = re.compile(r"^(\d{1,9}(?=[.)])|(?=[#+\-=:]))")


def answer_to_markdown(answer: Answer) -> str:
    """Writes an answer as Markdown in which nothing of an article can act as markup.

    Args:
        answer: What the articles say to a question.

    Returns:
        The question, each passage that matches as a block quotation with the answering sentences in bold, and its
        source in full; below them, under a heading of its own and without numbers, the nearest material.
    """
    blocks = [f"# {shown(answer.question.asked)}", *_said(answer), *map(shown, opening(answer))]
    if words := understood(answer.question):
        blocks.append(shown(words))
    if answer.listing:
        blocks += _listing(answer.listing)
    for number, passage in enumerate(answer.quoted, start=1):
        blocks += [_heading(number, passage.citation), quotation(passage), source(passage)]
    if answer.found and (silent := silent_outlets(answer)):
        blocks.append(shown(f"No passage of this answer is from {', '.join(silent)}."))
    if answer.nearest:
        blocks.append(f"## {nearest_heading(answer)}")
    for passage in answer.nearest:
        blocks += [f"### {_of(passage.citation)}", quotation(replace(passage, highlights=())), source(passage)]
    return "\n\n".join(blocks) + "\n"


def _said(answer: Answer) -> Iterator[str]:
    for _, statement, lines in statements(answer):
        yield from map(shown, lines)
        if statement:
            yield from (quotation(statement.quote), source(statement.quote))
    if answer.said:
        yield COMPARED


def listing_to_markdown(listing: Listing) -> str:
    """Writes a list of articles as Markdown in which nothing of an article can act as markup.

    Args:
        listing: The list, with a page of its rows.
    """
    words = sought_words(listing.sought) if listing.inquiry.words else "All articles"
    blocks = [f"# {shown(words)}", *(shown(line) for line in (lead_line(listing), *more_lines(listing)))]
    return "\n\n".join([*blocks, *_listing(listing)]) + "\n"


def _listing(listing: Listing) -> Iterator[str]:
    yield from (shown(line) for line in (outlets_line(listing), silent_line(listing), shown_line(listing)) if line)
    for number, row in enumerate(listing.rows, start=listing.start):
        if number == listing.in_forms_from:
            yield IN_ANY_FORM
        alone = " (in the headline alone)" if row.where is Where.HEADLINE else ""
        yield f"{_heading(number + 1, row.quote.citation)}{alone}"
        yield quotation(row.quote)
        yield source(row.quote)


def shown(text: str) -> str:
    """Returns one line that Markdown shows as it is."""
    return _AT_LINE_START.sub(r"\1\\", _escape(one_line(text)))


def _escape(text: str) -> str:
    return _ANYWHERE.sub(r"\\\1", text)


def _heading(number: int, citation: Citation) -> str:
    return f"## {number}. {_of(citation)}"


def _of(citation: Citation) -> str:
    return f"{shown(citation.outlet)}, {day(citation.published)}{_marks(flags(citation))}"


def _marks(words: Iterable[str]) -> str:
    return "".join(f" ({shown(mark)})" for mark in words)


def quotation(passage: Passage) -> str:
    """Quotes line by line: a paragraph in Markdown ends its emphasis, and a second line would lose its break."""
    text, offset = printable(passage.text), passage.citation.start
    marks = [(mark.start - offset, mark.end - offset) for mark in passage.highlights]
    rows = []
    for row in re.finditer(r"[^\n]*\S[^\n]*", text):
        cuts = {row.start(), row.end(), *(min(max(cut, row.start()), row.end()) for mark in marks for cut in mark)}
        pieces = [
            _piece(text[start:end], bold=any(mark[0] <= start and end <= mark[1] for mark in marks))
            for start, end in pairwise(sorted(cuts))
        ]
        rows.append("> " + _AT_LINE_START.sub(r"\1\\", "".join(pieces).strip()))
    return "\n>\n".join(rows)


def _piece(text: str, *, bold: bool) -> str:
    words = text.strip()
    if not words:
        return text
    return text.replace(words, f"**{_escape(words)}**" if bold else _escape(words))


def source(passage: Passage) -> str:
    """Returns the source of a quotation in full."""
    citation = passage.citation
    copies = ", ".join(f"{copy.outlet}, {day(copy.published)}" for copy in passage.also_in)
    known = (
        shown(f"“{citation.title}”" if citation.title else "No headline"),
        shown(" and ".join(citation.authors)),
        address(citation.url) if citation.url else "",
        f"page {citation.page}" if citation.page else "",
        shown(f"file {citation.source}"),
        shown(f"also in {copies} (same text)") if copies else "",
    )
    return "Source: " + "; ".join(part for part in known if part)


def address(url: str) -> str:
    """Returns an address as a link in which nothing can act as markup."""
    return f"<{quote(url, safe=_URL_CHARACTERS)}>"


def comparison_to_markdown(comparison: Comparison) -> str:
    """Writes a comparison as Markdown in which nothing of an article can act as markup.

    Args:
        comparison: What each outlet says to a question.
    """
    blocks = [f"# {shown(comparison.answer.question.asked)}", "What each outlet says."]
    blocks.append(shown(comparison_opening(comparison)))
    if words := understood(comparison.answer.question):
        blocks.append(shown(words))
    blocks += _figures(comparison.figures)
    blocks += map(shown, alike_lines(comparison))
    for row in comparison.rows:
        about = f"{day(row.quote.citation.published)}, {matching_words(row.matching, row.articles)}"
        about += _marks(embargo(row.quote.citation))
        blocks += [f"## {shown(row.outlet)}, {about}", quotation(row.quote), source(row.quote)]
    if comparison.without:
        blocks += ["## Outlets without a match", _listed(without_line(one) for one in comparison.without)]
    if comparison.timeline or comparison.undated:
        blocks += ["## Timeline", _listed(_timeline(comparison))]
    return "\n\n".join(blocks) + "\n"


def _figures(figures: tuple[FigureGroup, ...]) -> Iterator[str]:
    if figures:
        yield "## Figures given"
    for given in figures:
        yield f"### {shown(given.heading)}"
        yield shown(figures_line(given))
        for group in given.groups:
            yield f"**{shown(wordings(group))}** ({counted(len(group), 'outlet')})"
            for figure in group:
                citation = figure.citation
                yield f"{shown(citation.outlet)}, {day(citation.published)}{_marks(embargo(citation))}:"
                yield quotation(figure)
                yield source(figure)


def _timeline(comparison: Comparison) -> Iterator[str]:
    for report in (*comparison.timeline, *comparison.undated):
        yield f"{day(report.citation.published)}: {report_words(report, comparison)}"


def _listed(lines: Iterator[str]) -> str:
    return "\n".join(f"- {shown(line)}" for line in lines)
