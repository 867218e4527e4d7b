"""What somebody wrote in an office program: paragraphs with their styles to an article, or to those of an export."""

from collections.abc import Sequence
from dataclasses import dataclass

from corpus.formats.documents import read_layout
from corpus.formats.draft import Draft, Form, Hints, Parsed
from corpus.formats.layouts import TEXT_LAYOUTS
from corpus.metadata.authors import read_authors
from corpus.metadata.merge import from_places
from corpus.text import clean_line

_TITLE_STYLES = frozenset({"title", "titel", "titre", "título", "heading 1", "heading1"})
_TITLE_WITHIN = 5  # paragraphs


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph or a table.

    Attributes:
        text: Its words.
        style: Name of its style, empty when it has none.
    """

    text: str
    style: str = ""


def read_written(paragraphs: Sequence[Paragraph], author: str, program: str, hints: Hints) -> Parsed:
    """Makes a draft of a document, or drafts of an export that was saved as one.

    The title is the paragraph in a title's style; an author that the file's properties name is believed only where
    the text bears it out.

    Args:
        paragraphs: What is written, in order; those without words are left out.
        author: The author that the properties name, or empty.
        program: Whose document it is, for the provenance: ``"Word"``.
        hints: What the user said about the file.
    """
    filled = [paragraph for paragraph in paragraphs if paragraph.text.strip()]
    if export := read_layout(TEXT_LAYOUTS, "\n\n".join(paragraph.text for paragraph in filled), hints):
        return export
    title = next(
        (row for row, found in enumerate(filled[:_TITLE_WITHIN]) if found.style.casefold() in _TITLE_STYLES), None
    )
    headline = clean_line(filled.pop(title).text) if title is not None else ""
    text = "\n\n".join(paragraph.text for paragraph in filled)
    name = clean_line(author)
    authors = read_authors(name) if " " in name and name.casefold() in text.casefold() else ()
    metadata = from_places(title=(headline, f"{program}: title"), authors=(authors, f"{program}: author"))
    return Parsed((Draft(text, metadata, form=Form.COPIED),))
