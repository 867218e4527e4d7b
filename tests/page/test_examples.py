from dataclasses import replace
from pathlib import Path

from page.examples import OFFERED, example_questions, next_questions
from qa.conversation import Conversation
from tests.page.newsroom import Newsroom, write_article


def room(folder: Path, *articles: tuple[str, str, str]) -> Newsroom:
    for number, (outlet, title, text) in enumerate(articles):
        write_article(folder, f"a{number}", outlet=outlet, title=title, text=f"{title}. {text}", date="2026-03-04")
    newsroom = Newsroom(folder)
    newsroom.refresh(lambda _: None)
    return newsroom


FERRY = ("Quay Courier", "Marlin ferry stops for good", "It sailed for 61 years.")
FERRY_TOO = ("Harbour Post", "Last crossing of the Marlin ferry", "Sixteen people lose their work.")
BRIDGE = ("Inland Ledger", "Bridge to the island is planned", "It would cost 90 million euros.")


def test_a_story_of_several_outlets_comes_first(tmp_path: Path) -> None:
    examples = example_questions(room(tmp_path, BRIDGE, FERRY, FERRY_TOO))
    assert examples[0] in {
        "What does Harbour Post say about Marlin ferry stops for good?",
        "What does Quay Courier say about Last crossing of the Marlin ferry?",
    }
    assert any("Inland Ledger" in example for example in examples)


def test_every_question_offered_is_answered_by_the_article_it_is_made_of(tmp_path: Path) -> None:
    newsroom = room(tmp_path, BRIDGE, FERRY, FERRY_TOO)
    for example in example_questions(newsroom):
        answer = newsroom.ask(example)
        assert answer.found
        assert any(passage.citation.outlet in example for passage in answer.passages)


def test_headlines_that_read_badly_inside_a_question_are_left_alone(tmp_path: Path) -> None:
    titles = ("Short", "Is this the end of it all?", 'They said "no" to the bridge', "Live: the storm hits the coast")
    newsroom = room(tmp_path, *(("Quay Courier", title, "The storm hits the coast at the bridge.") for title in titles))
    assert example_questions(newsroom) == ()


def test_what_is_not_answered_is_not_offered(tmp_path: Path) -> None:
    newsroom = room(tmp_path, ("Quay Courier", "Words that no sentence repeats", "Nothing."))
    newsroom.articles = {}
    assert example_questions(newsroom) == ()


def test_no_more_are_offered_than_fit(tmp_path: Path) -> None:
    many = [(f"Outlet {n}", f"Ferry number {n} stops for good", "It sailed for years.") for n in range(20)]
    assert len(example_questions(room(tmp_path, *many))) == OFFERED


def test_what_one_outlet_says_about_the_headline_of_another_goes_on_with_an_answer(newsroom: Newsroom) -> None:
    answer = newsroom.ask("How many jobs go with the Marlin?")
    offered = next_questions(answer, newsroom)
    assert set(offered) == {
        "What does Quay Courier say about Last crossing of the Marlin?",
        "What does Harbour Post say about Marlin ferry stops for good?",
    }
    for asked in offered:
        assert newsroom.ask(asked, Conversation((answer,))).found


def test_nothing_goes_on_with_no_answer_or_a_single_outlet(newsroom: Newsroom) -> None:
    answer = newsroom.ask("How many jobs go with the Marlin?")
    assert next_questions(replace(answer, found=False), newsroom) == ()
    assert next_questions(replace(answer, passages=answer.passages[:1]), newsroom) == ()


def test_what_is_no_answer_is_not_gone_on_with(newsroom: Newsroom) -> None:
    answer = newsroom.ask("How many jobs go with the Marlin?")
    newsroom.articles = {}
    assert next_questions(answer, newsroom) == ()
