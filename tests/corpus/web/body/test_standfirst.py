from lxml import html

from corpus.web.body.standfirst import find_standfirst
from tests.corpus.pages import PARAGRAPHS

SECOND = "Nobody who spoke in the hall was in favour of it, and swimmers collect signatures"


def find(body: str, *descriptions: str) -> str:
    tree = html.document_fromstring(f"<html><body><h1>Pool closes</h1>{body}</body></html>")
    headline = tree.find(".//h1")
    assert headline is not None
    return find_standfirst(headline, descriptions)


def test_what_is_printed_and_described_alike_is_the_standfirst() -> None:
    body = f"<div><h2>{PARAGRAPHS[1]}</h2></div><p>{PARAGRAPHS[0]}</p>"
    assert find(body, PARAGRAPHS[1]) == PARAGRAPHS[1]
    assert find(body, PARAGRAPHS[1][:70] + "…") == PARAGRAPHS[1]


def test_a_description_that_is_not_printed_is_no_text() -> None:
    assert find(f"<p>{PARAGRAPHS[0]}</p>", PARAGRAPHS[1]) == ""
    assert find(f"<p>{PARAGRAPHS[0]}</p>") == ""
    assert find("<p>Pool closes.</p>", "Pool closes.") == ""


def test_a_heading_of_the_second_level_right_below_is_the_standfirst_where_it_is_a_sentence() -> None:
    tree = html.document_fromstring(f"<body><h1>Pool closes</h1><h2>{SECOND}</h2><p>Text.</p></body>")
    assert find_standfirst(tree.find(".//h1"), []) == SECOND
    for other in ("<h2>Latest news</h2>", f"<h2><a href='/x'>{SECOND}</a></h2>", f"<p>x</p><h2>{SECOND}</h2>"):
        tree = html.document_fromstring(f"<body><h1>Pool closes</h1>{other}<p>Text.</p></body>")
        assert find_standfirst(tree.find(".//h1"), []) == ""
