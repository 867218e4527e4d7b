"""Sources as CSL-JSON, which Zotero and most reference managers read."""

import json
from collections.abc import Iterable
from datetime import date

from qa.cite.entry import Entry, of_each_article
from qa.cite.names import Name


def to_csl(entries: Iterable[Entry], came_about: str) -> str:
    """Writes sources as CSL-JSON, one item for each article.

    Args:
        entries: The sources.
        came_about: How they were gathered, in one line; every item says so, as the form has no other place for it.
    """
    items = [_item(number, entry, came_about) for number, entry in enumerate(of_each_article(entries), start=1)]
    return json.dumps(items, ensure_ascii=False, indent=2) + "\n"


def _item(number: int, entry: Entry, came_about: str) -> dict[str, object]:
    published = entry.citation.published
    fields = {
        "id": f"dateline-{number}",
        "type": "article-newspaper",
        "title": entry.title,
        "author": [_person(name) for name in entry.names],
        "container-title": entry.outlet,
        "issued": _day(published) if published else None,
        "accessed": _day(entry.accessed) if entry.url else None,
        "URL": entry.url,
        "note": "\n".join((*entry.notes, *entry.remarks, came_about)),
    }
    return {name: value for name, value in fields.items() if value}


def _person(name: Name) -> dict[str, str]:
    if not name.family:
        return {"literal": name.whole}
    parts = {"family": name.family, "given": name.given, "suffix": name.suffix}
    return {part: value for part, value in parts.items() if value}


def _day(day: date) -> dict[str, list[list[int]]]:
    return {"date-parts": [[day.year, day.month, day.day]]}
