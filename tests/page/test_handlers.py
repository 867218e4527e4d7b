import gradio as gr
import pytest

from corpus.errors import EmptyCorpus
from index.progress import OnProgress
from page.chat import Chat
from page.desk import Desk
from page.handlers import Handlers
from tests.page.newsroom import Newsroom


@pytest.fixture
def desk(newsroom: Newsroom) -> Desk:
    desk = Desk(newsroom.open, newsroom.refresh)
    desk.loading.start()
    assert desk.loading.wait(5)
    return desk


def outcome(
    handlers: Handlers, asked: str, outlets: tuple[str, ...] = (), since: str = "", chat: Chat | None = None
) -> Chat:
    *_, (_messages, chat, _box) = handlers.ask(asked, outlets, since, "", chat or Chat())
    assert isinstance(chat, Chat)
    return chat


def test_the_question_stands_at_once_and_the_answer_follows(desk: Desk) -> None:
    first, *_, last = Handlers(desk).ask("How many jobs go with the Marlin?", [], "", "", Chat())
    assert "Searching" in first[0][1]["content"]
    assert first[2] == ""
    assert "said that 14 jobs would go" in last[0][1]["content"]
    assert len(last[1].conversation.answers) == 1


def test_an_empty_question_changes_nothing(desk: Desk) -> None:
    assert list(Handlers(desk).ask("  ", [], "", "", Chat())) == [(gr.skip(), gr.skip(), gr.skip())]


def test_an_error_of_the_user_becomes_a_turn_in_words(desk: Desk) -> None:
    assert "The question has no word to search for." in outcome(Handlers(desk), "the").turns[0].outcome
    assert "is not a day" in outcome(Handlers(desk), "Marlin", since="yesterday").turns[0].outcome


def test_a_fault_of_the_program_becomes_a_turn_without_its_details(newsroom: Newsroom, desk: Desk) -> None:
    newsroom.outlets = None  # type: ignore[assignment,method-assign]  # breaks the newsroom in the middle of an answer
    turn = outcome(Handlers(desk), "How many jobs go with the Marlin?").turns[0]
    assert "Something went wrong inside Dateline (TypeError)" in turn.outcome


def test_a_question_asked_too_early_waits_for_the_model(newsroom: Newsroom) -> None:
    hold = newsroom.folder / "hold-loading"
    hold.touch()
    desk = Desk(newsroom.open, newsroom.refresh)
    desk.loading.start()
    updates = Handlers(desk).ask("How many jobs go with the Marlin?", [], "", "", Chat())
    next(updates)
    assert "Still getting ready" in next(updates)[0][1]["content"]
    hold.unlink()
    *_, last = updates
    assert "14 jobs" in last[0][1]["content"]


def test_a_question_to_what_could_not_be_loaded_gets_the_reason(newsroom: Newsroom) -> None:
    def fail(_: OnProgress) -> Newsroom:
        raise EmptyCorpus("There is no article in the folder.")

    desk = Desk(fail, newsroom.refresh)
    desk.loading.start()
    assert desk.loading.wait(5)
    assert "There is no article in the folder." in outcome(Handlers(desk), "Marlin?").turns[0].outcome


def test_the_field_that_is_wrong_is_named(desk: Desk) -> None:
    check = Handlers(desk).check
    assert [verdict["is_valid"] for verdict in check("q", [], "2026-02-17", "", Chat())] == [True] * 5
    assert [verdict["is_valid"] for verdict in check("q", [], "x", "", Chat())] == [True, True, False, True, True]
    assert [verdict["is_valid"] for verdict in check("q", [], "", "x", Chat())] == [True, True, True, False, True]
    wrong_way = check("q", [], "2026-02-17", "2026-02-16", Chat())
    assert [verdict["is_valid"] for verdict in wrong_way] == [True, True, True, False, True]


def test_a_tab_is_told_only_what_it_does_not_show_yet(desk: Desk) -> None:
    handlers = Handlers(desk)
    *_, outlets, shown = handlers.watch()
    assert ("Quay Courier (1)", "Quay Courier") in outlets["choices"]
    assert handlers.watch(shown) == tuple(gr.skip() for _ in range(5))


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
