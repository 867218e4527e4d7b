"""Alerts of search engines: mails of teasers that others wrote, none of them an article."""

import re
from collections.abc import Iterable
from html import unescape
from urllib.parse import parse_qs, urlsplit

from corpus.formats.mail.headers import read_sender
from corpus.metadata.outlets import host_of
from corpus.metadata.record import read_url

_SENDERS = frozenset({"googlealerts-noreply@google.com", "googlenews-noreply@google.com", "alerts@talkwalker.com"})
# An alert that somebody forwarded without its head is known by its links, in any language.
_REDIRECT = re.compile(r"https?://(?:www\.)?google\.[a-z.]{2,6}/url\?[^\s\"'<>]{1,2000}", re.IGNORECASE)
_SETTINGS = re.compile(r"https?://(?:www\.)?google\.[a-z.]{2,6}/alerts[/?#]", re.IGNORECASE)
_ADDRESS = re.compile(r"https?://[^\s\"'<>]{1,2000}", re.IGNORECASE)
_NO_STORY = re.compile(
    r"(?:^|\.)(?:google(?:usercontent|apis)?|gstatic|schema|w3|talkwalker|facebook|twitter|x|linkedin|hootsuite)"
    r"\.[a-z.]{2,6}$",
    re.IGNORECASE,
)
_LISTED = 20


def alert_reason(sender: str, sources: Iterable[str]) -> str:
    """Returns why an alert is no article, with the addresses of what it points to; an empty text for other mails.

    Args:
        sender: Name and address of who sent it.
        sources: Its text as it was written; HTML as its source.
    """
    written = "\n".join(map(unescape, sources))
    who = read_sender(sender)
    known = f"{who.local}@{who.host}".lower() in _SENDERS
    if not known and not (_REDIRECT.search(written) and _SETTINGS.search(written)):
        return ""
    links = list(dict.fromkeys(link for match in _ADDRESS.finditer(written) if (link := _target(match[0]))))
    more = f", and {len(links) - _LISTED:,} more" if len(links) > _LISTED else ""
    where = f"; save the pages it points to: {', '.join(links[:_LISTED])}{more}" if links else ""
    return f"metadata only: the alert holds just teasers of articles{where}"


def _target(link: str) -> str:
    """Returns the address that a link of an alert leads to; an empty text for those of the service itself."""
    if _REDIRECT.fullmatch(link):
        query = parse_qs(urlsplit(link).query)
        link = next((value[0] for name in ("url", "q") if (value := query.get(name))), "")
    url = read_url(link.rstrip(".,;)]"))
    return url if url and not _NO_STORY.search(host_of(url)) else ""
