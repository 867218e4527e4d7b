"""A file of many documents: exports of databases, records, feeds, archives and mailboxes alike."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from corpus.errors import Problem, UnreadableFile
from corpus.formats.draft import Draft, Hints, Parsed
from corpus.metadata.record import read_metadata

_HEAD = 20_000  # characters that tell the layout of a text


@dataclass(frozen=True, slots=True)
class Document:
    """One document of a file of many.

    Attributes:
        number: Its number, from 1; None when the file is this document.
        content: What it gives, or the reason why it cannot be read.
    """

    number: int | None
    content: Draft | str


@dataclass(frozen=True, slots=True)
class Record:
    """One document as an export lays it out, its fields told apart.

    Attributes:
        fields: Values as they are written, under names that `corpus.metadata.names.NAMES` has, such as ``"outlet"``.
        text: The article alone.
        dropped: Lines of the document that are neither.
    """

    fields: Mapping[str, object]
    text: str
    dropped: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Layout:
    """A way in which a program lays out the documents of a file.

    Attributes:
        name: Whose it is, as the provenance of each field names it, such as ``"Factiva"``.
        fits: Says whether a file is laid out so, by its beginning.
        records: Gives each document of a file in order; a text is the reason why one cannot be told apart.
        reach: Characters that make up the beginning; pages may have more of styles and programs above their first word.
    """

    name: str
    fits: Callable[[str], bool]
    records: Callable[[str], Iterator[Record | str]]
    reach: int = _HEAD


def gather(documents: Iterable[Document], nothing: str) -> Parsed:
    """Puts the documents of a file together.

    Args:
        documents: The documents, in order.
        nothing: What is wrong with a file that has none.

    Raises:
        UnreadableFile: There is none, or none can be read for one and the same reason.
    """
    drafts: list[Draft] = []
    problems: list[Problem] = []
    for document in documents:
        if isinstance(document.content, str):
            problems.append(Problem("" if document.number is None else f"#{document.number}", document.content))
        else:
            drafts.append(replace(document.content, number=document.number))
    reasons = {problem.reason for problem in problems}
    if not drafts and len(reasons) < 2:
        raise UnreadableFile(reasons.pop() if reasons else nothing)
    return Parsed(tuple(drafts), tuple(problems))


def without_number(parsed: Parsed) -> Parsed:
    """Returns what a file holds; a single document, with nothing left out beside it, as the file itself."""
    if len(parsed.drafts) != 1 or parsed.problems:
        return parsed
    return Parsed((replace(parsed.drafts[0], number=None),))


def read_layout(layouts: Iterable[Layout], text: str, hints: Hints, guessed: str = "") -> Parsed | None:
    """Reads a file that is laid out in a known way.

    Args:
        layouts: The ways to try; the first that fits is taken.
        text: The decoded file; the paragraphs of formats other than plain text with an empty line between.
        hints: What the user said about the file.
        guessed: Name of its encoding when it had to be guessed, else empty.

    Returns:
        Its documents, or None where no layout fits.

    Raises:
        UnreadableFile: One fits, and not one document can be told apart.
    """
    layout = next((layout for layout in layouts if layout.fits(text[: layout.reach])), None)
    if layout is None:
        return None
    documents = (
        Document(number, record if isinstance(record, str) else draft_of(record, layout.name, hints, guessed))
        for number, record in enumerate(layout.records(text), start=1)
    )
    return gather(documents, f"looks like an export of {layout.name}, but none of its documents can be told apart")


def draft_of(record: Record, origin: str, hints: Hints, guessed: str = "") -> Draft:
    """Makes a draft of a record.

    Args:
        record: The record.
        origin: What it is a record of, for the provenance.
        hints: What the user said about the file.
        guessed: Name of the file's encoding when it had to be guessed, else empty.
    """
    metadata = read_metadata(record.fields, origin, hints.date_order)
    return Draft(record.text, metadata, guessed_encoding=guessed, dropped=record.dropped)
