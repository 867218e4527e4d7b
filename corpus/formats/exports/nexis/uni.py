"""The Word, RTF and PDF files of Nexis Uni and Lexis+: headline, outlet, day, labels, "Body", "End of Document"."""

import re
from collections.abc import Iterator, Sequence
from itertools import dropwhile, takewhile

from corpus.formats.documents import Layout, Record
from corpus.formats.exports.blocks import Block, read_blocks, wrap_width
from corpus.formats.exports.day_line import read_day_line
from corpus.formats.exports.nexis.fields import make_record, sorry
from corpus.formats.exports.nexis.labels import Label, Role, is_body_mark, is_copyright, read_label
from corpus.text.folding import fold

_ENDS = frozenset(
    (
        "end of document|ende des dokuments|ende des dokumentes|dokumentende|fin du document|fin de document|"
        "fin del documento|fin de documento|einde van document|einde van het document|einde document|"
        "fine del documento|fine documento|fim do documento"
    ).split("|")
)
_CLASSIFICATION = frozenset(("classification", "klassifizierung", "klassifikation", "clasificación", "classificatie",
                             "classificazione", "classificação"))  # fmt: skip
_GRAPHIC = frozenset("graphic grafik graphique gráfico grafiek graphics".split())
_COVER = re.compile(
    r"\s*(?:job number|auftragsnummer|jobnummer|numéro de (?:la )?t[âa]che|número de trabajo)\s*:", re.I
)
_LISTED = re.compile(r"\s*(?:documents?|dokumente|documentos|documenten|documenti)\s*\((\d{1,5})\)\s*", re.IGNORECASE)
_LINK = re.compile(
    r"link (?:to|zum) pdf|original gesamtseiten-pdf|pdf-datei dieses dokuments|view pdf|bekijk de "
    r"oorspronkelijke pagina.{0,80}|view the original page.{0,80}|page \d+ of \d+",
    re.IGNORECASE,
)
_PICTURE = re.compile(r"\[(?:image)?\]")  # what is left of a logo
_HEAD_BLOCKS = 8  # in which a document has its day or its notice of rights
_FEWEST_BLOCKS = 3  # that a document has
_COVER_LINES = 40
_FEWEST = 200  # characters that are more than what programs leave below the last document
_CAPTIONS = 12  # blocks at most below the word "Graphic"


def _fits(head: str) -> bool:
    lines = [line for line in head.split("\n") if line.strip()]
    if any(map(_COVER.match, lines[:_COVER_LINES])) and any(map(_LISTED.fullmatch, lines[:_COVER_LINES])):
        return True
    ended = any(map(_is_end, lines))
    if not ended and not any(map(is_body_mark, lines)):
        return False
    known = any(map(_length, lines)) or (ended and any(map(is_copyright, lines)))
    return known and any(map(read_day_line, lines))


def _records(text: str) -> Iterator[Record | str]:
    lines = text.split("\n")
    whole = (block for block in read_blocks(lines, wrap_width(lines)) if not _PICTURE.fullmatch(block.line))
    blocks = [piece for block in whole for piece in _pieces(block)]
    listed, blocks = _without_cover(blocks)
    found = 0
    for document in _documents(blocks):
        found += 1
        yield _read(document)
    if found < listed:
        yield f"its list names {listed} documents, but the file lacks {listed - found} of them"


NEXIS_UNI = Layout("Nexis", _fits, _records)


def _length(line: str) -> bool:
    label = read_label(line)
    return bool(label and label.role is Role.LENGTH and not label.capitals and label.sure)


def _is_end(line: str) -> bool:
    return fold(line) in _ENDS


def _pieces(block: Block) -> Iterator[Block]:
    """Takes apart what stands without an empty line between: marks, labels and days are lines of their own."""
    lines: list[str] = []
    for line in block.lines:
        listed = _known(line) and lines and (_known(lines[0]) or is_copyright(lines[0]))
        if lines and (listed or _stands_alone(line) or _stands_alone(lines[-1]) or is_copyright(line)):
            yield Block(tuple(lines), block.width)
            lines = []
        lines.append(line)
    yield Block(tuple(lines), block.width)


def _stands_alone(line: str) -> bool:
    return _is_end(line) or is_body_mark(line) or read_day_line(line) is not None


def _known(line: str) -> Label | None:
    label = read_label(line)
    return label if label and label.role else None


def _without_cover(blocks: list[Block]) -> tuple[int, list[Block]]:
    """Returns how many documents the cover lists, and the blocks below it."""
    row = next((row for row, block in enumerate(blocks[:_COVER_LINES]) if _LISTED.fullmatch(block.line)), None)
    if row is None:
        return 0, blocks
    count = _LISTED.fullmatch(blocks[row].line)
    body = next((place for place, block in enumerate(blocks) if is_body_mark(block.line)), len(blocks))
    above = range(body - 1, row, -1)
    days = (place for place in above if read_day_line(blocks[place].line))
    rights = (place for place in above if is_copyright(blocks[place].line))
    anchor = next(days, None) or next(rights, None)  # two lines below the headline
    start = body if anchor is None else max(row + 1, anchor - 2)
    return int(count[1]) if count else 0, blocks[start:]


def _documents(blocks: Sequence[Block]) -> Iterator[list[Block]]:
    document: list[Block] = []
    for row, block in enumerate(blocks):
        if _is_end(block.line) and _begins(blocks[row + 1 : row + 1 + _HEAD_BLOCKS]):
            if document:
                yield document
            document = []
        else:
            document.append(block)
    if sum(len(block.line) for block in document) >= _FEWEST or any(is_body_mark(block.line) for block in document):
        yield document


def _begins(blocks: Sequence[Block]) -> bool:
    """Says whether blocks begin a document, or no more of one follows; else the words of an end stood in a text."""
    rest = list(dropwhile(lambda block: _is_end(block.line), blocks))
    head = takewhile(lambda block: not _is_end(block.line), rest)
    return len(rest) < _FEWEST_BLOCKS or any(read_day_line(block.line) or is_copyright(block.line) for block in head)


def _read(document: list[Block]) -> Record | str:
    blocks = [block for block in document if not _LINK.fullmatch(block.line)]
    links = [block for block in document if _LINK.fullmatch(block.line)]
    if reason := sorry(blocks):
        return reason
    head, text = _split(blocks)
    tail = _tail_from(text)
    day = next((row for row, block in enumerate(head) if read_day_line(block.line)), 0)
    above, under = (
        head[:day],
        [block for block in head[day:] if not _known(block.text)],
    )  # a headline may read like a label
    top = [block for block in (*above, *under) if not is_copyright(block.line)]
    dated = next((row for row, block in enumerate(top) if read_day_line(block.line)), None)
    *title, outlet = top[: dated if dated is not None else 2] or [Block(("",))]
    fields = {
        "title": " ".join(block.line for block in title),
        "outlet": outlet.line,
        "published": read_day_line(top[dated].line) if dated is not None else None,
    }
    noted = [block for block in head if is_copyright(block.line)]
    below = top[dated:] if dated is not None else top[2:]
    labelled = [block for block in head[day:] if _known(block.text)] + text[tail:]
    return make_record(fields, labelled, text[:tail], [*noted, *below, *links])


def _split(blocks: list[Block]) -> tuple[list[Block], list[Block]]:
    """Returns what stands above the mark of the text, and what below; without a mark the labels are the border."""
    day = next((row for row, block in enumerate(blocks) if read_day_line(block.line)), 1)
    mark = next((row for row in range(day + 1, len(blocks)) if is_body_mark(blocks[row].line)), None)
    if mark is not None:
        return blocks[:mark], blocks[mark + 1 :]
    length = next((row for row, block in enumerate(blocks) if _length(block.line)), None)
    if length is None:
        return blocks, []
    last = length
    while last + 1 < len(blocks) and _known(blocks[last + 1].text):
        last += 1
    return blocks[: last + 1], blocks[last + 1 :]


def _tail_from(text: Sequence[Block]) -> int:
    """Returns the row where the text ends: below stand pictures, classification and the day of loading."""
    headings = (row for row in range(len(text) - 1, -1, -1) if fold(text[row].line) in _CLASSIFICATION)
    heading = next(headings, None)
    whole = heading is not None and all(read_label(block.text) for block in text[heading + 1 :])
    row = heading if whole and heading is not None else len(text)
    while row and _is_below(text[row - 1]):
        row -= 1
    graphics = (place for place in range(row - 1, max(-1, row - _CAPTIONS), -1) if fold(text[place].line) in _GRAPHIC)
    return next(graphics, row)


def _is_below(block: Block) -> bool:
    return fold(block.line) in _CLASSIFICATION or bool(_known(block.text)) or is_copyright(block.line)
