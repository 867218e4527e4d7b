"""What the page asks to be changed in the fact sheet."""

import re
from datetime import date
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from page.chat import SavedTurn
from page.errors import NoSuchArticle
from page.html.anchors import digest_of
from page.sheet.kept import LONGEST_NOTE, LONGEST_TITLE, MOST_PINS, Change, KeptSearch, Pin
from qa.answerer import Answerer
from qa.render.provenance import searched

_LONGEST = 20_000  # characters of what is pinned


class _Edit(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Pinned(_Edit):
    """Pins words that stand in an article.

    Attributes:
        article_id: The article.
        words: The words as they were shown; only their spaces may differ.
        near: Where about they stand, in code points of the text.
        turn: The question that found them; None where they were found by reading.
    """

    does: Literal["pin"]
    article_id: str
    words: str = Field(min_length=1, max_length=_LONGEST)
    near: int = Field(0, ge=0)
    turn: SavedTurn | None = None

    def change(self, answers: Answerer) -> Change:
        """Finds the words and pins them.

        Raises:
            NoSuchArticle: They do not stand in the article, or it is gone.
        """
        article = answers.article(self.article_id)
        places = _places(self.words, article.text) if article else []
        if article is None or not places:
            raise NoSuchArticle("These words do not stand in the articles any more. Ask again.")
        start, end = min(places, key=lambda place: abs(place[0] - self.near))
        pin = Pin(
            article_id=article.article_id,
            source=article.source,
            start=start,
            end=end,
            digest=digest_of(article.text[start:end]),
            chosen=date.today(),
            search=_search(self.turn, answers) if self.turn else None,
        )
        return lambda sheet: sheet.pinned(pin)


class Unpinned(_Edit):
    """Removes a pin, by its name."""

    does: Literal["unpin"]
    pin: str

    def change(self, _: Answerer) -> Change:
        """Removes it."""
        return lambda sheet: sheet.unpinned(self.pin)


class Moved(_Edit):
    """Moves a pin so many places down, or up."""

    does: Literal["move"]
    pin: str
    by: int = Field(ge=-MOST_PINS, le=MOST_PINS)

    def change(self, _: Answerer) -> Change:
        """Moves it."""
        return lambda sheet: sheet.moved(self.pin, self.by)


class Noted(_Edit):
    """Notes something of a pin, in place of what was noted."""

    does: Literal["note"]
    pin: str
    note: str = Field(max_length=LONGEST_NOTE)

    def change(self, _: Answerer) -> Change:
        """Notes it."""
        return lambda sheet: sheet.noted(self.pin, self.note)


class Titled(_Edit):
    """Gives the sheet a title."""

    does: Literal["title"]
    title: str = Field(max_length=LONGEST_TITLE)

    def change(self, _: Answerer) -> Change:
        """Gives it."""
        return lambda sheet: sheet.titled(self.title)


class SheetEdit(_Edit):
    """One change of the sheet; None to be shown it."""

    edit: Annotated[Pinned | Unpinned | Moved | Noted | Titled, Field(discriminator="does")] | None = None


def _places(words: str, text: str) -> list[tuple[int, int]]:
    """Returns where words stand in a text, whatever the spaces between them are."""
    parts = words.split()
    pattern = r"\s+".join(map(re.escape, parts))
    return [found.span() for found in re.finditer(pattern, text)] if parts else []


def _search(turn: SavedTurn, answers: Answerer) -> KeptSearch:
    question = turn.question.question
    found = searched(question, answers.count(question.filters))
    return KeptSearch(asked=found.asked, understood=found.understood, articles=found.articles)
