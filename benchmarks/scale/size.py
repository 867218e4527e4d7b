"""Where a collection of one size lies."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Size:
    """A size of a collection.

    Attributes:
        set_folder: Folder of all that is made of one set.
        passages: How many passages there are, about.
    """

    set_folder: Path
    passages: int

    @property
    def name(self) -> str:
        """The number in short, such as 100k."""
        for magnitude, letter in ((1_000_000, "m"), (1000, "k")):
            if self.passages % magnitude == 0:
                return f"{self.passages // magnitude}{letter}"
        return str(self.passages)

    @property
    def articles(self) -> Path:
        """The folder of articles."""
        return self.set_folder / self.name / "articles"

    def index(self, store: str) -> Path:
        """Returns the folder of the index in a store."""
        return self.set_folder / self.name / store
