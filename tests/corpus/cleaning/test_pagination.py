from hypothesis import given
from hypothesis import strategies as st

from corpus.cleaning.pagination import join_pages, take_marks, without_marks
from corpus.text.characters import clean_text

WORDS = st.text(st.characters(codec="utf-8", exclude_categories=("Co", "Cs")), max_size=40)


@given(st.lists(WORDS, min_size=1, max_size=8))
def test_each_page_begins_where_its_words_do(pages: list[str]) -> None:
    text, starts = take_marks(join_pages(pages))
    assert len(starts) == len(pages)
    assert starts[0] == 0
    for page, start in zip(pages, starts, strict=True):
        assert text[start:].startswith(page.strip("\n"))


@given(st.lists(WORDS, min_size=1, max_size=8))
def test_cleaning_keeps_the_pages_in_order(pages: list[str]) -> None:
    text, starts = take_marks(clean_text(join_pages(pages)))
    assert list(starts) == sorted(starts)
    assert all(start <= len(text) for start in starts)
    assert text == without_marks(text)


def test_a_page_whose_beginning_was_cleaned_away_begins_with_the_next() -> None:
    marked = join_pages(["One.", "Gone.", "Three."])
    text, starts = take_marks(marked.replace(marked[marked.index("Gone") - 1 : marked.index("Gone") + 7], ""))
    assert text[starts[1] :] == text[starts[2] :] == "Three."


def test_a_sentence_goes_on_over_the_end_of_a_page() -> None:
    assert (
        take_marks(join_pages(["The council voted", "to close it.", "The end."]))[0]
        == "The council voted to close it.\n\nThe end."
    )
