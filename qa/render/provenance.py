"""How what is handed on came about: what was asked, of which articles, when; in words, cells and plain data."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from importlib.metadata import version

from index.generation import Holdings
from qa.question import Question
from qa.render.markdown import shown
from qa.render.plain import one_line
from qa.render.remarks import remarks
from qa.render.wording import counted, day

HEADING = "How this came about"


@dataclass(frozen=True, slots=True)
class Searched:
    """One search.

    Attributes:
        asked: The user's own words.
        understood: What was understood of them beside the words, and what the filters left, in words.
        articles: How many articles were searched.
    """

    asked: str
    understood: str
    articles: int


@dataclass(frozen=True, slots=True)
class Provenance:
    """How what is handed on came about.

    Attributes:
        searches: What was searched for, in the order of what is handed on.
        made: When it was made, with its zone.
        built: When the index that it was made from was made, with its zone.
        articles: How many articles the index held.
        outlets: Of how many outlets they were.
        version: The version of Dateline.
    """

    searches: tuple[Searched, ...]
    made: datetime
    built: datetime
    articles: int
    outlets: int
    version: str = version("dateline")


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
