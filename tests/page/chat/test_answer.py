"""The page's HTML: exact words, nothing executed, every citation complete."""

import re
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.article import Article
from index.search.condition import Not, Word
from page.chat.answer import answer_to_html
from page.html.anchors import Anchor
from page.reader.article import article_to_html
from qa.answer import Answer, OutletCoverage, Silent, Verdict
from qa.passage import Highlight
from qa.question import Also, Facet, Filters, Period, Question
from tests.conftest import worth
from tests.markup_cases import HOSTILE, answer_of, passage_of, read, texts


@given(texts, texts)
def test_the_quotation_shown_is_exactly_the_passage(text: str, title: str) -> None:
    html = answer_to_html(answer_of(passage_of(text, title=title)))
    assert read(html, "blockquote").texts == [text]
    assert "\n" not in html
    assert "\r" not in html


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_words_stay_words_wherever_they_come_in(text: str) -> None:
    source = passage_of(
        text, title=text, outlet=text, authors=(text,), url=text, source=text, flags=(text,), article_id=text
    )
    also = replace(source, also_in=(source.citation,), highlights=(Highlight(0, len(text), text),))
    question = Question(
        text,
        text,
        phrases=(text,),
        facets=(Facet(text, text),),
        carried=(text,),
        filters=Filters((text,), conditions=(Not(Word(text)),)),
    )
    article = Article(text, text, text, text, text, "h", None, (text,), text, (text,))
    html = answer_to_html(answer_of(also, question=question)) + article_to_html(article, (0, len(text)), (), [text])
    parsed = read(html, "blockquote")
    assert parsed.texts == [text]
    assert not {"script", "img", "form", "iframe", "style", "b"} & {tag for tag, _ in parsed.tags}
    assert not [name for _, attributes in parsed.tags for name in attributes if name.startswith("on")]
    ours = [attributes for tag, attributes in parsed.tags if tag == "button"]
    assert all(button["type"] == "button" and (button.get("class") or button.get("data-verdict")) for button in ours)
    links = [attributes["href"] or "" for tag, attributes in parsed.tags if tag == "a"]
    assert all(address.startswith("/article/") for address in links)


def test_each_outlet_is_counted_where_there_are_several(answer: Answer) -> None:
    html = answer_to_html(answer)
    assert re.findall(r"([\w ]+)</span> (\d)<svg", html) == [
        ("Quay Courier", "1"),
        ("Harbour Post", "1"),
        ("Inland Ledger", "1"),
    ]
    assert 'class="shares"' not in answer_to_html(replace(answer, outlets=answer.outlets[:1]))


def test_outlets_that_have_something_can_be_asked_alone_where_the_one_asked_for_has_nothing(answer: Answer) -> None:
    silent = replace(answer, verdict=Verdict.NO, silent=(Silent("Harbour Post", 2),), elsewhere=("Quay Courier",))
    html = answer_to_html(silent)
    assert "No matching passage in the 2 articles of Harbour Post; 1 other outlet has one: Quay Courier." in html
    button = next(
        attributes for tag, attributes in read(html, "section").tags if attributes.get("data-kind") == "narrow"
    )
    assert button["data-value"] == "Quay Courier"


def test_every_card_carries_its_citation(answer: Answer) -> None:
    html = answer_to_html(answer)
    words = " ".join(read(html, "section").texts)
    assert "The articles answer this: 3 passages from 3 outlets, 3–4 March 2026; 1 without a date" in words
    assert "Marlin ferry stops for good" in words
    assert "date unknown" in words
    assert "No headline" in words
    assert "AI-generated page" in words
    assert "Ines Rask, Tom Oduya" in words
    assert "matches in words and meaning" in words
    assert "exact words: “Lindqvist Lines”" in words
    assert "outlet: Quay Courier" in words
    assert read(html, "mark").texts[0] == "The operator, Lindqvist Lines, said that 14 jobs would go."
    assert "%" not in words


def test_the_citation_leads_to_the_passage_in_its_article(answer: Answer) -> None:
    links = [
        attributes for tag, attributes in read(answer_to_html(answer), "x").tags if attributes.get("class") == "cite"
    ]
    citation, (found,) = answer.passages[0].citation, answer.passages[0].highlights
    at, mark = Anchor.of(citation.start, answer.passages[0].text), Anchor.of(found.start, found.text)
    spans = f"at={at.written}&mark={mark.written}"
    assert links[0]["href"] == f"/article/courier-1?{spans}#hit"
    assert len(links) == len(answer.passages)


def test_the_paragraph_is_told_when_the_article_is_known() -> None:
    article = Article("courier-1", "Quay Courier", "T", "One.\n\n" + "x" * 500, "c.md", "h")
    passage = passage_of("x" * 20, start=100, article_id="courier-1")
    assert "paragraph 2 of 2" in answer_to_html(answer_of(passage), {"courier-1": article})
    both = passage_of("One.\n\nxxx", article_id="courier-1")
    assert "paragraphs 1–2 of 2" in answer_to_html(answer_of(both), {"courier-1": article})
    assert "characters 100–120" in answer_to_html(answer_of(passage))


def test_copies_are_named_with_their_outlet_and_day(answer: Answer) -> None:
    first, second, _ = answer.passages
    html = answer_to_html(replace(answer, passages=(replace(first, also_in=(second.citation,)),)))
    assert "also in: Harbour Post, 4 March 2026 (same text)" in html


def test_no_answer_is_said_and_the_nearest_is_named_as_such(answer: Answer) -> None:
    html = answer_to_html(worth(answer, Verdict.NO))
    words = read(html, "section").texts[0]
    assert "The articles do not answer this." in words
    assert words.index("Nearest material, not an answer: 3 passages") < words.index("Marlin ferry stops for good")
    assert "3 articles from 3 outlets" in words
    assert "passages from" not in words
    assert "No passage of this answer" not in words


@pytest.mark.parametrize("verdict", [Verdict.ANSWERS, Verdict.MAY])
def test_only_what_matches_is_numbered_and_counted_and_the_rest_is_folded(answer: Answer, verdict: Verdict) -> None:
    html = answer_to_html(worth(answer, verdict, 1, 3))
    answering, nearest = html.split('<details class="nearest">')
    assert "2 passages from 2 outlets" in read(answering, "p").texts[0]
    assert read(answering, "blockquote").texts == [answer.passages[0].text, answer.passages[2].text]
    assert re.findall(r'class="number">(\d)<', html) == ["1", "2"]
    assert "Nearest material, less likely to answer: 1 passage" in nearest
    assert read(nearest, "blockquote").texts == [answer.passages[1].text]
    assert re.findall(r'data-rank="(\d)"', html) == ["1", "3", "2"]
    assert re.findall(r"([\w ]+)</span> (\d)<svg", html) == [("Inland Ledger", "1"), ("Quay Courier", "1")]
    assert "No passage of this answer is from 1 other outlet" in answering


@given(st.lists(st.booleans(), max_size=8))
def test_each_passage_is_shown_once_and_numbered_if_it_matches(matches: list[bool]) -> None:
    passages = [replace(passage_of(f"Passage {n}."), matches=one) for n, one in enumerate(matches, start=1)]
    html = answer_to_html(answer_of(*passages))
    numbers, ranks = (list(map(int, re.findall(found, html))) for found in (r'"number">(\d)<', r'data-rank="(\d)"'))
    assert numbers == list(range(1, sum(matches) + 1))
    assert read(html, "blockquote").texts == [f"Passage {rank}." for rank in ranks]
    assert ranks == sorted(range(1, len(matches) + 1), key=lambda rank: not matches[rank - 1])


def test_what_others_have_matches_though_it_is_no_answer_of_those_asked_for(answer: Answer) -> None:
    silent = replace(worth(answer, Verdict.NO, 1), silent=(Silent("Harbour Post", 2),), elsewhere=("Quay Courier",))
    others, nearest = answer_to_html(silent).split('<details class="nearest">')
    assert "What others have:" in others
    assert read(others, "blockquote").texts == [answer.passages[0].text]
    assert len(read(nearest, "blockquote").texts) == 2


def test_nothing_near_is_said_too(answer: Answer) -> None:
    assert "Nothing in them comes near it." in answer_to_html(replace(answer, verdict=Verdict.NO, passages=()))


def test_outlets_without_a_passage_are_named(answer: Answer) -> None:
    silent = (*answer.outlets, OutletCoverage("Far Gazette", 0, 4))
    html = answer_to_html(replace(answer, outlets=silent))
    assert "No passage of this answer is from 1 other outlet" in html
    assert "Far Gazette" in html


def test_what_was_understood_can_be_taken_away() -> None:
    filters = Filters(outlets=("Quay Courier",), since=date(2026, 3, 1), exclude=("a", "b"))
    period = Period(date(2026, 3, 1), date(2026, 3, 7), "last week")
    question = Question("q", "q", ("x y",), (Facet("Harbour Post", "q"),), (period,), filters, ("before",))
    tags = read(answer_to_html(answer_of(question=question)), "x").tags
    kinds = [(tag["data-kind"], tag["data-value"]) for name, tag in tags if tag.get("class") == "again"]
    assert kinds == [
        ("outlet", "Harbour Post"),
        ("phrase", "x y"),
        ("period", "last week"),
        ("only", "Quay Courier"),
        ("since", ""),
        ("all-articles", ""),
        ("carried", "before"),
    ]


def test_wider_searches_are_offered_where_nothing_was_found() -> None:
    question = Question("q", "q", filters=Filters(outlets=("Quay Courier",), since=date(2026, 3, 1)))
    html = answer_to_html(answer_of(found=False, question=question))
    assert "Search wider:" in html
    assert 'data-kind="all-outlets"' in html
    assert 'data-kind="all-days"' in html
    assert "Search wider:" not in answer_to_html(answer_of(found=False))


def test_another_form_is_a_chip_and_a_word_for_quoted_ones_an_offer(answer: Answer) -> None:
    also, instead = Also("NCTA", "North Coast Transport Authority", "acronym"), Also("ferrry", "ferry", "slip")
    html = answer_to_html(replace(answer, question=replace(answer.question, also=(also,), instead=(instead,))))
    again = [attributes for _, attributes in read(html, "button").tags if "data-kind" in attributes]
    buttons = {attributes["data-kind"]: attributes for attributes in again}
    assert buttons["also"]["data-value"] == "North Coast Transport Authority"
    assert buttons["instead"]["data-value"] == "ferrry\tferry"
    assert "also: North Coast Transport Authority" in html
    assert "“ferry” for “ferrry”, which no article has" in html
