from collections.abc import Sequence

from corpus.formats.agency.wire.message import messages


def begins(lines: Sequence[str], number: int) -> bool:
    return lines[number].startswith("#")


def test_each_message_has_its_own_lines_and_the_first_those_above_it() -> None:
    found = list(messages("From the wire\n\n#1\nOne.\n\n#2\nTwo.", begins))
    assert found == [(["#1", "One.", ""], ["From the wire"]), (["#2", "Two."], [])]


def test_a_text_in_which_nothing_begins_has_no_message() -> None:
    assert list(messages("One.\nTwo.", begins)) == []
