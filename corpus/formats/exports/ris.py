"""References in the RIS format, as databases and reference managers write them."""

import re
from collections.abc import Iterator

from corpus.formats.documents import Layout, Record
from corpus.formats.exports.surnames import author_names
from corpus.text.word_count import count_words

_TAG = re.compile(r"([A-Z][A-Z0-9]) {1,2}- ?(.*)")
_BEGIN, _END = "TY", "ER"
# The first that a reference has counts; which tag holds what differs from program to program.
_FIELDS = {
    "title": ("TI", "T1", "CT"),
    "outlet": ("JF", "JO", "T2", "JA", "J2"),
    "published": ("DA", "Y1", "PY"),
    "url": ("UR", "L2"),
    "article_id": ("AN", "ID"),
}
_AUTHORS = ("AU", "A1")
_TEXTS = ("FT", "N2", "AB")
_TEXT_WORDS = 300  # fewer are an abstract
_YEAR_FIRST = re.compile(r"(\d{4})/(\d{1,2})/(\d{1,2})\b.*")


def _fits(head: str) -> bool:
    first = next((line for line in head.lstrip("\ufeff").split("\n") if line.strip()), "")
    match = _TAG.match(first)
    return bool(match and match[1] == _BEGIN)


def _records(text: str) -> Iterator[Record | str]:
    lines: list[tuple[str, str]] = []
    for line in text.replace("\r\n", "\n").split("\n"):
        match = _TAG.match(line)
        if match and match[1] == _BEGIN and lines:
            yield _read(lines)
            lines = []
        if match and match[1] != _END:
            lines.append((match[1], match[2].strip()))
        elif lines and line.strip() and not match:
            lines.append(("", line.strip()))  # a long value goes on
    if lines:
        yield _read(lines)


def _read(lines: list[tuple[str, str]]) -> Record | str:
    values: dict[str, list[str]] = {}
    tag = ""
    for name, value in lines:
        tag = name or tag
        if value:
            values.setdefault(tag, []).append(value)
    fields: dict[str, object] = {name: _first(values, tags) for name, tags in _FIELDS.items()}
    fields["published"] = _YEAR_FIRST.sub(r"\1-\2-\3", str(fields["published"]))
    fields["authors"] = author_names(";".join(name for tag in _AUTHORS for name in values.get(tag, ())))
    text = max(("\n".join(values.get(tag, ())) for tag in _TEXTS), key=len)
    if count_words(text) < _TEXT_WORDS and "FT" not in values:
        return (
            f'metadata only: the reference holds no full text of "{fields["title"] or "an article without headline"}"'
        )
    used = {*_AUTHORS, *_TEXTS, *(tag for tags in _FIELDS.values() for tag in tags)}
    left = (f"{tag}: {value}" for tag, entries in values.items() if tag not in used for value in entries)
    return Record({name: value for name, value in fields.items() if value}, text, tuple(left))


def _first(values: dict[str, list[str]], tags: tuple[str, ...]) -> str:
    return next((values[tag][0] for tag in tags if tag in values), "")


RIS = Layout("RIS", _fits, _records)
