"""Evernote's exports: each note is an article, be it clipped from a page or pasted."""

import re
from collections.abc import Iterator, Sequence
from io import BytesIO
from itertools import groupby

from lxml import etree

from corpus.errors import UnreadableFile
from corpus.formats.documents import Document, gather, without_number
from corpus.formats.draft import Draft, Form, Hints, Parsed
from corpus.metadata.authors import read_authors
from corpus.metadata.merge import Metadata
from corpus.metadata.record import read_metadata
from corpus.text import clean_line, squash
from corpus.web.blocks import Block, blocks_of, html_of

_MOST_NOTES = 20_000
# Pictures and files; their letters alone would be more than a parser of XML takes for the text of one element.
_ATTACHED = re.compile(rb"<data\b[^<>]{0,200}>[A-Za-z0-9+/=\s]*</data>")
_SECRET = re.compile(r"<en-crypt\b[^<>]{0,500}>[^<]*</en-crypt>")
_FEWEST_OF_A_MENU = 4  # lines
_UNTITLED = frozenset({"untitled", "untitled note"})
_CLIPPED = "web.clip"  # how the source of a note begins that was clipped from a page


def parse_enex(data: bytes, hints: Hints) -> Parsed:
    """Parses an export, a note after the other.

    The day on which a note was made is that of clipping, not of publication, so it is not used.

    Raises:
        UnreadableFile: It holds no note with a text.
    """
    notes = enumerate(_notes(_ATTACHED.sub(b"<data/>", data).lstrip()), start=1)
    documents = (Document(number, note if isinstance(note, str) else _read_note(note, hints)) for number, note in notes)
    return without_number(gather(documents, "holds no notes of Evernote"))


def _notes(data: bytes) -> Iterator[etree._Element | str]:
    """Gives the notes as far as the file is whole; a text says why it does not go on."""
    found = etree.iterparse(
        BytesIO(data), events=("end",), tag="note", resolve_entities=False, no_network=True, load_dtd=False
    )
    number = 0
    try:
        for _, note in found:
            number += 1
            if number > _MOST_NOTES:
                yield f"only the first {_MOST_NOTES:,} notes are read"
                return
            etree.strip_elements(note, etree.Entity, with_tail=False)  # none is expanded, so none is text
            yield note
            note.clear()
    except (etree.LxmlError, ValueError) as error:
        if not number:
            raise UnreadableFile(f"is a damaged export of Evernote: {clean_line(str(error))[:200]}") from error
        yield "the file is damaged from here on; what follows is not read"


def _read_note(note: etree._Element, hints: Hints) -> Draft | str:
    source = _words(note.find("content"))
    markup = html_of(_SECRET.sub("", source).strip().encode())
    blocks = blocks_of(markup)
    menus = dict.fromkeys(_menus(blocks))
    text = "\n\n".join(block.text for place, block in enumerate(blocks) if place not in menus)
    if not text:
        files = len(note.findall("resource"))
        return f"is a note without text, only with {files} attached file(s)" if files else "is a note without text"
    secrets = len(_SECRET.findall(source))
    dropped = (f"{secrets} encrypted passage(s) of the note",) if secrets else ()
    return Draft(
        text,
        _read_fields(note, text, hints),
        form=Form.COPIED,
        dropped=(*dropped, *(blocks[place].text for place in menus)),
    )


def _menus(blocks: Sequence[Block]) -> list[int]:
    """Returns the places of lines that are links and nothing else, where many follow one another.

    Whoever clips a whole page clips its menus and its lists of other articles too; nothing else tells them any more.
    """
    runs = groupby(range(len(blocks)), key=lambda place: squash(blocks[place].text) == squash(blocks[place].link))
    found = [list(places) for linked, places in runs if linked]
    return [place for places in found if len(places) >= _FEWEST_OF_A_MENU for place in places]


def _read_fields(note: etree._Element, text: str, hints: Hints) -> Metadata:
    title, author = clean_line(_words(note.find("title"))), clean_line(_words(note.find("note-attributes/author")))
    clipped = _words(note.find("note-attributes/source")).strip().startswith(_CLIPPED)
    believed = clipped or (" " in author and author.casefold() in text.casefold())
    fields = {
        "title": "" if title.casefold() in _UNTITLED else title,
        "url": _words(note.find("note-attributes/source-url")).strip(),
        "authors": author if believed else "",
        "keywords": [_words(tag) for tag in note.findall("tag")],
    }
    found = read_metadata(fields, "Evernote", hints.date_order)
    doubtful = clipped and read_authors(author)
    warning = f"Evernote names {author} as the author of the note, who may be whoever clipped the page."
    return found.over(Metadata(warnings=(warning,) if doubtful else ()))


def _words(element: etree._Element | None) -> str:
    return "".join(map(str, element.itertext())) if element is not None else ""
