"""Mails: newsletters and articles that somebody sent, and digests with several stories."""

import re
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace
from email import message_from_bytes, policy
from email.message import EmailMessage, MIMEPart
from html import unescape

from corpus.errors import UnreadableFile
from corpus.formats.draft import Draft, Form, Hints, Parsed
from corpus.formats.mail.sender import TITLE_LIMIT, Envelope, envelope_of
from corpus.metadata import Metadata
from corpus.metadata.merge import from_places
from corpus.metadata.record import read_url
from corpus.text import clean_line, decode
from corpus.web.blocks import Block, blocks_of

_RULE = re.compile(r"\s*([-=*_~#])(?:\s*\1){4,}\s*")
_ADDRESS = re.compile(r"https?://[^\s<>\"]+")
_STORY_WORDS = 40  # a shorter piece of a digest is a teaser
_STORIES_FEWEST = 2
_PROSE_LEAST = 0.6  # share of the words that must lie in such stories, else the mail is no digest
_BOILERPLATE = re.compile(
    r"(?:view|read) (?:this (?:e-?mail|newsletter|message) )?(?:in|on)(?: your| the| a)? (?:browser|web).{0,40}"
    r"|unsubscribe.{0,80}|.{0,60}\bunsubscribe(?: here| now)?\.?"
    r"|(?:manage|update) (?:your )?(?:profile|preferences|subscriptions?).{0,40}"
    r"|(?:was this (?:e-?mail|newsletter) )?forwarded (?:to you|this (?:e-?mail|newsletter))\?.{0,60}"
    r"|you (?:are receiving|received|get) this (?:e-?mail|newsletter|message).{0,200}"
    r"|sent from my \w{1,20}\.?|privacy policy",
    re.IGNORECASE,
)


def parse_mail(data: bytes, hints: Hints) -> Parsed:
    """Parses a mail; attachments are not read.

    Raises:
        UnreadableFile: It holds no text.
    """
    message = message_from_bytes(data, policy=policy.default)
    blocks = _blocks(message, hints)
    if not blocks:
        raise UnreadableFile("is a mail without text" if message.keys() else "is no mail: it begins with no header")
    envelope = envelope_of(message, [block.text for block in blocks])
    metadata = _metadata(envelope)
    above, blocks = blocks[: envelope.blocks], blocks[envelope.blocks :]  # who forwards a mail writes above it
    if not blocks:
        raise UnreadableFile("is a forwarded mail without text")
    kept = [block for block in blocks if not _BOILERPLATE.fullmatch(block.text)]
    boilerplate = (block for block in blocks if _BOILERPLATE.fullmatch(block.text))
    dropped = tuple(block.text for block in (*above, *boilerplate))
    stories = _stories(kept)
    if len(stories) < _STORIES_FEWEST:
        text = "\n\n".join(block.text for block in kept if not _RULE.fullmatch(block.text))
        return Parsed((Draft(text, metadata, form=Form.COPIED, dropped=dropped),))
    return Parsed(tuple(_story(story, metadata, number) for number, story in enumerate(stories, start=1)))


def _blocks(message: EmailMessage, hints: Hints) -> list[Block]:
    part = message.get_body(("html", "plain"))
    if part is None:
        return []
    payload = part.get_payload(decode=True)
    data = payload if isinstance(payload, bytes) else b""
    text = decode(data, hints.encoding or _charset(part, data)).text if data.strip() else ""
    if part.get_content_subtype() == "html":
        return blocks_of(text)
    paragraphs = re.split(r"\n\s*\n", text.replace("\r\n", "\n"))
    return [_plain_block(paragraph) for paragraph in paragraphs if paragraph.strip()]


def _charset(part: MIMEPart, data: bytes) -> str:
    """Returns the declared encoding if the bytes are in it; else what they are is found as for any file."""
    name = part.get_content_charset() or ""
    with suppress(UnicodeDecodeError, LookupError):
        data.decode(name or "ascii")
        return name
    return ""


def _plain_block(paragraph: str) -> Block:
    """A paragraph of a plain mail; its lines were broken for the width of a window."""
    address = _ADDRESS.search(paragraph)
    lines = [line.strip() for line in paragraph.strip().split("\n")]
    short = len(lines) == 1 and len(lines[0]) <= TITLE_LIMIT and not lines[0].endswith((".", ",", ";", ":"))
    heading = short and not address and not _RULE.fullmatch(lines[0])
    return Block(" ".join(lines), heading, address[0] if address else "")


def _metadata(envelope: Envelope) -> Metadata:
    kind = "forwarded mail" if envelope.forwarded else "mail"
    found = from_places(
        outlet=(envelope.outlet, f"{kind}: From"),
        title=(envelope.title, f"{kind}: Subject"),
        published=(envelope.published, f"{kind}: Date (when it was sent)"),
    )
    sender = clean_line(envelope.sender)
    doubtful = sender and not envelope.outlet
    return replace(found, warnings=(f"The mail comes from {sender}, which may be no outlet.",) if doubtful else ())


def _stories(blocks: Sequence[Block]) -> list[list[Block]]:
    """Splits a digest at its headings; nothing is split when much of the mail is no story of its own."""
    stories: list[list[Block]] = []
    for block in blocks:
        if block.heading or _RULE.fullmatch(block.text):
            stories.append([])
        if stories and not _RULE.fullmatch(block.text):
            stories[-1].append(block)
    told = [
        story for story in stories if story and story[0].heading and _words(story[1:]) >= _STORY_WORDS and _link(story)
    ]
    return told if sum(map(_words, told)) >= _PROSE_LEAST * _words(blocks) else []


def _words(blocks: Sequence[Block]) -> int:
    return sum(len(block.text.split()) for block in blocks)


def _link(story: Sequence[Block]) -> str | None:
    return next((url for block in story if (url := read_url(unescape(block.url)))), None)


def _story(blocks: Sequence[Block], metadata: Metadata, number: int) -> Draft:
    title = clean_line(blocks[0].text)[:TITLE_LIMIT]
    # The links of newsletters lead through counters of clicks, so a story's link is not its address.
    own = from_places(title=(title, "heading in the mail"))
    text = "\n\n".join(block.text for block in blocks[1:])
    return Draft(text, own.over(metadata), number=number, form=Form.COPIED)
