"""What happens when someone does something on the page."""

import logging
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor, wait
from typing import Annotated, Any

import gradio as gr
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from corpus.errors import DatelineError
from page.desk import Answers, Desk
from page.errors import in_words
from page.filters import read_filters
from page.kept import KeptTurn, conversation
from page.status import Status, read_status
from page.turn import answered_turn, notice_turn
from page.welcome import welcome_to_html
from page.withdraw import withdraw
from qa.errors import BadQuestion
from qa.question import Filters

WAITING_FOR = 0.3  # seconds between two looks at what is still loading
AT_ONCE = 0.2  # seconds; an answer that takes no longer needs no word before it, which costs a tenth of a second
ANSWERING = 8  # threads
MOST_EARLIER = 10  # turns that a follow-up may lean on: a question never costs more because the chat is long

Update = Any  # what Gradio takes for a component: a value of its kind, or gr.update(...)

log = logging.getLogger(__name__)


class Memory(BaseModel):
    """What the browser knows of the chat and the server does not.

    Attributes:
        place: Number of the turn that the question becomes.
        earlier: The turns before it, oldest first.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    place: int = Field(ge=0)
    earlier: Annotated[tuple[KeptTurn, ...], Field(max_length=MOST_EARLIER)] = ()


class Again(Memory):
    """A question to ask once more without something that was understood (see `page.withdraw`)."""

    kept: KeptTurn
    kind: str
    value: str


class Handlers:
    """The page's handlers, all on one desk. This is where errors become words for the reader."""

    def __init__(self, desk: Desk) -> None:
        """Makes handlers for a desk."""
        self._desk = desk
        self._answering = ThreadPoolExecutor(ANSWERING, "dateline-answer")

    def ask(
        self, asked: str, outlets: Sequence[str] | None, since: str, until: str, memory: object
    ) -> Iterator[tuple[Update, Update]]:
        """Answers a question.

        Args:
            asked: The user's words.
            outlets: Outlets chosen; none means all.
            since: First day, YYYY-MM-DD or empty.
            until: Last day, YYYY-MM-DD or empty.
            memory: The chat so far, as page.js tells it (see `Memory`).

        Yields:
            The turn, and the question box.
        """
        if not asked.strip():
            yield gr.skip(), gr.skip()
            return
        box: Update = ""
        for turn in self._turns(asked, read_filters(outlets, since, until), Memory.model_validate(memory)):
            yield turn, box
            box = gr.skip()

    def again(self, event: gr.EventData) -> Iterator[str]:
        """Asks a question of the chat once more, without something that was understood; yields the turn."""
        again = Again.model_validate(event._data)  # Gradio gives no other way to all of it
        asked, filters = withdraw(again.kept, again.kind, again.value)
        earlier = () if again.kind == "carried" else again.earlier
        yield from self._turns(asked, filters, Memory(place=again.place, earlier=earlier))

    def _turns(self, asked: str, filters: Filters, memory: Memory) -> Iterator[str]:
        for words in self._waiting():
            yield notice_turn(memory.place, asked, words, kind="busy")
        try:
            answering = self._answering.submit(self._answer, asked, filters, memory)
            if not wait([answering], AT_ONCE).done:
                yield notice_turn(memory.place, asked, "Searching …", kind="busy")
            yield answering.result()
        except Exception as error:
            if not isinstance(error, DatelineError):
                log.exception("A question could not be answered.")
            yield notice_turn(memory.place, asked, in_words(error), kind="error")

    def _answer(self, asked: str, filters: Filters, memory: Memory) -> str:
        answers = self._answers()
        answer = answers.ask(asked, conversation(memory.earlier, answers), filters)
        return answered_turn(memory.place, answer, answers)

    def _waiting(self) -> Iterator[str]:
        while self._desk.answers is None and (progress := self._desk.progress()):
            yield f"Still getting ready ({progress.stage}). The answer follows."
            self._desk.loading.wait(WAITING_FOR)

    def _answers(self) -> Answers:
        if self._desk.answers is None:
            raise self._desk.loading.state.error or BadQuestion("The articles are not loaded yet.")
        return self._desk.answers

    def check(
        self, _asked: str, outlets: Sequence[str] | None, since: str, until: str, memory: object
    ) -> list[dict[str, Any]]:
        """Checks the fields before a question is asked; the page shows the words at the field that is wrong."""
        verdicts = [gr.validate(True, "") for _ in range(5)]
        for place, fields in ((2, (since, "")), (3, ("", until)), (3, (since, until))):
            try:
                read_filters(outlets, *fields)
            except BadQuestion as error:
                verdicts[place] = gr.validate(False, str(error))
                break
        try:
            Memory.model_validate(memory)
        except ValidationError:
            verdicts[0] = gr.validate(False, "The page sent what cannot be read. Load it again.")
        return verdicts

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
