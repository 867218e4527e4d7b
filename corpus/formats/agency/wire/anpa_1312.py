"""Wire copy as ANPA 1312 lays it out: two lines of codes, lines that begin with "^", and a text that is set in."""

import re
from collections.abc import Iterator
from itertools import takewhile

from corpus.formats.agency.notes import without_notes
from corpus.formats.agency.wire.closing import without_closing
from corpus.formats.agency.wire.houses import credited
from corpus.formats.agency.wire.message import edition, embargo_in, messages, unwrapped, without_version
from corpus.formats.documents import Layout, Record

# "z6715-----", "W2346asian": service and number
_SERIAL = re.compile(r"[A-Za-z](?P<number>\d{4})[A-Za-z -]{0,12}")
# "r z BC-BKN--Heat-Hawks 1stLd-Writethru   02-20 0500": priority, subject, slug, day, words
_CODES = re.compile(
    r"[a-z]\s{1,3}[a-z]\s{0,4}(?P<slug>(?:BC|AM|PM|AP)-\S.{0,60}?)\s{1,6}(?P<month>\d{1,2})-(?P<day>\d{1,2})(?:\s{1,3}\d{0,5})?",
    re.IGNORECASE,
)
_FOR_EDITORS = re.compile(
    r"\W{0,2}(?:eds?[:.,]|editors?[:,]|editors? note|note to|with (?:ap )?photos?|bc-"
    r"|(?:ap|afp) (?:photo|graphic|video)s?\b)",
    re.IGNORECASE,
)
_HEAD_LINES = 12
_BY = re.compile(r"by\s\S", re.IGNORECASE)


def _fits(head: str) -> bool:
    lines = head.split("\n")[:40]
    return any(_begins(lines, number) for number in range(len(lines)))


def _records(text: str) -> Iterator[Record | str]:
    return (_read(lines, before) for lines, before in messages(text, _begins))


ANPA_1312 = Layout("wire copy", _fits, _records)


def _begins(lines: list[str], number: int) -> bool:
    if not _SERIAL.fullmatch(lines[number].strip()):
        return False
    following = next(filter(str.strip, lines[number + 1 : number + 3]), "")
    return bool(_CODES.fullmatch(following.strip()))


def _read(lines: list[str], before: list[str]) -> Record | str:
    serial = _SERIAL.fullmatch(lines[0].strip())
    first = next(number for number, line in enumerate(lines[1:], start=1) if line.strip())
    codes = _CODES.fullmatch(lines[first].strip())
    head, rest = _split(lines[first + 1 :])
    closed = without_closing(rest)
    sent = closed.stamp.sent if closed.stamp else None
    slug = (
        re.split(r", ?(?=\d|\d\w{2}\b)", head[0])[0]
        if head and head[0].startswith("BC-")
        else codes["slug"]
        if codes
        else ""
    )
    others = [line for line in head[1:] if line]
    by = [line for line in others if _BY.match(line)]
    title = next((line for line in others if line not in by and not _FOR_EDITORS.match(line)), "")
    shown = {title, *by}
    title, version = without_version(title)
    embargo_line, embargo = embargo_in([*head, *closed.lines[:6]])
    body = [line for line in closed.lines if not embargo_line or line.strip() != embargo_line]
    kept = without_notes("\n".join(body))
    text = unwrapped(kept.text.split("\n"))
    house = closed.stamp.house if closed.stamp else ""
    clock = None if closed.stamp and closed.stamp.local else sent
    held = edition(
        house or "ap", slug, serial["number"] if serial else "", clock, [title or slug, *text.split("\n\n")[:4]]
    )
    if not text and not (held and held.withdraws):
        return f"holds no text under its lines of codes ({lines[0].strip()})"
    fields: dict[str, object] = {
        "outlet": next(filter(None, map(credited, text.split("\n\n")[:4])), house),
        "title": title,
        "published": sent.date() if sent else None,
        "authors": [line.rstrip("=") for line in by],
        "slug": slug,
        "embargo": embargo,
        "edition": held,
    }
    beside = [
        *before,
        lines[0],
        lines[first],
        *(line for line in head if line not in shown),
        version,
        embargo_line,
        *kept.dropped,
        *closed.dropped,
    ]
    return Record(fields, text, tuple(filter(None, (line.strip() for line in beside))))


def _split(lines: list[str]) -> tuple[list[str], list[str]]:
    """Returns the lines above the text, without their marks, and the others.

    They begin with "^"; where that was lost, the text alone is set in.
    """
    start = next((number for number, line in enumerate(lines) if line.strip()), len(lines))
    head = list(takewhile(lambda line: line.startswith("^"), lines[start:]))
    if not head and lines[start : start + 1] and lines[start].startswith("BC-"):
        head = list(takewhile(lambda line: line.strip() and not line[0].isspace(), lines[start : start + _HEAD_LINES]))
    return [line.strip("^ ").rstrip("<=+ ") for line in head], lines[start + len(head) :]
