"""An article as its file gives it, before anything else is asked."""

from collections.abc import Callable
from dataclasses import dataclass

from corpus.errors import Problem
from corpus.metadata.merge import Metadata


@dataclass(frozen=True, slots=True)
class Draft:
    """One text of a file with what the file says about it.

    Attributes:
        text: The text as decoded; not yet cleaned.
        metadata: What the file says.
        number: Number of the record in a file of many, from 1; None where the file is one article.
        guessed_encoding: Name of the encoding when it had to be guessed, else empty.
        marked_up: Whether the text is Markdown.
        loose: Whether lines of a page may stand around the text, as in text that was copied from a browser.
        dropped: Lines that the parser left out as no part of the article.
        paginated: Whether marks in the text tell where its pages begin; see `corpus.cleaning.pagination`.
        web_page: Whether the metadata are what a web page says of itself, which is often its owner's name or a slogan.
    """

    text: str
    metadata: Metadata
    number: int | None = None
    guessed_encoding: str = ""
    marked_up: bool = False
    loose: bool = False
    dropped: tuple[str, ...] = ()
    paginated: bool = False
    web_page: bool = False


@dataclass(frozen=True, slots=True)
class Hints:
    """What the user said about how to read a file.

    Attributes:
        encoding: Name of the encoding; empty means find it.
        date_order: ``"DMY"`` or ``"MDY"``; empty means that ambiguous dates stay unknown.
    """

    encoding: str = ""
    date_order: str = ""


@dataclass(frozen=True, slots=True)
class Parsed:
    """The drafts of a file, and the records that are none; each problem's source is ``#n``, or empty for the file."""

    drafts: tuple[Draft, ...]
    problems: tuple[Problem, ...] = ()


Parser = Callable[[bytes, Hints], Parsed]
