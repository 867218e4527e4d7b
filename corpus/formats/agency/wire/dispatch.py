"""Dispatches as newsrooms copy them out of the systems of AFP, ANSA, AP, EFE and Reuters: a text between marks."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from corpus.formats.agency.notes import without_notes
from corpus.formats.agency.wire.closing import Stamp, stamp_in, without_closing, without_signature
from corpus.formats.agency.wire.houses import credited
from corpus.formats.agency.wire.message import edition, embargo_in, is_notice, moment, unwrapped, without_version
from corpus.formats.documents import Layout, Record
from corpus.text.date_words import PRINTED_MONTHS, one_of

# The line with which a message begins; only a wire's own copy has it.
_FRAME = re.compile(r"ZCZC.{0,20}")
_AFP = re.compile(r"[A-Z]{3}\d{3,4} [1-8] [A-Z]{1,3} \d{3,5} .{0,40}?/(?P<house>AFP)\b.{0,60}")
_EFE = re.compile(
    r"[A-Z]{1,3}\d{3,5}\s{1,8}[A-Z]{2,4}\s{1,12}(?P<day>\d\d)/(?P<month>\d\d)/(?P<year>\d{4})\s{1,8}(?P<hour>\d\d):(?P<minute>\d\d)"
)
_AP = re.compile(
    r"(?P<slug>(?:AP|BC|AM|PM)-[^\s,-][^,]{1,60}),(?: ?\d{1,2}(?:st|nd|rd|th) ?(?:Ld|Add)\b[^,]{0,30},?)?"
    r"(?: ?(?:KILL|WITHHOLD|ADVISORY|CORRECTIVE|\d{1,5}))?",
)
_BEGINS = (_FRAME, _AFP, _EFE)
# Other lines above the text.
_CLOCK = re.compile(
    rf"(?P<day>\d\d?)-(?P<month>{one_of(PRINTED_MONTHS)})-(?P<year>\d{{4}}) (?P<hour>\d\d):(?P<minute>\d\d)(?::\d\d)?",
    re.IGNORECASE,
)
_ROUTING = re.compile(r"(?=.*[\d_])[A-Z0-9_/-]{1,24}(?: [A-Z0-9_/-]{1,24}){0,8}")
_BY = re.compile(r"\(?(?i:by|von|par|por|di)[:\s] ?(?P<names>[^\W\d_][^.:;?!()]{2,80})\)?")
_AND = re.compile(r" (?:et|e|y|und|and) ")
_HOUSE = re.compile(r"(?:The )?Associated Press|AP(?: \w{2,12}){0,3} Writers?|Reuters|AFP|EFE|ANSA", re.IGNORECASE)
_FOR_EDITORS = re.compile(r"(?:eds?|editors?|note to editors|attention)\s?[:.].{0,400}", re.IGNORECASE)
_CHANGES = re.compile(
    r"\((?:adds?|updates?|recasts?|corrects?|writes|repeats|new throughout|refiles?)\b.{0,300}\)", re.IGNORECASE
)
_POINT = re.compile(r"[*•-] \S")
_HEADLINE_MARK = re.compile(r">\s?(?:ANSA[-A-Z]{0,20}/\s?)?")
_TOP_LINES = 40


@dataclass(slots=True)
class _Top:
    """What stands above the text of a message."""

    slug: str = ""
    headline: list[str] = field(default_factory=list)
    authors: list[str] = field(default_factory=list)
    points: list[str] = field(default_factory=list)
    dropped: list[str] = field(default_factory=list)
    stamp: Stamp | None = None
    length: int = 0


def _fits(head: str) -> bool:
    """Says whether a file is the wire's own: a newspaper that prints a dispatch keeps its credit, not its marks."""
    lines = [line.strip().lstrip("^").rstrip("< ") for line in head.split("\n") if line.strip()]
    first = lines[0] if lines else ""
    stamps = {stamp.house for stamp in map(stamp_in, lines) if stamp}
    if _AP.fullmatch(first):
        return "AP" in stamps
    if not any(credited(line) for line in lines):
        return False
    framed = bool(_FRAME.fullmatch(first)) and any(line.endswith("NNNN") for line in lines)
    return framed or bool(_AFP.fullmatch(first) or _EFE.fullmatch(first)) or "Reuters" in stamps


def _records(text: str) -> Iterator[Record | str]:
    lines = text.split("\n")
    starts = list(_starts(lines))
    for start, end in zip(starts, [*starts[1:], len(lines)], strict=True):
        yield _read(lines[start:end])


DISPATCH = Layout("wire copy", _fits, _records, reach=200_000)


def _starts(lines: Sequence[str]) -> Iterator[int]:
    """Gives the rows in which messages begin: at a line that begins one, and below the last line of another."""
    framed = ended = True
    for row, line in enumerate(lines):
        words = line.strip().lstrip("^").rstrip("< ")
        if not words:
            continue
        ends = words.endswith("NNNN") or stamp_in(words) is not None
        begins = any(pattern.fullmatch(words) for pattern in _BEGINS)
        if (ended and not ends) or (begins and not framed):
            yield row
        ended, framed = ends, bool(_FRAME.fullmatch(words))


def _read(lines: list[str]) -> Record | str:
    closed = without_closing(lines)
    top = _read_top(closed.lines)
    embargo_line, embargo = embargo_in([*top.dropped, *closed.lines[top.length : top.length + 8]])
    rest = [line for line in closed.lines[top.length :] if not embargo_line or line.strip() != embargo_line]
    kept = without_notes("\n".join(rest))
    text, signature = without_signature("\n\n".join(filter(None, (*top.points, unwrapped(kept.text.split("\n"))))))
    stamp = closed.stamp or top.stamp
    paragraphs = text.split("\n\n")
    house = next(filter(None, map(credited, paragraphs[:12])), stamp.house if stamp else "")
    headline, version = without_version(" ".join(top.headline))
    sent = stamp.sent if stamp else None
    held = edition(
        house, top.slug, "", None if stamp and stamp.local else sent, [" ".join(top.headline), *paragraphs[:4]]
    )
    if not text and not (held and held.withdraws):
        return f"holds no text between the marks of a wire ({next(filter(None, map(str.strip, lines)), '')[:60]})"
    fields: dict[str, object] = {
        "outlet": house,
        "title": headline,
        "published": sent.date() if sent else None,
        "authors": top.authors,
        "slug": top.slug,
        "embargo": embargo,
        "edition": held,
    }
    beside = (*top.dropped, version, embargo_line, *kept.dropped, *signature, *closed.dropped)
    return Record(fields, text, tuple(dict.fromkeys(filter(None, map(str.strip, beside)))))


def _read_top(lines: Sequence[str]) -> _Top:
    """Reads the lines down to the one that the text begins with: the place, the day and the credit."""
    top = _Top()
    begins = next((row for row in range(min(len(lines), _TOP_LINES)) if _is_dateline(lines, row)), None)
    done = False  # whether an empty line stands below the headline
    for row, line in enumerate(lines[:_TOP_LINES]):
        words = line.strip().lstrip("^").rstrip("<=+ ")
        if row == begins or (begins is None and done and words and not _take(words, _Top())):
            break
        top.length = row + 1
        if not words:
            done = bool(top.headline)
        elif not _take(words, top):
            if done and top.headline:
                top.slug, top.headline = top.slug or " ".join(top.headline), []
            top.headline.append(words)
            done = False
    return _with_headline(top)


def _take(words: str, top: _Top) -> bool:
    """Takes a line that is no headline; returns whether it is none."""
    if (match := _EFE.fullmatch(words) or _CLOCK.fullmatch(words)) is not None:
        top.stamp = Stamp("", moment(match), local=True)
    elif (match := _AP.fullmatch(words)) is not None:
        top.slug = match["slug"]
    elif (match := _BY.fullmatch(words)) is not None and match["names"][0].isupper():
        top.authors += _AND.split(match["names"])
    elif _POINT.match(words):
        top.points.append(words)
        return True
    elif not (
        any(pattern.fullmatch(words) for pattern in (_FRAME, _AFP, _HOUSE, _FOR_EDITORS, _CHANGES, _ROUTING))
        or is_notice(words)
    ):
        return False
    top.dropped.append(words)
    return True


def _is_dateline(lines: Sequence[str], row: int) -> bool:
    """Says whether a text begins in a row; where the line is short, its credit may stand in the next."""
    line, following = lines[row], lines[row + 1] if row + 1 < len(lines) else ""
    if credited(line):
        return True
    first = line[:1].isspace() or not row or not lines[row - 1].strip()
    return bool(first and line.strip() and following[:1].strip() and credited(f"{line.strip()} {following.strip()}"))


def _with_headline(top: _Top) -> _Top:
    """Leaves out of the lines of the headline those in capitals above it, and the mark before it."""
    while len(top.headline) > 1 and top.headline[0].isupper() and not top.headline[-1].isupper():
        top.dropped.append(top.headline.pop(0))
    if marked := next((row for row, line in enumerate(top.headline) if line.startswith(">")), None):
        top.dropped += top.headline[:marked]
        del top.headline[:marked]
    top.headline = [_HEADLINE_MARK.sub("", line, count=1) for line in top.headline]
    return top
