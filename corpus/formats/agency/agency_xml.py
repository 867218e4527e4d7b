"""Files of XML that agencies send: NITF, NewsML-G2 and NewsML 1."""

import re
from collections.abc import Callable, Iterator, Mapping

from lxml import etree

from corpus.errors import UnreadableFile
from corpus.formats.agency import newsml_1, newsml_g2
from corpus.formats.agency.nitf import read_nitf
from corpus.formats.agency.wire.houses import credited
from corpus.formats.agency.wire.message import without_version
from corpus.formats.agency.xml_file import name_of, parse_xml
from corpus.formats.documents import Document, Record, draft_of, gather
from corpus.formats.draft import Draft, Hints, Parsed

Reader = Callable[[etree._Element], Iterator[Record | str]]

_READERS: Mapping[str, tuple[str, Reader]] = {
    "nitf": ("NITF", lambda root: iter([read_nitf(root)])),
    "newsml": ("NewsML", newsml_1.read_items),
}
_G2: tuple[str, Reader] = ("NewsML-G2", newsml_g2.read_items)
_MOST_ITEMS = 10_000
_ABOVE = 12  # paragraphs: points and a byline may stand above the place, the day and the credit
_BY = re.compile(r"By(?: (?:and|[^\W\d_a-z][\w.'’-]{0,20},?)){2,8}")


def parse_agency_xml(data: bytes, hints: Hints) -> Parsed:
    """Parses a file of one item or of many.

    Raises:
        UnreadableFile: It is not well formed, or holds no article; the message says why.
    """
    root, guessed = parse_xml(data, hints.encoding)
    format_name, read = _READERS.get(name_of(root), _G2)
    records: list[Record | str] = []
    for record in read(root):
        records.append(record)
        if len(records) > _MOST_ITEMS:
            raise UnreadableFile(f"holds more than {_MOST_ITEMS:,} items; split it")
    alone = len(records) == 1
    return gather(
        (
            Document(None if alone else number, _content(record, format_name, hints, guessed))
            for number, record in enumerate(records, start=1)
        ),
        f"is {format_name}, but holds no item",
    )


def _content(record: Record | str, format_name: str, hints: Hints, guessed: str) -> Draft | str:
    if isinstance(record, str):
        return record
    draft = draft_of(_as_published(record), format_name, hints, guessed)
    edition = draft.metadata.edition
    return draft if draft.text.strip() or (edition and edition.withdraws) else "holds no text"


def _as_published(record: Record) -> Record:
    """Returns a record with its headline and authors as a reader sees them, where its text has the marks of a wire."""
    title, version = without_version(str(record.fields.get("title") or ""))
    text, by = record.text, list[str]()
    above = text.split("\n\n", _ABOVE)[:_ABOVE]
    line = next((row for row, words in enumerate(above) if _BY.fullmatch(words)), None)
    if not record.fields.get("authors") and line is not None and any(map(credited, above[line + 1 :])):
        paragraphs = text.split("\n\n")
        by = [paragraphs.pop(line)]
        text = "\n\n".join(paragraphs)
    fields = {**record.fields, "title": title, **({"authors": by} if by else {})}
    return Record(fields, text, (*filter(None, [version]), *by, *record.dropped))
