import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from corpus.text.characters import clean_line, clean_text

HOSTILE = "\x00\x07\x1b\x7f\x85\x9f\xad\u061c\u200b\u200c\u200d\u200e\u202e\u2028\u2066\ufeff\ufffe\ud800\U000e0041"
texts = st.text() | st.text(st.sampled_from(HOSTILE + "aé\u0301 \t\r\n\v\u212a"))


def test_line_ends_become_newlines() -> None:
    assert clean_text("a\r\nb\rc\x85d\u2028e") == "a\nb\nc\nd\ne"


def test_blanks_at_line_ends_and_empty_lines_beyond_one_go() -> None:
    assert clean_text("\n\n a  \n\n\n \nb\t\n\n") == "a\n\nb"


def test_letters_are_composed() -> None:
    assert clean_text("Cafe\u0301") == "Café"


def test_invisible_characters_go() -> None:
    assert clean_text("pass\u200bword \u202etxt.exe\u202c [31m\x1b soft\xadly") == "password txt.exe [31m softly"


def test_quotes_dashes_and_ellipses_stay_as_published() -> None:
    text = "“Zelenskyy’s” – 1938 — «voilà» … 90\u00a0minutes"
    assert clean_text(text) == text


def test_joiners_stay_where_they_spell_and_go_where_they_hide() -> None:
    assert clean_text("می\u200cخواهم 👩\u200d🔬") == "می\u200cخواهم 👩\u200d🔬"
    assert clean_text("se\u200ccret") == "secret"


def test_a_line_is_one_line() -> None:
    assert clean_line("  A\n headline\t\u200b here ") == "A headline here"


@given(texts)
def test_cleaning_twice_changes_nothing_more(text: str) -> None:
    once = clean_text(text)
    assert clean_text(once) == once
    assert clean_line(clean_line(text)) == clean_line(text)


@given(texts)
def test_no_control_character_is_left_and_every_text_can_be_written(text: str) -> None:
    cleaned = clean_text(text)
    cleaned.encode()
    assert {character for character in cleaned if unicodedata.category(character) == "Cc"} <= {"\n", "\t"}
    assert "\u202e" not in cleaned


@given(st.text(st.characters(categories=["L", "N", "P"])))
def test_words_numbers_and_marks_are_all_kept(text: str) -> None:
    assert clean_text(text) == unicodedata.normalize("NFC", text)
