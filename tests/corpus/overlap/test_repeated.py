import json
from collections import Counter
from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.article import Article
from corpus.metadata.sidecar import load_sidecar
from corpus.overlap.repeated import BRIEFEST, Line, find_repeated, lines_of, repeated_keys, repeated_spans
from corpus.overlap.stories import StoryComparer
from corpus.read import read_articles
from corpus.scan import scan_corpus
from tests.corpus.stories import BACKGROUND, BRIDGE, CHESS, FERRY, STORIES, TRIAL, article, articles
from tests.shared import SHARED, needs_shared

BOILERPLATE = "Reporting for this page is paid for by those who read it every day."
SIGN_UP = "Sign up for our free evening newsletter, straight to your inbox."


def found(*given: Article) -> set[str]:
    texts = {one.article_id: one.text for one in given}
    return {texts[i][start:end] for i, spans in find_repeated(given).items() for start, end in spans}


def test_a_sentence_of_three_stories_is_found_in_each_with_its_place() -> None:
    given = articles(*(f"{story} {BOILERPLATE} The end." for story in STORIES))
    assert {
        i: [one.text[start:end] for start, end in find_repeated(given)[i]] for one in given for i in [one.article_id]
    } == {one.article_id: [BOILERPLATE] for one in given}


def test_two_stories_are_too_few() -> None:
    assert found(*articles(f"{FERRY} {BOILERPLATE}", f"{BRIDGE} {BOILERPLATE}")) == set()


def test_each_outlet_is_looked_at_for_itself() -> None:
    given = [article(f"{i}", f"{story} {BOILERPLATE}", f"Outlet {i}") for i, story in enumerate(STORIES)]
    assert found(*given) == set()


def test_the_background_of_a_running_story_is_news() -> None:
    assert found(*articles(*(f"{report} {BACKGROUND}" for report in TRIAL))) == set()


def test_what_versions_of_one_text_share_is_news() -> None:
    versions = [" ".join([*TRIAL, story.split(". ")[0] + "."]) for story in STORIES]
    assert found(*articles(*versions)) == set()


def test_a_line_that_speaks_of_the_page_may_stand_in_one_story() -> None:
    assert found(*articles(*(f"{report}\n{SIGN_UP}\n{BACKGROUND}" for report in TRIAL))) == {SIGN_UP}
    assert found(*articles(*[f"{TRIAL[0]}\n{SIGN_UP}"] * 4)) == set()  # one text in four versions


def test_background_stays_news_in_other_stories_that_speak_of_its_subject() -> None:
    """Reports on other sides of a war each hold the sentence that says when it began."""
    war = "Averland, which sent its army into Kelder in March, denies that it shelled the town."
    reports = (
        f"{FERRY} The ferry flies the flag of Averland now.",
        f"{BRIDGE} Averland pays.",
        f"{CHESS} Dragan may not play in Averland.",
    )
    assert found(*articles(*(f"{report}\n{war}" for report in reports))) == set()


def test_a_sentence_at_the_end_that_has_to_do_with_nothing_else_there_is_boilerplate() -> None:
    foreign = "The bank Nimbuso opens its vaults to savers who held no bar of silver before."
    assert found(*articles(*(f"{report * 6}\n{foreign}" for report in TRIAL))) == {foreign}
    assert found(*articles(*(f"{report * 3}\n{foreign}\n{report * 3}" for report in TRIAL))) == set()
    assert found(*articles(*(f"{report * 3}\n{BACKGROUND}" for report in TRIAL))) == set()


def test_what_a_series_prints_every_week_is_boilerplate() -> None:
    frame = "All of Chess is about the opening, and every opening is a question."
    first = "Averland Open: every game of week {} and what to make of it"
    second = "Anton Greel on trial, day {}: what the jury in Lisbury heard"
    for title, names in ((first, {frame}), (second, set())):  # "Chess" names what the series is about, or does not
        weeks = [
            replace(one, title=title.format(number).replace("Open", "Chess Open"))
            for number, one in enumerate(articles(*(f"{frame}\n{report * 3} {report[:9]} Chess." for report in TRIAL)))
        ]
        assert found(*weeks) == names


def test_a_refrain_within_articles_is_boilerplate() -> None:
    legend = "10 to 7 strong - 6 to 4 even - 3 to 0 weak"
    texts = [f"\n{legend}\n".join([*report.split(". "), "End."]) for report in TRIAL]
    assert found(*articles(*texts)) == {legend}


def test_a_request_of_a_person_quoted_is_news() -> None:
    plea = "“Sign up for our newsletter, friends, and we will tell you all,” said Anton Greel."
    assert found(*articles(*(f"{report}\n{plea}" for report in TRIAL))) == set()


def test_short_lines_are_boilerplate_where_they_speak_of_the_page_or_many_articles_have_them() -> None:
    assert found(*articles(*(f"{report}\nCLICK HERE TO GET THE APP" for report in TRIAL))) == {
        "CLICK HERE TO GET THE APP"
    }
    label = "Most watched this week"
    assert found(*articles(*(f"{STORIES[i % 3]} No. {i}\n{label}" for i in range(9)))) == set()
    assert found(*articles(*(f"{STORIES[i % 3]} No. {i}\n{label}" for i in range(10)))) == {label}
    assert found(*articles(*(f"{STORIES[i % 3]} No. {i}\nNorth Averland" for i in range(10)))) == set()  # a head


def test_space_and_case_make_no_difference() -> None:
    spaced = BOILERPLATE.replace(" ", "  ").upper()
    given = articles(f"{FERRY}\n{BOILERPLATE}", f"{BRIDGE}\n{spaced}", f"{CHESS}\n{BOILERPLATE}")
    assert found(*given) == {BOILERPLATE, spaced}


def test_short_sentences_are_repeated_by_chance_but_not_a_line_of_them() -> None:
    assert found(*articles(*(f"{story}\nHe declined to comment." for story in STORIES))) == set()
    line = "Like this? Tell a friend. Tell another one."
    assert found(*articles(*(f"{story}\n{line}" for story in STORIES))) == {line}


def test_the_order_of_the_articles_makes_no_difference() -> None:
    given = articles(*(f"{story} {BOILERPLATE}" for story in (*STORIES, *TRIAL)))
    assert find_repeated(given) == find_repeated(given[::-1])


@given(st.lists(st.text(alphabet="Ab. \n", max_size=300), max_size=5))
def test_spans_lie_in_the_text_in_order_and_apart(texts: list[str]) -> None:
    for one in articles(*(f"{text}\n{BOILERPLATE}" for text in texts), BOILERPLATE):
        lines = lines_of(one)
        assert lines
        for line in lines:
            assert line.end - line.start >= BRIEFEST
            assert one.text[line.start : line.end].strip() == one.text[line.start : line.end]
        spans = repeated_spans(lines, {line.key for line in lines})
        assert all(before[1] <= after[0] for before, after in pairwise(spans))


def test_a_line_and_the_sentences_in_it_are_one_span() -> None:
    assert repeated_spans([Line(5, 50, 1), Line(5, 100, 2), Line(120, 160, 3)], {1, 2, 3}) == [(5, 100), (120, 160)]


@needs_shared
def test_sign_ups_of_real_outlets_are_found_and_their_news_is_not() -> None:
    root = SHARED / "data" / "multihop_rag" / "articles.jsonl"
    sidecar = load_sidecar(root)
    given = [one for file in scan_corpus(root).files for one in read_articles(file, sidecar).articles]
    spans = find_repeated(given)
    lines = Counter(one.text[start:end] for one in given for start, end in spans.get(one.article_id, ()))
    assert lines["Please try again later {{ /verifyErrors }}"] == 34
    assert not any("Bankman-Fried" in line for line in lines)
    questions = [json.loads(line) for line in (root.parent / "questions.jsonl").read_text("utf-8").splitlines()]
    evidence = {part["sentence"] for question in questions for part in question["evidence"]}
    assert evidence
    # Which channels show a match is printed with one match after another, and one question asks for it.
    asked_for = [line for line in lines if any(line in sentence for sentence in evidence)]
    assert asked_for
    assert [line for line in asked_for if "stream the game" not in line] == []


def test_few_of_many_holders_are_looked_at() -> None:
    given = {str(number): article(str(number), f"{STORIES[number % 3]} {BOILERPLATE}") for number in range(300)}
    asked: list[str] = []

    def load(article_id: str) -> Article:
        asked.append(article_id)
        return given[article_id]

    (line,) = (line for line in lines_of(given["0"]) if given["0"].text[line.start : line.end] == BOILERPLATE)
    assert repeated_keys({line.key: list(given)}, StoryComparer(load)) == {line.key}
    assert len(set(asked)) == 3


@pytest.mark.parametrize("count", [3, 60])
def test_many_versions_of_many_lines_take_no_long_time(count: int) -> None:
    text = "\n".join(f"Sentence number {i} of a long report that is published again and again." for i in range(60))
    assert found(*articles(*(f"{text}\nUpdate {i} at noon." for i in range(count)))) == set()
