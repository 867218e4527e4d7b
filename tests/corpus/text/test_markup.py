import time
from html import escape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.text.markup import plain_line, plain_text


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("<p>One &amp; two</p><p>Three <b>x</b><br>four</p>", "One & two\n\nThree x\n\nfour"),
        ("One\n\ntwo <i>x</i>\nthree", "One\n\ntwo x\nthree"),
        ("&lt;p&gt;A&lt;/p&gt;&lt;p&gt;B&lt;/p&gt;", "A\n\nB"),
        ('<img data-c="<p>no</p>" alt=\'x > y\'>text<script>if (a<b) { "</p>" }</script> after', "text after"),
        ("<p>a<!-- b <p> -->c</p><style>p > a {}</style>", "ac"),
        ("<div>5 < 6 <p>next", "5 < 6\n\nnext"),
        ("<o:p>A</o:p><amp-img src=x></amp-img><p>B</p>", "A\n\nB"),
        ("<p>Un<b>closed", "Unclosed"),
    ],
)
def test_html_becomes_its_visible_text(source: str, text: str) -> None:
    assert plain_text(source) == text


@pytest.mark.parametrize(
    "text", ["a < b && c > d & AT&T", "Write to <john@x.example>.", "The <p> of HTML.\n\nTwo  blanks", "x &copy=1", ""]
)
def test_other_text_stays_as_it_is(text: str) -> None:
    assert plain_text(text) == text


def test_entities_are_characters_in_plain_text_too() -> None:
    assert plain_text("Ana&#8217;s &quot;pool&quot;&nbsp;&amp; more\n\nB") == 'Ana’s "pool"\xa0& more\n\nB'
    assert plain_line("<b>A</b>\n <i>b</i>") == "A b"


@given(st.lists(st.text(st.characters(categories=["L", "N", "P", "Sm"]), min_size=1), min_size=1, max_size=5))
def test_what_is_written_in_paragraphs_comes_back(paragraphs: list[str]) -> None:
    source = "".join(f"<p>{escape(paragraph)}</p>" for paragraph in paragraphs)
    assert plain_text(source) == "\n\n".join(paragraphs)


@given(st.text(st.sampled_from("<>/pbr=\"' &;!-#1x\n") | st.characters(), max_size=60))
def test_any_text_gives_text(source: str) -> None:
    assert "<p>" not in plain_text(f"<p>{source}</p>") or "&lt;" in source or "<" in source


@pytest.mark.parametrize(
    "piece", ['<a ="<a " ', "<p ", "<!--", '<p "', '<p =""', "<script", "<script>", "</", "&#1", "&amp", "<", "<z a='"]
)
def test_hostile_html_takes_linear_time(piece: str) -> None:
    started = time.monotonic()
    plain_text("<br>" + piece * (1_000_000 // len(piece)))
    assert time.monotonic() - started < 5
