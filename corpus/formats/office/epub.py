"""E-books: each document in the order of reading that has a heading and a text is an article."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from corpus.formats.documents import Document, gather
from corpus.formats.draft import Draft, Form, Hints, Parsed
from corpus.formats.office.package import Book, read_book
from corpus.formats.office.parts import opened
from corpus.metadata.merge import Metadata
from corpus.metadata.record import read_metadata
from corpus.text.folding import squash
from corpus.text.word_count import count_words
from corpus.web.blocks import Block, blocks_of, html_of, parse_markup

_FEWEST_WORDS = 15  # below a heading; a shorter document is a cover, a title page or an imprint
_HEADING_WITHIN = 5  # blocks
_MOSTLY = 0.5  # share of the words in links, from which a document is a list of contents
_DOWNLOADED = re.compile(r"This article was downloaded by \w+ from .{4,2000}")  # calibre's words
_MENU = re.compile(r"(?:\|\s*)?(?:(?:Next|Previous|Section [Mm]enu|Main [Mm]enu)\s*\|?\s*){2,6}")  # likewise


@dataclass(frozen=True, slots=True)
class _Page:
    """A document with a text: its heading, the text, where calibre took it from, and lines that are neither."""

    heading: str
    text: str
    url: str
    dropped: tuple[str, ...]


def parse_epub(data: bytes, hints: Hints) -> Parsed:
    """Parses an e-book, a newspaper's issue as well as a single text.

    Raises:
        UnreadableFile: It is damaged or protected, or holds no text.
    """
    with opened(data, "e-book") as parts:
        book = read_book(parts)
        read = (_read_page(parts.read(name), book.labels.get(name, "")) for name in book.pages)
        pages = [page for page in read if page is not None]
    if len(pages) == 1:
        return Parsed((_single(pages[0], book, hints),))
    documents = (Document(number, _of_many(page, book, hints)) for number, page in enumerate(pages, start=1))
    return gather(documents, "holds no text")


def _read_page(data: bytes, label: str) -> _Page | None:
    source = html_of(data)
    if _is_contents(source):
        return None
    blocks = blocks_of(source)
    aside = [block for block in blocks if _is_calibres(block)]
    kept = [block for block in blocks if not _is_calibres(block)]
    place = _place_of_heading(kept, label)
    heading = kept.pop(place).text if place is not None else label
    if sum(count_words(block.text) for block in kept) < _FEWEST_WORDS:
        return None
    url = next((block.url for block in aside if _DOWNLOADED.fullmatch(block.text)), "")
    return _Page(heading, "\n\n".join(block.text for block in kept), url, tuple(block.text for block in aside))


def _is_calibres(block: Block) -> bool:
    return bool(_DOWNLOADED.fullmatch(block.text) or _MENU.fullmatch(block.text))


def _place_of_heading(blocks: Sequence[Block], label: str) -> int | None:
    """Returns the place of the first heading, or else of the line that the contents name the document by."""
    first = blocks[:_HEADING_WITHIN]
    marked = (place for place, block in enumerate(first) if block.heading)
    named = (place for place, block in enumerate(first) if label and squash(block.text) == squash(label))
    return next(marked, next(named, None))


def _is_contents(source: str) -> bool:
    tree = parse_markup(source)
    if tree is None:
        return True
    linked = sum(len(link.text_content().split()) for link in tree.iter("a"))
    return linked > _MOSTLY * len(tree.text_content().split())


def _single(page: _Page, book: Book, hints: Hints) -> Draft:
    return _draft(page, book, hints, page.heading or book.title, book.authors)


def _of_many(page: _Page, book: Book, hints: Hints) -> Draft | str:
    if not page.heading:
        return f"has no heading, so nothing tells whether it is an article of its own: {page.text[:60]!r}"
    draft = _draft(page, book, hints, page.heading, ())
    warning = "The day is that of the whole e-book."
    warnings = (warning,) if draft.metadata.published else ()
    return Draft(page.text, draft.metadata.over(Metadata(warnings=warnings)), form=draft.form, dropped=draft.dropped)


def _draft(page: _Page, book: Book, hints: Hints, title: str, authors: Sequence[str]) -> Draft:
    fields = {
        "outlet": book.outlet,
        "published": book.published,
        "title": title,
        "authors": authors,
        "url": page.url,
    }
    return Draft(page.text, read_metadata(fields, "e-book", hints.date_order), form=Form.COPIED, dropped=page.dropped)
