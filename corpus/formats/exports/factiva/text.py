"""Factiva as text: each field with its label, or none, where their order tells them."""

from collections.abc import Iterator

from corpus.formats.documents import Layout, Record
from corpus.formats.exports.factiva.labelled import LABEL_STARTS, gap_of, labelled
from corpus.formats.exports.factiva.unlabelled import has_documents, unlabelled


def _fits(head: str) -> bool:
    lines = [line.strip() for line in head.split("\n")]
    # Asked of every text, and most have not a line that could be a label or a day.
    if not any(line[:1].isdigit() or line[:2] in LABEL_STARTS or line[-4:].isdigit() for line in lines):
        return False
    return bool(gap_of(lines)) or has_documents(lines)


def _records(text: str) -> Iterator[Record | str]:
    lines = [line.strip() for line in text.split("\n")]
    gap = gap_of(lines)
    return labelled(lines, gap) if gap else unlabelled(lines)


FACTIVA_TEXT = Layout("Factiva", _fits, _records)
