"""Who publishes what a mail holds: the sender of a newsletter, or of the mail that was forwarded in it."""

import re
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from email.message import EmailMessage
from email.utils import parsedate_to_datetime

from corpus.formats.mail.headers import header_of, read_sender
from corpus.formats.mail.publisher import Publisher, publisher_of
from corpus.metadata.dates import read_day
from corpus.text import clean_line
from corpus.web.site.names import labels

_FORWARDS = r"fwd?|wg|tr|rv|i|pd|vb|vs|fs|enc|doorst|ilt|转发|轉寄|пересл"
_PREFIX = re.compile(rf"^(?:(?:re|aw|sv|antw|odp|ynt|回复|回覆|{_FORWARDS})\s*[:：]\s*)+", re.IGNORECASE)
_FORWARD = re.compile(rf"^\s*(?:{_FORWARDS})\s*[:：]", re.IGNORECASE)
# What programs write above a mail that is forwarded in another.
MARK = re.compile(
    r"\s*[-–—_]*\s*(?:(?:begin )?forwarded message|original message|(?:anfang der )?weitergeleiteten? nachricht"
    r"|ursprüngliche nachricht|(?:début du )?message (?:transféré|réexpédié)|message d['’]origine"
    r"|(?:inicio del )?mensaje reenviado|mensaje original|(?:inizio )?messaggio inoltrato|messaggio originale"
    r"|(?:início da )?mensagem (?:re)?encaminhada|mensagem original|(?:begin )?doorgestuurd bericht"
    r"|oorspronkelijk bericht|vidarebefordrat (?:meddelande|brev)|videresendt (?:besked|melding|meddelelse)"
    r"|välitetty viesti|(?:treść )?przekazan[aej]+ wiadomo(?:ść|ści)|wiadomość przekazana|přeposlaná zpráva"
    r"|továbbított (?:üzenet|levél)|iletilen (?:mesaj|ileti)|(?:пересланное|пересылаемое|исходное) сообщение"
    r"|(?:начало )?переадресованно(?:е|го) (?:сообщени[ея]|письм[оа])|(?:переслане|перенаправлене) повідомлення"
    r"|転送(?:された)?メッセージ|以下は転送メッセージです|转发(?:的)?邮件|轉寄的?郵件|原始邮件|전달된 (?:메일|메시지))"
    r"\s*[:：]?\s*[-–—_]*\s*",
    re.IGNORECASE,
)
_LABELS = {
    "from": "from von de da od van från fra lähettäjä feladó kimden gönderen от від de_la από "
    "差出人 发件人 寄件者 보낸_사람",
    "date": "date sent gesendet datum enviado enviada envoyé fecha data verzonden skickat dato sendt päiväys "
    "lähetetty wysłano odesláno dátum elküldve tarih gönderildi дата отправлено надіслано trimis "
    "ημερομηνία 日付 日時 送信日時 日期 发送时间 傳送日期 날짜 보낸_날짜",
    "subject": "subject betreff objet sujet asunto assunto oggetto onderwerp ämne emne aihe temat předmět tárgy konu "
    "тема subiect θέμα 件名 主题 主旨 제목",
    "to": "to an para à a pour cc kopie reply-to aan till til vastaanottaja do komu címzett kime кому către "
    "προς 宛先 收件人 받는_사람",
}
_LABEL_OF = {label.replace("_", " "): name for name, labels in _LABELS.items() for label in labels.split()}
_FIELD = re.compile(  # a program or two forget the blank before the next
    rf"(?:^|(?<=[\s>\d]))\*?(?P<label>{'|'.join(sorted(_LABEL_OF, key=len, reverse=True))})\s?\*?"
    r"(?::\*?(?=\s|$)|：)\s*",
    re.IGNORECASE,
)
_TIME = re.compile(r"[\s(](?:\S{1,5}\s){0,2}\d{1,2}[:.h]\d{2}(?!\.?\d).*|\(\w\).*")
_WEEKDAY = re.compile(r"^[^\W\d_]+\.?,?\s+")
_YEAR_FIRST = re.compile(r"(\d{4})\s?[年년]\s?(\d{1,2})\s?[月월]\s?(\d{1,2})\s?[日일]")
_BLOCKS_ABOVE = 20  # a forwarded mail, at most
_HEAD_BLOCKS = 30  # of a forwarded mail
_MAILING = ("List-Id", "List-Unsubscribe", "List-Post", "Feedback-ID")
_DISCUSSION = re.compile(r"<mailto:", re.IGNORECASE)  # in List-Post: whoever reads such a list may write to it
_DATABASES = frozenset({"lexisnexis", "nexis", "factiva", "proquest", "europresse", "cedromsni", "newsbank"})
TITLE_LIMIT = 200  # characters
_SENT_LIMIT = 120  # characters of a day and time


@dataclass(frozen=True, slots=True)
class Envelope:
    """What stands outside of the text of a mail.

    Attributes:
        sender: Name and address.
        sent: When it was sent, as written.
        subject: Its subject.
        mailing: Whether the mail says that it went to many.
        forwarded: Whether it holds somebody else's mail.
        told: Whether its text says that it went to many.
        blocks: Number of blocks at the beginning of the text that belong to it, not to the text.
    """

    sender: str
    sent: str
    subject: str
    mailing: bool = False
    forwarded: bool = False
    told: bool = False
    blocks: int = 0

    @property
    def title(self) -> str:
        """The subject without "Re:" and the like."""
        return clean_line(_PREFIX.sub("", self.subject))[:TITLE_LIMIT]

    @property
    def is_database(self) -> bool:
        """Whether a database sent it, which delivers what others publish."""
        sender = read_sender(self.sender)
        return sender.local.lower().startswith("factiva") or not _DATABASES.isdisjoint(labels(sender.host))

    @property
    def publisher(self) -> Publisher:
        """The outlet that sent it, and who wrote it, as far as the sender tells."""
        sender = read_sender(self.sender)
        return Publisher() if self.is_database else publisher_of(sender, self.mailing, self.to_many)

    @property
    def to_many(self) -> bool:
        """Whether anything says that it went to many; an answer to such a mail still holds its words."""
        return self.mailing or (self.told and not _PREFIX.match(self.subject))

    @property
    def sent_on(self) -> date | None:
        """Day on which it was sent, where it was sent."""
        with suppress(TypeError, ValueError, IndexError):
            return parsedate_to_datetime(self.sent).date()
        written = _TIME.sub("", _YEAR_FIRST.sub(r"\1-\2-\3", self.sent[:_SENT_LIMIT]))
        for text in (self.sent, written, _WEEKDAY.sub("", written)):
            with suppress(ValueError, OverflowError):
                return read_day(text)
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


def _read_fields(texts: Sequence[str], place: int) -> tuple[dict[str, str], int]:
    """Reads the lines "From: ...", "Date: ..." of a forwarded mail; returns them and the block after them.

    Without a mark above it, such a head begins with its sender.
    """
    fields: dict[str, str] = {}
    marked, open_label = False, ""
    for number, text in enumerate(texts[place : place + _HEAD_BLOCKS], start=place):
        mark = None if fields else MARK.match(text)
        words = text[mark.end() :] if mark else text
        marked = marked or mark is not None
        found = list(_FIELD.finditer(words))
        if not words.strip() and not fields:
            continue  # the mark alone
        if open_label and not (found and found[0].start() == 0):
            fields[open_label], open_label = words.strip(), ""  # its label stands in a cell of its own
            continue
        begins = marked or fields or (found and _name_of(found[0]) == "from")
        if not found or found[0].start() > 0 or not begins:
            return fields, number
        ends = [match.start() for match in found[1:]] + [len(words)]
        for match, end in zip(found, ends, strict=True):
            fields.setdefault(_name_of(match), words[match.end() : end].strip())
        open_label = "" if fields[_name_of(found[-1])] else _name_of(found[-1])
    return fields, min(len(texts), place + _HEAD_BLOCKS)


def _name_of(field: re.Match[str]) -> str:
    return _LABEL_OF[field["label"].lower()]
