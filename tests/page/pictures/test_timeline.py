import re

from starlette.testclient import TestClient

from page.chat.saved import save_turn
from page.pictures.timeline import timeline_to_html
from qa.answerer import Answerer
from qa.compare.comparison import Comparison

JOBS = "How many jobs go with the Marlin?"


def posted(answerer: Answerer, question: str, **more: object) -> dict[str, object]:
    return {"turn": save_turn(answerer.ask(question)).model_dump(mode="json"), **more}


def test_the_articles_that_match_stand_in_the_order_of_their_days(client: TestClient, answerer: Answerer) -> None:
    shown = client.post("/timeline", json=posted(answerer, JOBS)).text
    assert "2 articles match, 2 shown." in shown
    assert re.findall(r'datetime="([\d-]+)"', shown) == ["2026-03-03", "2026-03-04"]
    assert "The operator, Lindqvist Lines, said that 14 jobs would go.</blockquote>" in shown
    assert shown.count('class="cite" href="/article/') == 2


def test_undated_articles_stand_last_and_copies_are_named(comparison: Comparison) -> None:
    reports = (*comparison.timeline, *comparison.undated)
    shown = timeline_to_html(reports, 3, "Which those are.", ["Quay Courier"])
    assert "3 articles match, 3 shown." in shown
    assert shown.index("Without a date") > shown.index("4 March 2026")
    assert "<button" not in shown


def test_of_a_long_list_more_is_offered(comparison: Comparison) -> None:
    shown = timeline_to_html(comparison.timeline, 103, "Which those are.", ["Quay Courier"], 100)
    assert "103 articles match, 102 shown." in shown
    assert 'data-start="102">Show 1 more article</button>' in shown


def test_a_list_comes_in_parts(client: TestClient, answerer: Answerer) -> None:
    question = "How many articles mention Lindqvist Lines?"
    whole, second, beyond = (
        client.post("/timeline", json=posted(answerer, question, start=start)).text for start in (0, 1, 9)
    )
    assert "2 articles match, 2 shown." in whole
    assert [re.findall(r"/article/([\w-]+)", part) for part in (whole, second)] == [["courier-1", "post-1"], ["post-1"]]
    assert not re.search("data-start|/article/", beyond)
