"""What stands under the text of an agency: that it ends, who wrote and edited it, and when it was sent."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from corpus.formats.agency.wire.houses import house_of
from corpus.formats.agency.wire.message import SENT, moment
from corpus.text.date_words import PRINTED_MONTHS, one_of

_END_OF_AP = re.compile(
    r"AP-\w{1,4}-(?P<month>\d\d)-(?P<day>\d\d)-(?P<year>\d\d)\s(?P<hour>\d\d)(?P<minute>\d\d)(?P<zone>GMT)?<?"
)
_END_OF_REUTERS = re.compile(
    rf".{{0,20}}?\b(?P<day>\d\d?) (?P<month>{one_of(PRINTED_MONTHS)}) (?P<year>\d{{4}}) (?P<hour>\d\d):(?P<minute>\d\d)"
    r"(?::\d\d)?\s?RTRS\b.{0,60}",
    re.IGNORECASE,
)
_END_OF_ANSA = re.compile(
    r"(?P<day>\d\d)-(?P<month>[A-Z]{3})-(?P<year>\d\d) (?P<hour>\d\d):(?P<minute>\d\d)(?:\sNNNN)?"
)
_END_OF_KYODO = re.compile(r"KWS-(?P<hour>\d\d):(?P<minute>\d\d)-(?P<day>\d\d)-(?P<month>\d\d)-(?P<year>\d\d)")
_END_OF_AFP = re.compile(rf"(?P<house>[A-Z][A-Za-z]{{1,7}})\s{SENT.pattern}", re.IGNORECASE)
_LINE, _SIGNATURE = 500, 60  # characters
_STAMPS = {"AP": _END_OF_AP, "Reuters": _END_OF_REUTERS, "ANSA": _END_OF_ANSA, "Kyodo": _END_OF_KYODO}
_OWN_CLOCK = ("ANSA", "Kyodo", "Reuters")  # the hour is that of the place
_NOTHING = re.compile(
    r"NNNN.{0,20}|ZCZC|(?i:\(?ends?\)?\.?|fin)|[a-zé]{2,5}(?:/[a-zé]{2,5}){1,4}/?\.?|[A-Z]{2,3}-[A-Z]{2,4}"
    r"|\(\(.{1,400}\)\)|(?i:keywords): [A-Z].{0,100}|The AP"
)
_SIGNED = re.compile(r"[(=]{0,2}(?P<house>[A-Za-z]{2,8})(?P<rest>(?:\\?[ /-]\w{1,6}){0,8})\)?(?P<stop>\.?)")
_WRITERS = re.compile(
    r"\((?:additional )?(?:reporting|writing|editing|compiled|reported|written|edited) by [^()]{3,400}\)"
    r"(?: ?\(\(.{1,400}\)\))?",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Stamp:
    """When a message was sent, as its last line says.

    Attributes:
        house: The agency that the line names; empty where it names none.
        sent: The time; None where that is no time.
        local: Whether it is the clock of the place, and so none to compare.
    """

    house: str
    sent: datetime | None
    local: bool = False


@dataclass(frozen=True, slots=True)
class Closed:
    """The lines of a message without the last ones.

    Attributes:
        lines: Those that are left.
        dropped: Those that were left out.
        stamp: When it was sent; None where no line says so.
    """

    lines: tuple[str, ...]
    dropped: tuple[str, ...]
    stamp: Stamp | None


def stamp_in(line: str) -> Stamp | None:
    """Returns what a line says that a wire puts under a message; None where it is no such line."""
    if match := SENT.fullmatch(line):
        return Stamp("", moment(match))
    if (match := _END_OF_AFP.fullmatch(line)) and (house := house_of(match["house"])):
        return Stamp(house, moment(match))
    for house, pattern in _STAMPS.items():
        if match := pattern.fullmatch(line):
            return Stamp(house, moment(match), house in _OWN_CLOCK)
    return None


def without_closing(lines: Sequence[str], agency: str = "") -> Closed:
    """Leaves out the last lines of a message.

    Args:
        lines: Its lines.
        agency: The agency that the line of codes names, if it does.
    """
    kept, dropped, stamp = list(lines), list[str](), None
    while kept:
        line = kept[-1].strip()
        found = stamp_in(line) if line and stamp is None else None
        if line and found is None and not _closes(line, agency):
            break
        stamp = stamp or found
        dropped.append(kept.pop())
    return Closed(tuple(kept), tuple(filter(str.strip, reversed(dropped))), stamp)


def without_signature(text: str) -> tuple[str, tuple[str, ...]]:
    """Returns a text of paragraphs without the last ones that only say that it ends and who wrote it, and these."""
    kept, dropped = text.rstrip().split("\n\n"), list[str]()
    while len(kept) > 1 and (_closes(last := kept[-1].strip(), "") or _WRITERS.fullmatch(last)):
        dropped.append(kept.pop().strip())
    return "\n\n".join(kept), tuple(reversed(dropped))


def _closes(line: str, agency: str) -> bool:
    if len(line) > _LINE:
        return False
    if _NOTHING.fullmatch(line):
        return True
    signed = _SIGNED.fullmatch(line) if len(line) < _SIGNATURE else None
    if not signed or (signed["rest"] and signed["stop"]):
        return False
    house = signed["house"]
    own = agency and house.casefold() == agency.partition("-")[0].casefold()  # "dpa-tns" signs as dpa
    return bool(own) or house_of(house) == house or (house.isupper() and bool(house_of(house)))
