"""Addresses in the page: of articles and their passages here, and of their originals."""

import re
from collections.abc import Iterable
from html import escape
from urllib.parse import quote as quote_url
from urllib.parse import urlsplit

from page.html.markup import Span, escaped

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


def link(url: str | None, words: str = "", fragment: str = "") -> str:
    """Returns a link to an original that tells it nothing of us; anything but http and https stays plain text.

    Args:
        url: The address.
        words: What to show instead of it.
        fragment: Where on the page to open it (see `text_fragment`), unless the address says so itself.
    """
    if not url:
        return ""
    try:
        address = urlsplit(url)
    except ValueError:
        return escaped(url)
    if address.scheme not in {"http", "https"} or not address.netloc:
        return escaped(url)
    place = "" if address.fragment else fragment
    attributes = f'class="original" href="{escape(url + place)}" rel="noreferrer noopener" target="_blank"'
    return f"<a {attributes}>{escaped(words or url)}</a>"


def article_path(article_id: str, at: Span, sentences: Iterable[Span] = ()) -> str:
    """Returns the address of an article's page on this server, opened at a passage.

    Args:
        article_id: Id of the article in the index.
        at: The passage to open it at.
        sentences: Sentences of the passage to bring out.
    """
    return f"/article/{quote_url(article_id, safe='')}?{_spans(at, sentences)}#hit"


def context_path(article_id: str, at: Span, sentences: Iterable[Span] = ()) -> str:
    """Returns the address of a quotation with more of the article around it; the arguments are those of a passage."""
    return f"/context/{quote_url(article_id, safe='')}?{_spans(at, sentences)}"


def _spans(at: Span, sentences: Iterable[Span]) -> str:
    return f"at={at[0]}-{at[1]}" + "".join(f"&mark={start}-{end}" for start, end in sentences)


def read_span(written: str) -> Span | None:
    """Reads ``"start-end"``; anything else means no span."""
    found = _AT.fullmatch(written)
    return (int(found[1]), int(found[2])) if found else None
