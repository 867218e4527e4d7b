"""Searches that somebody saved: questions that stay open, kept with the collection, and what was seen of each."""

import secrets
from collections.abc import Callable
from typing import Self

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field

from index.workspace import Workspace
from index.workspace.documents import read_document
from qa.answer import Conversation
from qa.ask import Ask
from qa.errors import NoSuchSearch, TooManySearches
from qa.news.arrivals import ALWAYS
from qa.understand.filters import SavedFilters, saved_filters
from qa.understand.parse import plain

DOCUMENT = "searches.json"
MOST_SEARCHES = 500
LONGEST_NAME = 200  # characters


class Seen(BaseModel):
    """What was seen of a search.

    Attributes:
        at: When it was last opened.
        upto: When the last of the articles came that were there then.
        known: Its passages of then; see `qa.news.news.words_stamp`.
    """

    model_config = ConfigDict(frozen=True)

    at: AwareDatetime
    upto: AwareDatetime = ALWAYS
    known: tuple[str, ...] = ()


class SavedSearch(SavedFilters):
    """A question that stays open, with all that it was asked with.

    What another version wrote beside that is kept.

    Attributes:
        id: Stands for it.
        name: What its users call it.
        question: The question, without operators: these have become filters.
        earlier: The questions before it, which it may lean on, oldest first.
        created: When it was saved.
        seen: What was seen of it.
    """

    model_config = ConfigDict(frozen=True, extra="allow")

    id: str
    name: str = Field(min_length=1)
    question: str
    earlier: tuple[str, ...] = ()
    created: AwareDatetime
    seen: Seen

    @classmethod
    def of(cls, ask: Ask, seen: Seen, name: str = "") -> Self:
        """Makes a search of a question as it is asked; without a name, it gets its words."""
        return cls(
            id=secrets.token_hex(4),
            name=name_of(name) or name_of(ask.question) or "Without words",
            question=plain(ask.question),
            earlier=ask.conversation.questions,
            **saved_filters(ask.filters),
            created=seen.at,
            seen=seen,
        )

    def ask(self, limit: int | None = None) -> Ask:
        """Returns what is asked.

        Raises:
            BadQuestion: A condition cannot be read, or the last day lies before the first.
        """
        return Ask(self.question, Conversation(self.earlier), self.filters, limit)

    def asks_as(self, other: Self) -> bool:
        """Says whether another one asks the same."""
        apart = {"id", "name", "created", "seen"}
        return self.model_dump(exclude=apart) == other.model_dump(exclude=apart)


def name_of(written_name: str) -> str:
    """Returns a name as it is kept: one line, not too long; empty where there is no word in it."""
    return " ".join(written_name.split())[:LONGEST_NAME].strip()


class _Document(BaseModel):
    model_config = ConfigDict(frozen=True, extra="allow")

    searches: tuple[SavedSearch, ...] = ()


_Edit = Callable[[tuple[SavedSearch, ...]], tuple[SavedSearch, ...]]


class Searches:
    """The saved searches of a collection, in a document of its workspace, for any number of servers to share."""

    def __init__(self, workspace: Workspace) -> None:
        """Keeps them in a workspace."""
        self.workspace = workspace

    def all(self) -> tuple[SavedSearch, ...]:
        """Returns all of them, in the order in which they were saved.

        Raises:
            WorkspaceUnusable: The document cannot be read.
        """
        return read_document(DOCUMENT, self.workspace.read(DOCUMENT), _Document).searches

    def one(self, search_id: str) -> SavedSearch:
        """Returns one of them.

        Raises:
            NoSuchSearch: There is none of this id, or no longer.
            WorkspaceUnusable: The document cannot be read.
        """
        return _found(self.all(), search_id)

    def add(self, search: SavedSearch) -> SavedSearch:
        """Adds one, and returns it; or the one that asks the same, where there is one.

        Raises:
            TooManySearches: There are as many as can be looked after.
            WorkspaceUnusable: The document cannot be read or written.
        """

        def put(searches: tuple[SavedSearch, ...]) -> tuple[SavedSearch, ...]:
            if any(one.asks_as(search) for one in searches):
                return searches
            if len(searches) >= MOST_SEARCHES:
                raise TooManySearches(f"There are {MOST_SEARCHES} saved searches: delete one that you no longer need.")
            return (*searches, search)

        self._change(put)
        return next(one for one in self.all() if one.asks_as(search))

    def rename(self, search_id: str, name: str) -> None:
        """Gives one another name.

        Raises:
            NoSuchSearch: There is none of this id, or no longer.
            WorkspaceUnusable: The document cannot be read or written.
        """
        self._replace(search_id, lambda one: one.model_copy(update={"name": name_of(name) or one.name}))

    def remove(self, search_id: str) -> None:
        """Deletes one; nothing happens where that was done before.

        Raises:
            WorkspaceUnusable: The document cannot be read or written.
        """
        self._change(lambda searches: tuple(one for one in searches if one.id != search_id))

    def mark(self, search_id: str, seen: Seen) -> None:
        """Notes what was seen of one, unless somebody has seen more of it.

        Raises:
            NoSuchSearch: There is none of this id, or no longer.
            WorkspaceUnusable: The document cannot be read or written.
        """
        self._replace(
            search_id, lambda one: one if seen.upto < one.seen.upto else one.model_copy(update={"seen": seen})
        )

    def _replace(self, search_id: str, edit: Callable[[SavedSearch], SavedSearch]) -> None:
        def put(searches: tuple[SavedSearch, ...]) -> tuple[SavedSearch, ...]:
            _found(searches, search_id)
            return tuple(edit(one) if one.id == search_id else one for one in searches)

        self._change(put)

    def _change(self, edit: _Edit) -> None:
        def put(text: str | None) -> str | None:
            document = read_document(DOCUMENT, text, _Document)
            after = edit(document.searches)
            if after == document.searches:
                return text
            return document.model_copy(update={"searches": after}).model_dump_json(indent=1)

        self.workspace.change(DOCUMENT, put)


def _found(searches: tuple[SavedSearch, ...], search_id: str) -> SavedSearch:
    for one in searches:
        if one.id == search_id:
            return one
    raise NoSuchSearch("This saved search is no longer there: somebody has deleted it.")
