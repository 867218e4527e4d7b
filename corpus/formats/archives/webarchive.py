"""Web archives of Safari: a page with its pictures in one property list."""

import plistlib
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import replace
from xml.parsers.expat import ExpatError

from corpus.errors import UnreadableFile
from corpus.formats.draft import Hints, Parsed
from corpus.formats.html import parse_html
from corpus.metadata.merge import from_places
from corpus.metadata.record import read_url

_PAGES = frozenset({"", "text/html", "application/xhtml+xml"})


def parse_webarchive(data: bytes, hints: Hints) -> Parsed:
    """Parses the page of an archive.

    Raises:
        UnreadableFile: There is no page in it, or no article on the page.
    """
    page = _main_resource(data)
    content, kind = page.get("WebResourceData"), str(page.get("WebResourceMIMEType") or "").lower()
    if kind not in _PAGES:
        raise UnreadableFile(f"holds no web page, but a file of the kind {kind[:60]}")
    if not isinstance(content, bytes) or not content.strip():
        raise UnreadableFile("holds no web page")
    encoding = hints.encoding or _encoding(content, page.get("WebResourceTextEncodingName"))
    parsed = parse_html(content, replace(hints, encoding=encoding))
    noted = from_places(url=(read_url(page.get("WebResourceURL")), "archive: WebResourceURL"))
    return replace(parsed, drafts=tuple(replace(draft, metadata=draft.metadata.over(noted)) for draft in parsed.drafts))


def _main_resource(data: bytes) -> Mapping[str, object]:
    try:
        archive = plistlib.loads(data)
    except (ExpatError, ValueError, RecursionError, LookupError, TypeError, AttributeError) as error:
        raise UnreadableFile("is a damaged web archive") from error
    page = archive.get("WebMainResource") if isinstance(archive, dict) else None
    if not isinstance(page, dict):
        raise UnreadableFile("is a property list without a web page")
    return page


def _encoding(content: bytes, named: object) -> str:
    """Returns the encoding that the browser read the page in, where the bytes are in it and are no UTF-8."""
    with suppress(UnicodeDecodeError):
        content.decode()
        return ""
    with suppress(UnicodeDecodeError, LookupError):
        if isinstance(named, str):
            content.decode(named)
            return named
    return ""
