"""What a generation must know of the table to open it, and the next one to keep it quick."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Self

PREFIX = "v-"  # of the tag that keeps a version from being cleaned up


@dataclass(frozen=True, slots=True)
class TableState:
    """One version of the table.

    Attributes:
        version: Its number.
        probes: Partitions of the index of vectors to look into; 0 where there is none, and every vector is compared.
        recall: Part of what the exact search finds that the index was seen to find, 0 to 1.
        fresh: Rows that came since it was trained.
        commits: Changes since what is new got indexes.
        pending: Rows that no index covers yet.
        gone: Rows that were removed, which may still be in the indexes of words.
    """

    version: int
    probes: int = 0
    recall: float = 1.0
    fresh: int = 0
    commits: int = 0
    pending: int = 0
    gone: int = 0

    @classmethod
    def read(cls, state: Mapping[str, float]) -> Self:
        """Reads what `written` returned.

        Raises:
            TypeError: It is something else.
        """
        return cls(**{name: value if name == "recall" else int(value) for name, value in state.items()})  # type: ignore[arg-type]  # a dict of mixed values

    def written(self) -> dict[str, float]:
        """Returns it for a manifest."""
        return asdict(self)

    @property
    def tag(self) -> str:
        """The tag of the version."""
        return f"{PREFIX}{self.version}"
