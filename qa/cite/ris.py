"""Sources as RIS, which every reference manager reads: a field a line, so no text of an article has a line break."""

from collections.abc import Iterable, Iterator
from datetime import date

from qa.cite.entry import Entry, of_each_article
from qa.cite.names import Name
from qa.render.plain import one_line


def to_ris(entries: Iterable[Entry], came_about: str) -> str:
    """Writes sources as RIS, one record for each article.

    Args:
        entries: The sources.
        came_about: How they were gathered, in one line; every record says so, as the form has no other place for it.
    """
    records = (_record(entry, came_about) for entry in of_each_article(entries))
    return "\r\n".join(line for record in records for line in (*record, ""))


def _record(entry: Entry, came_about: str) -> Iterator[str]:
    published = entry.citation.published
    fields = (
        ("TY", "NEWS"),
        *(("AU", _person(name)) for name in entry.names),
        ("TI", entry.title),
        ("T2", entry.outlet),
        ("PY", str(published.year) if published else ""),
        ("DA", _day(published) if published else ""),
        ("UR", entry.url),
        ("Y2", _day(entry.accessed) if entry.url else ""),
        *(("N1", note) for note in (*entry.notes, *entry.remarks, came_about)),
    )
    yield from (f"{tag}  - {one_line(value)}" for tag, value in fields if value)
    yield "ER  - "


def _person(name: Name) -> str:
    if not name.family:
        return name.whole
    return ", ".join(filter(None, (name.family, name.given, name.suffix)))


def _day(day: date) -> str:
    return f"{day:%Y/%m/%d}"
