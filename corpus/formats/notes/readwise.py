"""Readwise's exports in Markdown: what a reader marked in an article, and sometimes the whole article."""

import re
from collections.abc import Mapping

from corpus.formats.documents import Record

# "## Metadata" and its list, in whatever depth; the first label is one that every such list has.
_HEAD = re.compile(
    r"^#{1,4} +Metadata[ \t]*\n+(?=(?:- [A-Z][\w ]{1,20}:[^\n]*\n+){0,3}- (?:Full Title|Category):)", re.M
)
_NEXT_HEAD = re.compile(r"^#", re.M)
_FIELD = re.compile(r"^- (?P<label>[A-Z][\w ]{1,20}):[ \t]*(?P<value>[^\n]*)", re.M)
_DOCUMENT = re.compile(r"^#{1,4} +Full Document[ \t]*$", re.M)
_MARKED = re.compile(r"^#{1,4} +(?:New )?[Hh]ighlights\b[^\n]*$", re.M)
_LINK_BACK = "readwise.io/"  # in each marked passage, to its place in the document
_ELSEWHERE = re.compile(r"\s*\[\[[^\[\]\n]*\]\]\s*")
_LINK = re.compile(r"(?:\[\[|<)(?P<words>[^\[\]<>\n]*)(?:\]\]|>)")
_NAMES: Mapping[str, str] = {
    "full title": "title", "title": "title", "author": "authors", "url": "url", "published": "published",
    "published date": "published", "publish date": "published",
}  # fmt: skip
_SITE = re.compile(r"[\w-]+(?:\.[\w-]+)*\.[a-z]{2,12}", re.IGNORECASE)  # Readwise takes one for an author


def read_readwise(text: str) -> Record | str | None:
    """Reads a file as Readwise writes it.

    Args:
        text: The Markdown, without front matter.

    Returns:
        The article; why there is none; or None where the file is not Readwise's.
    """
    head = _HEAD.search(text[:20_000])
    if head is None:
        return None
    lines = _NEXT_HEAD.split(text[head.end() :], maxsplit=1)[0]
    fields = _read_fields(lines)
    document = _DOCUMENT.search(text, head.end())
    body, marked = _split(text[document.end() :]) if document else ("", "")
    if not body.strip() or _ELSEWHERE.fullmatch(body):
        return "holds what Readwise marked in an article, not the article; export the full documents, or save the page"
    return Record(
        fields, body, dropped=tuple(line for line in (*lines.split("\n"), *marked.split("\n")) if line.strip())
    )


def _read_fields(lines: str) -> dict[str, object]:
    fields: dict[str, object] = {}
    for match in _FIELD.finditer(lines):
        name = _NAMES.get(match["label"].lower())
        value = _LINK.sub(r"\g<words>", match["value"].strip())
        if name and not (name == "authors" and _SITE.fullmatch(value)):
            fields.setdefault(name, value)
    return fields


def _split(text: str) -> tuple[str, str]:
    """Splits the document from the passages marked in it, which follow it and link back."""
    headings = [*_MARKED.finditer(text)]
    ends = [*(heading.start() for heading in headings[1:]), len(text)]
    for heading, end in zip(headings, ends, strict=False):
        if _LINK_BACK in text[heading.end() : end]:  # else a list of the article's own
            return text[: heading.start()], text[heading.start() :]
    return text, ""
