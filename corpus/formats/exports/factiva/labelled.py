"""Factiva as text with labels, each before its value."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from corpus.formats.documents import Record
from corpus.formats.exports.factiva.fields import (
    ACCESSION,
    CODE_LABELS,
    DAY,
    LABELS,
    LAST_LINE,
    SOURCE_CODE,
    TEXT_LABELS,
    TIME,
    WORD_COUNT,
    join_lines,
    record_of,
)
from corpus.formats.exports.factiva.unlabelled import has_documents, unlabelled

LABEL_STARTS = frozenset(label[:2] for label in LABELS)  # of the lines that may hold one
# What stands between a label and its value: the same in all of a file, by the program that made it a text.
_GAPS = {"cell": r"\s*\|\s*", "tab": r"[ \xa0]*\t\s*", "wide": r"[ \xa0]{2,}", "narrow": "[ \xa0]", "line": "$"}
_LABELLED = {gap: re.compile(rf"({'|'.join(LABELS)})(?:{pattern})(.*)", re.DOTALL) for gap, pattern in _GAPS.items()}
_MOSTLY_THERE = frozenset("HD WC PD SN SC LA CY LP TD AN".split())
_FEWEST_LABELS = 4
# With one blank after it, a label may be a word: what its value must look like, and in which order they come.
_SHAPES = {"WC": WORD_COUNT, "PD": DAY, "ET": TIME, "SC": SOURCE_CODE, "AN": LAST_LINE} | dict.fromkeys(
    ("CO", "IN", "NS", "RE"), re.compile(r"\w{2,20} :.*")
)
_WORDS_TOO = frozenset("CX ART CT DE RIC RST FDS".split())
_ORDER = {label: place for place, label in enumerate(LABELS)}


def gap_of(lines: Sequence[str]) -> str:
    """Returns what stands between labels and values; empty where a file has no labels."""
    labels, sure = defaultdict[str, set[str]](set), set[str]()
    for row, line in enumerate(lines):
        if line[:2] not in LABEL_STARTS:
            continue
        for gap, pattern in _LABELLED.items():
            if match := pattern.fullmatch(line):
                label = match[1]
                value = match[2] or next((later for later in lines[row + 1 : row + 3] if later), "")
                labels[gap].add(label)
                if label in ("WC", "PD", "AN") and _SHAPES[label].fullmatch(value.strip(" |")):
                    sure.add(gap)
                break
    known = {gap: len(labels[gap] & _MOSTLY_THERE) for gap in sure}
    gap = max(known, key=known.__getitem__, default="")
    return gap if known.get(gap, 0) >= _FEWEST_LABELS else ""


def labelled(lines: Sequence[str], gap: str) -> Iterator[Record | str]:
    """Yields the documents of a file whose labels and values stand so far apart."""
    fields: dict[str, list[str]] = {}
    other: list[str] = []
    last = ""
    for line in lines:
        match = _LABELLED[gap].fullmatch(line)
        if match and (gap != "narrow" or _is_label(match[1], match[2], last)):
            if "AN" in fields or (match[1] in fields and match[1] not in CODE_LABELS):
                yield from _documents_of(fields, other)
                fields, other = {}, []
            last = match[1]
            fields.setdefault(last, []).append(match[2])
        else:
            (fields[last] if fields else other).append(line)
    if fields:
        yield from _documents_of(fields, other)


def _is_label(label: str, value: str, last: str) -> bool:
    in_order = last in ("", "AN") or _ORDER[label] > _ORDER[last]
    shape = _SHAPES.get(label)
    looks = shape.fullmatch(value) is not None if shape else label not in _WORDS_TOO
    return in_order and looks


def _documents_of(fields: dict[str, list[str]], above: list[str]) -> Iterator[Record | str]:
    """Yields a document, and those without labels that a file joined from two exports has above or below it."""
    below: list[str] = []
    if "AN" in fields:  # the last of a document; what follows stands between it and the next
        row = next((row for row, line in enumerate(fields["AN"]) if ACCESSION.search(line)), 0)
        below = fields["AN"][row + 1 :]
        fields["AN"] = fields["AN"][: row + 1]
    other: list[str] = []
    if has_documents(above):
        yield from unlabelled(above)
    else:
        other += above
    joined = has_documents(below)
    yield _of_fields(fields, other if joined else [*other, *below])
    if joined:
        yield from unlabelled(below)


def _of_fields(fields: dict[str, list[str]], other: Sequence[str]) -> Record | str:
    values = {label: "\n".join(lines).strip().removesuffix("|").strip() for label, lines in fields.items()}
    texts = {label: join_lines(values[label].split("\n")) for label in TEXT_LABELS if label in values}
    return record_of(values | texts, [line for line in other if line.strip(" |")])
