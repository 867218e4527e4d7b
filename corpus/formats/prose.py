"""Text and Markdown files: one article a file, but for exports that are laid out in a known way."""

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial

from corpus.errors import UnreadableFile
from corpus.formats.agency.wire.message import without_line_controls
from corpus.formats.documents import Record, draft_of, read_layout
from corpus.formats.draft import Draft, Form, Hints, Parsed, Parser
from corpus.formats.layouts import TEXT_LAYOUTS
from corpus.formats.notes.joplin import read_joplin
from corpus.formats.notes.readwise import read_readwise
from corpus.metadata import Metadata
from corpus.metadata.front_matter import split_front_matter, split_labels
from corpus.metadata.record import read_metadata
from corpus.text import decode
from corpus.text.characters import clean_characters

_ADDRESS = re.compile(r"(?:[-*] |\d{1,4}[.)] )?<?https?://\S+")
# Programs that write notes as Markdown with lines of their own; each gives the note, why it is none, or None.
_NOTES: Mapping[str, Callable[[str], Record | str | None]] = {"Joplin": read_joplin, "Readwise": read_readwise}


def _parse(data: bytes, hints: Hints, form: Form) -> Parsed:
    decoded = decode(without_line_controls(data), hints.encoding)
    text = clean_characters(decoded.text)
    if export := read_layout(TEXT_LAYOUTS, text, hints, decoded.guessed):
        return export
    if text.strip() and all(_ADDRESS.fullmatch(line.strip()) for line in text.split("\n") if line.strip()):
        raise UnreadableFile("holds addresses and no article; save the pages themselves")
    matter = split_front_matter(text)
    split = matter if matter.fields else split_labels(text)
    found = read_metadata(split.fields, "front matter" if matter.fields else "lines above the text", hints.date_order)
    warnings = Metadata(warnings=(split.warning,) if split.warning else ())
    if note := _read_note(split.body, hints):
        return Parsed((replace(note, metadata=note.metadata.over(found), guessed_encoding=decoded.guessed),))
    draft = Draft(
        text=split.body,
        metadata=found.over(warnings),
        guessed_encoding=decoded.guessed,
        form=Form.MARKDOWN if matter.fields else form,  # whoever writes front matter writes Markdown under it
        dropped=split.dropped,
    )
    return Parsed((draft,))


def _read_note(text: str, hints: Hints) -> Draft | None:
    for program, read in _NOTES.items():
        note = read(text)
        if isinstance(note, str):
            raise UnreadableFile(note)
        if note is not None:
            return replace(draft_of(note, program, hints), form=Form.MARKDOWN)
    return None


parse_text: Parser = partial(_parse, form=Form.COPIED)
parse_markdown: Parser = partial(_parse, form=Form.MARKDOWN)
