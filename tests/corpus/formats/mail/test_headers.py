"""Forms of encoded words: RFC 2047, and what programs write against it (a letter divided between two words, the name of
a smaller encoding than the one used, letters as they are)."""

from base64 import b64encode

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.formats.mail.headers import Sender, header_of, read_sender
from corpus.formats.mail.parts import parse_message

CYRILLIC = "Рада міста Приморськ у понеділок проголосувала за відбудову старої греблі біля порту."


@pytest.mark.parametrize("raw", ["Straße".encode(), "Straße".encode("cp1252"), b"=?iso-8859-1?q?Stra=DFe?="])
def test_a_header_is_read_in_whatever_way_its_letters_are_written(raw: bytes) -> None:
    assert header_of(parse_message(b"Subject: " + raw + b"\n\n"), "subject") == "Straße"


@given(
    st.text(st.characters(exclude_categories=("C", "Z")), min_size=1, max_size=60),
    st.sampled_from(("utf-8", "gb18030", "utf-16-be")),
    st.integers(1, 45),
    st.sampled_from((" ", "\n ", "\r\n\t")),
)
def test_a_letter_divided_between_two_words_is_read(text: str, charset: str, width: int, between: str) -> None:
    data = text.encode(charset)
    pieces = (b64encode(data[start : start + width]).decode() for start in range(0, len(data), width))
    words = between.join(f"=?{charset}?B?{piece}?=" for piece in pieces)
    assert header_of(parse_message(f"Subject: {words}\n\n".encode()), "Subject") == text


@given(st.text(st.characters(min_codepoint=32, exclude_categories=("C", "Zl", "Zp")), max_size=80))
def test_any_header_is_read(text: str) -> None:
    assert isinstance(header_of(parse_message(f"Subject: =?utf-8?q?{text}?= {text}\n\n".encode()), "Subject"), str)


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("=?iso-8859-1?Q?Caf=E9_wall_=96_vote?=", "Café wall – vote"),
        ("=?us-ascii?q?Caf=C3=A9?= and =?utf-8?q?wall?=", "Café and wall"),
        ("=?utf-8*en?q?wall?=", "wall"),
        ("=?x-nowhere?q?wall_=96?=", "wall –"),
        ("=?iso-2022-jp?B?GyRCPzdKORsoQg==?=", "新聞"),
        ("=?utf-8?B?d2FsbA?=", "wall"),
        ("=?utf-8?B?d?=", "d"),
        ("a =?b c", "a =?b c"),
    ],
)
def test_encoded_words_are_read(raw: str, text: str) -> None:
    assert header_of(parse_message(f"Subject: {raw}\n\n".encode()), "Subject") == text


@pytest.mark.parametrize("declared", ["", "; charset=koi8-u"])
def test_an_encoding_that_only_the_text_tells_is_that_of_the_headers(declared: str) -> None:
    head = f"Content-Type: text/plain{declared}\nSubject: ".encode()
    data = head + "Стара гребля".encode("koi8-u") + b"\n\n" + CYRILLIC.encode("koi8-u")
    assert header_of(parse_message(data), "Subject") == "Стара гребля"


def test_a_header_without_end_is_cut() -> None:
    assert len(header_of(parse_message(b"From: " + b"a@b.example, " * 50_000 + b"\n\n"), "From")) == 10_000


@pytest.mark.parametrize(
    ("text", "sender"),
    [
        ("Ana Ruiz <Ana@Post.example>", Sender("Ana Ruiz", "Ana", "post.example")),
        ('"Ruiz, Ana" <ana@post.example>', Sender("Ruiz, Ana", "ana", "post.example")),
        ("Ruiz, Ana <ana@post.example>", Sender("Ruiz, Ana", "ana", "post.example")),
        ("Ana Ruiz [mailto:ana@post.example]", Sender("Ana Ruiz", "ana", "post.example")),
        ("ana@post.example (Ana Ruiz)", Sender("Ana Ruiz", "ana", "post.example")),
        ("ana@post.example", Sender("", "ana", "post.example")),
        ("", Sender("", "", "")),
    ],
)
def test_name_and_address_are_read(text: str, sender: Sender) -> None:
    assert read_sender(text) == sender


def test_a_sender_is_shown_in_one_line() -> None:
    shown = [read_sender(text).shown for text in ('"Ruiz, Ana" <ana@post.example>', "a@b.example", "Ana Ruiz", "")]
    assert shown == ["Ruiz, Ana <ana@post.example>", "a@b.example", "Ana Ruiz", ""]
