import pytest

from page.html.anchors import Anchor
from page.html.quoted import Quoted, find_quoted

FIRST = "The city library of Port Marrow opened on Saturday."
BEAMS = "Architect Yusuf Danner said the roof beams of 1871 were kept."
LAST = "Entry is free."
TEXT = f"{FIRST}\n\n{BEAMS} The conversion took three years.\n\n{LAST}"
PASSAGE = TEXT[TEXT.index(BEAMS) : TEXT.index(LAST)].strip()


def quoted(now: str) -> tuple[Quoted, str, list[str]]:
    """Looks for the passage and its sentence in what the article has become; returns them and their words."""
    found = find_quoted(now, Anchor.of(TEXT.index(PASSAGE), PASSAGE), [Anchor.of(TEXT.index(BEAMS), BEAMS)])
    return found, now[slice(*found.at)] if found.at else "", [now[slice(*span)] for span in found.sentences]


def test_nothing_is_told_of_a_passage_that_stands_where_it_stood() -> None:
    found, passage, sentences = quoted(TEXT + " Closed on Monday.")
    assert (found.told, passage, sentences) == ("", PASSAGE, [BEAMS])


@pytest.mark.parametrize(
    "now",
    [
        TEXT.replace("The city", "After many delays, the city"),  # words inserted before
        TEXT.replace(FIRST + "\n\n", ""),  # a paragraph deleted before
        f"{PASSAGE}\n\n{FIRST}\n\n{LAST}",  # the paragraph moved up
        f"{FIRST}\n\n{LAST}\n\n{PASSAGE}",  # and down
        f"{BEAMS}\n\n{TEXT}",  # the sentence stands above it, too
    ],
)
def test_a_passage_that_moved_is_found_and_told_of(now: str) -> None:
    found, passage, sentences = quoted(now)
    assert (passage, sentences) == (PASSAGE, [BEAMS])
    assert found.at is not None
    assert found.at[0] <= found.sentences[0][0] < found.at[1]
    assert "still stands in it, word for word" in found.told


def test_of_a_passage_that_was_edited_the_marked_sentence_is_found() -> None:
    found, passage, sentences = quoted(TEXT.replace("three years", "four years"))
    assert (passage, sentences) == ("", [BEAMS])
    assert "so has the passage" in found.told


@pytest.mark.parametrize(
    "now", [TEXT.replace("1871", "1872"), TEXT.replace(PASSAGE, ""), "Another article altogether.", ""]
)
def test_of_words_that_were_changed_or_deleted_it_is_told(now: str) -> None:
    found, passage, sentences = quoted(now)
    assert (passage, sentences) == ("", [])
    assert "no longer stands in it" in found.told


def test_an_article_that_is_opened_without_a_passage_tells_nothing() -> None:
    assert find_quoted(TEXT, None) == Quoted(None, ())
