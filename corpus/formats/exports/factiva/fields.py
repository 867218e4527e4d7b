"""Factiva: what the fields of its documents mean, in whatever form they are exported."""

import re
from collections.abc import Mapping, Sequence
from itertools import groupby

from corpus.formats.documents import Record

# Each field's label, as the help of Factiva names them, in the order in which documents have them.
HEAD_LABELS = tuple("CLM SE HD BY CR WC PD ET SN SC NGC GC ED PG VOL LA CY".split())
TEXT_LABELS = tuple("LP TD CX".split())  # first paragraphs, the others, corrections
CODE_LABELS = tuple("ART CT RF CO IN NS RE RST FDS DE RIC IPC IPD PUB".split())
LABELS = (*HEAD_LABELS, *TEXT_LABELS, *CODE_LABELS, "AN")

ACCESSION = re.compile(r"[A-Za-z0-9_]{4,10}(?:19|20)\d{6}[a-z0-9]{7,10}")
# The line at the end of a document, "Document" in any language.
LAST_LINE = re.compile(rf"[^\W\d_]{{2,20}}\s{{1,4}}({ACCESSION.pattern})")
WORD_COUNT = re.compile(r"\d[\d., \u00a0\u202f]{0,9}\s?[^\W\d_]{1,12}")
DAY = re.compile(
    r"(?:\d{1,2}\.?\s(?:de\s)?[^\W\d_]{3,12}\.?(?:\sde)?\s\d{4}|[^\W\d_]{3,12}\s\d{1,2},\s\d{4}"
    r"|\d{4}\s?年\s?\d{1,2}\s?月\s?\d{1,2}\s?日)(?:,?\s\d{1,2}:\d{2}.{0,12})?"
)
TIME = re.compile(r"\d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?:\s?[APap][Mm])?(?:\s[A-Z]{2,5})?")
SOURCE_CODE = re.compile(r"[A-Z][A-Z0-9_]{0,11}")  # that of The Wall Street Journal is "J"

_TRAILER = re.compile(  # below the text of a newswire
    r"(?:^|\n)\(END\)[^\n]{0,80}(?:\n{1,2}[^\n]{0,12}\b\d{1,2}[-/., ][^\n]{1,30}\d{2}\s?[A-Z]{2,4})?\s*$"
)
_WRAPPED = range(40, 101)  # characters of a line that a program broke


def record_of(fields: Mapping[str, str], other: Sequence[str] = ()) -> Record | str:
    """Makes a record of the fields of a document, or says why it gives none.

    Args:
        fields: Label -> value; paragraphs of texts with an empty line between.
        other: Lines of the document that stand in no field.
    """
    values = [value for label in TEXT_LABELS if (value := fields.get(label, "").strip())]
    trailer = _TRAILER.search(values[-1]) if values else None
    if trailer:
        other = (*other, *trailer[0].split("\n"))
        values[-1] = values[-1][: trailer.start()].rstrip()
    text = "\n\n".join(filter(None, values))
    if not text:
        return "metadata only: the export holds no text of this document (fields LP and TD)"
    accession = ACCESSION.search(fields.get("AN", ""))
    used = {"HD", "BY", "PD", "SN", *TEXT_LABELS}
    left = [f"{label} {line}" for label, value in fields.items() if label not in used for line in _lines(value)]
    return Record(
        {
            "outlet": _line(fields.get("SN", "")),
            "title": _line(fields.get("HD", "")),
            "authors": _line(fields.get("BY", "")),
            "published": _line(fields.get("PD", "")),
            "id": accession[0] if accession else "",
        },
        text,
        (*(line.strip() for line in other if line.strip()), *left),
    )


def fields_of_lines(lines: Sequence[str]) -> dict[str, str]:
    """Tells the fields of a head without labels by their order: count of words, day, time, source, its code, the rest.

    Args:
        lines: The lines between headline or byline and text, none of them empty.
    """
    day = next((row for row, line in enumerate(lines) if DAY.fullmatch(line)), None)
    if day is None:
        return {"WC": "\n".join(lines)}
    fields, rest = {"WC": "\n".join(lines[:day]), "PD": lines[day]}, list(lines[day + 1 :])
    if rest and TIME.fullmatch(rest[0]):
        fields["ET"] = rest.pop(0)
    if rest:
        fields["SN"] = rest.pop(0)
    if rest and SOURCE_CODE.fullmatch(rest[0]):
        fields["SC"] = rest.pop(0)
    return fields | {"CY": "\n".join(rest)}


def join_lines(lines: Sequence[str]) -> str:
    """Joins the lines of a text, those of a paragraph that a program broke to one."""
    blocks = ([*group] for filled, group in groupby((line.strip() for line in lines), key=bool) if filled)
    return "\n\n".join((" " if _is_broken(block) else "\n").join(block) for block in blocks)


def _is_broken(lines: Sequence[str]) -> bool:
    return all(len(line) in _WRAPPED for line in lines[:-1]) and len(lines[-1]) <= _WRAPPED[-1]


def _lines(value: str) -> list[str]:
    return [line.strip() for line in value.split("\n") if line.strip()]


def _line(value: str) -> str:
    return " ".join(value.split())
