"""The fact sheet as the workspace keeps it: where its words stand, no text of any article.

Every change is a function of what is kept, so two who change it at the same time both have their way.
"""

from collections.abc import Callable
from datetime import date
from hashlib import sha256
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from index.workspace import Workspace
from index.workspace.documents import read_document
from qa.errors import BadQuestion
from qa.render.provenance import Searched

DOCUMENT = "fact_sheet.json"
MOST_PINS = 500
LONGEST_TITLE = 300  # characters
LONGEST_NOTE = 5_000
_LONGEST = 20_000


class _Kept(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, str_max_length=_LONGEST)


class KeptSearch(_Kept):
    """The search that found a pin; the fields of `qa.render.provenance.Searched`."""

    asked: str
    understood: str
    articles: int

    @property
    def searched(self) -> Searched:
        """The same as a value."""
        return Searched(self.asked, self.understood, self.articles)


class Pin(_Kept):
    """Some words of an article.

    Attributes:
        article_id: The article.
        source: Its file, which names it to whoever looks for it when it is gone.
        start: Offset of the first code point, as it was.
        end: Offset after the last.
        digest: What `page.html.anchors.digest_of` gives for the words.
        chosen: The day on which they were pinned.
        note: What was noted.
        search: The search that found them; None where they were found by reading.
    """

    article_id: str
    source: str
    start: int = Field(ge=0)
    end: int = Field(ge=0)
    digest: str = Field(pattern="^[0-9a-f]{16}$")
    chosen: date
    note: Annotated[str, Field(max_length=LONGEST_NOTE)] = ""
    search: KeptSearch | None = None

    @property
    def name(self) -> str:
        """What tells it from the others, the same for the same words of the same article."""
        return sha256(f"{self.article_id}\n{self.digest}".encode("utf-8", "surrogatepass")).hexdigest()[:16]


class KeptSheet(_Kept):
    """The whole sheet."""

    title: Annotated[str, Field(max_length=LONGEST_TITLE)] = ""
    pins: Annotated[tuple[Pin, ...], Field(max_length=MOST_PINS)] = ()

    def pinned(self, pin: Pin) -> "KeptSheet":
        """Adds a pin at the end, unless its words are pinned.

        Raises:
            BadQuestion: There is no room for more.
        """
        if any(one.name == pin.name for one in self.pins):
            return self
        if len(self.pins) == MOST_PINS:
            raise BadQuestion(f"The fact sheet is full: it holds {MOST_PINS} sentences. Remove one first.")
        return self.model_copy(update={"pins": (*self.pins, pin)})

    def unpinned(self, name: str) -> "KeptSheet":
        """Removes a pin."""
        return self.model_copy(update={"pins": tuple(pin for pin in self.pins if pin.name != name)})

    def moved(self, name: str, by: int) -> "KeptSheet":
        """Moves a pin so many places down, or up where that is below 0; at the end it stops."""
        pins = list(self.pins)
        place = next((number for number, pin in enumerate(pins) if pin.name == name), None)
        if place is not None:
            pins.insert(max(place + by, 0), pins.pop(place))
        return self.model_copy(update={"pins": tuple(pins)})

    def noted(self, name: str, note: str) -> "KeptSheet":
        """Puts a note in the place of a pin's."""
        pins = (pin.model_copy(update={"note": note}) if pin.name == name else pin for pin in self.pins)
        return self.model_copy(update={"pins": tuple(pins)})

    def titled(self, title: str) -> "KeptSheet":
        """Puts a title in the place of its own."""
        return self.model_copy(update={"title": title})


Change = Callable[[KeptSheet], KeptSheet]


def read_sheet(workspace: Workspace) -> KeptSheet:
    """Reads the sheet.

    Raises:
        WorkspaceUnusable: It cannot be read.
    """
    return read_document(DOCUMENT, workspace.read(DOCUMENT), KeptSheet)


def change_sheet(workspace: Workspace, change: Change) -> KeptSheet:
    """Changes the sheet.

    Returns:
        The sheet as it is now.

    Raises:
        WorkspaceUnusable: It cannot be read or written; then it is as it was.
        BadQuestion: There is no room for what is added.
    """
    changed = KeptSheet()

    def edit(text: str | None) -> str | None:
        nonlocal changed
        old = read_document(DOCUMENT, text, KeptSheet)
        changed = change(old)
        return text if changed == old else changed.model_dump_json(indent=1)

    workspace.change(DOCUMENT, edit)
    return changed
