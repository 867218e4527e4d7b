"""All that somebody says, for the terminal, as Markdown, as CSV and as plain data."""

from rich.console import Group, RenderableType
from rich.text import Text

from qa.quote.sayings import Saying, Sayings
from qa.render import provenance as came_about
from qa.render.csv import table
from qa.render.json import citation_to_dict
from qa.render.markdown import shown, source
from qa.render.plain import one_line, printable
from qa.render.provenance import Provenance
from qa.render.terminal import INDENT, Block
from qa.render.wording import counted, source_line

_COLUMNS = (
    "speaker", "quotation", "direct", "outlet", "headline", "date", "authors", "url", "page", "article_id", "file",
    "start", "end", "also_in", *came_about.COLUMNS,
)  # fmt: skip


def opening_line(found: Sayings) -> str:
    """Says how much was found: "3 quotations of Boris Ahl in 2 articles; 5 articles name him or her."."""
    about = f" on {found.about}" if found.about else ""
    if not found.sayings:
        return f"No quotation of {found.speaker}{about}; {counted(found.articles, 'article')} with the name."
    holding = len({one.quote.citation.article_id for one in found.sayings})
    return (
        f"{counted(len(found.sayings), 'quotation')} of {found.speaker}{about} in {counted(holding, 'article')}; "
        f"{counted(found.articles, 'article')} with the name."
    )


def render_sayings(found: Sayings) -> RenderableType:
    """Lays quotations out for `rich.console.Console.print`: each with its speaker and its source."""
    blocks = [Block(Text(one_line(opening_line(found)), style="bold"))]
    for number, one in enumerate(found.sayings, start=1):
        heading = Text(f"[{number}] ", style="bold").append(one_line(_heading(one)), style="bold cyan")
        words = Text(printable(one.words.text), overflow="fold")
        blocks += [Block(Text()), Block(heading), Block(words, INDENT), Block(Text(_source(one), style="dim"), INDENT)]
    return Group(*blocks)


def sayings_to_markdown(found: Sayings) -> str:
    """Writes quotations as Markdown in which nothing of an article can act as markup."""
    blocks = [f"# {shown(opening_line(found))}"]
    for number, one in enumerate(found.sayings, start=1):
        blocks += [f"## {number}. {shown(_heading(one))}", f"> {shown(one.words.text)}", source(one.quote)]
    return "\n\n".join(blocks) + "\n"


def sayings_to_csv(found: Sayings, given: Provenance) -> str:
    """Writes quotations as CSV (RFC 4180), one a row; a cell that looks like a formula begins with an apostrophe.

    Args:
        found: The quotations.
        given: How they came about, with one search.
    """
    said = came_about.cells(given, given.searches[0])
    return table(_COLUMNS, ([*_row(one), *said] for one in found.sayings))


def sayings_to_dict(found: Sayings) -> dict[str, object]:
    """Lays quotations out as values that `json.dumps` writes; offsets are those of the article's text."""
    return {
        "speaker": found.speaker,
        "about": found.about,
        "articles": found.articles,
        "quotations": [
            {
                "speaker": one.speaker,
                "direct": one.direct,
                "text": one.words.text,
                **citation_to_dict(one.quote.citation),
                "start": one.words.start,
                "end": one.words.end,
                "context": {
                    "text": one.quote.text,
                    "start": one.quote.citation.start,
                    "end": one.quote.citation.end,
                },
                "also_in": [citation_to_dict(copy) for copy in one.quote.also_in],
            }
            for one in found.sayings
        ],
    }


def _heading(one: Saying) -> str:
    return f"{one.speaker}{'' if one.direct else ', reported'}"


def _source(one: Saying) -> str:
    place = f"characters {one.words.start}–{one.words.end}; {one.quote.citation.source}"
    copies = "".join(f"; also in {copy.outlet}" for copy in one.quote.also_in)
    return one_line(f"{source_line(one.quote.citation)}; {place}{copies}")


def _row(one: Saying) -> list[object]:
    citation = one.quote.citation
    return [
        one.speaker,
        one.words.text,
        "yes" if one.direct else "no",
        citation.outlet,
        citation.title,
        citation.published or "",
        "; ".join(citation.authors),
        citation.url or "",
        citation.page or "",
        citation.article_id,
        citation.source,
        one.words.start,
        one.words.end,
        "; ".join(f"{copy.outlet} ({copy.article_id})" for copy in one.quote.also_in),
    ]
