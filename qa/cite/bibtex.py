"""Sources as BibTeX in which nothing of an article can act as a command."""

import re
from collections.abc import Iterable
from itertools import chain

from qa.cite.entry import Entry, of_each_article
from qa.cite.names import Name
from qa.render.plain import one_line

_NAMED = {"\\": "backslash", "~": "asciitilde", "^": "asciicircum", "{": "braceleft", "}": "braceright"}
# A brace has a name, as BibTeX counts one behind a backslash like any other.
_ESCAPED = str.maketrans(
    {**{sign: f"\\text{name}{{}}" for sign, name in _NAMED.items()}, **{sign: f"\\{sign}" for sign in "%$&#_"}}
)
_AND = re.compile(r"\band\b", re.IGNORECASE)  # parts two names
_IN_ADDRESS = re.compile(r"[\\{}\"<>^`|\s]")


def to_bibtex(entries: Iterable[Entry], came_about: str) -> str:
    """Writes sources as BibTeX, one entry for each article.

    Args:
        entries: The sources.
        came_about: How they were gathered, in one line.
    """
    head = f"@comment{{{_escape(came_about.replace('@', '(at)'))}}}"  # there, too, a sign begins an entry
    written = (_entry(number, entry) for number, entry in enumerate(of_each_article(entries), start=1))
    return "\n\n".join(chain([head], written)) + "\n"


def _entry(number: int, entry: Entry) -> str:
    published = entry.citation.published
    fields = {
        "author": " and ".join(map(_person, entry.names)),
        "title": f"{{{_escape(entry.title)}}}" if entry.title else "",  # in braces it keeps its capitals
        "journal": _escape(entry.outlet),
        "entrysubtype": "newspaper",
        "date": published.isoformat() if published else "",
        "year": str(published.year) if published else "",
        "month": str(published.month) if published else "",
        "url": _IN_ADDRESS.sub(_percent, entry.url),
        "urldate": entry.accessed.isoformat() if entry.url else "",
        "note": _escape("; ".join((*entry.notes, *entry.remarks))),
    }
    lines = [f"  {name} = {{{value}}}" for name, value in fields.items() if value]
    return ",\n".join([f"@article{{dateline{number}", *lines]) + "\n}"


def _person(name: Name) -> str:
    if not name.family:
        return f"{{{_escape(name.whole)}}}"  # in braces it is no person's name, and "and" in it parts nothing
    return ", ".join(_part(part) for part in (name.family, name.suffix, name.given) if part)


def _part(words: str) -> str:
    return f"{{{_escape(words)}}}" if _AND.search(words) else _escape(words)


def _escape(text: str) -> str:
    return one_line(text).translate(_ESCAPED)


def _percent(sign: re.Match[str]) -> str:
    return "".join(f"%{byte:02X}" for byte in sign[0].encode())
