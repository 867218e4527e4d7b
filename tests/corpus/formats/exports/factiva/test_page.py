"""Factiva as web pages, with and without labels.

What is known of the forms, by public material:
- Labelled, in tables: the test files of tm.plugin.factiva (nalimilan/R.TeMiS, cran/tm.plugin.factiva): elements of
  class ``article frArticle``, each with one table whose cells are ``<b>HD</b>&nbsp;`` and the value; 100,000 characters
  of styles before the first. FactivaParser of a-bagrov and others take ``.enHeadline`` inside ``.article.enArticle``.
- Without labels: BernhardClemm/factiva-parsing holds such an export of 2021: an element of class ``article`` around
  that of class ``article deArticle``, in it an unnamed ``div`` for each field, ``#hd``, ``.author``, paragraphs of
  class ``articleParagraph`` and a last one with "Dokument" and the number; lines of the source break anywhere.
"""

from dataclasses import replace
from datetime import date
from html import escape

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.errors import UnreadableFile
from corpus.formats.draft import Hints, Parsed
from corpus.formats.html import parse_html
from tests.corpus.formats.exports.factiva.documents import INTERFACES, Story, check, stories
from tests.corpus.pages import page as news_page

_STYLES = "<style>" + ".article{page-break-after:always;}" * 3_000 + "</style>"


def page(articles: list[str], *, styles: str = "") -> str:
    return (
        f'<!DOCTYPE html>\n<html><head><meta charset="utf-8"><title>Factiva</title>{styles}</head><body><div '
        'id="navcontainer"><table><tr><td><h1>Factiva</h1></td><td><span>Dow Jones</span></td></tr></table></div><form>'
        f'<div id="contentWrapper">{"<br/><span></span>".join(articles)}<div id="pageFooter"><span class="copyright">'
        "© 2026 Factiva, Inc. All rights reserved.</span></div></div></form></body></html>"
    )


def in_table(story: Story, language: str, shuffle: list[int]) -> str:
    words, document, _, english = INTERFACES[language]
    fields = [
        ("SE", story.section), ("HD", f"<span class='{language}Headline'>{escape(story.headline)}</span>"),
        ("BY", f"By {story.author}" if story.author else ""), ("WC", f"82 {words}"), ("PD", story.day_as(language)),
        ("ET", story.time), ("SN", escape(story.outlet)), ("SC", "QUAYC"), ("LA", english),
        ("CY", escape(story.copyright)), ("LP", paragraphs(story.paragraphs[:1], language)),
        ("TD", paragraphs(story.paragraphs[1:], language)), ("NS", "gpol : Domestic Politics | gcat : General"),
        ("AN", f"{document} {story.accession}"),
    ]  # fmt: skip
    rows = "".join(
        f'<tr><td align="right" class="index"><p><b>{label}</b>&nbsp;</p></td><td>{value}</td></tr>\n'
        for label, value in (fields[place] for place in shuffle)
        if value
    )
    return f'<div class="article {language}Article"><p><table>{rows}</table><br/></p></div>'


def in_blocks(story: Story, language: str, break_at: str) -> str:
    words, document, _, english = INTERFACES[language]
    info = [f"82 {words}", story.day_as(language), story.time, story.outlet, "QUAYC", story.page, english,
            story.copyright]  # fmt: skip
    author = f'<div class="author">\nBy {escape(story.author)}\n</div>' if story.author else ""
    section = f"<div>{escape(story.section)}</div>" if story.section else ""
    return (
        f'<div id="article-{story.accession}" class="article" ><div class="article {language}Article"><p>\n{section}'
        f"<div id=\"hd\" ><span class='{language}Headline'>\n{escape(story.headline).replace(' ', break_at)}\n</span>\n"
        f"</div>{author}{''.join(f'<div>{escape(line)}</div>' for line in info if line)}\n</p>\n"
        f"{paragraphs(story.paragraphs, language, break_at)}<p>{document} {story.accession}</p></div></div>"
    )


def paragraphs(texts: tuple[str, ...], language: str, break_at: str = " ") -> str:
    return "".join(
        f'<p class="articleParagraph {language}articleParagraph">\n{escape(text).replace(" ", break_at)}\n</p>\n'
        for text in texts
    )


def read(source: str) -> Parsed:
    return parse_html(source.encode(), Hints())


LANGUAGES = st.sampled_from(sorted(INTERFACES))


@settings(max_examples=30, deadline=None)
@given(stories(), LANGUAGES, st.permutations(range(14)), st.sampled_from(("", _STYLES)))
def test_every_document_of_the_form_in_tables_is_found(
    expected: list[Story], language: str, shuffle: list[int], styles: str
) -> None:
    check(read(page([in_table(story, language, shuffle) for story in expected], styles=styles)), expected)


@settings(max_examples=30, deadline=None)
@given(stories(), LANGUAGES, st.sampled_from((" ", "\n", "\r\n")), st.sampled_from(("", _STYLES)))
def test_every_document_of_the_form_without_labels_is_found(
    expected: list[Story], language: str, break_at: str, styles: str
) -> None:
    check(read(page([in_blocks(story, language, break_at) for story in expected], styles=styles)), expected)


STORY = Story(1, "Quay Courier", "A wall is repaired", date(2026, 2, 18), "Mira Ulv", "", "", "", "", ("The text.",))


def test_marked_words_and_tables_in_a_text_are_part_of_it() -> None:
    table = "<table><tr><td>IN</td><td>4.2</td></tr></table>"
    made = in_table(STORY, "en", [*range(14)]).replace("The text.", f"The <b>te</b>xt.</p>{table}<p>Its end.")
    (draft,) = read(page([made])).drafts
    assert draft.text == "The text.\n\nIN\n\n4.2\n\nIts end."


def test_a_correction_is_text_and_a_caption_is_not() -> None:
    more = "<tr><td><b>CX</b></td><td>It was built in 1904.</td></tr><tr><td>ART</td><td>The wall.</td></tr></table>"
    made = in_table(STORY, "en", [*range(14)]).replace("</table>", more)
    (draft,) = read(page([made])).drafts
    assert draft.text == "The text.\n\nIt was built in 1904."
    assert "ART The wall." in draft.dropped


@settings(max_examples=10, deadline=None)
@given(stories(), LANGUAGES)
def test_numbers_of_headlines_and_what_stands_below_a_text_are_no_part_of_it(
    expected: list[Story], language: str
) -> None:
    end = f"<p>{INTERFACES[language][1]} "
    below = f"<p>A wall in a storm.</p><p>Quay GmbH</p>{end}"
    made = [in_blocks(story, language, " ").replace(end, below) for story in expected]
    made = [part.replace("Headline'>\n", f"Headline counted'>\n{row}) ") for row, part in enumerate(made, start=17)]
    parsed = read(page(made))
    check(parsed, expected)
    assert all({"A wall in a storm.", "Quay GmbH"} <= set(draft.dropped) for draft in parsed.drafts)


def test_a_document_without_an_end_is_named_and_takes_no_other_with_it() -> None:
    cut = in_table(replace(STORY, headline="Cut"), "en", [*range(14)]).removesuffix("</div>")
    parsed = read(page([cut, in_table(STORY, "en", [*range(14)])]))
    assert [draft.metadata.title for draft in parsed.drafts] == ["A wall is repaired"]
    assert [problem.source for problem in parsed.problems] == ["#1"]


def test_a_document_without_text_is_named() -> None:
    parsed = read(page([in_blocks(replace(STORY, paragraphs=()), "en", " "), in_blocks(STORY, "en", " ")]))
    assert [draft.number for draft in parsed.drafts] == [2]
    assert "metadata only" in parsed.problems[0].reason


def test_a_list_of_headlines_is_refused_as_one() -> None:
    with pytest.raises(UnreadableFile, match="export of Factiva"):
        read(page(['<table><tr class="headline"><td><a>A wall is repaired</a></td></tr></table>']))


def test_a_page_that_only_speaks_of_it_is_a_page() -> None:
    (draft,) = parse_html(news_page(body="<p>Factiva has a class articleParagraph.</p>").encode(), Hints()).drafts
    assert draft.number is None
