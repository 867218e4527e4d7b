"""What Dateline may remove: a folder that it made, as long as nothing but its own files lies in it.

The form of a name proves nothing. So a folder that may be removed later is marked when it is made, before anything else
is put into it, and its mark goes last. A folder that lost its mark, or did not get it yet, stays for ever; so does
one in which somebody put something, and every link.
"""

import re
from collections.abc import Collection
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from index.disk.plain_file import is_folder, is_plain

MARK_NAME = "made-by-dateline"


@dataclass(frozen=True, slots=True)
class Form:
    """What a kind of folder that Dateline makes looks like.

    Attributes:
        name: What it is called.
        files: The files that may be in it, as paths inside it.
        folders: The folders that may be in it.
    """

    name: re.Pattern[str]
    files: re.Pattern[str]
    folders: frozenset[str] = frozenset()


def make_folder(folder: Path) -> None:
    """Makes a folder and marks it.

    Raises:
        OSError: It cannot be made, or is there already.
    """
    folder.mkdir()
    (folder / MARK_NAME).touch(exist_ok=False)


def is_marked(folder: Path) -> bool:
    """Returns whether `make_folder` made this folder."""
    return is_plain(folder / MARK_NAME)


def has_form(folder: Path, form: Form) -> bool:
    """Returns whether a folder and all that lies in it could be Dateline's."""
    if not (form.name.fullmatch(folder.name) and is_folder(folder)):
        return False

    def fits(path: Path) -> bool:
        name = path.relative_to(folder).as_posix()
        return is_folder(path) if name in form.folders else bool(form.files.fullmatch(name)) and is_plain(path)

    return all(fits(path) for path in folder.rglob("*"))


def remove(folder: Path, proofs: Collection[str] = (MARK_NAME,)) -> None:
    """Removes a folder that was found to be Dateline's.

    Args:
        folder: The folder.
        proofs: Names of the files that prove it; they go last, as a kill may come at any moment.
    """

    def order(path: Path) -> tuple[bool, int]:
        return path.name in proofs, -len(path.parts)

    with suppress(OSError):
        for path in sorted(folder.rglob("*"), key=order):
            path.rmdir() if is_folder(path) else path.unlink()
        folder.rmdir()
