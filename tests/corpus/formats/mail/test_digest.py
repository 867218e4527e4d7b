import re
from collections import Counter
from collections.abc import Iterable

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from corpus.complete import complete_article
from corpus.errors import UnreadableFile
from corpus.formats.draft import Hints
from corpus.formats.mail.digest import split_stories
from corpus.formats.mail.message import parse_mail
from corpus.metadata import Sidecar
from corpus.web.blocks import Block
from tests.corpus.formats.mail.newsletters import Newsletter, newsletters

FORMS = st.sampled_from(("plain", "h1", "h2", "h3"))


def words(lines: Iterable[str]) -> Counter[str]:
    return Counter(re.findall(r"\w+", " ".join(lines)))


@settings(max_examples=60, deadline=None)
@given(newsletters(), FORMS)
def test_every_word_of_a_newsletter_is_in_an_article_or_among_the_lines_left_out(sent: Newsletter, form: str) -> None:
    try:
        parsed = parse_mail(sent.mail(form), Hints())
    except UnreadableFile:
        assert not sent.lines
        return
    assert not parsed.problems
    kept: Counter[str] = Counter()
    for draft in parsed.drafts:
        try:
            article = complete_article(draft, "brief.eml", Sidecar())
        except UnreadableFile:  # nothing but lines around an article: the file is named with that reason
            kept += words((draft.text, *draft.dropped))
            continue
        kept += words((article.text, *article.dropped))
        kept += words([article.title] if article.title != "The morning brief" else [])
    assert not words(sent.lines) - kept


@settings(max_examples=60, deadline=None)
@given(newsletters(digest=True), FORMS)
def test_each_story_of_a_digest_is_an_article_under_its_own_headline(sent: Newsletter, form: str) -> None:
    stories = [
        section for section in sent.sections if section.heading and section.words >= (42 if section.more else 20)
    ]
    prose = sum(section.words for section in stories)
    assume(prose > 2 * sum(section.words for section in sent.sections if section not in stories))
    drafts = {draft.metadata.title: draft for draft in parse_mail(sent.mail(form), Hints()).drafts}
    for section in stories:
        draft = drafts[section.heading]
        assert draft.metadata.outlet == "Quay Courier"
        for paragraph in section.paragraphs:
            assert paragraph in draft.text
        others_headings = {other.heading for other in sent.sections if other.heading} - {section.heading}
        assert not any(line in others_headings for line in draft.text.split("\n"))


STORY = tuple(Block(f"{'word ' * 45}{letter}", url="https://a.example/", link="Read more") for letter in "ab")


@pytest.mark.parametrize("last", ["Imprint", "word " * 60])
def test_what_has_no_headline_at_the_end_is_no_story(last: str) -> None:
    blocks = [Block("A", True), STORY[0], Block("B", True), STORY[1], Block("-----"), Block(last)]
    stories = split_stories(blocks)
    assert [story.heading.text for story in stories if story.heading] == ["A", "B"]
    assert stories[-1].after == (Block(last),)


def test_a_long_text_above_the_stories_is_one_of_its_own() -> None:
    letter = Block("letter " * 50)
    stories = split_stories([letter, Block("A", True), STORY[0], Block("B", True), STORY[1]])
    assert [story.heading for story in stories] == [None, Block("A", True), Block("B", True)]
    assert stories[0].blocks == (letter,)


def test_a_rule_under_a_headline_only_underlines_it() -> None:
    blocks = [Block("A", True), Block("====="), STORY[0], Block("B", True), Block("-----"), STORY[1]]
    assert [story.blocks for story in split_stories(blocks)] == [(STORY[0],), (STORY[1],)]


@pytest.mark.parametrize("link", ["", "1", "Subscribe now", "Share this post"])
def test_an_essay_with_links_in_its_sections_is_one_text(link: str) -> None:
    section = Block("word " * 60, url="https://a.example/", link=link)
    assert split_stories([Block("A", True), section, Block("B", True), section, Block("C", True), section]) == []


def test_no_blocks_are_no_stories() -> None:
    assert split_stories([]) == []
