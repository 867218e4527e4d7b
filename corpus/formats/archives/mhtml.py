"""Web archives (MHTML): a page that a browser saved with its pictures in one file."""

from dataclasses import replace
from email import message_from_bytes, policy
from email.message import EmailMessage
from itertools import islice

from corpus.errors import UnreadableFile
from corpus.formats.draft import Draft, Hints, Parsed
from corpus.formats.html import decode_page, parse_page
from corpus.metadata.merge import from_places
from corpus.metadata.record import read_url

_MOST_PARTS = 2_000
_PAGES = frozenset({"text/html", "application/xhtml+xml"})


def parse_mhtml(data: bytes, hints: Hints) -> Parsed:
    """Parses the first web page of an archive.

    Raises:
        UnreadableFile: There is no page in it, or no article on the page.
    """
    message = message_from_bytes(data, policy=policy.default)
    parts = (part for part in islice(message.walk(), _MOST_PARTS) if part.get_content_type() in _PAGES)
    page = next(parts, None)
    payload = page.get_payload(decode=True) if page is not None else None
    if page is None or not isinstance(payload, bytes) or not payload.strip():
        raise UnreadableFile("holds no web page")
    parsed = parse_page(decode_page(payload, hints.encoding), hints)
    drafts = (draft if draft.number else _with_address(draft, message, page) for draft in parsed.drafts)
    return replace(parsed, drafts=tuple(drafts))  # the address of an export is that of none of its documents


def _with_address(draft: Draft, message: EmailMessage, page: EmailMessage) -> Draft:
    """Adds the address that the browser noted, where the page itself gives none."""
    for header, part in (("Snapshot-Content-Location", message), ("Content-Location", page)):
        noted = from_places(url=(read_url(str(part.get(header, ""))), f"archive: {header}"))
        draft = replace(draft, metadata=draft.metadata.over(noted))
    return draft
