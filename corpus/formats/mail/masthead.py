"""The lines above the text of a newsletter that say who wrote it and on which day; each may stand beside others."""

import re
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date, timedelta

from corpus.formats.mail.furniture import is_furniture
from corpus.metadata import Metadata
from corpus.metadata.authors import is_person, read_authors
from corpus.metadata.dates import DATE_ORDERS, read_day
from corpus.metadata.merge import from_places
from corpus.metadata.printed.days import read_printed_day
from corpus.text import squash
from corpus.text.date_words import is_word_of_date
from corpus.web.blocks import Block

_BLOCKS = 12  # at the beginning
_LINE_LIMIT = 160  # characters
_SENTENCE = re.compile(r"(?:\S+\s+){7,}\S*[.!?]\W*")
_BETWEEN = re.compile(r"\s*[|•·–—]\s*|\s+[-/]\s+")
_BYLINE = re.compile(
    r"(?:(?:written|words|text) )?(?:by|von|par|por|di|da|door|av|af)\s+(?P<names>\S.*)", re.IGNORECASE
)
_WORD = re.compile(r"[^\W\d_]+")
_PARTICLE_LETTERS = 3  # of the words between the parts of a date, at most
_NEARLY = timedelta(days=1)  # apart are the day that is printed and the day of sending, at most: zones differ
_READING_TIME = re.compile(r"\d{1,3}[ -]min(?:ute)?s?\.?(?:[ -]read)?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Masthead:
    """What stands above a text.

    Attributes:
        found: Day and authors that its lines print.
        rows: Numbers of the blocks that are no part of the text.
    """

    found: Metadata = field(default_factory=Metadata)
    rows: frozenset[int] = frozenset()


def read_masthead(blocks: Sequence[Block], sent: date | None, names: Sequence[str]) -> Masthead:
    """Reads the lines above the text of a newsletter.

    Args:
        blocks: Its blocks.
        sent: The day on which it was sent: another one that it prints is no day of publication. None where nothing
            tells; then no day is read.
        names: Names of its outlet and its author, which stand there as well.
    """
    found, rows = Metadata(), set[int]()
    known = {squash(name) for name in names} - {""}
    for number, block in enumerate(blocks[:_BLOCKS]):
        if len(block.text) > _LINE_LIMIT or _SENTENCE.fullmatch(block.text):
            break
        read = list(_read(block.text, sent, known))
        for said in filter(None, read):
            found = found.over(said)
        if read and None not in read:
            rows.add(number)
    return Masthead(found, frozenset(rows))


def _read(line: str, sent: date | None, known: set[str]) -> Iterator[Metadata | None]:
    """Gives what each part of a line says; None for one that may be of the text."""
    for part in filter(None, map(str.strip, _BETWEEN.split(line))):
        day = _day(part, sent) if sent else None
        byline = _BYLINE.fullmatch(part)
        names = read_authors(byline["names"]) if byline else ()
        if day:
            yield from_places(published=(day, "date line in the mail"))
        elif names and all(map(is_person, names)):
            yield from_places(authors=(names, "byline in the mail"))
        elif squash(part) in known or is_furniture(part) or _READING_TIME.fullmatch(part):
            yield Metadata()
        else:
            yield None


def _day(part: str, sent: date) -> date | None:
    """Returns the day that a part of a line prints and nothing else; the year may be missing."""
    words = _WORD.findall(part)
    if not any(map(str.isdigit, part)) or not all(
        len(word) <= _PARTICLE_LETTERS or is_word_of_date(word) for word in words
    ):
        return None
    for written, order in ((part, ""), (f"{part} {sent.year}", ""), *((part, order) for order in DATE_ORDERS)):
        with suppress(ValueError):
            day = read_day(written, order) if order else read_printed_day(written)
            if day and abs(day - sent) <= _NEARLY:
                return day
    return None
