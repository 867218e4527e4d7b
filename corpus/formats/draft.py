"""An article as its file gives it, before anything else is asked."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import tzinfo
from enum import Enum, auto

from corpus.errors import Problem
from corpus.metadata import Metadata
from corpus.metadata.field_map import FieldMap


class Form(Enum):
    """What a text still holds beside the article."""

    FIELD = auto()  # next to nothing: some extractor has cleaned it before
    COPIED = auto()  # lines of a page may stand around it, as in text that was copied from a browser
    MARKDOWN = auto()  # as copied, with the marks of Markdown
    PAGINATED = auto()  # as copied, with marks where its pages begin; see `corpus.cleaning.pagination`
    WEB_PAGE = auto()  # as copied; its metadata are the page's own words, often the name of its owner or a slogan


@dataclass(frozen=True, slots=True)
class Draft:
    """One text of a file with what the file says about it.

    Attributes:
        text: The text as decoded; not yet cleaned.
        metadata: What the file says.
        number: Number of the record in a file of many, from 1; None where the file is one article.
        guessed_encoding: Name of the encoding when it had to be guessed, else empty.
        form: What the text still holds beside the article.
        dropped: Lines that the parser left out as no part of the article.
    """

    text: str
    metadata: Metadata
    number: int | None = None
    guessed_encoding: str = ""
    form: Form = Form.FIELD
    dropped: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Hints:
    """What the user said about how to read a file.

    Attributes:
        encoding: Name of the encoding; empty means find it.
        date_order: ``"DMY"`` or ``"MDY"``; empty means that ambiguous dates stay unknown.
        fields: Where records give the fields of an article.
        zone: Where the user is; the day of a moment that a file gives in UTC is the one there.
    """

    encoding: str = ""
    date_order: str = ""
    fields: FieldMap = FieldMap()  # noqa: RUF009 - it never changes
    zone: tzinfo | None = None


@dataclass(frozen=True, slots=True)
class Parsed:
    """The drafts of a file, and the records that are none; each problem's source is ``#n``, or empty for the file."""

    drafts: tuple[Draft, ...]
    problems: tuple[Problem, ...] = ()


Parser = Callable[[bytes, Hints], Parsed]
