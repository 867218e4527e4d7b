from datetime import date
from email.message import EmailMessage

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.formats.mail.parts import parse_message
from corpus.formats.mail.sender import Envelope, envelope_of, header_of

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
    assert envelope.outlet == sender.partition(" <")[0]
    assert envelope.published == date(2026, 2, 25)
    assert envelope_of(sent("Ana Ruiz <ana@post.example>", List_Id="<x.post.example>"), []).outlet == "Ana Ruiz"


@pytest.mark.parametrize(
    "sender",
    ["Ana Ruiz <ana@post.example>", "Ana <a@banana.example>", "Colleague <c@newsroom.example>", "a@b.example", "", "A"],
)
def test_a_person_is_no_outlet_and_the_day_of_the_mail_not_that_of_the_article(sender: str) -> None:
    envelope = envelope_of(sent(sender), ["Text."])
    assert (envelope.outlet, envelope.published, envelope.title) == ("", None, "Strike at the docks")


@pytest.mark.parametrize("head", [(GMAIL,), OUTLOOK, APPLE])
def test_a_forwarded_mail_is_of_its_first_sender(head: tuple[str, ...]) -> None:
    message = sent("Colleague <c@newsroom.example>", "Fwd: FW: Look", List_Id="<team.newsroom.example>")
    envelope = envelope_of(message, ["For your file.", *head, "The dockers met.", "From: nobody"])
    assert (envelope.outlet, envelope.title) == ("Dock News", "Strike at the docks")
    assert envelope.published == date(2026, 2, 24)
    assert envelope.blocks == 1 + len(head)


def test_a_mailing_that_somebody_forwarded_without_its_head_is_not_his() -> None:
    message = sent("Colleague <c@newsroom.example>", "WG: Strike at the docks", List_Id="<team.newsroom.example>")
    assert envelope_of(message, ["The dockers met."]).outlet == ""


@pytest.mark.parametrize("text", ["From: the harbour to the town.", "From Dock News, Date: today", "To: you"])
def test_words_of_a_text_are_no_head(text: str) -> None:
    assert envelope_of(sent("Dock News <x@docknews.example>"), [text, "Text."]).blocks == 0


@given(st.text(), st.text(), st.lists(st.text(max_size=80), max_size=6))
def test_any_sender_and_any_text_are_read(sender: str, when: str, texts: list[str]) -> None:
    envelope = Envelope(sender, when, "")
    assert envelope.published is None or envelope.outlet
    assert 0 <= envelope_of(EmailMessage(), texts).blocks <= len(texts)


@pytest.mark.parametrize("raw", ["Straße".encode(), "Straße".encode("cp1252"), b"=?iso-8859-1?q?Stra=DFe?="])
def test_a_header_is_read_in_whatever_way_its_letters_are_written(raw: bytes) -> None:
    assert header_of(parse_message(b"Subject: " + raw + b"\n\n"), "subject") == "Straße"


def test_a_header_without_end_is_cut() -> None:
    assert len(header_of(parse_message(b"From: " + b"a@b.example, " * 50_000 + b"\n\n"), "From")) == 10_000


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
