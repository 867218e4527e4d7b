"""A workspace in a folder: each document is a file, replaced as a whole by whoever holds the folder's lock."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout

from corpus.whole_file import PARTS, replace_file
from index.disk.plain_file import is_plain, read_plain
from index.errors import WorkspaceUnusable
from index.workspace.workspace import MOST_BYTES, Edit, check_name

WORKSPACE_NAME = "workspace"  # beside the index
LOCK_NAME = ".lock"  # no name of a document

_PATIENCE = 10.0  # seconds; a change takes milliseconds
_LOOK_AGAIN = 0.01


class FolderWorkspace:
    """The documents of one folder."""

    def __init__(self, folder: Path) -> None:
        """Keeps documents in a folder, which is made with the first."""
        self._folder = folder

    def read(self, name: str) -> str | None:
        """Reads a document; see `Workspace`."""
        check_name(name)
        path = self._folder / name
        try:
            return read_plain(path, MOST_BYTES).decode("utf-8")
        except FileNotFoundError:
            return None
        except UnicodeDecodeError as error:
            raise _unreadable(path, "it is no text in UTF-8") from error
        except OSError as error:
            raise _unreadable(path, str(error)) from error

    def change(self, name: str, edit: Edit) -> None:
        """Changes a document; see `Workspace`."""
        check_name(name)
        path = self._folder / name
        with self._alone():
            old = self.read(name)
            new = edit(old)
            if new != old:
                with _writing(path):
                    self._sweep()
                    _put(path, new)

    @contextmanager
    def _alone(self) -> Iterator[None]:
        """Holds the lock, which keeps off threads and processes alike and ends with the one that holds it."""
        with _writing(self._folder):
            self._folder.mkdir(parents=True, exist_ok=True)
            try:
                held = FileLock(self._folder / LOCK_NAME, timeout=_PATIENCE, poll_interval=_LOOK_AGAIN).acquire()
            except Timeout as error:
                raise WorkspaceUnusable(
                    f"{self._folder} was being written by another process for {_PATIENCE:.0f} seconds, so nothing was "
                    "changed there. Try again, or look for what holds that process up."
                ) from error
        with held:
            yield

    def _sweep(self) -> None:
        """Removes what writers who were killed left behind; nobody else is writing."""
        for part in self._folder.glob(PARTS):
            if is_plain(part):
                part.unlink()


def _put(path: Path, text: str | None) -> None:
    if text is None:
        path.unlink()
    elif len(text.encode("utf-8")) > MOST_BYTES:
        raise WorkspaceUnusable(
            f"{path} would have more than {MOST_BYTES:,} bytes, so it was left as it is. Give it another name, and a "
            "new one will be begun."
        )
    else:
        replace_file(path, [text])


@contextmanager
def _writing(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise WorkspaceUnusable(
            f"{path} cannot be written: {error}. It is as it was. See that there is room on the disk and that Dateline "
            "may write there, then try again."
        ) from error


def _unreadable(path: Path, reason: str) -> WorkspaceUnusable:
    return WorkspaceUnusable(
        f"{path} cannot be read: {reason}. It was left as it is. Mend it or give it another name, then try again."
    )
