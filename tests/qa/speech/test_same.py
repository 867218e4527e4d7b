import pytest

from qa.speech.quotation import Quotation
from qa.speech.same import holds, is_by, last_name


@pytest.mark.parametrize(
    ("speaker", "asked", "same"),
    [
        ("Boris Ahl", "Boris Ahl", True),
        ("Boris Ahl", "Ahl", True),
        ("Boris Ahl", "Mr Ahl", True),
        ("Boris Ahl", "boris ahl", True),
        ("Boris Ahl", "B. Ahl", True),
        ("Ahl", "Boris Ahl", True),
        ("André Åhl", "Andre Ahl", True),
        ("Zoë Lindström", "Zoe Lindstrom", True),
        ("Zoë Lindström", "Zoe Lindstroem", True),
        ("Zoe Lindstroem", "Zoë Lindström", True),
        ("Søren Åberg", "Soren Aaberg", True),
        ("Zoë Lindström", "Zoe Lindstrem", False),
        ("Ida Ahl", "Boris Ahl", False),
        ("Boris Ahlen", "Ahl", False),
        ("Boris Ahl and Ida Mellin", "Ida Mellin", True),
        ("A spokesman for Nordlin", "Nordlin", True),
        ("The lawyer of Boris Ahl", "Boris Berg", False),
        ("the mayor", "the mayor", True),
    ],
)
def test_a_name_is_known_by_what_is_asked(speaker: str, asked: str, *, same: bool) -> None:
    assert is_by(Quotation(0, 1, speaker), asked) is same


def test_an_office_finds_whom_the_text_calls_so() -> None:
    assert is_by(Quotation(0, 1, "Ida Mellin", ("mayor",)), "the mayor")
    assert not is_by(Quotation(0, 1, "Boris Ahl", ("trader",)), "the mayor")


def test_the_last_name_is_what_texts_repeat() -> None:
    assert [last_name(name) for name in ("Boris Ahl", "Mr Ahl", "the mayor", "Ahl")] == ["Ahl", "Ahl", "mayor", "Ahl"]


@pytest.mark.parametrize("name", ["Lindström", "Lindstrom", "lindstroem", "Lindstro\u0308m"])
@pytest.mark.parametrize("text", ["Zoë Lindström’s café", "ZOË LINDSTRÖM", "Lindstro\u0308m"])
def test_a_text_holds_a_name_whatever_becomes_of_its_accents(text: str, name: str) -> None:
    assert holds(text, name)
    assert not holds(text, "Lindstrem")


def test_a_text_without_accents_holds_a_name_with_them() -> None:
    assert holds("Zoe Lindstrom", "Lindström")
    assert holds("Zoe Lindstroem", "Lindström")
    assert not holds("Zoe Lindstroem", "Lindstrom")
