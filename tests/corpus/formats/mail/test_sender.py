from datetime import date
from email.message import EmailMessage

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.formats.mail.publisher import Publisher
from corpus.formats.mail.sender import Envelope, envelope_of

GMAIL = (
    "---------- Forwarded message --------- From: Dock News <news@dock.example> "
    "Date: Tue, 24 Feb 2026 at 23:30 Subject: Strike at the docks To: <me@newsroom.example>"
)
OUTLOOK = (
    "Von: Dock News <news@dock.example>",
    "Gesendet: Dienstag, 24. Februar 2026 23:30",
    "An: me@newsroom.example",
    "Betreff: Strike at the docks",
)
APPLE = (
    "Begin forwarded message:",
    "From: Dock News <news@dock.example>",
    "Subject: Strike at the docks",
    "Date: 24 February 2026 at 23:30:00 CET",
)


def sent(sender: str, subject: str = "Strike at the docks", **headers: str) -> EmailMessage:
    message = EmailMessage()
    message["From"], message["Subject"], message["Date"] = sender, subject, "Wed, 25 Feb 2026 09:00:00 +0000"
    for name, value in headers.items():
        message[name.replace("_", "-")] = value
    return message


@pytest.mark.parametrize(
    "sender",
    [
        "Dock News <x@docknews.example>",
        "The Quay Courier <x@mail.courier.example>",
        "Morning Letter <newsletter@post.example>",
        "BBC <x@bbc.example>",
    ],
)
def test_an_outlet_is_one_that_its_address_bears_out_or_that_writes_to_many(sender: str) -> None:
    envelope = envelope_of(sent(sender), ["Text."])
    assert envelope.publisher.outlet == sender.partition(" <")[0]
    assert envelope.sent_on == date(2026, 2, 25)
    assert (
        envelope_of(sent("Ana Ruiz <ana@post.example>", List_Id="<x.post.example>"), []).publisher.outlet == "Ana Ruiz"
    )


@pytest.mark.parametrize(
    "sender",
    ["Ana Ruiz <ana@post.example>", "Ana <a@banana.example>", "Colleague <c@newsroom.example>", "a@b.example", "", "A"],
)
def test_a_person_is_no_outlet(sender: str) -> None:
    envelope = envelope_of(sent(sender), ["Text."])
    assert (envelope.publisher, envelope.title) == (Publisher(), "Strike at the docks")


@pytest.mark.parametrize("head", [(GMAIL,), OUTLOOK, APPLE])
def test_a_forwarded_mail_is_of_its_first_sender(head: tuple[str, ...]) -> None:
    message = sent("Colleague <c@newsroom.example>", "Fwd: FW: Look", List_Id="<team.newsroom.example>")
    envelope = envelope_of(message, ["For your file.", *head, "The dockers met.", "From: nobody"])
    assert (envelope.publisher.outlet, envelope.title) == ("Dock News", "Strike at the docks")
    assert envelope.sent_on == date(2026, 2, 24)
    assert envelope.blocks == 1 + len(head)


# Labels of Thunderbird (the subject first, under a line of its own), Outlook (the sender first, under none) and Apple
# Mail, as their forwarded mails show them: mark, labels of sender, day and subject, a day and time as written there.
FORMS = {
    "en": ("-- Forwarded Message --", "From", "Date", "Subject", "Mon, 5 Oct 2026 19:12:00 +0200"),
    "en-yahoo": ("----- Forwarded Message -----", "From", "Sent", "Subject", "Monday, October 5, 2026 at 07:12:00 PM"),
    "en-apple": ("Begin forwarded message:", "From", "Date", "Subject", "October 5, 2026 at 7:12:00 PM GMT+2"),
    "de": ("-- Weitergeleitete Nachricht --", "Von", "Gesendet", "Betreff", "Montag, 5. Oktober 2026 19:12"),
    "de-apple": ("Anfang der weitergeleiteten Nachricht:", "Von", "Datum", "Betreff", "5. Oktober 2026 um 19:12:00"),
    "fr": ("-- Message transféré --", "De ", "Envoyé ", "Sujet ", "lundi 5 octobre 2026 19:12"),
    "es": ("-- Mensaje reenviado --", "De", "Fecha", "Asunto", "lun, 5 oct 2026 a las 19:12"),
    "it": ("-- Messaggio Inoltrato --", "Da", "Data", "Oggetto", "lun 5 ott 2026 alle ore 19:12"),
    "pt": ("-- Mensagem encaminhada --", "De", "Enviado", "Assunto", "segunda-feira, 5 de outubro de 2026 19:12"),
    "nl": ("-- Doorgestuurd bericht --", "Van", "Verzonden", "Onderwerp", "maandag 5 oktober 2026 19:12"),
    "sv": ("-- Vidarebefordrat meddelande --", "Från", "Skickat", "Ämne", "den 5 oktober 2026 19:12"),
    "pl": ("-- Treść przekazanej wiadomości --", "Od", "Data", "Temat", "pon., 5 paź 2026 o 19:12"),
    "ru": ("-- Пересылаемое сообщение --", "От", "Дата", "Тема", "5 октября 2026 г. 19:12"),
    "ja": ("-- 転送メッセージ --", "差出人", "日時", "件名", "2026年10月5日(月) 19:12"),
    "zh": ("-- 转发的邮件 --", "发件人", "发送时间", "主题", "2026年10月5日 19:12"),
}  # fmt: skip


@given(st.sampled_from(sorted(FORMS)), st.permutations(range(3)), st.sampled_from(("line", "block", "cells", "lines")))
def test_a_forwarded_mail_is_read_in_any_language(language: str, order: list[int], laid_out: str) -> None:
    mark, sender, when, subject, sent_at = FORMS[language]
    values = ((sender, "Dock News <news@dock.example>"), (when, sent_at), (subject, "Strike at the docks"))
    lines = [f"{values[number][0]}: {values[number][1]}" for number in order]
    head = {
        "line": [" ".join((mark, *lines))],
        "block": [mark, " ".join(lines)],
        "lines": [mark, *lines],
        "cells": [mark, *(part for number in order for part in (f"{values[number][0]}:", values[number][1]))],
    }[laid_out]
    envelope = envelope_of(sent("Colleague <c@newsroom.example>", "Fwd: Look"), ["For you.", *head, "The dockers met."])
    assert (envelope.publisher.outlet, envelope.title) == ("Dock News", "Strike at the docks")
    assert envelope.sent_on == date(2026, 10, 5)
    assert envelope.blocks == 1 + len(head)


def test_a_mailing_that_somebody_forwarded_without_its_head_is_not_his() -> None:
    message = sent("Colleague <c@newsroom.example>", "WG: Strike at the docks", List_Id="<team.newsroom.example>")
    assert envelope_of(message, ["The dockers met."]).publisher.outlet == ""


@pytest.mark.parametrize("text", ["From: the harbour to the town.", "From Dock News, Date: today", "To: you"])
def test_words_of_a_text_are_no_head(text: str) -> None:
    assert envelope_of(sent("Dock News <x@docknews.example>"), [text, "Text."]).blocks == 0


@given(st.text(), st.text(), st.lists(st.text(max_size=80), max_size=6))
def test_any_sender_and_any_text_are_read(sender: str, when: str, texts: list[str]) -> None:
    envelope = Envelope(sender, when, "")
    assert envelope.sent_on is None or envelope.sent
    assert envelope.publisher.outlet in sender or not sender
    assert 0 <= envelope_of(EmailMessage(), texts).blocks <= len(texts)


@pytest.mark.parametrize(
    ("sender", "database"),
    [
        ("Nexis <a@email.lexisnexis.com>", True),
        ("Factiva <FactivaEmailAlerts@dowjones.com>", True),
        ("The Journal <letters@mail.dowjones.com>", False),
        ("Dock News <x@docknews.example>", False),
        ("", False),
    ],
)
def test_a_database_is_known_by_its_address(sender: str, database: bool) -> None:
    assert Envelope(sender, "", "").is_database is database
