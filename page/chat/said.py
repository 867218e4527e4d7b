"""Quoted words of a question as the page shows them: where they stand, or beside the nearest wording there is."""

from collections.abc import Iterator
from dataclasses import dataclass

from page.html.segments import Mark, Segment, segments
from qa.answer import Answer
from qa.passage import Citation, Passage
from qa.render.plain import statements
from qa.speech.said import Said, Statement

OTHER = "other"  # words that stand in the place of those that were asked for


@dataclass(frozen=True, slots=True)
class SaidCard:
    """Quoted words as they are shown.

    Attributes:
        lines: What is told of them.
        asked: The words that were asked for, what the nearest wording lacks of them marked; none where they stand.
        segments: What an article says, exactly; the words marked, and what is other in them.
        passage: The same as a passage; None where nothing is quoted.
    """

    lines: tuple[str, ...]
    asked: tuple[Segment, ...] = ()
    segments: tuple[Segment, ...] = ()
    passage: Passage | None = None

    @property
    def citation(self) -> Citation | None:
        """Where it stands."""
        return self.passage.citation if self.passage else None


def said_cards(answer: Answer) -> Iterator[SaidCard]:
    """Yields what is shown of each wording that the question quotes."""
    for said, statement, lines in statements(answer):
        if statement is None:
            yield SaidCard(lines)
        else:
            asked = _asked(said, statement) if statement.differences else ()
            yield SaidCard(lines, asked, _given(statement), statement.quote)


def _asked(said: Said, nearest: Statement) -> tuple[Segment, ...]:
    spans = ((one.asked_at, one.asked_at + len(one.asked)) for one in nearest.differences)
    return segments(said.asked, 0, (Mark(*span) for span in spans))


def _given(statement: Statement) -> tuple[Segment, ...]:
    """Cuts what is quoted where the words begin and end, and where they are others than those asked for."""
    words, quote = statement.words, statement.quote
    marks, at = [], words.start
    for one in statement.differences:
        marks += [Mark(at, one.start), Mark(one.start, one.end, OTHER)]
        at = one.end
    return segments(quote.text, quote.citation.start, (*marks, Mark(at, words.end)))
