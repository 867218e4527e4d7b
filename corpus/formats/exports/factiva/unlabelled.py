"""Factiva as text without labels: the order of the lines of a head tells what they are."""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from corpus.formats.documents import Record
from corpus.formats.exports.factiva.fields import (
    DAY,
    LAST_LINE,
    SOURCE_CODE,
    TIME,
    WORD_COUNT,
    fields_of_lines,
    join_lines,
    record_of,
)
from corpus.metadata.authors import names_persons

_BYLINE = re.compile(r"(?:by|von|par|por|di|da|van|door|av|af|przez|от)[\s:]\s*\S.{1,200}", re.IGNORECASE)
_COPYRIGHT = re.compile(r"\(?(?:©|\(c\)|copyright\b)|rights reserved|droits réservés|rechte vorbehalten", re.IGNORECASE)
_PUBLISHER = re.compile(  # the company that stands below the text of some outlets
    r"(?:(?:[^\W\d_a-z][\w.'’/-]*|&|und|and|der|of|de|di)\s){1,8}(?:GmbH|AG|SE|KG|Ltd|Limited|Inc|LLC|Corp|Corporation|plc|PLC"
    r"|S\.?A|SAS|SARL|S\.?p\.?A|S\.?r\.?l|B\.?V|N\.?V|AB|A/S|ASA|Oyj?)\.?"
)
_FOOTER = re.compile(
    r"(?:(?:Page|Seite|Página|Pagina)\s\d+\s\w+\s\d+\s*)?(?:©|\(c\))\s?\d{4}\sFactiva\b.{0,80}", re.IGNORECASE
)
_LANGUAGES = frozenset(
    """
    english french german spanish italian portuguese dutch russian japanese chinese polish swedish danish norwegian
    finnish arabic turkish czech hungarian korean anglais français allemand espagnol italien portugais néerlandais russe
    englisch französisch deutsch spanisch italienisch portugiesisch niederländisch russisch inglés francés alemán
    español italiano portugués neerlandés ruso inglese francese tedesco spagnolo portoghese olandese russo inglês
    английский французский немецкий русский 英語 日本語 中国語 英文 中文
    """.split()
)
_MOST_ABOVE = 3  # lines that a section, a headline and a byline take
_LONGEST_HEAD = 10  # lines from the count of words to the owner of the rights
_MOST_BELOW = 6  # lines of a head below the code of the source
_HEADLINE_WRAPPED = 50  # characters from which on a line of a headline goes on in the next
_LANGUAGE = 40  # characters; a longer line names no language
_NO_HEAD = "has no count of words and day of its own, so its headline and outlet cannot be told"
_TWO_HEADS = "holds several documents that no line divides, so they cannot be told apart; export them again"


def has_documents(lines: Sequence[str]) -> bool:
    """Says whether some lines are the head or the last line of a document."""
    return any(map(LAST_LINE.fullmatch, lines)) or bool(_heads_of(lines))


def unlabelled(lines: Sequence[str]) -> Iterator[Record | str]:
    """Yields the documents of a file."""
    chunks, start = [], 0
    for row, line in enumerate(lines):
        if LAST_LINE.fullmatch(line):
            chunks.append((lines[start:row], line))
            start = row + 1
    rest = [line for line in lines[start:] if not _FOOTER.fullmatch(line)]
    if not chunks or _heads_of(rest):
        chunks.append((rest, ""))
        rest = []
    for number, (chunk, end) in enumerate(chunks, start=1):
        yield _document(chunk, end, rest if number == len(chunks) else ())


def _document(lines: Sequence[str], end: str, after: Sequence[str]) -> Record | str:
    footers = [line for line in lines if _FOOTER.fullmatch(line)]
    lines = [line for line in lines if not _FOOTER.fullmatch(line)]
    heads = _heads_of(lines)
    if len(heads) != 1:
        return _TWO_HEADS if heads else _NO_HEAD
    start, apart = heads[0], not lines[heads[0] + 1]
    stop = _end_of_head(lines, start, apart=apart)
    body = join_lines(lines[stop:])
    if not body and not apart:  # no empty line divides head and text, as in what is made of a PDF file
        head = lines[start : start + _LONGEST_HEAD]
        last = max((row for row, line in enumerate(head) if _COPYRIGHT.match(line) or _is_language(line)), default=0)
        stop = start + 1 + last
        body = join_lines(lines[stop:])
    headline, byline, other = _above(lines[:start], apart=apart)
    text, _, closing = body.rpartition("\n\n")
    if end and text and _PUBLISHER.fullmatch(closing):
        body = text
        other.append(closing)
    fields = fields_of_lines([line for line in lines[start:stop] if line])
    return record_of({"HD": headline, "BY": byline, **fields, "TD": body, "AN": end}, (*other, *footers, *after))


def _heads_of(lines: Sequence[str]) -> list[int]:
    """Returns the rows of counts of words that a day, an outlet and its code follow; else of such days."""
    filled = [(row, line) for row, line in enumerate(lines) if line]
    days = [place for place, (_, line) in enumerate(filled) if DAY.fullmatch(line) and _names_source(filled, place)]
    counts = [place - 1 for place in days if place and WORD_COUNT.fullmatch(filled[place - 1][1])]
    return [filled[place][0] for place in counts or days]


def _names_source(filled: Sequence[tuple[int, str]], day: int) -> bool:
    following = [line for _, line in filled[day + 1 : day + 4]]
    if following and TIME.fullmatch(following[0]):
        following.pop(0)
    return len(following) > 1 and SOURCE_CODE.fullmatch(following[1]) is not None


def _end_of_head(lines: Sequence[str], start: int, *, apart: bool) -> int:
    """Returns the row below a head: an empty line, or, where one stands between all lines, what is known to be last."""
    if not apart:
        return next((row for row in range(start, len(lines)) if not lines[row]), len(lines))
    rows = [row for row in range(start, len(lines)) if lines[row]]
    day = next(place for place, row in enumerate(rows) if DAY.fullmatch(lines[row]))
    code = day + (3 if TIME.fullmatch(lines[rows[day + 1]]) else 2)
    below = rows[code + 1 : code + 1 + _MOST_BELOW]
    language = next((place for place, row in enumerate(below) if _is_language(lines[row])), None)
    if language is None:
        owner = next((row for row in below if _COPYRIGHT.match(lines[row])), None)
    else:
        owner = next((row for row in below[language + 1 : language + 2] if _COPYRIGHT.search(lines[row])), None)
    return 1 + next(row for row in (owner, below[language] if language is not None else None, rows[code]) if row)


def _is_language(line: str) -> bool:
    return line.split(" ")[0].casefold() in _LANGUAGES and len(line) <= _LANGUAGE


def _above(lines: Sequence[str], *, apart: bool) -> tuple[str, str, list[str]]:
    """Tells headline and byline from what else stands above a count of words."""
    blocks = [list(group) for filled, group in groupby(lines, key=bool) if filled]
    if apart:
        flat = [line for block in blocks for line in block]
        near, before, other = flat[-_MOST_ABOVE:], list[str](), flat[:-_MOST_ABOVE]
    else:
        near = blocks.pop() if blocks and lines[-1] else []
        before = blocks.pop() if blocks else []
        other = [line for block in blocks for line in block]
    place = _place_of_byline(near, has_more=bool(before))
    head, byline, credit = near[:place], "".join(near[place : place + 1]), near[place + 1 :]
    if not head:
        head, before = before, []
    wrapped = not apart and head and len(head[0]) >= _HEADLINE_WRAPPED
    first = 0 if wrapped or len(head) < 2 else len(head) - 1 if apart else 1
    return " ".join(head[first:]), byline, [*other, *before, *head[:first], *credit]


def _place_of_byline(lines: Sequence[str], *, has_more: bool) -> int:
    places = range(len(lines) - 1, -1 if has_more else 0, -1)
    signed = next((place for place in places if _BYLINE.fullmatch(lines[place])), None)
    if signed is not None:
        return signed
    if lines and has_more and names_persons(lines[0]):
        return 0
    named = len(lines) > 1 and names_persons(lines[-1]) and len(lines[-2].split()) > 2
    return len(lines) - 1 if named else len(lines)
