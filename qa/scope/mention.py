"""Where a question names something."""

from typing import NamedTuple


class Mention(NamedTuple):
    """A name in a question.

    Attributes:
        name: The name as it is shown: that of an outlet, or of an author as articles give it.
        start: Its first character.
        end: The one after its last.
    """

    name: str
    start: int
    end: int
