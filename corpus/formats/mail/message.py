"""Mails: newsletters and articles that somebody sent, digests with several stories, and mails attached to mails."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from email.message import EmailMessage
from operator import itemgetter

from corpus.errors import UnreadableFile
from corpus.formats.documents import Document, gather, read_layout
from corpus.formats.draft import Draft, Form, Hints, Parsed
from corpus.formats.kinds import HTML, MHTML, SUFFIXES, kind_of, parse_file
from corpus.formats.layouts import TEXT_LAYOUTS
from corpus.formats.mail.alerts import alert_reason
from corpus.formats.mail.body import RULE, blocks_of_text, own_words, source_of_text
from corpus.formats.mail.digest import Story, split_stories
from corpus.formats.mail.furniture import take_furniture
from corpus.formats.mail.headers import read_sender
from corpus.formats.mail.masthead import read_masthead
from corpus.formats.mail.parts import File, parse_message, take_apart
from corpus.formats.mail.publisher import Publisher
from corpus.formats.mail.sender import TITLE_LIMIT, Envelope, envelope_of
from corpus.formats.page_layouts import PAGE_LAYOUTS
from corpus.metadata import Metadata
from corpus.metadata.merge import from_places
from corpus.text import clean_line
from corpus.text.decoding import split_bom
from corpus.web.blocks import Block, text_of

_APPLE = re.compile(rb"\d{1,12}[ \t]*\r?\n")  # Apple Mail writes the length of the mail above it
_APPLE_END = re.compile(rb"<\?xml[^>]{0,200}>\s*<!DOCTYPE plist")  # and its own notes below
_HEADERS = ("From", "Sender", "To", "Subject", "Date", "Received", "Message-ID", "MIME-Version", "Content-Type")
_DEEPEST = 10  # mails in mails in mails
_COVER_WORDS = 40  # a mail with fewer that has an article attached only brings it
_PAGES = frozenset(suffix for suffix, kind in SUFFIXES.items() if kind in (HTML, MHTML))
_PAGE_LEAST = 200  # characters of an article in an attached page
_REST_OF_TEXT = re.compile(r"att\d+\.html?", re.IGNORECASE)  # as Exchange names what it cuts off a mail
_FILES_NAMED = 10
_HEAD_WORDS = 20  # at the end of the head of a forwarded mail; enough to find it again


@dataclass(frozen=True, slots=True)
class _Text:
    """A piece of a mail's text in one form: its source and its type."""

    source: str
    kind: str


def parse_mail(data: bytes, hints: Hints) -> Parsed:
    """Parses a mail as programs save it, Apple's among them; of attached files pages and what databases send are read.

    Raises:
        UnreadableFile: It holds no text.
    """
    return parsed_mail(parse_message(_without_apple(data)), hints)


def parsed_mail(message: EmailMessage, hints: Hints) -> Parsed:
    """Reads a parsed mail, and the mails attached to it.

    Raises:
        UnreadableFile: It holds no text.
    """
    if not any(name in message for name in _HEADERS):
        raise UnreadableFile("is no mail: it begins with no header")
    contents = _read(message, hints, 0)
    numbers = range(1, len(contents) + 1) if len(contents) > 1 else (None,)
    return gather(map(Document, numbers, contents), "is a mail without text")


def _without_apple(data: bytes) -> bytes:
    """Returns the mail alone, without what Apple's program writes around it, and in no wide encoding."""
    data, wide = split_bom(data)
    if wide not in ("", "utf-8"):
        data = data.decode(wide, "replace").encode()
    length = _APPLE.match(data)
    if length is None:
        return data.lstrip(b"\r\n")
    end = length.end() + int(length[0])
    if not data[end:].lstrip().startswith(b"<?xml"):  # line ends were changed since it was counted
        notes = list(_APPLE_END.finditer(data))
        end = notes[-1].start() if notes else len(data)
    return data[length.end() : end]


def _read(message: EmailMessage, hints: Hints, level: int) -> list[Draft | str]:
    """Returns what a mail gives: its text, the mails attached to it, the exports attached to it."""
    if level > _DEEPEST:
        return [f"is attached to a mail in a mail, {level} deep, and not read"]
    parts = take_apart(message)
    texts = [[_Text(source_of_text(form, hints), form.get_content_type()) for form in forms] for forms in parts.texts]
    blocks = [block for forms in texts for block in _blocks(forms)]
    envelope = envelope_of(message, [block.text for block in blocks])
    files = parts.files
    attached = [content for mail in parts.mails for content in _read(mail, hints, level + 1)]
    if envelope.is_database:
        attached += [content for file in files for content in _read_export(file, hints)]
        files = [file for file in files if file.suffix not in SUFFIXES]
    else:
        pages = [(file, _read_page(file, hints)) for file in files]
        attached += [draft for _, drafts in pages for draft in drafts]
        files = [file for file, drafts in pages if not drafts]
    try:
        own = _read_own(envelope, texts, blocks, hints)
    except UnreadableFile as error:
        own = [f"{error}; not read: {_named(files)}" if files else str(error)] if blocks or not attached else []
    if _is_cover(own, attached, envelope):
        contents, dropped = attached, tuple(block.text for block in blocks)
    else:
        contents, dropped = own + attached, ()
    return _noted(contents, dropped, f"Not read: {_named(files)}." if files else "")


def _read_export(file: File, hints: Hints) -> list[Draft | str]:
    """Reads an attached file as it would be read outside."""
    if file.suffix not in SUFFIXES:
        return []
    try:
        found = parse_file(kind_of(file.data, file.suffix), file.data, hints)
    except UnreadableFile as error:
        return [f"{file.name}: {error}"]
    return [f"{file.name}: {content}" if isinstance(content, str) else content for content in _in_order(found)]


def _read_page(file: File, hints: Hints) -> list[Draft]:
    """Reads an attached web page if it holds an article; other files may be whatever people send each other."""
    if file.suffix not in _PAGES or _REST_OF_TEXT.fullmatch(file.name):
        return []
    try:
        drafts = parse_file(kind_of(file.data, file.suffix), file.data, hints).drafts
    except UnreadableFile:
        return []
    return [draft for draft in drafts if len(draft.text) >= _PAGE_LEAST]


def _in_order(found: Parsed) -> list[Draft | str]:
    """Returns the documents of an export in the order in which they stand there."""
    numbered: list[tuple[int, Draft | str]] = [(draft.number or 0, draft) for draft in found.drafts]
    numbered += [(int(problem.source.strip("#") or 0), problem.reason) for problem in found.problems]
    return [content for _, content in sorted(numbered, key=itemgetter(0))]


def _is_cover(own: Sequence[Draft | str], attached: Sequence[Draft | str], envelope: Envelope) -> bool:
    """Says whether a mail only brings what is attached to it."""
    if not attached or len(own) != 1 or not isinstance(own[0], Draft):
        return False
    brings = any(isinstance(content, Draft) for content in attached)
    return envelope.is_database or (brings and len(own[0].text.split()) < _COVER_WORDS)


def _named(files: Sequence[File]) -> str:
    more = f" and {len(files) - _FILES_NAMED} more" if len(files) > _FILES_NAMED else ""
    names = ", ".join(file.name for file in files[:_FILES_NAMED])
    return f"{names}{more} (attached; save what holds an article into the folder)"


def _noted(contents: Iterable[Draft | str], dropped: tuple[str, ...], warning: str) -> list[Draft | str]:
    """Notes at the first article of a mail what else the mail holds."""
    noted = list(contents)
    for number, content in enumerate(noted):
        if isinstance(content, Draft):
            said = content.metadata.over(Metadata(warnings=(warning,) if warning else ()))
            noted[number] = replace(content, metadata=said, dropped=(*dropped, *content.dropped))
            break
    return noted


def _blocks(forms: Sequence[_Text]) -> list[Block]:
    """Returns the blocks of the best form that has any words."""
    return next((found for form in forms if (found := blocks_of_text(form.source, form.kind))), [])


def _read_own(
    envelope: Envelope, texts: Sequence[Sequence[_Text]], blocks: Sequence[Block], hints: Hints
) -> list[Draft | str]:
    if not blocks:
        raise UnreadableFile("is a mail without text")
    if reason := alert_reason(envelope.sender, (form.source for forms in texts for form in forms)):
        return [reason]
    for form in (form for forms in texts for form in forms):
        if export := _read_layouts(form, blocks[: envelope.blocks], hints):
            return _in_order(export)
    return list(_read_text(envelope, blocks))


def _read_layouts(form: _Text, above: Sequence[Block], hints: Hints) -> Parsed | None:
    """Reads the text that a database sent, if one did; what stands above it is the head of a forwarded mail."""
    if form.kind == "text/html" and (page := read_layout(PAGE_LAYOUTS, form.source, hints)):
        return page
    text = text_of(form.source) if form.kind == "text/html" else form.source
    if above and (head := re.search(r"\s+".join(map(re.escape, above[-1].text.split()[-_HEAD_WORDS:])), text)):
        text = text[head.end() :].lstrip()
    return read_layout(TEXT_LAYOUTS, text, hints)


def _read_text(envelope: Envelope, blocks: Sequence[Block]) -> list[Draft]:
    above, below = blocks[: envelope.blocks], blocks[envelope.blocks :]  # who forwards a mail writes above it
    if not below:
        raise UnreadableFile("is a forwarded mail without text")
    body = own_words(below)
    furnished = take_furniture(body.blocks)
    envelope = replace(envelope, told=furnished.to_many)
    publisher = envelope.publisher
    masthead = read_masthead(furnished.text, envelope.sent_on, (publisher.outlet, publisher.author))
    kept = [block for number, block in enumerate(furnished.text) if number not in masthead.rows]
    lines = [furnished.text[number] for number in sorted(masthead.rows)]
    dropped = (*(block.text for block in (*above, *lines, *furnished.around)), *body.dropped)
    metadata = masthead.found.over(_metadata(envelope, publisher))
    stories = [_draft(story, metadata) for story in split_stories(kept)]
    if not stories:
        text = "\n\n".join(block.text for block in kept if not RULE.fullmatch(block.text))
        stories = [Draft(text, metadata, form=Form.COPIED)]
    return [replace(stories[0], dropped=(*dropped, *stories[0].dropped)), *stories[1:]]


def _metadata(envelope: Envelope, publisher: Publisher) -> Metadata:
    kind = "forwarded mail" if envelope.forwarded else "mail"
    found = from_places(
        outlet=(publisher.outlet, f"{kind}: {publisher.origin or 'From'}"),
        title=(envelope.title, f"{kind}: Subject"),
        published=(
            envelope.sent_on if publisher.outlet or envelope.to_many else None,
            f"{kind}: Date (when it was sent)",
        ),
        authors=((publisher.author,) if publisher.author else (), f"{kind}: From"),
    )
    sender = read_sender(envelope.sender).shown
    doubtful = sender and not publisher.outlet
    return replace(found, warnings=(f"The mail comes from {sender}, which may be no outlet.",) if doubtful else ())


def _draft(story: Story, metadata: Metadata) -> Draft:
    """Makes a draft of a story; the links of newsletters lead through counters of clicks, so none is its address."""
    heading = clean_line(story.heading.text) if story.heading else ""
    own = from_places(title=(heading[:TITLE_LIMIT], "heading in the mail"))
    lines = [heading] * (len(heading) > TITLE_LIMIT) + [block.text for block in story.blocks]
    dropped = tuple(block.text for block in story.after)
    return Draft("\n\n".join(lines), own.over(metadata), form=Form.COPIED, dropped=dropped)
