import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.formats.agency.notes import without_notes
from tests.corpus.formats.agency.stories import PARAGRAPHS

NOTES = [
    "# Notebook\n\n## Note to editors\n- adds a name",
    "# qna NOTEBOOK\n- Tel: 1",
    "#Notizblock\n##Kontakte",
    "* * * *\nThe following information is not intended for publication\n- Tel: +49 30 5551234",
    "Die folgenden Informationen sind nicht zur Veröffentlichung bestimmt\n- A",
    "NOT FOR PUBLICATION\nCall the desk.",
    "## Editorial contacts\n\n- Editing by: A, +49 30 2852 31472",
    "Editors' notes:\ndesk@qna.example",
]


@given(PARAGRAPHS, st.sampled_from(NOTES))
def test_notes_are_cut_off_and_nothing_vanishes(paragraphs: tuple[str, ...], notes: str) -> None:
    text = "\n\n".join(paragraphs)
    found = without_notes(f"{text}\n\n{notes}")
    assert found.text == text
    dropped = [line for line in notes.split("\n") if line]
    assert list(found.dropped) == dropped


@pytest.mark.parametrize(
    "text",
    [
        "Contacts\n\nThe two had contacts in Skarholm, said the judge.",
        "He wrote: not for publication, and then gave it to the paper all the same.",
        "The notebook of the captain was found.\n\nNotebook\n\nIt was empty.",
    ],
)
def test_what_is_said_of_notes_is_none(text: str) -> None:
    assert without_notes(text).text == text
