"""Article text as HTML: exact and marked."""

from hypothesis import given
from hypothesis import strategies as st

from page.html.markup import Mark, marked
from tests.markup_cases import read, texts


@given(texts, st.lists(st.tuples(st.integers(-5, 205), st.integers(-5, 205)), max_size=5), st.integers(0, 50))
def test_marks_cover_their_spans_and_change_no_word(text: str, spans: list[tuple[int, int]], start: int) -> None:
    html = marked(text, start, [Mark(left, right) for left, right in spans])
    assert "".join(read(f"<p>{html}</p>", "p").texts) == text
    covered = {i for left, right in spans for i in range(left - start, right - start) if 0 <= i < len(text)}
    assert "".join(read(html, "mark").texts) == "".join(text[i] for i in sorted(covered))
