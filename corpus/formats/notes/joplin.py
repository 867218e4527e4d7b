"""Joplin's raw exports: a note in Markdown with its fields in lines below."""

import re

from corpus.formats.documents import Record

_FIELDS = re.compile(r"(?:\A|\n\n)id: [0-9a-f]{32}\n(?P<rest>(?:[a-z_]{2,40}:[^\n]*\n){1,60})type_: (?P<type>\d+)\s*\Z")
_NOTE = "1"  # others are notebooks, tags, attached files
_TAIL = 100_000  # characters in which the fields must lie


def read_joplin(text: str) -> Record | str | None:
    """Reads a file as Joplin writes it.

    Args:
        text: The whole file.

    Returns:
        The note; why it is none; or None where the file is not Joplin's.
    """
    start = text.rfind("\nid: ", -_TAIL) if not text.startswith("id: ") else 0
    found = _FIELDS.search(text, max(start - 1, 0)) if start >= 0 else None
    if found is None:
        return None
    if found["type"] != _NOTE:
        return "is a notebook, tag or attached file of Joplin, not a note"
    lines = [line.partition(":")[::2] for line in found["rest"].strip().split("\n")]
    said = {name: value.strip() for name, value in lines}
    title, _, body = text[: found.start()].partition("\n")
    if not body.strip():
        return "is a note without text"
    fields = {"title": title, "url": said.get("source_url", ""), "authors": said.get("author", "")}
    return Record(fields, body, dropped=tuple(found.group().strip().split("\n")))
