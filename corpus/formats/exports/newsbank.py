"""Texts that NewsBank saves: headline, day and outlet on a line, labels, "Copyright", record number."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import takewhile

from corpus.formats.documents import Layout, Record
from corpus.formats.exports.blocks import read_blocks, wrap_width
from corpus.formats.exports.day_line import read_day_line
from corpus.text.folding import fold

_MARK = re.compile(
    r"^\s*(?:record number:|record:\s*\w{8,}|read news document\s*$|estimated printed pages:|author/byline:"
    r"|openurl link|citation \([\w ]{2,20} style\)|newsbank\b)|infoweb\.newsbank\.com",
    re.IGNORECASE | re.MULTILINE,
)
_BARS = re.compile(r"\s+\|\s+")
_DASHES = re.compile(r"\s+[-–—]\s+")
_LABEL = re.compile(
    r"(?P<name>author/byline|author|byline|section|page|pages|edition|column|dateline|series|source|index terms|topics"
    r"|estimated printed pages|readability|length|memo|caption|word count|paper|newspaper|publication date|publication"
    r"|title|headline|date|day|location|copyright|record number|record|sqn|language|subject|abstract|article text|text)"
    r"\s*:\s*(?P<value>.*)",
    re.IGNORECASE | re.DOTALL,
)
_FIELDS = (  # names of labels, and the field of the record that they give
    (("author/byline", "author", "byline"), "authors"),
    (("paper", "newspaper", "publication"), "outlet"),
    (("title", "headline"), "title"),
    (("publication date", "date"), "published"),
)
_COUNT = re.compile(r"[\d,]*\s*words?", re.IGNORECASE)
_BELOW_HEAD = re.compile(r"(?:author|author/byline|byline|section|page|edition)\s*:", re.IGNORECASE)
_NUMBER = re.compile(r"[\d,]{1,7}")
_READ = frozenset(("read news document", "article text", "openurl link", "view full text"))
_COPYRIGHT = re.compile(r"(?:©|\(c\)|copyright)[\s,:©(c)]*(?:copyright)?[\s,:©(c)]*\d{4}\b", re.IGNORECASE)
_RECORD = re.compile(r"(?:record number|record|sqn)\s*:\s*\S+\s*", re.IGNORECASE)
_CITATION = re.compile(r"citation \([\w ]{2,20} style\)(?:\s*:.*)?", re.IGNORECASE)
_BELOW = re.compile(r"(?:caption|memo|illustration|photo|correction)s?\s*:", re.IGNORECASE)
_ARTICLE_BEHIND = re.compile(r"(?P<name>[^,()]+), (?P<article>The|A|An|Le|La|Les|El|Il|Die|Der|Das)(?= \(|$)")
_OUTLET_LONGEST = 120  # characters
_HEADLINE_LINES, _NOTICE_LINES = 8, 30  # at most


@dataclass(frozen=True, slots=True)
class _Head:
    """Where a document names its outlet and day.

    Attributes:
        first: Row of the line, or of the first of its labels.
        body: Row after it.
        fields: What it says.
        above: Lines directly above that belong to it.
    """

    first: int
    body: int
    fields: Mapping[str, object]
    above: int = 0


def _fits(head: str) -> bool:
    return bool(_MARK.search(head)) and bool(_heads(head.split("\n")))


def _records(text: str) -> Iterator[Record | str]:
    lines = text.split("\n")
    width = wrap_width(lines)
    heads = _heads(lines)
    for place, head in enumerate(heads):
        begin = heads[place - 1].body if place else 0
        end = _title_rows(lines, head.body, heads[place + 1]).start if place + 1 < len(heads) else len(lines)
        yield _read(lines, _title_rows(lines, begin, head), head, end, width)


NEWSBANK = Layout("NewsBank", _fits, _records)


def _heads(lines: Sequence[str]) -> list[_Head]:
    """Returns where documents begin; a line in a text that reads alike does not follow the end of one."""
    heads: list[_Head] = []
    ended = True
    for row, line in enumerate(lines):
        ended = ended or _is_end(line)
        head = _head_at(lines, row)
        if head and (ended or _is_labelled(lines, head.body)) and (not heads or head.first >= heads[-1].body):
            heads.append(head)
            ended = False
    return heads


def _head_at(lines: Sequence[str], row: int) -> _Head | None:
    line = lines[row].strip()
    if not line or len(line) > _OUTLET_LONGEST:
        return None
    if label := _LABEL.fullmatch(line):
        starts = not row or not lines[row - 1].strip()
        return _labelled_head(lines, row) if label and starts else None
    bars = _BARS.split(line)
    if len(bars) > 1 and (day := read_day_line(bars[0]) or read_day_line(bars[1])):
        outlet = bars[1] if read_day_line(bars[0]) else bars[0]
        return _Head(row, row + 1, {"outlet": _named(outlet), "published": day})
    parts = _DASHES.split(line)
    place = next((place for place, part in enumerate(parts) if read_day_line(part)), None)
    if place is None or (place == 0 and (not row or not lines[row - 1].strip())):
        return None
    outlet, above = (" - ".join(parts[:place]), 0) if place else (lines[row - 1].strip(), 1)
    return _Head(row, row + 1, {"outlet": _named(outlet), "published": read_day_line(parts[place])}, above)


def _labelled_head(lines: Sequence[str], row: int) -> _Head | None:
    """Reads labels for all: "Title:", "Paper:", "Date:", in any order."""
    end = row
    while end < len(lines) and lines[end].strip():
        end += 1
    said = dict(_labels(lines[row:end]))
    fields: dict[str, object] = {name: said[label] for names, name in _FIELDS for label in names if label in said}
    day = read_day_line(str(fields.get("published", "")))
    if not day or len(fields) < 2:
        return None
    return _Head(row, end, fields | {"published": day, "outlet": _named(str(fields.get("outlet", "")))})


def _labels(lines: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Gives the labels of lines with their values; a line without one goes on with the value above."""
    name, value = "", ""
    for line in lines:
        for part in _BARS.split(line.strip()):
            if label := _LABEL.fullmatch(part):
                if name:
                    yield name, value
                name, value = label["name"].casefold(), label["value"]
            else:
                value = f"{value} {part}"
    if name:
        yield name, value


def _is_labelled(lines: Sequence[str], row: int) -> bool:
    """Says whether the next line is one that stands below outlet and day alone."""
    line = next((line.strip() for line in lines[row : row + 4] if line.strip()), "")
    return bool(_BELOW_HEAD.match(line) or _COUNT.fullmatch(line) or fold(line) in _READ)


def _is_below_head(line: str) -> bool:
    stripped = line.strip()
    return (
        _NUMBER.fullmatch(stripped) is not None
        or fold(stripped).rstrip(":") in _READ
        or all(_LABEL.fullmatch(part) or _COUNT.fullmatch(part) for part in _BARS.split(stripped))
    )


def _is_end(line: str) -> bool:
    stripped = line.strip().removeprefix("•").lstrip()
    return bool(_COPYRIGHT.match(stripped) or _RECORD.fullmatch(stripped) or _CITATION.fullmatch(stripped))


def _title_rows(lines: Sequence[str], begin: int, head: _Head) -> range:
    """Returns the rows of the headline above a head: below the end of the document before."""
    stop = head.first - head.above
    if "title" in head.fields:
        return range(stop, stop)
    end = next((row for row in range(stop - 1, begin - 1, -1) if _is_end(lines[row])), None)
    start = begin if end is None else end + 1
    if end is not None:
        gap = next((row for row in range(start, stop) if not lines[row].strip()), start)
        start = gap  # what the notice goes on with
    elif begin:  # no end is marked: the headline is the block above
        start = stop
        while start > begin and not lines[start - 1].strip():
            start -= 1
        while start > begin and lines[start - 1].strip():
            start -= 1
    filled = [row for row in range(start, stop) if lines[row].strip() and not _MARK.match(lines[row])]
    return range(filled[-_HEADLINE_LINES:][0], stop) if filled else range(stop, stop)


def _read(lines: Sequence[str], title: range, head: _Head, end: int, width: int) -> Record | str:
    start = head.body
    while start < end and (not lines[start].strip() or _is_below_head(lines[start])):
        start += 1
    tail = _tail_from(lines, start, end)
    said = dict(_labels([line for line in lines[head.body : start] if _LABEL.match(line.strip())]))
    fields: dict[str, object] = {name: said[label] for names, name in _FIELDS for label in names if label in said}
    fields |= {"title": " ".join(" ".join(lines[row] for row in title).split()), **head.fields}
    text = "\n\n".join(block.text for block in read_blocks(lines[start:tail], width))
    left_out = (*lines[head.first : start], *lines[tail:end])
    dropped = tuple(line.strip() for line in left_out if line.strip())
    return Record(fields, text, dropped) if text else f"holds no text in the export ({fields['title']})"


def _tail_from(lines: Sequence[str], start: int, end: int) -> int:
    """Returns the row after the text: notices of rights and numbers stand below, at times a caption."""
    last = next((row for row in range(end - 1, start - 1, -1) if _is_end(lines[row])), None)
    if last is None:
        return end
    tail = last
    for row in range(last, start - 1, -1):
        if _is_end(lines[row]) or _BELOW.match(lines[row].strip()):
            tail = row
        elif lines[row].strip() and not _goes_on(lines, row):
            break
    return tail


def _goes_on(lines: Sequence[str], row: int) -> bool:
    """Says whether a line goes on with a notice or a caption: no empty line stands between."""
    above = takewhile(str.strip, (lines[place] for place in range(row, max(row - _NOTICE_LINES, -1), -1)))
    return any(_is_end(line) or _BELOW.match(line.strip()) for line in above)


def _named(outlet: str) -> str:
    """Returns an outlet as people call it: "Star, The (Easton, MD)" is "The Star (Easton, MD)"."""
    return _ARTICLE_BEHIND.sub(r"\g<article> \g<name>", outlet.strip(), count=1)
