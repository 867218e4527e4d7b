from base64 import b64encode
from email.message import EmailMessage

import pytest

from corpus.formats.mail.parts import bytes_of, parse_message, take_apart

INNER = b"From: A <a@b.example>\nSubject: x\n\nThe dockers met.\n"


def wrapped(*parts: str, kind: str = "mixed") -> EmailMessage:
    body = "".join(f"--b\n{part}\n" for part in parts)
    return parse_message(f"MIME-Version: 1.0\nContent-Type: multipart/{kind}; boundary=b\n\n{body}--b--\n".encode())


def test_texts_come_in_order_each_with_its_forms() -> None:
    message = EmailMessage()
    message.set_content("plain")
    message.add_alternative("<p>markup</p>", "html")
    message.add_attachment("footer", disposition="inline")
    parts = take_apart(message)
    kinds = [[form.get_content_type() for form in forms] for forms in parts.texts]
    assert kinds == [["text/html", "text/plain"], ["text/plain"]]


@pytest.mark.parametrize(
    "part",
    [
        f"Content-Type: message/rfc822\n\n{INNER.decode()}",
        f"Content-Type: message/rfc822\nContent-Transfer-Encoding: base64\n\n{b64encode(INNER).decode()}\n",
        'Content-Type: application/octet-stream\nContent-Disposition: attachment; filename="a.eml"\n'
        f"Content-Transfer-Encoding: base64\n\n{b64encode(INNER).decode()}\n",
    ],
)
def test_mails_are_found_however_they_are_attached(part: str) -> None:
    parts = take_apart(wrapped("Content-Type: text/plain\n\nSee below.", part))
    assert [mail["Subject"] for mail in parts.mails] == ["x"]
    assert not parts.files


def test_the_mails_of_a_digest_are_found() -> None:
    parts = take_apart(wrapped(*(f"\n{INNER.decode()}",) * 3, kind="digest"))
    assert [mail["Subject"] for mail in parts.mails] == ["x"] * 3


def test_files_are_named_and_pictures_in_the_text_are_not() -> None:
    message = EmailMessage()
    message.set_content("text")
    message.add_attachment(b"x", "application", "ms-tnef", filename="winmail.dat")
    message.add_attachment(b"x", "image", "png", filename="logo.png", disposition="inline")
    message.add_attachment(b"x", "image", "png", filename="map.png")
    message.add_attachment(b"x", "application", "pkcs7-signature", filename="smime.p7s")
    files = take_apart(message).files
    assert [(file.name, file.suffix) for file in files] == [("winmail.dat", ".dat"), ("map.png", ".png")]


def test_a_text_that_is_attached_is_a_file() -> None:
    message = EmailMessage()
    message.set_content("text")
    message.add_attachment("An article.", filename="article.txt")
    parts = take_apart(message)
    assert [bytes_of(form).strip() for forms in parts.texts for form in forms] == [b"text"]
    assert [(file.name, file.data.strip()) for file in parts.files] == [("article.txt", b"An article.")]


def test_a_text_of_a_kind_that_is_not_read_is_named() -> None:
    files = take_apart(
        wrapped("Content-Type: text/plain\n\nA.", "Content-Type: text/calendar\n\nBEGIN:VCALENDAR")
    ).files
    assert [file.name for file in files] == ["text/calendar"]
    assert not take_apart(wrapped("Content-Type: text/x-amp-html\n\n<html>", kind="alternative")).files
