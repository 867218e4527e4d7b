import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.web.blocks import blocks_of, html_of, text_of


def test_blocks_are_lines_and_what_is_within_a_line_stays_in_it() -> None:
    source = "<div>One <b>two</b><br>three<p>four</p>five</div><ul><li>six</li></ul>"
    assert text_of(source) == "One two\n\nthree\n\nfour\n\nfive\n\nsix"


def test_what_nobody_sees_is_no_text() -> None:
    source = "<style>x</style><script>y</script><p style='display: none'>z</p><!-- c --><p>seen</p>"
    assert text_of(source) == "seen"


def test_headings_and_links_are_known() -> None:
    heading, text = blocks_of('<h2><a href="https://a.example/">Title</a></h2><p>Text</p>')
    assert (heading.text, heading.heading, heading.url) == ("Title", True, "https://a.example/")
    assert (text.text, text.heading, text.url) == ("Text", False, "")


def test_a_link_around_a_block_is_its_link() -> None:
    heading, text = blocks_of('<a href="https://a.example/"><h2>Title</h2></a><p>Text</p>')
    assert (heading.url, text.url) == ("https://a.example/", "")


@pytest.mark.parametrize(
    ("source", "link"),
    [
        ('Text. <a href="/a">Read <b>more</b></a> ', "Read more"),
        ('<a href="/a">Read more</a>', "Read more"),
        ('Text <a href="/a">in</a> the middle', ""),
        ('<a href="/a">One</a> and <a href="/b">two</a>', "two"),
        ("Text.", ""),
    ],
)
def test_the_link_that_a_block_ends_in_is_known(source: str, link: str) -> None:
    (block,) = blocks_of(f"<p>{source}</p>")
    assert block.link == link


def test_quotations_are_known() -> None:
    source = "<p>One</p><blockquote><p>two</p>three</blockquote>four"
    assert [block.quoted for block in blocks_of(source)] == [False, True, True, False]


def test_escaped_markup_is_text_and_is_not_parsed_again() -> None:
    assert text_of("<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>") == "<script>alert(1)</script>"


def test_deep_nesting_is_no_trouble() -> None:
    assert text_of("<div>" * 200 + "x") == "x"
    assert text_of("seen" + "<div>" * 100_000 + "x").startswith("seen")


@given(st.text())
def test_any_source_gives_lines_without_empty_ones(source: str) -> None:
    blocks = blocks_of(f"<p>First</p>{source}")
    assert blocks[0].text == "First"
    for block in blocks:
        assert block.text
        assert block.text == " ".join(block.text.split())


def test_elements_that_are_closed_at_once_do_not_go_on_to_the_end() -> None:
    head = b"<html xmlns='http://www.w3.org/1999/xhtml'><head><title/><script src='x'/></head>"
    assert text_of(html_of(head + b"<body><p>A &amp; b</p></body></html>")) == "A & b"
    assert text_of(html_of(b"<en-note><en-media/><div>A</div><en-todo/><div>B</div></en-note>")) == "A\n\nB"


def test_what_is_no_xml_is_read_as_it_is() -> None:
    assert text_of(html_of("<p>A & b<p>„So“".encode())) == "A & b\n\n„So“"


def test_blanks_by_name_are_blanks_and_no_other_entity_is_expanded() -> None:
    assert text_of(html_of(b"<!DOCTYPE en-note SYSTEM 'x.dtd'><en-note>A&nbsp;b</en-note>")) == "A b"
    outside = b"<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><a>A&x;b</a>"
    assert "root:" not in html_of(outside)
