"""What happens when someone does something on the page."""

import logging
from collections.abc import Iterator, Sequence
from typing import Any

import gradio as gr

from corpus.errors import DatelineError
from page.chat import Chat
from page.desk import Answers, Desk
from page.errors import in_words
from page.filters import read_filters
from page.status import Status, read_status
from qa.errors import BadQuestion
from qa.render.html import answer_to_html, notice_to_html

WAITING_FOR = 0.3  # seconds between two looks at what is still loading

Update = Any  # what Gradio takes for a component: a value of its kind, or gr.update(...)

log = logging.getLogger(__name__)


class Handlers:
    """The page's handlers, all on one desk. This is where errors become words for the reader."""

    def __init__(self, desk: Desk) -> None:
        """Makes handlers for a desk."""
        self._desk = desk

    def ask(
        self, asked: str, outlets: Sequence[str] | None, since: str, until: str, chat: Chat
    ) -> Iterator[tuple[Update, Update, Update]]:
        """Answers a question.

        Args:
            asked: The user's words.
            outlets: Outlets chosen; none means all.
            since: First day, YYYY-MM-DD or empty.
            until: Last day, YYYY-MM-DD or empty.
            chat: The chat so far.

        Yields:
            The messages of the chat window, the chat, and the question box.
        """
        if not asked.strip():
            yield gr.skip(), gr.skip(), gr.skip()
            return
        for words in self._waiting():
            yield chat.with_turn(asked, notice_to_html(words, kind="busy")).messages(), gr.skip(), ""
        answered = self._answered(asked, outlets, since, until, chat)
        yield answered.messages(), answered, gr.skip()

    def _waiting(self) -> Iterator[str]:
        yield "Searching …"
        while self._desk.answers is None and self._desk.progress():
            progress = self._desk.progress()
            yield f"Still getting ready ({progress.stage}). The answer follows." if progress else "Searching …"
            self._desk.loading.wait(WAITING_FOR)

    def _answered(self, asked: str, outlets: Sequence[str] | None, since: str, until: str, chat: Chat) -> Chat:
        try:
            answers = self._answers()
            answer = answers.ask(asked, chat.conversation, read_filters(outlets, since, until))
            cited = {passage.citation.article_id for passage in answer.passages}
            articles = {name: article for name in cited if (article := answers.article(name))}
            return chat.with_turn(asked, answer_to_html(answer, articles), answer)
        except Exception as error:
            if not isinstance(error, DatelineError):
                log.exception("A question could not be answered.")
            return chat.with_turn(asked, notice_to_html(in_words(error), kind="error"))

    def _answers(self) -> Answers:
        if self._desk.answers is None:
            raise self._desk.loading.state.error or BadQuestion("The articles are not loaded yet.")
        return self._desk.answers

    def check(
        self, _asked: str, outlets: Sequence[str] | None, since: str, until: str, _chat: Chat
    ) -> list[dict[str, Any]]:
        """Checks the fields before a question is asked; the page shows the words at the field that is wrong."""
        verdicts = [gr.validate(True, "") for _ in range(5)]
        for place, fields in ((2, (since, "")), (3, ("", until)), (3, (since, until))):
            try:
                read_filters(outlets, *fields)
            except BadQuestion as error:
                verdicts[place] = gr.validate(False, str(error))
                break
        return verdicts

    def example(self, chosen: gr.SelectData) -> str:
        """Puts an example into the question box."""
        return str(chosen.value["text"])

    def new_chat(self) -> tuple[Update, Update, Update]:
        """Returns an empty chat window, chat and question box."""
        return [], Chat(), ""

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
            The status line, the card of the index, the refresh button, the choice of outlets, and what is shown now.
        """
        status = read_status(self._desk)
        if status == shown:
            return tuple(gr.skip() for _ in range(5))
        button = gr.update(interactive=not status.busy, value="Refreshing …" if status.busy else "Refresh articles")
        choices = [(f"{outlet} ({articles:,})", outlet) for outlet, articles in status.outlets]
        same = shown is not None and shown.outlets == status.outlets
        return status.line, status.card, button, gr.skip() if same else gr.update(choices=choices), status
