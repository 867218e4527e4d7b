"""Mails that Outlook saved (.msg), in the compound files of Microsoft; they are read as any other mail."""

import struct
from contextlib import suppress
from email.message import EmailMessage
from email.utils import format_datetime

from olefile import OleFileIO
from oxmsg.domain import constants
from oxmsg.domain.model import ATTACH_HDR_OFFSET, MSG_HDR_OFFSET
from oxmsg.properties import Properties
from oxmsg.storage import Storage

from corpus.errors import UnreadableFile
from corpus.formats.draft import Hints, Parsed
from corpus.formats.mail.message import parsed_mail
from corpus.formats.mail.parts import parse_message
from corpus.text import clean_line
from corpus.text.characters import clean_characters

_MAIL_CLASSES = ("IPM.NOTE", "IPM.POST")  # others are appointments, contacts, tasks
_HEADERS = ("From", "Subject", "Date", "List-Id", "List-Unsubscribe", "List-Post", "Feedback-ID")
_ATTACHED_MAIL_OFFSET = 24  # bytes above the properties of a mail in a mail
_DEEPEST = 10
_PICTURES = (".png", ".jpg", ".jpeg", ".gif")
_DAMAGE = (LookupError, UnicodeError, struct.error, OverflowError, ValueError, AttributeError)


def parse_outlook(data: bytes, hints: Hints) -> Parsed:
    """Parses a mail of Outlook, and the mails attached to it.

    Raises:
        UnreadableFile: It is no mail, or holds no text.
    """
    try:
        with OleFileIO(data) as file:
            storage = Storage.from_ole(file)
        properties = Properties(storage, MSG_HDR_OFFSET)
        entries = len(list(properties))
    except Exception as error:  # the library fails on damaged files in ways that nobody lists
        raise UnreadableFile("is no mail of Outlook, or a damaged one") from error
    if not entries:
        raise UnreadableFile("is no mail of Outlook: nothing is said in it")
    kind = _text(properties, constants.PID_MESSAGE_CLASS)
    if kind and not kind.upper().startswith(_MAIL_CLASSES):
        raise UnreadableFile(f"is no mail, but an item of Outlook of the kind {clean_line(kind)[:60]}")
    return parsed_mail(_message(storage, properties, 0), hints)


def _message(storage: Storage, properties: Properties, level: int) -> EmailMessage:
    message = parse_message(_head(properties))
    text, markup = _text(properties, constants.PID_BODY), _markup(properties)
    if not text.strip() and not markup.strip() and _has(properties, constants.PID_RTF_COMPRESSED):
        raise UnreadableFile("holds its text only in Outlook's own form of RTF; save it in Outlook as text or HTML")
    message.set_content(text)
    if markup.strip():
        message.add_alternative(markup, subtype="html")
    for attached in storage.iter_attachment_storages():
        _attach(message, attached, level)
    return message


def _head(properties: Properties) -> bytes:
    """Returns the headers as they came, and where the mail came through none what Outlook says instead."""
    came = parse_message(_text(properties, constants.PID_TRANSPORT_MESSAGE_HEADERS).encode())
    said = {
        "From": _sender(properties),
        "Subject": _text(properties, constants.PID_SUBJECT),
        "Date": _date(properties),
    }
    values = {name: clean_line(str(came.get(name, "") or said.get(name, ""))) for name in _HEADERS}
    return "".join(f"{name}: {value}\n" for name, value in values.items() if value).encode() + b"\n"


def _sender(properties: Properties) -> str:
    name = _text(properties, constants.PID_SENDER_NAME) or _text(properties, constants.PID_SENT_REPRESENTING_NAME)
    places = (
        constants.PID_SENDER_SMTP_ADDRESS,
        constants.PID_SENDER_EMAIL_ADDRESS,
        constants.PID_SENT_REPRESENTING_EMAIL_ADDRESS,
    )
    found = (_text(properties, place) for place in places)
    address = next((address for address in found if "@" in address), "")  # inside a firm it is no address of mail
    return f'"{name}" <{address}>' if address else name


def _date(properties: Properties) -> str:
    for place in (constants.PID_CLIENT_SUBMIT_TIME, constants.PID_MESSAGE_DELIVERY_TIME):
        with suppress(*_DAMAGE):
            if moment := properties.date_prop_value(place):
                return format_datetime(moment)
    return ""


def _markup(properties: Properties) -> str:
    with suppress(*_DAMAGE):
        if data := properties.binary_prop_value(constants.PID_HTML):
            with suppress(UnicodeDecodeError):
                if not data.isascii():
                    return clean_characters(data.decode())
            return clean_characters(data.decode(properties.body_encoding, errors="replace"))
    return _text(properties, constants.PID_BODY_HTML)


def _attach(message: EmailMessage, storage: Storage, level: int) -> None:
    properties = Properties(storage, ATTACH_HDR_OFFSET)
    inner = next((item for item in storage.storages if item.name == "__substg1.0_3701000D"), None)
    if inner is not None and level < _DEEPEST:
        with suppress(UnreadableFile, *_DAMAGE):
            message.add_attachment(_message(inner, Properties(inner, _ATTACHED_MAIL_OFFSET), level + 1))
            return
    name = _text(properties, constants.PID_ATTACH_LONG_FILENAME) or _text(properties, constants.PID_ATTACH_FILENAME)
    data = b""
    with suppress(*_DAMAGE):
        data = properties.binary_prop_value(constants.PID_ATTACH_DATA_BINARY) or b""
    in_the_text = name.lower().endswith(_PICTURES) and _text(properties, constants.PID_ATTACH_CONTENT_ID)
    if not in_the_text:
        shown = clean_line(name) or "a file without a name"
        message.add_attachment(data, maintype="application", subtype="octet-stream", filename=shown)


def _has(properties: Properties, place: int) -> bool:
    return any(entry.pid == place for entry in properties)


def _text(properties: Properties, place: int) -> str:
    with suppress(*_DAMAGE):
        return clean_characters(properties.str_prop_value(place) or "")
    return ""
