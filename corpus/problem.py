"""A file or record that could not become an article, and why."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that was left out.

    Attributes:
        source: Path inside the corpus (posix), with ``#n`` for a record, or the sidecar's name.
        reason: What is wrong, in one line.
    """

    source: str
    reason: str
