"""Addresses in the page: of articles and their passages here, and of their originals."""

from collections.abc import Iterable
from urllib.parse import quote as quote_url
from urllib.parse import urlsplit

from page.html.anchors import Anchor
from qa.passage import Passage

_FRAGMENT_WORDS = 5  # of each end of a passage, to find it by on the page it was published on


def text_fragment(quote: str) -> str:
    """Returns what makes a browser open a page at a quotation: ``#:~:text=`` with its first and its last words."""
    words = quote.split()
    ends = [words] if len(words) <= 2 * _FRAGMENT_WORDS else [words[:_FRAGMENT_WORDS], words[-_FRAGMENT_WORDS:]]
    # Inside a fragment a dash and a comma have a meaning of their own.
    return "#:~:text=" + ",".join(
        quote_url(" ".join(end), safe="", errors="replace").replace("-", "%2D") for end in ends
    )


def original(url: str, fragment: str = "") -> str:
    """Returns the address that a link to an original leads to; empty for anything but http and https.

    Args:
        url: The address of the original.
        fragment: Where on the page to open it (see `text_fragment`), unless the address says so itself.
    """
    try:
        address = urlsplit(url)
    except ValueError:
        return ""
    if address.scheme not in {"http", "https"} or not address.netloc:
        return ""
    return url if address.fragment else url + fragment


def passage_path(passage: Passage) -> str:
    """Returns the address of the article of a passage, opened at it, with its sentences that answer brought out."""
    return f"/article/{_place(passage)}#hit"


def context_path(passage: Passage) -> str:
    """Returns the address of a quotation with more of the article around it."""
    return f"/context/{_place(passage)}"


def whole_path(article_id: str) -> str:
    """Returns the address of an article's page on this server, opened at its beginning."""
    return f"/article/{quote_url(article_id, safe='')}"


def _place(passage: Passage) -> str:
    citation = passage.citation
    anchored = (Anchor.of(mark.start, mark.text) for mark in passage.highlights)
    marks = "".join(f"&mark={anchor.written}" for anchor in anchored)
    return f"{quote_url(citation.article_id, safe='')}?at={Anchor.of(citation.start, passage.text).written}{marks}"


def read_anchors(written: Iterable[str]) -> list[Anchor]:
    """Reads the anchors in an address; what is none is passed over."""
    return [anchor for one in written if (anchor := Anchor.read(one))]
