import re
import time
from html import unescape

import gradio as gr
import pytest

from corpus.errors import EmptyCorpus
from index.progress import OnProgress
from page.desk import Desk
from page.handlers import AT_ONCE, Handlers
from page.kept import KeptTurn
from qa.answer import Answer
from tests.page.newsroom import Newsroom

QUESTION = "How many jobs go with the Marlin?"
ALONE = {"place": 0, "earlier": []}


def outcome(handlers: Handlers, asked: str, outlets: tuple[str, ...] = (), memory: object = ALONE) -> str:
    *_, (turn, _box) = handlers.ask(asked, outlets, "", "", memory)
    assert isinstance(turn, str)
    return turn


def kept(turn: str) -> KeptTurn:
    found = re.search('data-kept="([^"]*)"', turn)
    assert found
    return KeptTurn.model_validate_json(unescape(found[1]))


def event(**data: object) -> gr.EventData:
    return gr.EventData(None, data)


def test_an_answer_comes_at_once_and_empties_the_box(desk: Desk) -> None:
    ((turn, box),) = Handlers(desk).ask(QUESTION, [], "", "", ALONE)
    assert box == ""
    assert "said that 14 jobs would go" in turn
    assert kept(turn).question.asked == QUESTION


def test_the_question_stands_at_once_where_the_answer_takes_a_while(
    desk: Desk, newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch
) -> None:
    answer = newsroom.ask(QUESTION)

    def ask(*_: object) -> Answer:
        time.sleep(2 * AT_ONCE)
        return answer

    monkeypatch.setattr(newsroom, "ask", ask)
    first, last = Handlers(desk).ask(QUESTION, [], "", "", ALONE)
    assert "Searching" in first[0]
    assert first[1] == ""
    assert last[1] == gr.skip()
    assert "said that 14 jobs would go" in last[0]


def test_a_turn_knows_its_place(desk: Desk) -> None:
    assert 'data-place="7"' in outcome(Handlers(desk), QUESTION, memory={"place": 7, "earlier": []})


def test_an_empty_question_changes_nothing(desk: Desk) -> None:
    assert list(Handlers(desk).ask("  ", [], "", "", ALONE)) == [(gr.skip(), gr.skip())]


def test_an_error_of_the_user_becomes_a_turn_in_words(desk: Desk) -> None:
    turn = outcome(Handlers(desk), "the")
    assert "The question has no word to search for." in turn
    assert "data-kept" not in turn


def test_a_fault_of_the_program_becomes_a_turn_without_its_details(newsroom: Newsroom, desk: Desk) -> None:
    newsroom.outlets = None  # type: ignore[assignment,method-assign]  # breaks the newsroom in the middle of an answer
    assert "Something went wrong inside Dateline (TypeError)" in outcome(Handlers(desk), QUESTION)


def test_a_follow_up_leans_on_what_the_browser_kept(desk: Desk) -> None:
    earlier = kept(outcome(Handlers(desk), QUESTION)).model_dump(mode="json")
    turn = outcome(Handlers(desk), "And the union?", memory={"place": 1, "earlier": [earlier]})
    assert kept(turn).question.carried == (QUESTION,)


def test_what_was_understood_is_taken_back_and_asked_again(desk: Desk) -> None:
    handlers = Handlers(desk)
    turn = kept(outcome(handlers, QUESTION, ("Harbour Post",)))
    assert {passage.place.article_id for passage in turn.passages} == {"post-1"}
    asked = {"place": 0, "earlier": [], "kept": turn.model_dump(mode="json")}
    *_, again = handlers.again(event(**asked, kind="only", value="Harbour Post"))
    assert "courier-1" in {passage.place.article_id for passage in kept(again).passages}


def test_a_question_asked_again_without_the_one_before_stands_alone(desk: Desk) -> None:
    handlers = Handlers(desk)
    earlier = kept(outcome(handlers, QUESTION)).model_dump(mode="json")
    turn = kept(outcome(handlers, "And the union?", memory={"place": 1, "earlier": [earlier]}))
    asked = {"place": 1, "earlier": [earlier], "kept": turn.model_dump(mode="json")}
    *_, again = handlers.again(event(**asked, kind="carried", value=""))
    assert kept(again).question.carried == ()
    assert 'data-place="1"' in again


def test_a_question_asked_too_early_waits_for_the_model(newsroom: Newsroom) -> None:
    hold = newsroom.folder / "hold-loading"
    hold.touch()
    desk = Desk(newsroom.open, newsroom.refresh)
    desk.loading.start()
    updates = Handlers(desk).ask(QUESTION, [], "", "", ALONE)
    assert "Still getting ready" in next(updates)[0]
    hold.unlink()
    *_, last = updates
    assert "14 jobs" in last[0]


def test_a_question_to_what_could_not_be_loaded_gets_the_reason(newsroom: Newsroom) -> None:
    def fail(_: OnProgress) -> Newsroom:
        raise EmptyCorpus("There is no article in the folder.")

    desk = Desk(fail, newsroom.refresh)
    desk.loading.start()
    assert desk.loading.wait(5)
    assert "There is no article in the folder." in outcome(Handlers(desk), "Marlin?")


def test_the_field_that_is_wrong_is_named(desk: Desk) -> None:
    check = Handlers(desk).check
    assert [verdict["is_valid"] for verdict in check("q", [], "2026-02-17", "", ALONE)] == [True] * 5
    assert [verdict["is_valid"] for verdict in check("q", [], "x", "", ALONE)] == [True, True, False, True, True]
    assert [verdict["is_valid"] for verdict in check("q", [], "", "x", ALONE)] == [True, True, True, False, True]
    assert not check("q", [], "", "", {"place": -1})[0]["is_valid"]
    wrong_way = check("q", [], "2026-02-17", "2026-02-16", ALONE)
    assert [verdict["is_valid"] for verdict in wrong_way] == [True, True, True, False, True]


def test_a_tab_is_told_only_what_it_does_not_show_yet(desk: Desk) -> None:
    handlers = Handlers(desk)
    _line, _card, _button, outlets, _welcome, shown = handlers.watch()
    assert ("Quay Courier (1)", "Quay Courier") in outlets["choices"]
    assert handlers.watch(shown) == tuple(gr.skip() for _ in range(6))


def test_a_refresh_is_not_started_while_another_runs(newsroom: Newsroom, desk: Desk) -> None:
    hold = newsroom.folder / "hold-refresh"
    hold.touch()
    handlers, generation = Handlers(desk), newsroom.generation
    button = handlers.refresh()[2]
    assert (button["interactive"], button["value"]) == (False, "Refreshing …")
    handlers.refresh()
    hold.unlink()
    assert desk.refreshing.wait(5)
    assert newsroom.generation == generation + 1
