import pytest
from lxml import html

from corpus.web.page import is_embedded, is_in_foreign_scope, open_page, words_of


@pytest.mark.parametrize(
    ("source", "embedded"),
    [
        ("<blockquote>x</blockquote>", True),
        ("<aside>x</aside>", True),
        ('<div class="c-Related__box">x</div>', True),
        ('<div id="video-player">x</div>', True),
        ('<div itemscope itemtype="https://schema.org/VideoObject">x</div>', True),
        ('<div itemscope itemtype="https://schema.org/NewsArticle">x</div>', False),
        ('<div class="byline">x</div>', False),
        (f'<div class="article--with-video">{"<p>x</p>" * 5}</div>', False),
    ],
)
def test_boxes_are_told_from_the_layout_around_an_article(source: str, embedded: bool) -> None:
    assert is_embedded(html.fragment_fromstring(source)) == embedded


def test_what_is_said_of_a_video_is_not_said_of_the_article() -> None:
    video = (
        '<div itemscope itemtype="https://schema.org/VideoObject"><meta itemprop="datePublished" content="2021-11-03">'
    )
    tree = html.document_fromstring(f'<html><body>{video}</div><meta itemprop="genre" content="news"></body></html>')
    assert open_page(tree).meta == {"genre": ["news"]}


def test_a_recording_of_the_headlines_name_is_what_the_page_is_about() -> None:
    name = '<span itemprop="name" content="Audio: The pool closes"></span><b itemprop="datePublished"></b>'
    tree = html.document_fromstring(
        f'<html><body><div itemscope itemtype="https://schema.org/AudioObject">{name}</div></body></html>'
    )
    element = tree.find('.//*[@itemprop="datePublished"]')
    assert not is_in_foreign_scope(element, "The pool closes at last")
    assert is_in_foreign_scope(element, "A school opens")


def test_words_are_compared_in_one_form() -> None:
    assert words_of("The Café – the café") == {"the", "cafe"}
