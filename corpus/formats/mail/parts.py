"""What a mail is put together of: its text, the mails attached to it, and other files."""

import binascii
from base64 import b64decode
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from email import message_from_bytes, policy
from email.message import EmailMessage, MIMEPart
from pathlib import PurePosixPath

from corpus.text import clean_line
from corpus.text.decoding import encoding_meant

_TEXTS = ("text/html", "text/plain")  # the better one first
_SIGNATURES = frozenset({"application/pgp-signature", "application/pkcs7-signature", "application/x-pkcs7-signature"})
_NAME_LIMIT = 100  # characters


@dataclass(frozen=True, slots=True)
class File:
    """A file attached to a mail.

    Attributes:
        name: Its name, for showing only: it may say ``../../etc/passwd``.
        data: Its bytes.
    """

    name: str
    data: bytes

    @property
    def suffix(self) -> str:
        """End of its name, which tells what it should be."""
        return PurePosixPath(self.name).suffix.lower()


@dataclass(slots=True)
class Parts:
    """The parts of a mail, in order.

    Attributes:
        texts: Its text piece by piece, each in one or more forms of which the first is the best.
        mails: Mails attached to it.
        files: Other files attached to it; pictures that stand in the text are left out.
    """

    texts: list[list[MIMEPart]] = field(default_factory=list)
    mails: list[EmailMessage] = field(default_factory=list)
    files: list[File] = field(default_factory=list)


def parse_message(data: bytes) -> EmailMessage:
    """Parses the bytes of a mail."""
    return message_from_bytes(data, policy=policy.default)


def take_apart(message: EmailMessage) -> Parts:
    """Returns the parts of a mail, but for those of the mails attached to it."""
    parts = Parts()
    _gather(message, parts)
    return parts


def bytes_of(part: MIMEPart) -> bytes:
    """Returns what a part holds, without the encoding of mails."""
    payload = part.get_payload(decode=True)
    return payload if isinstance(payload, bytes) else b""


def charset_of(part: MIMEPart) -> str:
    """Returns the encoding that is meant by what a part declares; empty where that is nothing, or ASCII."""
    name = encoding_meant(part.get_content_charset() or "")
    return "" if name == "ascii" else name


def _gather(part: MIMEPart, parts: Parts, *, another_form: bool = False) -> None:
    kind = part.get_content_type()
    inside = list(_inside(part))
    if kind == "multipart/alternative":
        forms = Parts()
        for child in inside:
            _gather(child, forms, another_form=True)
        forms_of_text = [form for text in forms.texts for form in text]
        parts.texts += [sorted(forms_of_text, key=lambda form: _TEXTS.index(form.get_content_type()))]
        parts.mails += forms.mails
        parts.files += forms.files
    elif kind.startswith("multipart/"):
        for child in inside:
            _gather(child, parts)
    elif kind == "message/rfc822":
        parts.mails += [_attached_mail(child) for child in inside]
    elif kind in _TEXTS and not _is_attached(part):
        parts.texts.append([part])
    else:
        _take_file(part, kind, parts, another_form=another_form)


def _take_file(part: MIMEPart, kind: str, parts: Parts, *, another_form: bool) -> None:
    name = _name_of(part) or ("" if another_form or kind.startswith("image/") else kind)
    in_the_text = kind.startswith("image/") and not _is_attachment(part)
    if not name or in_the_text or kind in _SIGNATURES:
        return
    file = File(name, bytes_of(part))
    if file.suffix == ".eml" and file.data.strip():
        parts.mails.append(parse_message(file.data))
    else:
        parts.files.append(file)


def _inside(part: MIMEPart) -> Iterator[MIMEPart]:
    payload = part.get_payload()
    if isinstance(payload, list):
        yield from (child for child in payload if isinstance(child, MIMEPart))


def _attached_mail(part: MIMEPart) -> EmailMessage:
    """Returns an attached mail; some programs encode it, which no standard allows."""
    if not part.keys() and not part.is_multipart():
        with suppress(binascii.Error, ValueError):
            return parse_message(b64decode(bytes_of(part), validate=False))
    return part if isinstance(part, EmailMessage) else parse_message(part.as_bytes())


def _is_attached(part: MIMEPart) -> bool:
    return _is_attachment(part) or bool(_name_of(part))


def _is_attachment(part: MIMEPart) -> bool:
    try:
        return part.get_content_disposition() == "attachment"
    except Exception:  # the library fails on damaged headers in ways of its own
        return False


def _name_of(part: MIMEPart) -> str:
    try:
        return clean_line(part.get_filename() or "")[-_NAME_LIMIT:]
    except Exception:  # as above
        return ""
