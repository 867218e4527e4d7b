"""How what is handed on came about, in words, as Markdown, as cells of a table and as plain data."""

from collections.abc import Iterable
from datetime import datetime

from index.generation import Holdings
from qa.provenance import Provenance, Searched
from qa.question import Question
from qa.render.markdown import shown
from qa.render.plain import one_line
from qa.render.remarks import remarks
from qa.render.wording import counted, day

HEADING = "How this came about"
COLUMNS = ("understood", "articles_searched", "made", "dateline", "index_made")


def searched(question: Question, articles: int) -> Searched:
    """Says what was searched for.

    Args:
        question: The question as understood.
        articles: How many articles its filters leave.
    """
    return Searched(question.asked, "; ".join(remark.words for remark in remarks(question)), articles)


def provenance(holdings: Holdings, searches: Iterable[Searched] = ()) -> Provenance:
    """Says how what is made now came about.

    Args:
        holdings: What the index holds.
        searches: What was searched for.
    """
    return Provenance(
        searches=tuple(searches),
        made=datetime.now().astimezone(),
        built=holdings.built,
        articles=holdings.articles,
        outlets=len(holdings.outlets),
    )


def provenance_lines(given: Provenance) -> tuple[str, ...]:
    """Returns the same in sentences: one for each search, each once, and one for the whole."""
    return (*dict.fromkeys(map(_search_line, given.searches)), _whole_line(given))


def provenance_to_markdown(given: Provenance) -> str:
    """Returns the same as the last section of a Markdown file."""
    return "\n".join([f"## {HEADING}", "", *(f"- {shown(line)}" for line in provenance_lines(given))]) + "\n"


def provenance_to_dict(given: Provenance) -> dict[str, object]:
    """Lays the same out as values that `json.dumps` writes."""
    return {
        "searches": [
            {"asked": one.asked, "understood": one.understood, "articles_searched": one.articles}
            for one in given.searches
        ],
        "made": given.made.isoformat(timespec="seconds"),
        "dateline": given.version,
        "index": {
            "made": given.built.isoformat(timespec="seconds"),
            "articles": given.articles,
            "outlets": given.outlets,
        },
    }


def cells(given: Provenance, search: Searched | None) -> list[object]:
    """Returns what a row of a table says of it, under `COLUMNS`.

    Args:
        given: How the table came about.
        search: How the row did; None where nothing was searched for.
    """
    found = [search.understood, search.articles] if search else ["", ""]
    made, built = (one.isoformat(timespec="seconds") for one in (given.made, given.built))
    return [*found, made, given.version, built]


def moment(when: datetime) -> str:
    """Returns a moment as a reader writes it, such as ``"1 December 2026, 09:05 UTC+01:00"``."""
    zone = when.isoformat()[-6:] if when.utcoffset() else ""
    return f"{day(when.date())}, {when:%H:%M} UTC{zone}"


def _search_line(search: Searched) -> str:
    understood = f" understood as {search.understood};" if search.understood else ""
    return one_line(f"“{search.asked}”:{understood} {counted(search.articles, 'article')} searched.")


def _whole_line(given: Provenance) -> str:
    held = f"{counted(given.articles, 'article')} from {counted(given.outlets, 'outlet')}"
    return f"Dateline {given.version}, {moment(given.made)}. The index was made {moment(given.built)}, of {held}."
