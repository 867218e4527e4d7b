from hypothesis import given

from page.html.paragraphs import grown, paragraphs
from tests.markup_cases import spans, texts


def test_paragraphs_are_what_stands_between_blank_lines() -> None:
    text = "\n\nOne\nline.\n \n\nTwo.\n\n"
    assert [text[start:end] for start, end in paragraphs(text)] == ["One\nline.", "Two."]


def test_paragraphs_are_the_lines_of_a_text_without_blank_ones() -> None:
    text = "One.\nTwo.\nThree."
    assert [text[start:end] for start, end in paragraphs(text)] == ["One.", "Two.", "Three."]


@given(texts, spans)
def test_a_quotation_grows_to_the_whole_article_and_never_shrinks(text: str, at: tuple[int, int]) -> None:
    start, end = min(at[0], len(text)), min(at[1], len(text))
    for _ in range(len(text) + 2):
        wider = grown(text, (start, end))
        assert wider[0] <= start <= end <= wider[1]
        start, end = wider
    ends = [edge for span in paragraphs(text) for edge in span]
    if ends:
        assert (start, end) == (min(start, ends[0]), max(end, ends[-1]))


def test_a_quotation_grows_by_whole_words_where_paragraphs_are_long() -> None:
    text = "word " * 1000
    start, end = grown(text, (2500, 2504))
    assert (2500 - start, end - 2504) <= (800, 800)
    assert text[start:end].split() == ["word"] * (len(text[start:end].split()))
    assert start < 1800
