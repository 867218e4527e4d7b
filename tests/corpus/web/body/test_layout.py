import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import html

from corpus.formats.draft import Draft, Hints
from corpus.formats.html import parse_html
from corpus.web.body.layout import split_paragraphs, unfold_layout
from corpus.web.elements import text_of_element
from tests.corpus.pages import PARAGRAPHS, TITLE

SIX = (*PARAGRAPHS, *(f"After the vote, {paragraph[0].lower()}{paragraph[1:]}" for paragraph in PARAGRAPHS))
MENU = "<td width=150><a href=/>Home</a><br><a href=/sport>Sport</a></td>"
OPEN = "<html><head><title>The Bay Courier Online</title></head><body bgcolor=white>"


def read(source: str) -> Draft:
    (draft,) = parse_html(source.encode(), Hints()).drafts
    return draft


def test_a_page_laid_out_in_tables_is_read_by_its_paragraphs() -> None:
    head = f"<font size=5><b>{TITLE}</b></font><br><font size=1>Posted: 10/5/2026 9:12 PM</font>"
    text = "".join(f"<p>{paragraph}" for paragraph in SIX)
    lines = read(f"{OPEN}<table width=760><tr>{MENU}<td>{head}{text}</td></tr></table></body></html>").text.split("\n")
    assert lines[-6:] == [*SIX]
    assert TITLE in lines
    assert not any("Home" in line for line in lines)


def test_paragraphs_between_breaks_are_kept_apart() -> None:
    text = "<br><br>".join(SIX)
    table = f"<table><tr>{MENU}<td><table><tr><td>{text}</td></tr></table></td></tr></table>"
    assert [line for line in read(f"{OPEN}{table}</body></html>").text.split("\n") if line in SIX] == [*SIX]


def test_a_long_table_with_a_header_stays_one() -> None:
    rows = "".join(f"<tr><td>{row}</td><td>{''.join(f'<p>{text}</p>' for text in SIX)}</td></tr>" for row in range(3))
    tree = html.document_fromstring(f"<table><tr><th>Day</th><th>What happened</th></tr>{rows}</table>")
    unfold_layout(tree)
    assert len(list(tree.iter("td"))) == 6


def test_each_column_of_a_layout_keeps_its_loose_lines() -> None:
    column = f"<b>{TITLE}</b><br>By Pat Smith{''.join(f'<p>{text}</p>' for text in SIX)}"
    tree = html.document_fromstring(f"<table><tr><td>{column}</td><td>{column}</td></tr></table>")
    unfold_layout(tree)
    lines = [text_of_element(paragraph) for paragraph in tree.iter("p")]
    assert lines == [TITLE, "By Pat Smith", *SIX] * 2


def test_a_table_of_figures_stays_a_table() -> None:
    rows = "".join(f"<tr><td>Section {row}</td><td>{row} metres</td></tr>" for row in range(40))
    tree = html.document_fromstring(f"<html><body><table>{rows}</table></body></html>")
    unfold_layout(tree)
    assert len(list(tree.iter("td"))) == 80


def test_a_table_in_the_text_stays_one_where_the_page_is_laid_out_in_another() -> None:
    text = "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS * 2)
    figures = "<table><tr><th>Pool</th><th>Cost</th></tr><tr><td>Old</td><td>4m</td></tr></table>"
    tree = html.document_fromstring(f"<table><tr><td>{text}{figures}</td></tr></table>")
    unfold_layout(tree)
    assert [text_of_element(table) for table in tree.iter("table")] == ["Pool Cost Old 4m"]


@settings(max_examples=40, deadline=None)
@given(st.lists(st.sampled_from(PARAGRAPHS), min_size=1, max_size=8), st.text("ab ", max_size=30))
def test_a_text_that_was_joined_is_cut_at_the_paragraphs_and_loses_nothing(paragraphs: list[str], other: str) -> None:
    joined = " ".join((other, *paragraphs, other)).strip()
    source = "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
    lines = split_paragraphs(joined, html.document_fromstring(f"<html><body>{source}</body></html>")).split("\n")
    assert [line for line in lines if line in PARAGRAPHS] == paragraphs
    assert " ".join(lines).split() == joined.split()


@pytest.mark.parametrize("text", ["One\nTwo", "", "Nothing of the page"])
def test_another_text_is_left_as_it_is(text: str) -> None:
    assert split_paragraphs(text, html.document_fromstring(f"<p>{PARAGRAPHS[0]}</p>")) == text
