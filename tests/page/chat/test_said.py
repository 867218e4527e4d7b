from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from page.chat.answer import answer_to_html
from qa.answer import Answer
from qa.passage import Highlight
from qa.speech.said import Difference, Differs, Said, Statement
from tests.markup_cases import HOSTILE, answer_of, passage_of, read


def near(text: str, asked: str, start: int, end: int, *differences: Difference) -> Said:
    quote = replace(passage_of(text), highlights=(Highlight(start, end, text[start:end]),))
    return Said(asked, 1, nearest=Statement(quote, differences=differences))


def html_of(*said: Said) -> str:
    return str(answer_to_html(replace(answer_of(found=False), said=said)))


def test_what_differs_is_marked_in_what_was_asked_and_in_what_stands() -> None:
    text = "He said it cost 14 billion then."
    at = text.index("billion")
    html = html_of(
        near(text, "it cost 14 million", 8, 26, Difference(Differs.NUMBER, "million", 11, at, at + 7, "billion"))
    )
    assert read(html, "blockquote").texts == [text]
    assert read(html, "del").texts == ["million"]
    assert read(html, "ins").texts == ["billion"]
    assert "".join(read(html, "mark").texts) == "it cost 14 "
    assert "in a number: “billion”, not “million”" in html


def test_an_answer_without_quoted_words_has_none_of_it(answer: Answer) -> None:
    assert 'class="said"' not in answer_to_html(answer)


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_words_stay_words(text: str) -> None:
    said = near(text, text, 0, len(text), Difference(Differs.WORDS, text, 0, 0, len(text), text))
    hostile = replace(said.nearest, speaker=text) if said.nearest else None
    parsed = read(html_of(replace(said, nearest=hostile)), "blockquote")
    assert parsed.texts == [text]
    assert not {"script", "img", "form", "iframe", "style", "b"} & {tag for tag, _ in parsed.tags}
    assert not [name for _, attributes in parsed.tags for name in attributes if name.startswith("on")]


@given(st.text("ab c.", min_size=3, max_size=40), st.lists(st.integers(0, 40), min_size=6, max_size=6))
def test_the_quotation_is_exactly_what_stands(text: str, cuts: list[int]) -> None:
    first, one, two, three, four, last = sorted(min(cut, len(text)) for cut in cuts)
    differences = [Difference(Differs.WORDS, "x", 0, *span, text[slice(*span)]) for span in ((one, two), (three, four))]
    html = html_of(near(text, "x y", first, last, *differences))
    assert read(html, "blockquote").texts == [text]
