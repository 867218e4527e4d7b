"""An answerer that needs no index."""

from dataclasses import dataclass, field, replace
from datetime import UTC, datetime

from index.generation import Holdings
from qa.answer import Answer
from qa.ask import Ask
from qa.errors import BadQuestion
from qa.listing import Counts, Listing, Page, Row, Sought, Where
from qa.question import Filters, Inquiry, Question

BUILT = datetime(2026, 11, 30, 22, 10, tzinfo=UTC)


@dataclass
class FakeAsker:
    """Gives the same answer to everything, or an answer of its own to some questions.

    Attributes:
        usual: The answer to every other question.
        special: Answers by question.
        seen: Every question as it was asked.
        wanted: Every list as it was asked for.
    """

    usual: Answer
    special: dict[str, Answer] = field(default_factory=dict)
    seen: list[Ask] = field(default_factory=list)
    wanted: list[tuple[Inquiry, Filters, Page]] = field(default_factory=list)

    def holdings(self) -> Holdings:
        outlets = {coverage.outlet: coverage.articles for coverage in self.usual.outlets}
        return Holdings("c", "i", "1", BUILT, "m", len(outlets), 9, outlets, None, None, {}, 1, "embedded")

    def sources(self) -> list[str]:
        return []

    def listing(self, inquiry: Inquiry, filters: Filters, page: Page) -> Listing:
        self.wanted.append((inquiry, filters, page))
        number = len(self.usual.passages)
        counts = Counts(articles=number, independent=number)
        rows = tuple(Row(passage, Where.TEXT) for passage in self.usual.passages)
        return Listing(inquiry, Sought((inquiry.words,) if inquiry.words else ()), counts, rows=rows)

    def answer(self, ask: Ask) -> Answer:
        if ask.question == "bad":
            raise BadQuestion("No outlet is called so.")
        self.seen.append(ask)
        answer = self.special.get(ask.question, self.usual)
        return replace(answer, question=Question(ask.question, ask.question, filters=ask.filters))
