import pytest

from qa.speech.quotation import Quotation
from qa.speech.same import is_by, last_name


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
