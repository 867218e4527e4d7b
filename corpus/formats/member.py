"""A file inside an archive."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Member:
    """A file inside an archive.

    Attributes:
        name: Its name or address, for showing only: it may say ``../../etc/passwd``.
        data: Its bytes; empty when it cannot be read.
        problem: Why it cannot be read, or empty.
        url: Address it was received from; empty when the archive does not say.
        suffix: End of its name, which tells what it should be.
    """

    name: str
    data: bytes = b""
    problem: str = ""
    url: str = ""
    suffix: str = ""
