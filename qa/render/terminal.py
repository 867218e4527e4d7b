"""An answer for the terminal: readable at any width and without colour, and safe whatever an article contains."""

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.text import Text

from qa.answer import Answer
from qa.passage import Citation, Passage
from qa.render.plain import counted, day, lead, line, printable, silent_outlets, understood

_INDENT = (0, 0, 0, 4)
_NAMED_OUTLETS = 8  # more names than this say less than their number


def render_answer(answer: Answer) -> RenderableType:
    """Lays an answer out for `rich.console.Console.print`.

    Args:
        answer: What the articles say to a question.

    Returns:
        The lead line, each passage with its citation, and the outlets that no passage comes from.
    """
    parts: list[RenderableType] = [Text(lead(answer), style="bold" if answer.found else "bold yellow")]
    if remarks := understood(answer):
        parts.append(Text("; ".join(remarks), style="dim"))
    for number, passage in enumerate(answer.passages, start=1):
        parts += [Text(), *_passage(number, passage)]
    if silent := silent_outlets(answer):
        parts += [Text(), Text(f"No passage from {_names(silent)}.", style="dim")]
    return Group(*parts)


def _passage(number: int, passage: Passage) -> list[RenderableType]:
    citation = passage.citation
    heading = Text(f"[{number}] ", style="bold")
    heading.append(line(citation.outlet), style="bold cyan").append(f", {day(citation.published)}")
    for flag in citation.flags:
        heading.append(f" ({line(flag)})", style="yellow")
    parts: list[RenderableType] = [
        heading,
        Padding(Text(line(citation.title) or "headline unknown", style="italic"), _INDENT),
        Padding(_quote(passage), _INDENT),
        Padding(Text(_source(citation), style="dim", overflow="fold"), _INDENT),
    ]
    if passage.also_in:
        copies = ", ".join(f"{line(copy.outlet)} ({day(copy.published)})" for copy in passage.also_in)
        parts.append(Padding(Text(f"The same text in: {copies}", style="dim"), _INDENT))
    return parts


def _quote(passage: Passage) -> Text:
    quote = Text(printable(passage.text), overflow="fold")
    for mark in passage.highlights:
        quote.stylize("bold", mark.start - passage.citation.start, mark.end - passage.citation.start)
    return quote


def _source(citation: Citation) -> str:
    place = f"{citation.article_id}, characters {citation.start}–{citation.end}"
    known = (" and ".join(citation.authors), place, citation.source, citation.url)
    return line("; ".join(part for part in known if part))


def _names(outlets: list[str]) -> str:
    if len(outlets) <= _NAMED_OUTLETS:
        return ", ".join(outlets)
    return f"{', '.join(outlets[:_NAMED_OUTLETS])} and {counted(len(outlets) - _NAMED_OUTLETS, 'more outlet')}"
