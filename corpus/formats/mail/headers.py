"""The headers of a mail: their letters, however they are written, and who is named in them."""

import binascii
import re
from base64 import b64decode
from contextlib import suppress
from dataclasses import dataclass
from email.message import EmailMessage, MIMEPart
from email.utils import parseaddr

from corpus.formats.mail.parts import bytes_of, charset_of
from corpus.text import clean_line
from corpus.text.decoding import decode_declared, encoding_meant
from corpus.text.guessing import guess_encoding

_LIMIT = 10_000  # characters
_FOLD = re.compile(r"\r?\n[ \t]*")
_ENCODED = re.compile(r"=\?([\w.:+-]{1,40})(?:\*[\w-]{0,20})?\?([bq])\?([^?]*)\?=", re.IGNORECASE)
_ADDRESS = re.compile(r"[<\[](?:mailto:)?([^<>\[\]\s]{1,320}@[^<>\[\]\s]{1,320})[>\]]", re.IGNORECASE)
_FALLBACK = "cp1252"


@dataclass(frozen=True, slots=True)
class Sender:
    """Who sent a mail.

    Attributes:
        name: The name shown; empty where there is none.
        local: What stands before the "@" of the address.
        host: What stands after it, in small letters.
    """

    name: str
    local: str
    host: str

    @property
    def shown(self) -> str:
        """Name and address in one line."""
        address = f"{self.local}@{self.host}" if self.host else self.local
        return f"{self.name} <{address}>" if self.name and address and self.name != address else self.name or address


def read_sender(text: str) -> Sender:
    """Reads name and address, as headers and the heads of forwarded mails give them."""
    name, address = parseaddr(text) if "@" in text else (text, "")
    if found := _ADDRESS.search(text):  # what is not in order for the library: "Reed, Anna <a@b.example>"
        name, address = text[: found.start()], found[1]
    local, _, host = address.partition("@")
    return Sender(clean_line(name.replace('\\"', '"')).strip(" \"'"), local, host.lower())


def header_of(message: EmailMessage, name: str) -> str:
    """Returns a header; an empty text where it is missing."""
    raw = next((str(raw) for key, raw in message.raw_items() if key.lower() == name.lower()), "")
    data = raw[:_LIMIT].encode(errors="surrogateescape")
    return _without_encoding(_FOLD.sub(" ", _letters(data, message)).strip())


def _letters(data: bytes, message: EmailMessage) -> str:
    """Decodes the bytes of a header; some write letters as they are, in an encoding that only the text tells."""
    with suppress(UnicodeDecodeError):
        return data.decode()
    part: MIMEPart = next((part for part in message.walk() if part.get_content_maintype() == "text"), message)
    text = bytes_of(part)
    guessed = "" if text.isascii() else guess_encoding(text)
    found = (decode_declared(data, name) for name in (charset_of(part), guessed) if name)
    return next((letters for letters in found if letters is not None), data.decode(_FALLBACK, "replace"))


def _without_encoding(text: str) -> str:
    """Decodes the encoded words of a header; a letter may be divided between two that stand side by side."""
    pieces: list[tuple[str, bytes]] = []  # encoding, and what is in it; none is named for what stands between
    end = 0
    for match in _ENCODED.finditer(text):
        between = text[end : match.start()]
        if between.strip() or not pieces:
            pieces.append(("", between.encode()))
        charset, data = match[1].lower(), _decoded(match[2].lower(), match[3])
        if pieces[-1][0] == charset:
            pieces[-1] = (charset, pieces[-1][1] + data)
        else:
            pieces.append((charset, data))
        end = match.end()
    if not pieces:
        return text
    return "".join(_in_charset(data, charset) for charset, data in (*pieces, ("", text[end:].encode())))


def _decoded(kind: str, written: str) -> bytes:
    data = written.encode()
    if kind == "q":
        return binascii.a2b_qp(data, header=True)
    with suppress(binascii.Error):
        return b64decode(data + b"=" * (-len(data) % 4))
    return data


def _in_charset(data: bytes, charset: str) -> str:
    meant = encoding_meant(charset or "utf-8")
    if meant in ("", "ascii", _FALLBACK):  # declared for anything; nothing else is valid UTF-8 by chance
        with suppress(UnicodeDecodeError):
            return data.decode()
        meant = _FALLBACK
    return data.decode(meant, "replace")
