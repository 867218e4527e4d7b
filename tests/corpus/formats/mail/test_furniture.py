import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.formats.mail.furniture import is_furniture, take_furniture
from corpus.web.blocks import Block

TEXT = "The council of Kelpwick agreed on Monday to mend the gates of the harbour. " * 4
NOTICES = (
    "View this email in your browser", "Unsubscribe https://quay.example/u?id=1", "Read online",
    "You received this email because you signed up for it.", "You’re receiving this newsletter as a member.",
    "Want to change how you receive these emails? unsubscribe from this list.", "Newsletter abbestellen",
    "Wenn Sie diesen Newsletter nicht lesen können, klicken Sie bitte hier", "Im Browser anzeigen",
    "Wir empfehlen Ihnen, diesen Newsletter im Browser zu lesen.",
    "To change your alert settings, please log in at https://quay.example/login",
    "Se désabonner", "Vous recevez cet e-mail car vous êtes abonné.", "Ver este correo en su navegador",
    "Hai ricevuto questa newsletter perché sei iscritto.", "Отписаться",
)  # fmt: skip
OTHERS = (
    "© 2026 Ana Ruiz",
    "Copyright © 2026 Quay Courier, All rights reserved.",
    "Subscribe now",
    "♡",
    "More like this",
)


@pytest.mark.parametrize("line", [*NOTICES, *OTHERS])
def test_lines_around_a_newsletter_are_known(line: str) -> None:
    assert is_furniture(line)


@pytest.mark.parametrize(
    "line",
    [
        "Copyright is what the two papers fight about.", "-----", "***", "Share of the vote", "Help",
        "Contact with the ship was lost",
        "You received the news on Tuesday.", "Readers may unsubscribe at any time, the court ruled on Tuesday.", "",
    ],
)  # fmt: skip
def test_lines_of_a_text_are_not(line: str) -> None:
    assert not is_furniture(line)


def test_a_footer_is_all_that_stands_below_its_notice() -> None:
    lines = (TEXT, TEXT, "© 2026 Ana Ruiz", "Harbour Street 1, Kelpwick", "Quay Press Ltd. Registered in Kelpwick no 1")
    found = take_furniture([Block(line) for line in lines])
    assert [block.text for block in found.text] == [TEXT, TEXT]
    assert not found.to_many


@pytest.mark.parametrize("last", [TEXT, "The wall is to be repaired by next autumn."])
def test_a_notice_above_a_text_begins_no_footer(last: str) -> None:
    found = take_furniture([Block(line) for line in ("Unsubscribe", "The wall", last)])
    assert [block.text for block in found.text] == ["The wall", last]
    assert found.to_many


def test_a_notice_above_short_lines_begins_no_footer() -> None:
    lines = ("View in browser", *("Pool closes for good",) * 9)
    assert len(take_furniture([Block(line) for line in lines]).text) == 9


@given(st.lists(st.sampled_from((*NOTICES, *OTHERS, TEXT, "The wall", "-----")) | st.text(max_size=500), max_size=9))
def test_each_block_is_of_the_text_or_around_it(lines: list[str]) -> None:
    blocks = [Block(line) for line in lines]
    found = take_furniture(blocks)
    assert sorted(map(str, found.text + found.around)) == sorted(map(str, blocks))
    assert all(block in found.text for block in blocks if block.text == TEXT)
