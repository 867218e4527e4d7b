"""Quotations: exact words, some of them folded away."""

from hypothesis import example, given
from hypothesis import strategies as st

from page.html.quotation import Quotation, quotation
from page.html.templates import render
from tests.markup_cases import read, spans, texts


def shown(quoted: Quotation) -> str:
    return render("passage/context.html", quotation=quoted)


def test_a_quotation_can_be_shown_with_more_around_it() -> None:
    html = shown(quotation("a < b", 10, [(14, 15)], "/context/x?at=10-15"))
    assert 'data-at="10-15" data-more="/context/x?at=10-15"' in html
    assert "data-more" not in shown(quotation("a", 0, []))


@given(texts, st.lists(spans, max_size=3))
@example(text="0000", found=[(12, 12)])  # nothing, where a paragraph begins
def test_folding_hides_paragraphs_and_changes_no_word(text: str, found: list[tuple[int, int]]) -> None:
    # A passage begins and ends with a word, and no sentence goes on over a line break.
    long = f"Marlin {text}\n{'word ' * 100}\n{text} closes."
    html = shown(quotation(long, 0, found, folded=True))
    assert read(html, "blockquote").texts == [long]
    hidden = "".join(read(html, "span").texts)
    shown_marks = "".join(read(html, "mark").texts)
    covered = {i for left, right in found for i in range(left, right) if i < len(long)}
    assert shown_marks.replace("\n", "") == "".join(long[i] for i in sorted(covered) if long[i] != "\n")
    assert len(hidden) + len(shown_marks) <= len(long)


def test_the_paragraph_that_answers_is_shown_and_those_around_it_wait() -> None:
    text = f"{'One. ' * 50}\n\nTwo is the answer.\n\n{'Three. ' * 50}"
    at = text.index("Two")
    folded = quotation(text, 0, [(at, at + 18)], folded=True)
    assert "One." not in "".join(segment.text for segment in folded.segments if segment.kind != "around")
    assert "<mark>Two is the answer.</mark>" in shown(folded)
    assert shown(folded).count('class="around"') == 2
    assert folded.has_more
    assert not quotation(text, 0, [(at, at + 18)]).has_more


@given(texts, st.lists(spans, min_size=1, max_size=3), st.lists(spans, max_size=2))
def test_the_fold_hides_nothing_of_what_is_brought_out_or_kept(
    text: str, found: list[tuple[int, int]], kept: list[tuple[int, int]]
) -> None:
    long = f"{text}\n{'word ' * 100}\n{text}"
    folded = quotation(long, 0, found, folded=True, kept=kept)
    hidden, at = set[int](), 0
    for segment in folded.segments:
        hidden |= set(range(at, at + len(segment.text))) if segment.kind == "around" else set()
        at += len(segment.text)
    assert not hidden & {place for span in (*found, *kept) for place in range(*span)}
