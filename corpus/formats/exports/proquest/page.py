"""Exports of ProQuest as pages and as mails in HTML."""

import re
from collections.abc import Iterator
from itertools import count

from corpus.formats.documents import Layout, Record
from corpus.formats.exports.proquest.text import RULE, fits, read_records
from corpus.web.blocks import text_of

_DOCUMENT = re.compile(r"<a\s[^>]{0,200}\bname=[\"']?DocID_[^>]{1,200}>", re.IGNORECASE)


def _fits(head: str) -> bool:
    return "proquest" in head.lower() and (bool(_DOCUMENT.search(head)) or fits(_text(head)))


def _records(page: str) -> Iterator[Record | str]:
    return read_records(_text(page))


def _text(page: str) -> str:
    """Returns the text of a page, the documents numbered as in a text file: their anchors tell them apart."""
    total = len(_DOCUMENT.findall(page))
    number = count(1)
    marked = _DOCUMENT.sub(lambda match: f"<p>{RULE}</p><p>Document {next(number)} of {total}</p>{match[0]}", page)
    return text_of(marked)


PROQUEST_PAGE = Layout("ProQuest", _fits, _records)
