"""The kinds of workspaces that keep the contract, each made of a folder."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from index.workspace import FolderWorkspace, Workspace
from index.workspace.workspace import Edit, check_name


class TaggedWorkspace:
    """A workspace of objects with tags, as buckets have them: an object is put only where its tag is still the same."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir(exist_ok=True)
        self._objects = folder / "objects.sqlite"
        self._do("CREATE TABLE IF NOT EXISTS object (name TEXT PRIMARY KEY, tag INTEGER, text TEXT)")

    def read(self, name: str) -> str | None:
        check_name(name)
        return self._get(name)[1]

    def change(self, name: str, edit: Edit) -> None:
        check_name(name)
        tag, old = self._get(name)
        while (new := edit(old)) != old:
            if self._put(name, tag, new):
                return
            tag, old = self._get(name)

    def _get(self, name: str) -> tuple[int, str | None]:
        rows, _ = self._do("SELECT tag, text FROM object WHERE name = ?", name)
        return rows[0] if rows else (0, None)

    def _put(self, name: str, tag: int, text: str | None) -> bool:
        if tag:
            return self._do("UPDATE object SET tag = tag + 1, text = ? WHERE name = ? AND tag = ?", text, name, tag)[1]
        return self._do("INSERT OR IGNORE INTO object VALUES (?, 1, ?)", name, text)[1]

    def _do(self, statement: str, *values: object) -> tuple[list[tuple[int, str | None]], bool]:
        with closing(sqlite3.connect(self._objects, timeout=60)) as connection, connection:
            cursor = connection.execute(statement, values)
            return cursor.fetchall(), cursor.rowcount > 0


KINDS: dict[str, Callable[[Path], Workspace]] = {"folder": FolderWorkspace, "tagged": TaggedWorkspace}
