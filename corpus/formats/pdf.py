"""PDF files: the text of each page, its lines joined to paragraphs where that is certain."""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import replace

import pypdfium2

from corpus.cleaning.pagination import join_pages
from corpus.errors import UnreadableFile
from corpus.formats.documents import read_layout
from corpus.formats.draft import Draft, Form, Hints, Parsed
from corpus.formats.layouts import TEXT_LAYOUTS
from corpus.formats.ocr import Recogniser, find_recogniser, recognise
from corpus.formats.printed_page import Sheets, read_printed_page
from corpus.metadata import Metadata
from corpus.metadata.merge import from_places
from corpus.text import clean_line
from corpus.text.characters import clean_characters
from corpus.text.folding import fold

_MOST_PAGES = 3_000
_SCAN_LETTERS = 20  # letters a page; a page of text has far more, a scan at most a stamp
_EDGE = 2  # lines at the top and the bottom of a page that may be its running head or foot
_EDGE_SHARE = 0.5  # of the pages must carry a line for it to be one
_EDGE_PAGES = 3
_PAGE_NUMBER = re.compile(
    r"[-–—|\s]*(?:page |seite |p\. ?)?\d{1,4}(?:\s*(?:/|of|von|de)\s*\d{1,4})?[-–—|\s]*", re.IGNORECASE
)
_BREAK = re.compile("(?<=\\w)[\ufffe\x02](?:\r?\n)?(?=\\w)")  # how the library marks a hyphen at the end of a line
_BROKEN_WORD = re.compile(r"(\w+)[-\xad]\n(?=([^\W\d_A-Z]\w*))")
_PRIVATE = re.compile("[\ue000-\uf8ff]")  # pictures in fonts, which mean nothing outside of them
_SENTENCE_ENDS = (".", "!", "?", ":", "”", "’", '"', "»")
_FULL_LINE = 0.7  # of the longest lines; shorter lines end a paragraph
_PAGES_NAMED = 20
_WORDS = re.compile(r"\w+(?:-\w+)*")


def parse_pdf(data: bytes, hints: Hints) -> Parsed:
    """Parses a PDF file; its pages are marked in the text.

    The date of the file's making is no date of publication and is not used; its title and author only where the text
    bears them out, since programs write there what they like.

    Raises:
        UnreadableFile: It is damaged, protected, too long, or has no text layer and no text can be recognised.
    """
    return read_pdf(data, hints, find_recogniser)


def read_pdf(data: bytes, hints: Hints, find: Callable[[], Recogniser | None]) -> Parsed:
    """Parses a PDF file as `parse_pdf` does.

    Args:
        data: The file.
        hints: What the user said about it.
        find: Returns what recognises text in pictures; asked only for a file with pages that have no text.
    """
    try:
        with closing(pypdfium2.PdfDocument(data)) as document:
            pages = _read_pages(document)
            properties = document.get_metadata_dict()
            silent = [number for number, page in enumerate(pages) if _letters(page) < _SCAN_LETTERS]
            recogniser = find() if silent else None
            seen = recognise(document, silent, recogniser) if recogniser else {}
    except pypdfium2.PdfiumError as error:
        locked = "password" in str(error).lower()
        reason = "is protected by a password; save a copy without it" if locked else "is damaged or no PDF file"
        raise UnreadableFile(reason) from error
    pages = [seen.get(number, page) for number, page in enumerate(pages)]
    silent = [number for number in silent if _letters(pages[number]) < _SCAN_LETTERS]
    if len(silent) == len(pages):
        mend = (
            "none is recognised in its pictures" if seen else 'save it with recognised text, or install the extra "ocr"'
        )
        raise UnreadableFile(f"has no text layer ({len(pages)} pages, perhaps scanned); {mend}")
    filled = [[line.strip() for line in page.split("\n") if line.strip()] for page in pages]
    sheets = read_printed_page(filled) or _without_edges(filled)
    words = Counter(_WORDS.findall("\n".join(pages).casefold()))
    texts = [_paragraphs(_mend_words("\n".join(lines), words)) for lines in sheets.pages]
    if export := read_layout(TEXT_LAYOUTS, "\n\n".join(texts).replace("\n", "\n\n"), hints):
        return export
    metadata = sheets.metadata.over(_metadata(properties, "\n".join(texts)))
    metadata = replace(metadata, warnings=(*metadata.warnings, *_warnings(silent, seen)))
    return Parsed((Draft(join_pages(texts), metadata, form=Form.PAGINATED, dropped=sheets.dropped),))


def _read_pages(document: pypdfium2.PdfDocument) -> list[str]:
    if len(document) > _MOST_PAGES:
        raise UnreadableFile(f"has {len(document):,} pages; the limit is {_MOST_PAGES:,}")
    pages = []
    for page in document:
        with closing(page), closing(page.get_textpage()) as textpage:
            text = _BREAK.sub("-\n", textpage.get_text_range())
            pages.append(clean_characters(_PRIVATE.sub("", text)))
    return pages


def _letters(text: str) -> int:
    return sum(character.isalpha() for character in text)


def _without_edges(pages: Sequence[Sequence[str]]) -> Sheets:
    """Leaves out running heads and feet, and page numbers that stand alone."""
    seen = Counter(key for page in pages for key in {_edge_key(line) for line in (*page[:_EDGE], *page[-_EDGE:])})
    least = max(_EDGE_PAGES, _EDGE_SHARE * len(pages))
    kept, dropped = [], []
    for page in pages:
        edges = {*range(min(_EDGE, len(page))), *range(max(0, len(page) - _EDGE), len(page))}
        gone = {row for row in edges if seen[_edge_key(page[row])] >= least or _PAGE_NUMBER.fullmatch(page[row])}
        kept.append([line for row, line in enumerate(page) if row not in gone])
        dropped += [page[row] for row in sorted(gone)]
    return Sheets(kept, Metadata(), tuple(dict.fromkeys(dropped)))


def _edge_key(line: str) -> str:
    return re.sub(r"\d+", "#", fold(line))


def _mend_words(text: str, words: Counter[str]) -> str:
    """Joins words that were broken at the end of a line; the hyphen goes only if the file has the word without it."""

    def mend(match: re.Match[str]) -> str:
        first, rest = match[1], match[2]
        return first if words[(first + rest).casefold()] else f"{first}-"

    return _BROKEN_WORD.sub(mend, text)


def _paragraphs(text: str) -> str:
    """Joins lines that plainly go on: long ones without the end of a sentence, and those before a small letter."""
    lines = text.split("\n")
    longest = sorted(map(len, lines))[int(0.9 * (len(lines) - 1))] if lines else 0
    joined: list[str] = []
    for row, line in enumerate(lines):
        before = lines[row - 1] if row else ""
        full = len(before) >= _FULL_LINE * longest
        goes_on = full and (line[:1].islower() or not before.endswith(_SENTENCE_ENDS))
        if joined and goes_on:
            joined[-1] += " " + line
        else:
            joined.append(line)
    return "\n".join(joined)


def _metadata(properties: dict[str, str], text: str) -> Metadata:
    plain = fold(text)
    title, author = (clean_line(properties.get(name, "")) for name in ("Title", "Author"))
    title = title if len(title.split()) > 1 and fold(title) in plain else ""
    author = author if len(author.split()) > 1 and fold(author) in plain else ""
    return from_places(title=(title, "PDF: Title"), authors=((author,) if author else (), "PDF: Author"))


def _warnings(silent: Sequence[int], seen: Mapping[int, str]) -> Iterator[str]:
    if seen:
        yield "Its text was recognised in pictures (OCR): check names and figures."
    if silent:
        numbers = ", ".join(str(number + 1) for number in silent[:_PAGES_NAMED])
        yield f"These pages hold no text and may be scanned: {numbers}."
