"""A reference as it is printed: words, some of them in italics, and an address."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Run:
    """Some words of a reference.

    Attributes:
        text: The words.
        is_italic: Whether they stand in italics.
        is_address: Whether they are the address of the original.
    """

    text: str
    is_italic: bool = False
    is_address: bool = False


def plain(runs: Iterable[Run]) -> str:
    """Returns the words of a reference without their italics."""
    return "".join(run.text for run in runs)
