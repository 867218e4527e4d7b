"""Article text cut for its marks: exact."""

from hypothesis import given
from hypothesis import strategies as st

from page.html.segments import Mark, segments
from tests.markup_cases import texts


@given(texts, st.lists(st.tuples(st.integers(-5, 205), st.integers(-5, 205)), max_size=5), st.integers(0, 50))
def test_marks_cover_their_spans_and_change_no_word(text: str, spans: list[tuple[int, int]], start: int) -> None:
    pieces = segments(text, start, [Mark(left, right) for left, right in spans])
    assert "".join(piece.text for piece in pieces) == text
    covered = {i for left, right in spans for i in range(left - start, right - start) if 0 <= i < len(text)}
    assert "".join(piece.text for piece in pieces if piece.kind == "found") == "".join(text[i] for i in sorted(covered))
