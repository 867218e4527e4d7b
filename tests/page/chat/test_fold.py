"""The fold of an answer's passages: whatever it hides, it is neither what answers nor who says it."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from page.chat.answer import answer_to_html
from qa.passage import Highlight
from qa.speech.naming import find_naming
from tests.markup_cases import answer_of, passage_of, read

FILLER = "Nothing else came of the long meeting in the old hall by the quay, and rain fell. " * 3
PARAGRAPHS = (
    "“The ferry stays as it is, whatever comes,” said Boris Ahl.",
    "“It was a long night for all of us,” he said.",
    "Boris Ahl spoke late in the hall.",
    "Ida Brandt left before him.",
    "“I would go,” Brandt said. “Nobody listens.”",
    f"{FILLER}It ended.",
)


@given(st.permutations(PARAGRAPHS), st.integers(0, len(PARAGRAPHS) - 1))
def test_the_fold_never_hides_the_sentence_that_answers_or_the_speaker(paragraphs: list[str], number: int) -> None:
    text = "\n\n".join((f"{FILLER}It began.", *paragraphs, f"{FILLER}They went home."))
    sentence = paragraphs[number]
    start = text.index(sentence)
    mark = Highlight(start, start + len(sentence), sentence)
    html = str(answer_to_html(answer_of(replace(passage_of(text), highlights=(mark,)))))
    hidden = "".join(read(html.partition("<blockquote")[2].partition("</blockquote>")[0], "span").texts)
    assert hidden
    assert sentence not in hidden
    if naming := find_naming(text, mark.start, mark.end):
        assert text[naming.start : naming.end] not in hidden
