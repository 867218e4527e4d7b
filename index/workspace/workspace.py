"""The workspace of a collection: named documents that are read whole and changed whole, wherever they lie."""

import re
from collections.abc import Callable
from typing import Protocol

MOST_BYTES = 16 * 2**20  # of a document: each change reads and writes all of it

# Lower case, as some file systems take "A" and "a" for one, and no name of a device of Windows.
_NAME = re.compile(r"(?!(?:con|prn|aux|nul|com[0-9]|lpt[0-9])\.)[a-z][a-z0-9_-]{0,63}\.[a-z]{1,8}")

Edit = Callable[[str | None], str | None]


class Workspace(Protocol):
    """What users write.

    A change is a function of the content and not a content, so that no writer needs to know of the others: one who
    locks calls it once, one who writes only where nobody else has written meanwhile calls it again until that is so.
    """

    def read(self, name: str) -> str | None:
        """Returns a document as somebody left it, None where there is none.

        Args:
            name: Its name, such as ``"test_cases.jsonl"``.

        Raises:
            ValueError: It is no name of a document.
            WorkspaceUnusable: The document cannot be read.
        """
        ...

    def change(self, name: str, edit: Edit) -> None:
        """Puts another content in the place of a document's, whole or not at all; no change of somebody else is lost.

        Args:
            name: The document's name.
            edit: Returns the content that takes the place of the one that it is given; None stands for no document.
                It may be called several times, and must not change the workspace itself.

        Raises:
            ValueError: It is no name of a document.
            WorkspaceUnusable: The document cannot be read or written; then it is as it was.
        """
        ...


def check_name(name: str) -> None:
    """Makes sure that a name can be one in every kind of workspace, and leads nowhere else.

    Raises:
        ValueError: It is none.
    """
    if not _NAME.fullmatch(name):
        raise ValueError(
            f"{name!r} is no name of a document: that begins with a lower-case letter, goes on with up to 63 letters, "
            "digits, '-' and '_', and ends in '.' and one to eight letters."
        )
