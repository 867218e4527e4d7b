"""Wire copy as IPTC 7901 lays it out: a line of codes, a slug, a headline that ends in "=", the text, its time."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from corpus.formats.agency.notes import without_notes
from corpus.formats.agency.wire.closing import without_closing
from corpus.formats.agency.wire.houses import credited, house_of
from corpus.formats.agency.wire.message import (
    SENT,
    edition,
    embargo_in,
    is_notice,
    messages,
    unwrapped,
    without_version,
)
from corpus.formats.documents import Layout, Record

# "eca062 4 i 211 ccccb   qna 061": service and number, priority, subject, words, routing, agency and its number
_HEADER = re.compile(
    r"(?P<service>[A-Za-z]{2,5})(?P<serial>\d{3,5}) (?P<priority>[1-8]) (?P<subject>[A-Za-z]{1,4}) {1,3}\d{1,5}"
    r"(?:\s{1,6}(?P<rest>\S.{0,80}))?"
)
_AGENCY = re.compile(r"(?:.{0,60}\s)?(?P<agency>[A-Za-z][\w-]{1,14})\s(?P<number>\d{2,5})(?:\s\S{1,12})?")
_SLUG = re.compile(r"\S[^=]{0,100}/|[^\s=]{3,80}")
_BY = re.compile(r"(?:by|von|par|por|di)[:\s]\s?\S", re.IGNORECASE)
_FRAME = re.compile(r"(?:ZCZC|NNNN)\b.{0,20}")  # where a teleprinter's message begins and ends
_HEADLINE_LINES = 12
_SLUG_WORDS = 60  # characters
_OTHER_WIRE = 40  # lines that may stand above the first header


@dataclass(frozen=True, slots=True)
class _Top:
    """What stands above the text of a message."""

    slug: str
    headline: str
    authors: tuple[str, ...]
    dropped: tuple[str, ...]
    length: int  # lines


def _fits(head: str) -> bool:
    lines = head.split("\n")[:_OTHER_WIRE]
    return any(_is_header(lines, number) and _has_headline(lines[number + 1 :]) for number in range(len(lines)))


def _has_headline(lines: list[str]) -> bool:
    return _headline_end(lines) >= 0


def _headline_end(lines: list[str]) -> int:
    """Returns the row that ends in "=", soon below the line of codes; -1 where none does."""
    filled = [row for row, line in enumerate(lines[: 3 * _HEADLINE_LINES]) if line.strip()][:_HEADLINE_LINES]
    return next((row for row in filled if lines[row].rstrip().endswith("=")), -1)


def _records(text: str) -> Iterator[Record | str]:
    return (_read(lines[0].strip(), lines[1:], before) for lines, before in messages(text, _is_header))


IPTC_7901 = Layout("wire copy", _fits, _records)


def _is_header(lines: list[str], number: int) -> bool:
    """Says whether a message begins in a line: codes, below nothing, an empty line or the end of another message."""
    if not _HEADER.fullmatch(lines[number].strip()):
        return False
    above = lines[number - 1].strip() if number else ""
    return not above or bool(SENT.fullmatch(above) or _FRAME.fullmatch(above))


def _read(header: str, lines: list[str], before: list[str]) -> Record | str:
    codes = _HEADER.fullmatch(header)
    agency = _AGENCY.fullmatch((codes["rest"] or "").strip()) if codes else None
    house = agency["agency"] if agency else ""
    top = _read_top(lines)
    body = without_closing(lines[top.length :], house)
    sent = body.stamp.sent if body.stamp else None
    embargo_line, embargo = embargo_in([*top.dropped, *body.lines[:8]])
    kept = without_notes("\n".join(line for line in body.lines if not embargo_line or line.strip() != embargo_line))
    signed = without_closing(kept.text.split("\n"), house)
    text = unwrapped(signed.lines)
    number = agency["number"] if agency else codes["serial"] if codes else ""
    words = [top.headline, *text.split("\n\n")[:4]]
    held = edition(house, top.slug, number, sent, words)
    if not text and not (held and held.withdraws):
        return f"holds no text under its line of codes ({header})"
    title, version = without_version(top.headline)
    outlet = next(filter(None, map(credited, words[1:])), house_of(house))
    fields: dict[str, object] = {
        "outlet": outlet,
        "title": title,
        # Of a wire that is not known, nobody knows whether "Feb 26" is a month and a year.
        "published": sent.date() if sent and outlet else None,
        "authors": list(top.authors),
        "slug": top.slug.rstrip("/"),
        "embargo": embargo,
        "edition": held,
    }
    beside = [
        *before,
        header,
        *top.dropped,
        version,
        *[embargo_line] * (embargo_line not in top.dropped),
        *signed.dropped,
        *kept.dropped,
        *body.dropped,
    ]
    return Record(fields, text, tuple(filter(None, (line.strip() for line in beside))))


def _read_top(lines: list[str]) -> _Top:
    """Reads the lines down to the one that ends in "="."""
    end = _headline_end(lines)
    shown = [line.strip() for line in lines[: end + 1]]
    shown = [*shown[:-1], shown[-1].rstrip("= ").rstrip("' ")] if shown else []
    slug = _take_slug(shown)
    by = [line for line in shown if _BY.match(line)]
    dropped = [line for line in shown if line not in by and (is_notice(line) or line == f"{slug}:")]
    headline = [line for line in shown if line and line not in by and line not in dropped]
    return _Top(slug, " ".join(headline), tuple(_named(line) for line in by), tuple(dropped), end + 1)


def _take_slug(shown: list[str]) -> str:
    """Takes the slug from the lines above a text: one that has its marks, or that stands alone above an empty line."""
    while shown and not shown[0]:
        shown.pop(0)
    filled = sum(map(bool, shown))
    if filled > 1 and (_SLUG.fullmatch(shown[0]) or (len(shown) > 2 and not shown[1] and len(shown[0]) < _SLUG_WORDS)):
        return shown.pop(0)
    return ""


def _named(line: str) -> str:
    """Returns a line that names authors without the house that they write for."""
    names, comma, house = line.rpartition(", ")
    return names if comma and (house.startswith("The ") or len(house) < 5) else line
