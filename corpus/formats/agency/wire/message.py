"""What wire copy has in common, however it is laid out: when it was sent, what it takes back, what is for editors."""

import re
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from datetime import datetime, timedelta, timezone
from itertools import pairwise

from corpus.article import Edition
from corpus.metadata.printed.days import read_printed_day
from corpus.metadata.times import in_utc
from corpus.text.date_words import PRINTED_MONTHS, one_of

# What stands between the parts of a message on the line; files often have lost them.
_LINE_CONTROLS = bytes.maketrans(b"\x01\x02\x03\x04\x11\x12\x13\x14\x16\x17\x1f", b"\n\n\n\n    \n\n ")
_STARTS = (b"\x01", b"\x16\x01", b"\x16\x16\x01")

_ZONES = {"GMT": 0, "UTC": 0, "MEZ": 1, "CET": 1, "BST": 1, "MESZ": 2, "CEST": 2, "EST": -5, "EDT": -4}
_ZONE = "|".join(_ZONES)
_SHORT = {
    "ene": 1, "gen": 1, "fév": 2, "mrz": 3, "mär": 3, "avr": 4, "abr": 4, "mag": 5,
    "giu": 6, "lug": 7, "juil": 7, "aoû": 8, "ago": 8, "set": 9, "okt": 10, "ott": 10,
    "out": 10, "dez": 12, "déc": 12, "dic": 12,
}  # fmt: skip
_MONTHS = PRINTED_MONTHS | _SHORT
SENT = re.compile(
    rf"(?P<day>\d\d)(?P<hour>\d\d)(?P<minute>\d\d)(?:\s(?P<zone>{_ZONE}))?\s(?P<month>{one_of(_MONTHS)})\.?"
    r"\s(?P<year>\d{2}(?:\d{2})?)",
    re.IGNORECASE,
)
_KILLED = re.compile(
    r"\bKILL(?:\W+KILL)+\b|\bMANDATORY KILL\b|\bKILL MANDATORY\b|\b(?:STORY|ITEM) (?:IS )?WITHDRAWN\b|^WITHDRAWN\b"
    r"|^KILL\b"
)
_IS_MANDATORY = re.compile(r"\ba kill is mandatory\b|\bplease kill (?:the )?(?:story|item)\b", re.IGNORECASE)
_NAMED = re.compile(
    r"\bkill (?:the )?(?:story|item|report)\s+(?:(?P<slug>[\w./-]{3,60}),\s)?"
    r"(?:[A-Za-z]{1,6}[ -]?)??0*(?P<number>\d{2,5})\b",
    re.IGNORECASE,
)
_SLUG_CLUTTER = re.compile(r"^(?:(?:bc|am|pm|ap)-)?(?:[a-z]{2,3}--)?|/$")
_EMBARGO = re.compile(
    r"\W{0,3}(?:(?:achtung|attention|caution)\W{1,3})?(?:embargo(?:ed)?|sperrfrist)\b.{2,160}", re.IGNORECASE
)
_CLOCK = re.compile(
    rf"\b(?P<hour>[01]?\d|2[0-3])[:.h]?(?P<minute>[0-5]\d)\s?(?P<word>uhr\b|hrs?\b)?\s?(?:(?P<zone>{_ZONE})\b)?",
    re.IGNORECASE,
)
# "UPDATE 2-Council shelves plan", "3RD LEAD Council ...", "Rat verschiebt Plan (Zus 2)": which version it is
_VERSION = re.compile(
    r"(?:(?:RPT|REFILE|CORRECTED|(?:UPDATE|WRAPUP|LEAD) ?\d{1,2}) ?-\s?|(?:LEAD|UPDATE)(?: \d{1,2})?: "
    r"|\d{1,2}(?:ST|ND|RD|TH) (?:LEAD|UPDATE|NET)[ :-]{1,3}){1,3}"
)
_VERSION_BEHIND = re.compile(
    r"\s\((?:zus|zusammenfassung|zusf|neu|aktualisiert|update|lead)\b[^()]{0,20}\)$", re.IGNORECASE
)
# "REFILE", "1ST LEAD", "(Achtung)": what kind of message it is
_NOTICE = re.compile(
    r"\(.{1,60}\)|(?:\d{1,2}\s?(?:st|nd|rd|th|\.)?\s)?(?:lead|net|roundup|update|refile|repetition|correction|corrected|repeat|urgent"
    r"|advisory|eilmeldung|eil|zusammenfassung|berichtigung|wiederholung|achtung)\b[\s\d:.)]*",
    re.IGNORECASE,
)
_LIST_MARK = re.compile(r"[-*•–]\s|#")
_COLUMNS = re.compile(r"\S(?:\s{3,}|\t)\S")


def without_line_controls(data: bytes) -> bytes:
    """Returns the bytes of a file with line ends for the controls of a line to printers, where it has any."""
    return data.translate(_LINE_CONTROLS) if data.lstrip()[:3].startswith(_STARTS) else data


def messages(text: str, begins: Callable[[list[str], int], bool]) -> Iterator[tuple[list[str], list[str]]]:
    """Gives the lines of each message of a file, and the filled lines above the first with that one.

    Args:
        text: The file.
        begins: Says whether a message begins in a line of some lines, by its number.
    """
    lines = text.split("\n")
    starts = [number for number in range(len(lines)) if begins(lines, number)]
    before = [line for line in lines[: starts[0] if starts else 0] if line.strip()]
    for start, end in pairwise([*starts, len(lines)]):
        yield lines[start:end], before
        before = []


def moment(match: re.Match[str]) -> datetime | None:
    """Reads when a message was sent, from a match of a pattern with the groups of `SENT`."""
    parts = match.groupdict()
    zone = timezone(timedelta(hours=_ZONES.get((parts.get("zone") or "GMT").upper(), 0)))
    with suppress(ValueError):
        year = int(parts["year"]) + (2000 if int(parts["year"]) < 70 else 1900) * (len(parts["year"]) == 2)
        month = _MONTHS.get(parts["month"].casefold()) or int(parts["month"])
        return datetime(year, month, int(parts["day"]), int(parts["hour"]), int(parts["minute"]), tzinfo=zone)
    return None


def is_notice(line: str) -> bool:
    """Says whether a line above a text only says what kind of message it is."""
    return bool(_NOTICE.fullmatch(line))


def without_version(headline: str) -> tuple[str, str]:
    """Returns a headline without the words that only say which version of a story it heads, and these words."""
    before = _VERSION.match(headline)
    behind = _VERSION_BEHIND.search(headline)
    start, end = before.end() if before else 0, behind.start() if behind else len(headline)
    if not headline[start:end].strip():
        return headline, ""
    return headline[start:end].strip(), " ".join(f"{headline[:start]} {headline[end:]}".split())


def edition(provider: str, slug: str, number: str, sent: datetime | None, words: Sequence[str]) -> Edition | None:
    """Returns which message of which story a text is, so that a later one can take it back.

    Args:
        provider: Who sends it, as the wire names it.
        slug: Its slug.
        number: Number of the message.
        sent: When it was sent.
        words: Its headline, and its first paragraphs.
    """
    headline, *paragraphs = words or [""]
    withdraws = bool(_KILLED.search(headline) or any(_IS_MANDATORY.search(words) for words in paragraphs))
    named = next(filter(None, map(_NAMED.search, words)), None) if withdraws else None
    if named and named["slug"]:
        slug = named["slug"]
    if not slug:
        return None if not withdraws else Edition("a story that it does not name", withdraws=True, certain=False)
    counted = (named["number"] if named else "") if withdraws else number
    return Edition(
        item=" ".join(filter(None, (provider.lower(), _SLUG_CLUTTER.sub("", slug.lower().strip())))),
        version=int(counted) if counted.isdigit() else None,
        created=in_utc(sent) if sent else "",
        withdraws=withdraws,
        certain=False,
    )


def embargo_in(lines: Sequence[str]) -> tuple[str, object]:
    """Finds the line that asks for an embargo.

    Returns:
        The line, and the time until which it holds, or the line once more where that cannot be read; two empty texts
        where there is none.
    """
    line = next((line.strip() for line in lines if _EMBARGO.fullmatch(line.strip())), "")
    if not line:
        return "", ""
    day = read_printed_day(line)
    clock = next((match for match in _CLOCK.finditer(line) if match["zone"] or match["word"]), None)
    if day is None or clock is None:
        return line, line
    zone = clock["zone"] and timezone(timedelta(hours=_ZONES[clock["zone"].upper()]))
    return line, datetime(day.year, day.month, day.day, int(clock["hour"]), int(clock["minute"]), tzinfo=zone or None)


def unwrapped(lines: Sequence[str]) -> str:
    """Returns paragraphs, an empty line between, of lines that a printer's width has broken."""
    paragraphs: list[list[str]] = [[]]
    for line in lines:
        words = line.strip()
        begins = line[:1] in (" ", "\t") or bool(_LIST_MARK.match(words) or _COLUMNS.search(words))
        if not words or begins:
            paragraphs.append([])
        if words:
            paragraphs[-1].append(words)
    return "\n\n".join(" ".join(paragraph) for paragraph in paragraphs if paragraph)
