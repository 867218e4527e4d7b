"""What people type into the fields of an article, read as corpus.toml will be."""

from collections.abc import Mapping
from dataclasses import dataclass

from corpus.corrections.statements import Value
from corpus.errors import BadCorrection
from corpus.metadata.dates import read_day
from corpus.metadata.record import read_metadata
from corpus.text import clean_line

LONGEST = 500  # characters of a field
KEYS: Mapping[str, str] = {  # of an entry in corpus.toml -> fields of `corpus.article.Article`
    "outlet": "outlet",
    "date": "published",
    "title": "title",
    "authors": "authors",
}
_WHAT: Mapping[str, str] = {"outlet": "name of an outlet", "title": "headline"}
_SHOWN = 40  # characters of what cannot be used


@dataclass(frozen=True, slots=True)
class Typed:
    """The fields of an article as somebody typed them; an empty one takes back what corpus.toml says of it.

    Attributes:
        outlet: Its outlet.
        date: The day of its publication.
        title: Its headline.
        authors: Who wrote it, with commas between.
    """

    outlet: str = ""
    date: str = ""
    title: str = ""
    authors: str = ""


def read_typed(typed: Typed, date_order: str = "") -> dict[str, Value | None]:
    """Reads what somebody typed.

    Args:
        typed: The fields.
        date_order: ``"DMY"``, ``"MDY"`` or empty, for dates such as 03/04/2026.

    Returns:
        Keys of an ``[[article]]`` of corpus.toml -> values; None takes one back.

    Raises:
        BadCorrection: Some cannot be used.
    """
    lines = {name: clean_line(getattr(typed, name)) for name in KEYS}
    reasons = {
        name: f"has {len(line):,} characters; the limit is {LONGEST}"
        for name, line in lines.items()
        if len(line) > LONGEST
    }
    values: dict[str, Value | None] = dict.fromkeys(lines)
    for name in (name for name, line in lines.items() if line and name not in reasons):
        try:
            values[name] = _read(name, lines[name], date_order)
        except ValueError as error:
            reasons[name] = str(error)
    if reasons:
        raise BadCorrection({name: f"“{_cut(lines[name])}” {reason}." for name, reason in reasons.items()})
    return values


def _read(name: str, line: str, date_order: str) -> Value:
    if name == "date":
        return read_day(line, date_order)
    said = read_metadata({name: line}, "")
    if name == "authors":
        if not said.authors:
            raise ValueError("names nobody; write the names, with commas between")
        return said.authors
    if not getattr(said, name):
        raise ValueError(f"is no {_WHAT[name]}")
    return line


def _cut(line: str) -> str:
    return line if len(line) <= _SHOWN else f"{line[:_SHOWN]}…"
