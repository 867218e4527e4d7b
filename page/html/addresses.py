"""Addresses in the page: of articles and their passages here, and of their originals."""

import re
from collections.abc import Iterable
from urllib.parse import quote as quote_url
from urllib.parse import urlsplit

from page.html.segments import Span
from qa.passage import Passage

_AT = re.compile(r"(\d{1,9})-(\d{1,9})")


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
    citation, sentences = passage.citation, [(mark.start, mark.end) for mark in passage.highlights]
    return article_path(citation.article_id, (citation.start, citation.end), sentences)


def whole_path(article_id: str) -> str:
    """Returns the address of an article's page on this server, opened at its beginning."""
    return f"/article/{quote_url(article_id, safe='')}"


def article_path(article_id: str, at: Span, sentences: Iterable[Span] = ()) -> str:
    """Returns the address of an article's page on this server, opened at a passage.

    Args:
        article_id: Id of the article in the index.
        at: The passage to open it at.
        sentences: Sentences of the passage to bring out.
    """
    return f"{whole_path(article_id)}?{_spans(at, sentences)}#hit"


def context_path(article_id: str, at: Span, sentences: Iterable[Span] = ()) -> str:
    """Returns the address of a quotation with more of the article around it; the arguments are those of a passage."""
    return f"/context/{quote_url(article_id, safe='')}?{_spans(at, sentences)}"


def _spans(at: Span, sentences: Iterable[Span]) -> str:
    return f"at={at[0]}-{at[1]}" + "".join(f"&mark={start}-{end}" for start, end in sentences)


def read_span(written: str) -> Span | None:
    """Reads ``"start-end"``; anything else means no span."""
    found = _AT.fullmatch(written)
    return (int(found[1]), int(found[2])) if found else None
