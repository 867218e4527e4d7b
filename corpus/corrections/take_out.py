"""Takes an article out and puts it back: its file lies aside meanwhile, or corpus.toml leaves it out."""

import os
import secrets
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from corpus.corrections.place import find_place, leads_down
from corpus.corrections.sidecar_file import change_entry
from corpus.errors import NotMoved
from corpus.passed_over import folders_saved_with
from corpus.whole_file import settle

ASIDE = ".taken-out"  # in the folder of articles; hidden, so that nothing in it is ever read


@dataclass(frozen=True, slots=True)
class TakenOut:
    """An article that was taken out.

    Attributes:
        source: Its source.
        aside: Folder in `ASIDE` where its file lies under its own name; empty where corpus.toml leaves it out.
    """

    source: str
    aside: str = ""


def take_out(root: Path, source: str) -> TakenOut:
    """Takes an article out of a corpus. The index is not refreshed.

    The file of the article is moved aside. In a file of many nothing is cut: corpus.toml says to leave it out.

    Args:
        root: The folder of articles, or the one file that holds them.
        source: The article's source.

    Raises:
        NotMoved: Its file cannot be moved; then it lies where it lay.
        UnreadableFile: Its file is not there any more; the message is a whole sentence.
        BadSidecar: corpus.toml cannot be used as it is written, or cannot be written.
    """
    place = find_place(root, source)
    if place.is_record:
        change_entry(root, source, {"skip": True})
        return TakenOut(source)
    if not root.is_dir():
        raise NotMoved(f"{place.name} is all that there is to read. Start Dateline with a folder to take files out.")
    if place.path.is_symlink():
        raise NotMoved(f"{place.name} is a link and was left where it is. Take away the file that it leads to.")
    aside = f"{datetime.now():%Y-%m-%dT%H%M%S}-{secrets.token_hex(2)}"
    target = _folder_aside(root) / aside / place.name
    try:
        target.parent.mkdir(parents=True)
        _move_pictures(place.path, target)
        place.path.rename(target)  # over nothing: the folder is new
    except OSError as error:
        _remove_empty(target.parent, root)
        raise NotMoved(
            f"{place.name} cannot be moved to {target.parent}: {error.strerror or error}. It lies where it lay. See "
            "that Dateline may write there, or move the file yourself."
        ) from error
    return TakenOut(source, aside)


def put_back(root: Path, taken: TakenOut) -> None:
    """Puts an article back that was taken out. The index is not refreshed.

    Args:
        root: The folder of articles, or the one file that holds them.
        taken: What was taken out; checked like any stranger's word.

    Raises:
        NotMoved: It is not there, or something else lies in its place; then it stays aside.
        UnreadableFile: The file of many that holds it is not there any more.
        BadSidecar: corpus.toml cannot be used as it is written, or cannot be written.
    """
    if not taken.aside:
        find_place(root, taken.source)
        change_entry(root, taken.source, {"skip": None})
        return
    aside = _folder_aside(root)
    path, target = aside / taken.aside / taken.source, root / taken.source
    is_name = leads_down(taken.aside) and leads_down(taken.source)
    if not is_name or not _is_inside(path, aside) or not _is_inside(target, root):
        raise NotMoved(f"{taken.source} is no article that was taken out.")
    if not path.is_file() or path.is_symlink():
        raise NotMoved(f"{taken.source} does not lie in {aside / taken.aside} any more.")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        if target.is_symlink() or not settle(path, target):
            raise NotMoved(f"Another file is called {taken.source} now, so {path} stays there.")
        path.unlink(missing_ok=True)
        _move_pictures(path, target)
    except OSError as error:
        raise NotMoved(f"{path} cannot be moved back: {error.strerror or error}. Move it yourself.") from error
    _remove_empty(path.parent, root)


def _move_pictures(page: Path, target: Path) -> None:
    """Moves the folder that a browser saved with a page: without its page, the pages in there would be articles."""
    for name in folders_saved_with(page.name):
        folder, new = page.with_name(name), target.with_name(name)
        if folder.is_dir() and not folder.is_symlink() and not os.path.lexists(new):
            folder.rename(new)


def _folder_aside(root: Path) -> Path:
    folder = root / ASIDE
    if folder.is_symlink():
        raise NotMoved(f"{folder} is a link, and no article is moved to where it leads. Make it a folder.")
    return folder


def _is_inside(path: Path, folder: Path) -> bool:
    return path.parent.resolve().is_relative_to(folder.resolve())


def _remove_empty(folder: Path, root: Path) -> None:
    """Removes a folder aside, and those above it, as far as they are empty."""
    with suppress(OSError):
        while folder != root:
            folder.rmdir()
            folder = folder.parent
