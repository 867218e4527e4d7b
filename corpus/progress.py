"""How a long piece of work tells where it is."""

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Progress:
    """A moment of a long piece of work.

    Attributes:
        stage: What is being done, as shown to the user, such as ``"Reading articles"``.
        done: Units finished in this stage.
        total: Units of this stage; 0 when it is not known.
    """

    stage: str
    done: int
    total: int


OnProgress = Callable[[Progress], None]
