from dataclasses import replace

import pytest

from page.html.addresses import original, passage_path, text_fragment, whole_path
from page.html.anchors import digest_of
from page.reader.article import article_to_html
from qa.passage import Citation, Highlight, Passage
from tests.conftest import COURIER


def test_the_address_of_a_passage_tells_its_place_and_its_words() -> None:
    text = COURIER.text[10:60]
    passage = Passage(text, Citation.of(COURIER, 10, 60), 1.0, (Highlight(20, 30, COURIER.text[20:30]),))
    at, mark = digest_of(text)[:10], digest_of(COURIER.text[20:30])[:10]
    assert passage_path(passage) == f"/article/{COURIER.article_id}?at=10-60-{at}&mark=20-30-{mark}#hit"


def test_an_id_with_a_path_in_it_stays_one_part_of_the_address() -> None:
    article = replace(COURIER, article_id="../a b?c#d&e")
    path = passage_path(Passage(article.text[:2], Citation.of(article, 0, 2), 1.0))
    assert path.startswith("/article/..%2Fa%20b%3Fc%23d%26e?at=0-2-")
    assert whole_path("../a b?c#d&e") == "/article/..%2Fa%20b%3Fc%23d%26e"


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", "//evil.example", "http:", "http://[x"]
)
def test_only_web_addresses_become_links(url: str) -> None:
    assert original(url) == ""
    html = article_to_html(replace(COURIER, url=url))
    assert "<a " not in html
    assert url in html


def test_a_web_address_becomes_a_link_that_tells_the_site_nothing() -> None:
    html = article_to_html(replace(COURIER, url="https://courier.example/?a=1&b=2"))
    assert 'rel="noreferrer noopener"' in html
    assert 'href="https://courier.example/?a=1&amp;b=2"' in html


def test_the_original_opens_at_the_quotation() -> None:
    quote = "The operator, Lindqvist Lines, said that 14 well-paid jobs would go."
    assert text_fragment(quote) == (
        "#:~:text=The%20operator%2C%20Lindqvist%20Lines%2C%20said,14%20well%2Dpaid%20jobs%20would%20go."
    )
    assert text_fragment("Fourteen jobs go.") == "#:~:text=Fourteen%20jobs%20go."
    assert original("https://a.example/x", "#:~:text=z") == "https://a.example/x#:~:text=z"
    assert original("https://a.example/x#y", "#:~:text=z") == "https://a.example/x#y"
