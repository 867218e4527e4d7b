"""What readers said while it was kept in a folder of its own: it is moved into the workspace."""

import logging
from contextlib import suppress
from functools import partial
from pathlib import Path

from corpus.errors import DatelineError
from index.disk.plain_file import is_plain, read_plain
from index.generation.folder import FEEDBACK_NAME, check_folder
from index.workspace import Workspace
from index.workspace.workspace import MOST_BYTES
from page.passage.feedback import REJECTED, TEST_CASES

log = logging.getLogger(__name__)


def move_earlier(index: Path, workspace: Workspace) -> None:
    """Moves the feedback that versions before the workspace left beside an index.

    A file goes only when its lines are in the workspace, and lines that are there are not added again: so whoever is
    killed in between, or does it at the same time as another, loses nothing and doubles nothing. What cannot be moved
    stays where it is, and the log says why; the page opens all the same.

    Args:
        index: The folder of the index, which need not exist.
        workspace: Where the lines go.
    """
    folder = index / FEEDBACK_NAME
    for path in filter(is_plain, (folder / TEST_CASES, folder / REJECTED)):
        try:
            check_folder(index)
            workspace.change(path.name, partial(_with_lines, path))
            path.unlink(missing_ok=True)
            with suppress(OSError):  # something else lies in it
                folder.rmdir()
        except (DatelineError, OSError, UnicodeDecodeError) as error:
            log.warning("What readers said in %s could not be moved into the workspace: %s", path, error)


def _with_lines(path: Path, text: str | None) -> str | None:
    """Returns a document with the lines of a file that it lacks."""
    try:
        earlier = read_plain(path, MOST_BYTES).decode("utf-8")
    except FileNotFoundError:
        return text  # another server was faster
    if text is None:
        return earlier
    there = {"", *text.split("\n")}
    lacking = [line + "\n" for line in earlier.split("\n") if line not in there]
    end = "\n" if lacking and text and not text.endswith("\n") else ""
    return "".join([text, end, *lacking])
