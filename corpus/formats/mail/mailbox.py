"""Mailboxes (mbox): the mails in one file, in all the forms in which programs write it."""

import re
from collections.abc import Iterator

from corpus.formats.archives.archive import Member

_MOST_MAILS = 50_000
_LONGEST_HEAD = 200_000  # bytes
_EMPTY_LINES = re.compile(rb"[\r\n]*")
_LINE = re.compile(rb"From ([^\n]{0,500})(?:\n|\Z)")
_TIME = re.compile(rb"\d\d?:\d\d")
_SENDER = re.compile(rb"-?\s*|[^\s@]{1,200}@[^\s@]{1,200}\s*")
_FIELD = re.compile(rb">?[!-9;-~]{1,76}:[^\n]*(?:\n|\Z)(?:[ \t]+[^\n]*(?:\n|\Z))*")
_LENGTH = re.compile(rb"^Content-Length:[ \t]*(\d{1,12})[ \t]*\r?$", re.IGNORECASE | re.MULTILINE)
_DELETED = re.compile(rb"^X-Mozilla-Status:[ \t]*[0-9a-f]{3}[89a-f][ \t]*\r?$", re.IGNORECASE | re.MULTILINE)
_HEAD_END = re.compile(rb"\n\r?\n")
_QUOTED = re.compile(rb"^>(?=>*From )", re.MULTILINE)


def is_mailbox(head: bytes) -> bool:
    """Says whether a file begins as a mailbox does.

    Args:
        head: Its first bytes.
    """
    return _is_separator(head, _first_line(head))


def mails_of(data: bytes) -> Iterator[Member]:
    """Returns the mails of a mailbox, one after the other; each is copied when it is asked for.

    What stands above the first separator is given too: it is a mail without one, or is named as none.
    """
    start = _first_line(data)
    if not _is_separator(data, start):
        start = _next_separator(data, start)
    number = 0
    if above := data[:start].strip():
        number = 1
        yield Member("mail 1", above, suffix=".eml")
    while start < len(data):
        number += 1
        if number > _MOST_MAILS:
            yield Member("", problem=f"only the first {_MOST_MAILS:,} mails are read; split the mailbox")
            return
        end = _next_separator(data, start)
        head_end = _HEAD_END.search(data, start, min(end, start + _LONGEST_HEAD))
        head = data[start : head_end.start() + 1] if head_end else b""
        counted = _counted_end(data, head, head_end.end()) if head_end else 0
        mail = data[data.find(b"\n", start) + 1 : counted or end]
        start = counted or end
        if _DELETED.search(head):
            why = "was deleted in Thunderbird; compact its folder there to take it out of the file"
            yield Member(f"mail {number}", problem=why)
        else:
            yield Member(f"mail {number}", mail if counted else _QUOTED.sub(b"", mail), suffix=".eml")


def _first_line(data: bytes) -> int:
    found = _EMPTY_LINES.match(data)
    return found.end() if found else 0


def _next_separator(data: bytes, place: int) -> int:
    """Returns where the next separator after a place begins, or the end of the data."""
    while (place := data.find(b"\nFrom ", place) + 1) > 0:
        if _is_separator(data, place):
            return place
    return len(data)


def _is_separator(data: bytes, place: int) -> bool:
    """Says whether the line at a place separates two mails; writers may have left "From " in the prose as it was.

    The head of a mail must follow: one field where the line has a time, two where it has none (Thunderbird writes
    "From " alone).
    """
    line = _LINE.match(data, place)
    if line is None:
        return False
    field = _FIELD.match(data, line.end())
    if _TIME.search(line[1]):
        return field is not None or line.end() == len(data)
    return field is not None and _SENDER.fullmatch(line[1]) is not None and _ends_or_goes_on(data, field.end())


def _ends_or_goes_on(data: bytes, place: int) -> bool:
    return data[place : place + 2].strip() == b"" or _FIELD.match(data, place) is not None


def _counted_end(data: bytes, head: bytes, body: int) -> int:
    """Returns where a mail ends by its own count of bytes; 0 where it has none, or no mail begins there.

    Programs that count leave "From " in the text as it is; but mails also bring counts along that say nothing here.
    """
    length = _LENGTH.search(head)
    end = body + int(length[1]) if length else len(data) + 1
    if end > len(data):
        return 0
    rest = _EMPTY_LINES.match(data, end)
    begins = rest.end() if rest else end
    is_there = begins == len(data) or (data[begins - 1 : begins] == b"\n" and _is_separator(data, begins))
    return begins if is_there else 0
