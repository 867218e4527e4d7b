"""The article: what was published, by whom, when, how each of these is known, and ids that outlive edits."""

import hashlib
import json
import re
from bisect import bisect_right
from collections.abc import Container
from dataclasses import dataclass, fields
from datetime import date, datetime

_DIGITS = 16
_NO_CONTENT = ("article_id", "content_hash")  # which id an article gets depends on other articles
_RECORD_NUMBER = re.compile(r"#\d+$")
UNKNOWN_OUTLET = "Unknown outlet"


@dataclass(frozen=True, slots=True)
class Provenance:
    """Where one field of an article comes from.

    Attributes:
        field: Name of the field of `Article`, such as ``"outlet"``.
        origin: Where its value was found, in words a reader can check, such as ``"corpus.toml"`` or
            ``"front matter: date"``.
    """

    field: str
    origin: str


@dataclass(frozen=True, slots=True)
class Edition:
    """Which version of which item a document is.

    Attributes:
        item: What the agency calls the item, the same in all its versions.
        version: Number of the version; None when it has none. Where the name is not certain, that of the message.
        created: When this version was made, ISO 8601 in UTC; empty when nothing says so.
        withdraws: Whether it takes the item back, and is no article itself.
        certain: Whether the name is this item's alone. The slug of a wire story may be that of several.
    """

    item: str
    version: int | None = None
    created: str = ""
    withdraws: bool = False
    certain: bool = True


@dataclass(frozen=True, slots=True)
class Article:
    """One published text, cleaned, with its metadata.

    Attributes:
        article_id: Stable over edits and moves: the article's own id, else from its url, else from its path.
        outlet: Display name of the outlet, or `UNKNOWN_OUTLET`.
        title: Headline; empty when none is known.
        text: The cleaned text that every offset of the program refers to (in code points).
        source: Path of the file inside the corpus (posix), with ``#n`` for record n of a file of many.
        content_hash: Hexadecimal sha256 over text and metadata: tells whether anything changed.
        published: Day of publication as the outlet gave it, or None. Never taken from the file's own times.
        authors: Names, in order.
        url: Address of the original (http or https), or None.
        flags: Machine-readable remarks shown with a citation, such as ``"ai-generated"``.
        provenance: Where each known field came from.
        dropped: Lines left out of the text, in order, so that nothing vanishes silently.
        warnings: What a reader should know about this article, one sentence each.
        pages: Offset in the text where each page of the file begins, the first 0; empty where there are no pages.
        slug: The short name under which a newsroom keeps the story; empty when none is known.
        keywords: What it is about, as the outlet says.
        embargo: Until when the outlet wants nothing of it published, or None; without a zone where the outlet gives
            none.
        edition: Which version of which item of an agency it is; None when nothing says so.
    """

    article_id: str
    outlet: str
    title: str
    text: str
    source: str
    content_hash: str
    published: date | None = None
    authors: tuple[str, ...] = ()
    url: str | None = None
    flags: tuple[str, ...] = ()
    provenance: tuple[Provenance, ...] = ()
    dropped: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()
    pages: tuple[int, ...] = ()
    slug: str = ""
    keywords: tuple[str, ...] = ()
    embargo: datetime | None = None
    edition: Edition | None = None

    def page_at(self, offset: int) -> int | None:
        """Returns the number of the page, from 1, on which an offset of the text lies; None without pages."""
        return bisect_right(self.pages, offset) or None


def source_of(name: str, number: int | None) -> str:
    """Returns the name of a file, with ``#n`` for record n of a file of many."""
    return name if number is None else f"{name}#{number}"


def file_of(source: str) -> str:
    """Returns the name of the file that an article or a record comes from."""
    return _RECORD_NUMBER.sub("", source)


def url_id(url: str) -> str:
    """Returns the id of an article that is known by its address."""
    return _short_hash("url:" + url)


def path_id(source: str) -> str:
    """Returns the id of an article that is known by its place in the corpus only."""
    return _short_hash("path:" + source)


def free_id(source: str, taken: Container[str]) -> str:
    """Returns an id made from an article's place, for one whose own id or address another article has too."""
    article_id, number = path_id(source), 1
    while article_id in taken:
        number += 1
        article_id = path_id(f"{source}~{number}")
    return article_id


def hash_content(article: Article) -> str:
    """Returns a hexadecimal sha256 over all fields but hash and id: any edit, of words or metadata, shows."""
    values = [getattr(article, field.name) for field in fields(article) if field.name not in _NO_CONTENT]
    written = json.dumps(values, ensure_ascii=False, default=repr)  # dates and provenance
    return hashlib.sha256(written.encode()).hexdigest()


def _short_hash(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:_DIGITS]
