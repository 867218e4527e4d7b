from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.errors import UnreadableFile
from corpus.text.decoding import decode

TEXT = "Der Präsident sagte: „Wir müssen über Größe reden.“ Danach sprach in Genf niemand mehr von einer Lösung."
RUSSIAN = "Переговоры в Женеве завершились без прорыва, сообщили участники встречи. " * 20


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_unicode_is_read_without_a_guess(encoding: str) -> None:
    decoded = decode(TEXT.encode(encoding))
    assert decoded.text == TEXT
    assert decoded.guessed == ""


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("text", [RUSSIAN, f"<html><head><title>Приморск</title></head><p>{RUSSIAN}</p></html>", TEXT])
def test_utf16_without_a_mark_is_read_though_its_bytes_may_be_ascii_alone(text: str, encoding: str) -> None:
    decoded = decode(text.encode(encoding))
    assert decoded.text == text
    assert decoded.guessed == ""


def test_western_text_without_unicode_is_read_as_cp1252_and_marked() -> None:
    decoded = decode(TEXT.encode("cp1252"))
    assert decoded.text == TEXT
    assert decoded.guessed == "cp1252"


def test_cyrillic_text_without_unicode_is_recognised() -> None:
    decoded = decode(RUSSIAN.encode("cp1251"))
    assert decoded.text == RUSSIAN
    assert decoded.guessed == "cp1251"


def test_the_users_encoding_wins() -> None:
    polish = "Zażółć gęślą jaźń"
    assert decode(polish.encode("cp1250"), "cp1250").text == polish


def test_an_encoding_that_does_not_fit_or_exist_is_told() -> None:
    with pytest.raises(UnreadableFile, match="cannot be decoded as ascii"):
        decode(TEXT.encode(), "ascii")
    with pytest.raises(UnreadableFile, match="cannot be decoded as klingon"):
        decode(b"x", "klingon")


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"text\0text", "NUL bytes"),
        (b"%PDF-1.7 ...", "a PDF file"),
        (b"PK\x03\x04...", "a zip, Word or Excel file"),
        (b"\x01\x02\x03\x04\x05 text", "5 control characters"),
        (b"\xff\xfe\x00", "cannot be decoded as utf-16-le"),
    ],
)
def test_what_is_no_text_is_refused_with_the_reason(data: bytes, reason: str) -> None:
    with pytest.raises(UnreadableFile, match=reason):
        decode(data)


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"])))
def test_utf8_comes_back_as_written(text: str) -> None:
    assert decode(b"x" + text.encode()).text == "x" + text


@given(st.binary(max_size=300))
def test_any_bytes_give_text_or_a_reason(data: bytes) -> None:
    with suppress(UnreadableFile):
        decode(data).text.encode()
