import gradio as gr

from page.desk import Desk
from page.handlers import Handlers
from tests.page.newsroom import Newsroom


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
