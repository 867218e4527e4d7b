import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.metadata.toml_text import parse_toml


def test_what_a_file_says_is_read_with_or_without_a_mark_of_its_encoding() -> None:
    assert parse_toml("a = 'é'".encode()) == parse_toml("\ufeffa = 'é'".encode()) == {"a": "é"}


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"a = 1\nb = \xff", r"^is not UTF-8 text \(line 2\): save it as UTF-8$"),
        (b"a = 1\n  b = x", r"^is not valid TOML: .*line 2.*: b = x$"),
        (b"a = 2026-02-31", r"^is not valid TOML"),
        (b"a = " + b"9" * 5000, r"^is not valid TOML"),
        (b"a = " + b"[" * 5000, r"^is not valid TOML"),
    ],
)
def test_what_cannot_be_read_is_told_with_its_line(data: bytes, reason: str) -> None:
    with pytest.raises(ValueError, match=reason):
        parse_toml(data)


@given(st.binary(max_size=60) | st.text(max_size=60).map(str.encode))
def test_whatever_the_bytes_they_are_read_or_refused(data: bytes) -> None:
    reason = ""
    try:
        assert isinstance(parse_toml(data), dict)
    except ValueError as error:
        reason = str(error)
    assert reason.startswith("is not " if reason else "")
