from corpus.article import Article
from qa.passage import Citation


def article(pages: tuple[int, ...]) -> Article:
    return Article("a", "Post", "Ferry", "One two three four", "ferry.pdf", "0", pages=pages)


def test_a_citation_tells_the_page_on_which_the_passage_begins() -> None:
    assert [Citation.of(article((0, 8)), start, start + 3).page for start in (0, 7, 8, 14)] == [1, 1, 2, 2]


def test_an_article_without_pages_has_no_page_number() -> None:
    assert Citation.of(article(()), 0, 3).page is None
