"""Who publishes what a mail holds: the sender of a newsletter, or of the mail that was forwarded in it."""

import re
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from email.message import EmailMessage
from email.utils import parseaddr, parsedate_to_datetime

from corpus.formats.mail.parts import charset_of
from corpus.metadata.dates import read_day
from corpus.text import clean_line
from corpus.web.site.names import NO_FIT, fit, labels

_PREFIX = re.compile(r"^(?:(?:re|fwd?|aw|wg|tr|rv|i)\s*:\s*)+", re.IGNORECASE)
_FORWARD = re.compile(r"^\s*(?:fwd?|wg|tr|rv|i)\s*:", re.IGNORECASE)
_MARK = re.compile(r"^\W*(?:forwarded message|begin forwarded message|original message|weitergeleitete nachricht|"
                   r"ursprüngliche nachricht|message transféré|mensaje reenviado)\W*", re.IGNORECASE)  # fmt: skip
_LABELS = {
    "from": ("from", "von", "de", "da"),
    "date": ("date", "sent", "gesendet", "datum", "enviado", "envoyé", "fecha", "data"),
    "subject": ("subject", "betreff", "objet", "asunto", "oggetto"),
    "to": ("to", "an", "para", "à", "cc", "kopie", "reply-to"),
}
_LABEL_OF = {label: name for name, labels in _LABELS.items() for label in labels}
_FIELD = re.compile(rf"(?:^|(?<=\s))\*?(?P<label>{'|'.join(_LABEL_OF)})\s?\*?:\*?\s+", re.IGNORECASE)
_BLOCKS_ABOVE = 20  # a forwarded mail, at most
_MAILING = ("List-Id", "List-Unsubscribe", "List-Post", "Feedback-ID")
_DISCUSSION = re.compile(r"<mailto:", re.IGNORECASE)  # in List-Post: whoever reads such a list may write to it
_ROBOT = re.compile(
    r"(?:news)?letters?|news|no-?reply|brief(?:ing)?s?|digest|daily|weekly|alerts?|updates?|editors?|redaktion|mailing",
    re.IGNORECASE,
)
_DATABASES = frozenset({"lexisnexis", "nexis", "factiva", "proquest", "europresse", "cedromsni", "newsbank"})
TITLE_LIMIT = 200  # characters
_HEADER_LIMIT = 10_000  # characters
_NAME_SHORTEST = 5  # characters; shorter ones, such as "Ana", stand in many an address by chance


@dataclass(frozen=True, slots=True)
class Envelope:
    """What stands outside of the text of a mail.

    Attributes:
        sender: Name and address.
        sent: When it was sent, as written.
        subject: Its subject.
        mailing: Whether the mail says that it went to many.
        forwarded: Whether it holds somebody else's mail.
        blocks: Number of blocks at the beginning of the text that belong to it, not to the text.
    """

    sender: str
    sent: str
    subject: str
    mailing: bool = False
    forwarded: bool = False
    blocks: int = 0

    @property
    def title(self) -> str:
        """The subject without "Re:" and the like."""
        return clean_line(_PREFIX.sub("", self.subject))[:TITLE_LIMIT]

    @property
    def is_database(self) -> bool:
        """Whether a database sent it, which delivers what others publish."""
        local, _, host = parseaddr(self.sender)[1].lower().partition("@")
        return local.startswith("factiva") or not _DATABASES.isdisjoint(labels(host))

    @property
    def outlet(self) -> str:
        """Name of the sender if it is an outlet's: of a mailing, or one that the address bears out; else empty."""
        name, address = parseaddr(self.sender)
        local, _, host = address.partition("@")
        name = clean_line(name)
        if not name or "@" in name or self.is_database:
            return ""
        close = fit(name, host)
        known = close == 0 or (close < NO_FIT and len(name) >= _NAME_SHORTEST)
        return name if self.mailing or _ROBOT.fullmatch(local) or known else ""

    @property
    def published(self) -> date | None:
        """Day on which an outlet sent it, where it was sent; None where somebody else did."""
        if not self.outlet:
            return None
        with suppress(TypeError, ValueError, IndexError):
            return parsedate_to_datetime(self.sent).date()
        with suppress(ValueError, OverflowError):
            return read_day(self.sent)
        return None


def envelope_of(message: EmailMessage, texts: Sequence[str]) -> Envelope:
    """Returns the envelope of the mail that holds the text: the forwarded one where there is one.

    Args:
        message: The mail.
        texts: Its text by blocks.
    """
    subject = header_of(message, "Subject")
    for place in range(min(len(texts), _BLOCKS_ABOVE)):
        fields, end = _read_fields(texts, place)
        if "from" in fields and len(fields) > 1:
            return Envelope(
                sender=fields["from"],
                sent=fields.get("date", ""),
                subject=fields.get("subject", subject),
                forwarded=True,
                blocks=end,
            )
    talk = _DISCUSSION.search(header_of(message, "List-Post")) or _FORWARD.match(subject)
    mailing = any(header_of(message, name) for name in _MAILING) and not talk
    return Envelope(header_of(message, "From"), header_of(message, "Date"), subject, mailing)


def header_of(message: EmailMessage, name: str) -> str:
    """Returns a header; an empty text where it is missing or damaged."""
    raw = next((str(raw) for key, raw in message.raw_items() if key.lower() == name.lower()), "")
    if len(raw) > _HEADER_LIMIT:  # the library takes seconds for one
        return raw[:_HEADER_LIMIT].encode(errors="replace").decode()
    try:
        value = str(message.get(name, ""))
        # Some write letters as they are, in an encoding that they do not name.
        if "\ufffd" in value:
            with suppress(LookupError):
                return raw.encode("ascii", "surrogateescape").decode(charset_of(message) or "cp1252", "replace")
        return value
    except Exception:  # the library fails on damaged headers in ways of its own: AttributeError, IndexError
        return ""


def _read_fields(texts: Sequence[str], place: int) -> tuple[dict[str, str], int]:
    """Reads the lines "From: ...", "Date: ..." of a forwarded mail; returns them and the block after them."""
    fields: dict[str, str] = {}
    for number, text in enumerate(texts[place:], start=place):
        words = _MARK.sub("", text)
        found = list(_FIELD.finditer(words))
        if not words.strip() and not fields:
            continue  # the mark alone
        if not found or found[0].start() > 0 or (not fields and _LABEL_OF[found[0]["label"].lower()] != "from"):
            return fields, number
        ends = [match.start() for match in found[1:]] + [len(words)]
        for match, end in zip(found, ends, strict=True):
            fields.setdefault(_LABEL_OF[match["label"].lower()], words[match.end() : end].strip())
    return fields, len(texts)
