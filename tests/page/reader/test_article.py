"""A whole article as HTML."""

from hypothesis import given
from hypothesis import strategies as st

from corpus.article import Article
from page.reader.article import CHANGED, article_to_html
from tests.markup_cases import read, spans, texts


@given(texts)
def test_the_article_shown_keeps_every_word_in_order(text: str) -> None:
    article = Article("a", "Outlet", "Title", text, "a.md", "h")
    html = article_to_html(article)
    shown = "\n".join(read(html[html.index('<div class="text">') : html.index("<footer>")], "p").texts)
    assert shown.split() == text.split()


@given(texts, spans, st.lists(spans, max_size=4))
def test_the_article_marks_exactly_the_cited_span(text: str, at: tuple[int, int], found: list[tuple[int, int]]) -> None:
    html = article_to_html(Article("a", "Outlet", "Title", text, "a.md", "h"), at, found)
    cited = text[slice(*at)]
    assert "".join("".join(read(html, "mark").texts).split()) == "".join(cited.split())
    assert html.count('id="hit"') == bool(cited.strip())


def test_the_article_brings_out_the_sentences_that_answer() -> None:
    html = article_to_html(Article("a", "O", "T", "One. Two. Three.", "a.md", "h"), (0, 9), [(5, 9), (10, 16)])
    assert '<mark id="hit" tabindex="-1" class="cited">One. </mark><mark class="cited found">Two.</mark> Three.' in html


def test_other_cited_passages_are_marked_more_lightly() -> None:
    html = article_to_html(Article("a", "O", "T", "One. Two. Three.", "a.md", "h"), (0, 4), others=[(10, 16)])
    assert '<mark id="hit" tabindex="-1" class="cited">One.</mark> Two. <mark class="other">Three.</mark>' in html


def test_a_passage_around_the_cited_one_takes_nothing_from_it() -> None:
    article = Article("a", "O", "T", "One. Two. Three. Four.", "a.md", "h")
    html = article_to_html(article, (5, 16), [(10, 12)], others=[(0, 22)])
    before, cited = '<mark class="other">One. </mark>', '<mark id="hit" tabindex="-1" class="cited">Two. </mark>'
    found, after = (
        '<mark class="cited found">Th</mark><mark class="cited">ree.</mark>',
        '<mark class="other"> Four.</mark>',
    )
    assert before + cited + found + after in html


def test_an_article_that_has_changed_says_so() -> None:
    article = Article("a", "O", "T", "One.", "a.md", "h")
    assert CHANGED in article_to_html(article, changed=True)
    assert CHANGED not in article_to_html(article)
