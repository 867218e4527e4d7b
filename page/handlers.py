"""What happens when a tab is opened, every second while it is, and when its refresh button is pressed."""

from typing import Any

import gradio as gr

from page.desk import Desk
from page.status import Status, read_status
from page.welcome import welcome_to_html

Update = Any  # what Gradio takes for a component: a value of its kind, or gr.update(...)


class Handlers:
    """The handlers of Gradio's events, all on one desk."""

    def __init__(self, desk: Desk) -> None:
        """Makes handlers for a desk."""
        self._desk = desk

    def refresh(self) -> tuple[Update, ...]:
        """Starts a refresh, unless work is going on, and returns what `watch` returns."""
        if self._desk.progress() is None:
            self._desk.refreshing.start()
        return self.watch()

    def watch(self, shown: Status | None = None) -> tuple[Update, ...]:
        """Brings a tab up to date; called every second by each.

        Args:
            shown: What the tab shows; None for a new tab.

        Returns:
            The status line, the card of the index, the refresh button, the choice of outlets, what an empty chat
            shows, and what is shown now.
        """
        status = read_status(self._desk)
        if status == shown:
            return tuple(gr.skip() for _ in range(6))
        button = gr.update(interactive=not status.busy, value="Refreshing …" if status.busy else "Refresh articles")
        choices = [(f"{outlet} ({articles:,})", outlet) for outlet, articles in status.outlets]
        same = shown is not None and shown.outlets == status.outlets
        welcome = welcome_to_html(status)
        return status.line, status.card, button, gr.skip() if same else gr.update(choices=choices), welcome, status
