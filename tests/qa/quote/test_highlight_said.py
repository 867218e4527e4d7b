from hypothesis import given
from hypothesis import strategies as st

from index.chunks.chunk import Chunk
from qa.language.terms import TermWeights, content_terms
from qa.passage import Highlight
from qa.quote.highlight_said import highlight_said
from qa.speech.quotation import Quotation
from tests.conftest import FakeEncoder, in_sentences

HALL, SCHOOL = "“The hall is our heart.”", "“The school is our head.”"
REPORT = "Ahl said the roof leaks."
TEXT = f"Ahl came late. {HALL} he said. {SCHOOL} {REPORT} The council votes on fish in June."


def said(words: str, *, direct: bool = True) -> Quotation:
    start = 50 + TEXT.index(words)
    return Quotation(start, start + len(words), "Boris Ahl", (), direct)


ALL = (said(HALL), said(SCHOOL), said(REPORT, direct=False))


def marks(topic: str, *quotations: Quotation, start: int = 0, end: int = len(TEXT)) -> tuple[Highlight, ...]:
    passage = in_sentences(Chunk("a", 50 + start, 50 + end, TEXT[start:end]))
    weights = TermWeights(dict.fromkeys(content_terms(topic), 1.0), {})
    return highlight_said(passage, quotations, weights, FakeEncoder().encode([f"Ahl say {topic}"])[0])


def test_the_quotation_on_what_is_asked_is_marked() -> None:
    assert [mark.text for mark in marks("hall", *ALL)] == [HALL]
    assert [mark.text for mark in marks("school", *ALL)] == [SCHOOL]


def test_what_is_reported_is_marked_where_nothing_else_is_on_it() -> None:
    assert [mark.text for mark in marks("roof", *ALL)] == [REPORT]


def test_nothing_is_marked_where_he_says_nothing_on_it_and_another_sentence_does() -> None:
    assert marks("fish", *ALL) == ()
    assert marks("hall") == ()


def test_a_quotation_that_the_sentence_before_puts_on_what_is_asked_is_marked() -> None:
    assert [mark.text for mark in marks("late", *ALL)] == [HALL]


def test_of_a_quotation_that_begins_in_the_passage_before_the_rest_is_marked() -> None:
    inside = TEXT.index("is our heart")
    (mark,) = marks("heart", said(HALL), start=inside)
    assert mark == Highlight(50 + inside, 50 + TEXT.index(HALL) + len(HALL), "is our heart.”")


@given(st.lists(st.tuples(st.integers(0, len(TEXT)), st.integers(1, 60), st.booleans()), max_size=6))
def test_marks_are_spans_of_the_passage(spans: list[tuple[int, int, bool]]) -> None:
    quotations = [Quotation(50 + at, 50 + min(at + length, len(TEXT)), "X", (), direct) for at, length, direct in spans]
    for mark in marks("hall", *quotations, start=20, end=90):
        assert 70 <= mark.start <= mark.end <= 140
        assert TEXT[mark.start - 50 : mark.end - 50] == mark.text
