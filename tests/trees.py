"""Folders of somebody else: made from plain data, and read back to be compared to the byte."""

import os
import stat
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from hypothesis import strategies as st


@dataclass(frozen=True)
class Link:
    """A symbolic link."""

    target: str


@dataclass(frozen=True)
class Pipe:
    """A named pipe: whoever opens it to read it waits for a writer."""


Thing = bytes | Link | Pipe | Mapping[str, "Thing"]
Tree = Mapping[str, Thing]

NAMES = (
    "2024-photos",
    "notes.tmp",
    "3-rd",
    "000001-abcdef",
    "000001-abcdef.tmp",
    "000002-ABCDEF",
    "999999-ffffff",
    "99999999999-ffffff",
    "²-x",
    "9" * 200 + "-x",
    "CURRENT.tmp",
    "CURRENT.old",
    "manifest.json",
    "catalog.sqlite",
    "words",
    "generations",
    ".hidden",
    "-rf",
    "two\nlines",
    "converting-holidays",
    "0123456789abcdef",
)
CONTENTS = (b"", b"mine", b"{}", b'{"schema": 5}', b"000001-abcdef\n", bytes(range(256)))


def trees(outside: str = "nowhere") -> st.SearchStrategy[Tree]:
    """Folders with names that look like Dateline's, and links that lead out of them."""
    things: st.SearchStrategy[Thing] = st.recursive(
        st.sampled_from(CONTENTS) | st.builds(Link, st.sampled_from(("..", "/", outside))) | st.builds(Pipe),
        lambda inner: st.dictionaries(st.sampled_from(NAMES), inner, max_size=3),
        max_leaves=6,
    )
    return st.dictionaries(st.sampled_from(NAMES), things, max_size=4)


def put(place: Path, thing: Thing) -> None:
    """Makes what `read` returns for it."""
    if isinstance(thing, bytes):
        place.write_bytes(thing)
    elif isinstance(thing, Link):
        place.symlink_to(thing.target)
    elif isinstance(thing, Pipe):
        os.mkfifo(place)
    else:
        place.mkdir(exist_ok=True)
        for name, inner in thing.items():
            put(place / name, inner)


def read(place: Path) -> Thing:
    """Returns all that lies in a place."""
    mode = place.lstat().st_mode
    if stat.S_ISLNK(mode):
        return Link(str(place.readlink()))
    if stat.S_ISFIFO(mode):
        return Pipe()
    if stat.S_ISREG(mode):
        return place.read_bytes()
    return {path.name: read(path) for path in place.iterdir()}


def holds(place: Path, tree: Tree) -> bool:
    """Returns whether everything of a tree still lies in a place as it was put there; more may lie there."""
    for name, thing in tree.items():
        path = place / name
        if not os.path.lexists(path):
            return False
        if isinstance(thing, Mapping) and stat.S_ISDIR(path.lstat().st_mode):
            if not holds(path, thing):
                return False
        elif read(path) != thing:
            return False
    return True
