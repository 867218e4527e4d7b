"""The text of LexisNexis: documents below "1 of 2 DOCUMENTS", outlet and day centred, labels in capitals."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import takewhile

from corpus.formats.documents import Layout, Record
from corpus.formats.exports.blocks import Block, read_blocks, wrap_width
from corpus.formats.exports.day_line import read_day_line
from corpus.formats.exports.nexis.fields import make_record, sorry
from corpus.formats.exports.nexis.labels import Label, Role, is_copyright, read_label

_SEPARATOR = re.compile(
    r"\s*(?:(?:FOCUS|LEVEL \d{1,3}) - )?(?:(?P<number>\d{1,6})\s+(?:of|von|de|van|di|av)\s+(?P<total>\d{1,6})\s+"
    r"(?:documents?|stor(?:y|ies)|dokumente?n?|documentos?|documenti|documenten)"
    r"|(?:document|dokument|documento)\s+(?P<number2>\d{1,6})\s+(?:of|von|de|van|di|av)\s+(?P<total2>\d{1,6}))\s*",
    re.IGNORECASE,
)
_CENTRED_FROM = 8  # blanks before a separator
_HEAD_BLOCKS, _HEAD_LINES = 5, 40  # in which a document has its day
_LABELS_APART = 4  # blocks at most between a standfirst and the label of the text
_BELOW_DAY = 3  # blocks at most before the first label: the headline and what belongs to it
_STRAY = 2  # blocks without a label among those below a text
_EDITION = re.compile(r"\b(?:edition|ausgabe|édition|edición|edizione|editie)\b", re.IGNORECASE)
_TITLE_LONGEST = 300  # characters; without labels a longer block is the article's first


@dataclass(frozen=True, slots=True)
class _Top:
    outlet: str = ""
    day: date | None = None
    headline: str = ""
    text: tuple[Block, ...] = ()  # of the article, before any label
    dropped: tuple[Block, ...] = ()


def _fits(head: str) -> bool:
    lines = head.split("\n")
    labels = [label for block in read_blocks(lines) if (label := _label(block))]
    if _starts(lines):
        return bool(labels)
    sure = {label.role for label in labels if label.sure}
    return {Role.LENGTH, Role.LOADED} <= sure and any(map(read_day_line, lines))


def _records(text: str) -> Iterator[Record | str]:
    lines = text.split("\n")
    width = wrap_width(lines)
    starts = _starts(lines) or [-1]
    for start, end in zip(starts, [*starts[1:], len(lines)], strict=True):
        yield _read(read_blocks(lines[start + 1 : end], width))


NEXIS_CLASSIC = Layout("LexisNexis", _fits, _records)


def _starts(lines: Sequence[str]) -> list[int]:
    """Returns the rows of the separators, told from prose that reads like them."""
    rows = [
        row
        for row, line in enumerate(lines)
        if _SEPARATOR.fullmatch(line) and not "".join(lines[row + 1 : row + 2]).strip()
    ]
    centred = [row for row in rows if len(lines[row]) - len(lines[row].lstrip()) >= _CENTRED_FROM]
    return centred or [row for row in rows if _begins(lines[row + 1 : row + 1 + _HEAD_LINES])]


def _begins(lines: Sequence[str]) -> bool:
    """Says whether lines begin a document: its day stands near the top."""
    head = takewhile(lambda line: not _SEPARATOR.fullmatch(line), lines)
    blocks = read_blocks(head)[:_HEAD_BLOCKS]
    return any(read_day_line(line) for block in blocks for line in block.lines)


def _label(block: Block) -> Label | None:
    label = None if block.centred else read_label(block.text)
    return label if label and label.role and label.capitals else None


def _read(blocks: list[Block]) -> Record | str:
    blocks = [piece for block in blocks for piece in _pieces(block)]
    if sorry(blocks):
        return sorry(blocks)
    first = _first_label(blocks)
    body = _body_from(blocks, first)
    tail = _tail_from(blocks, body if first < len(blocks) else _day_row(blocks) + 1)
    labelled = blocks[first:body]
    top = _read_top(blocks[: min(first, tail)], labelled=bool(labelled))
    return make_record(
        top={"outlet": top.outlet, "title": top.headline, "published": top.day},
        labelled=[*labelled, *blocks[tail:]],
        text=[*top.text, *blocks[body:tail]],
        dropped=top.dropped,
    )


def _pieces(block: Block) -> Iterator[Block]:
    """Takes apart what stands without an empty line between: labels below each other, centred lines."""
    if block.centred:
        yield from (Block((line,), block.width) for line in block.lines)
        return
    lines: list[str] = []
    for line in block.lines:
        if lines and _label(Block((line,))) and _label(Block((lines[0],))):
            yield Block(tuple(lines), block.width)
            lines = []
        lines.append(line)
    yield Block(tuple(lines), block.width)


def _first_label(blocks: Sequence[Block]) -> int:
    """Returns the row of the first label above the text; the number of rows where there is none."""
    first = next((row for row, block in enumerate(blocks) if _label(block)), len(blocks))
    day = _day_row(blocks)
    if day < 0 or first < day:
        return first
    between = [block for block in blocks[day + 1 : first] if not block.centred]
    titled = any(not (block.centred or is_copyright(block.lines[0])) for block in blocks[1:day])
    if titled:  # with a headline above the day, the text follows it, but for a name
        return first if all(map(_is_name, between)) else len(blocks)
    return first if len(between) <= _BELOW_DAY else len(blocks)


def _body_from(blocks: Sequence[Block], first: int) -> int:
    """Returns the row after the labels above the text."""
    row = first
    while row < len(blocks):
        label = _label(blocks[row])
        if label and label.role is Role.BODY:
            return row if label.value else row + 1
        if not label and not _is_value(blocks, row) and not _is_unknown_label(blocks, row):
            break
        row += 1
    return row


def _is_value(blocks: Sequence[Block], row: int) -> bool:
    """Says whether a block belongs to a standfirst: its label stands alone, or that of the text is still to come."""
    above = _label(blocks[row - 1]) if row else None
    if above and not above.value and above.role is Role.STANDFIRST:
        return True
    coming = map(_label, blocks[row + 1 : row + 1 + _LABELS_APART])
    return any(label and label.role is Role.BODY and not label.value for label in coming)


def _is_unknown_label(blocks: Sequence[Block], row: int) -> bool:
    label = read_label(blocks[row].text)
    return bool(label and label.capitals and row + 1 < len(blocks) and _label(blocks[row + 1]))


def _tail_from(blocks: Sequence[Block], body: int) -> int:
    """Returns the row after the text: labels and notices of rights stand below."""
    above = {label.name for block in blocks[:body] if (label := _label(block))}
    row = len(blocks)
    while row > body:
        if _is_notice(blocks[row - 1]) or _is_tail_label(blocks[row - 1], above):
            row -= 1
            continue
        strays = range(row - 2, max(body, row - 2 - _STRAY) - 1, -1)
        below = next((place for place in strays if _is_stray_below(blocks[place])), None)
        if below is None:
            break
        row = below
    return row


def _day_row(blocks: Sequence[Block]) -> int:
    return next((row for row, block in enumerate(blocks) if read_day_line(block.line)), -1)


def _is_notice(block: Block) -> bool:
    return block.centred or is_copyright(block.lines[0])


def _is_tail_label(block: Block, above: set[str]) -> bool:
    label = _label(block)
    return bool(label and (label.sure or label.name not in above) and label.role is not Role.AUTHORS)


def _is_stray_below(block: Block) -> bool:
    label = _label(block)
    return bool(label and (label.sure or label.name.startswith(("gra", "correction"))))


def _read_top(blocks: Sequence[Block], *, labelled: bool) -> _Top:
    """Reads what stands above the labels: the outlet, the day, and the headline above or below the day.

    Args:
        blocks: The blocks, in order.
        labelled: Whether labels follow before the text.
    """
    dropped = [block for block in blocks if is_copyright(block.lines[0])]
    blocks = [block for block in blocks if not is_copyright(block.lines[0])]
    if not blocks:
        return _Top(dropped=tuple(dropped))
    place = _day_row(blocks)
    outlet, *above = blocks if place < 0 else blocks[:place] or [Block(("",))]
    below = [] if place < 0 else blocks[place + 1 :]
    laid_out = any(block.centred for block in blocks)
    dropped += [block for block in (*above, *below) if block.centred]
    above, below = ([block for block in group if not block.centred] for group in (above, below))
    while len(below) > 1 and not laid_out and (read_day_line(below[0].line) or _EDITION.search(below[0].line)):
        dropped.append(below.pop(0))
    day = read_day_line(blocks[place].line) if place >= 0 else None
    if place < 0:
        headline, text = above[:1], above[1:]
    elif above and (laid_out or not below or not labelled):
        headline, text = above, below
    else:
        dropped += above
        headline, text = below[:1], below[1:]
    if headline and not labelled and not text and not _is_headline(headline[0]):
        headline, text = [], headline
    if labelled:
        dropped += [block for block in text if _is_name(block)]
        text = [block for block in text if not _is_name(block)]
    return _Top(outlet.line, day, " ".join(block.line for block in headline), tuple(text), tuple(dropped))


def _is_headline(block: Block) -> bool:
    return len(block.line) <= _TITLE_LONGEST and not block.line.endswith(".")


def _is_name(block: Block) -> bool:
    """Says whether a short line below the day, above labels, is somebody's name or the like."""
    return len(block.line.split()) <= 4 and not block.line.endswith((".", "!", "?", ":"))
