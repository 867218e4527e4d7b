"""One moment of the catalogue's file: what is committed later does not show, and takes nothing away."""

import sqlite3
import threading
import time
import weakref
from pathlib import Path
from typing import Any

from index.errors import CorruptIndex

_RENEWED_AFTER = 1.0  # seconds from opening; then every ten
_RENEWED_EVERY = 10.0
_PATIENCE = 1.0  # seconds; what a reader waits for, a log that is taken up or removed, takes milliseconds
_BUSY = {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_PROTOCOL}


class Reader:
    """Reads the catalogue as it was when this was opened. Threads may share it.

    The file is in WAL mode and a transaction is held open, which is what keeps the moment. SQLite cannot use the log
    anew while somebody reads from it, so the transaction is renewed now and then, as long as nothing was committed.

    Attributes:
        path: The file.
        generation: Name of the generation whose catalogue it is.
    """

    def __init__(self, path: Path) -> None:
        """Opens the file.

        Args:
            path: The file.

        Raises:
            CorruptIndex: It is missing, or no catalogue.
        """
        self.path = path
        self._lock = threading.Lock()
        try:
            self._connection = _moment(path, "ro")
            self.generation = _generation(self._connection)
        except sqlite3.Error as error:
            raise CorruptIndex(path, f"cannot be opened: {error}") from error
        self._renewed = time.monotonic() - _RENEWED_EVERY + _RENEWED_AFTER
        self._held = [self._connection]
        # Whoever holds a snapshot just drops it; the connection must not outlive it.
        self.close = weakref.finalize(self, _close, self._held)

    def select(self, query: str, *values: str | float) -> list[Any]:
        """Returns the rows of a query.

        Raises:
            CorruptIndex: The file cannot be read.
        """
        try:
            with self._lock:
                if time.monotonic() - self._renewed > _RENEWED_EVERY:
                    self._renew()
                return self._connection.execute(query, values).fetchall()
        except sqlite3.DatabaseError as error:
            raise CorruptIndex(self.path, f"cannot be read: {error}") from error

    def _renew(self) -> None:
        self._renewed = time.monotonic()
        if not _has_log(self.path):
            return
        try:
            fresh = _moment(self.path, "rw", checkpoint=True)
        except sqlite3.Error:
            return  # whoever reads may not write: then a refresh alone tidies up
        if _generation(fresh) == self.generation:
            fresh, self._connection = self._connection, fresh
            self._held[:] = [self._connection]
        fresh.close()


def _moment(path: Path, mode: str, *, checkpoint: bool = False) -> sqlite3.Connection:
    """Opens a file and begins to read it."""
    connection = _connect(path, f"mode={mode}")
    try:
        if checkpoint:
            connection.execute("PRAGMA wal_checkpoint(PASSIVE)")
            connection.execute("PRAGMA query_only = ON")
        connection.execute("BEGIN")
        _generation(connection)
    except sqlite3.OperationalError as error:
        connection.close()
        if mode != "ro" or error.sqlite_errorcode in _BUSY:  # who is busy with it may write
            raise
        if _has_log(path):
            raise sqlite3.OperationalError(
                "a refresh was killed, and only one who may write there can finish it: run `dateline index`"
            ) from None
        # In a folder without the right to write there is no place for what readers share, and nobody who writes.
        connection = _connect(path, "mode=ro&immutable=1")
        connection.execute("BEGIN")
    return connection


def _has_log(path: Path) -> bool:
    try:
        return path.with_name(f"{path.name}-wal").stat().st_size > 0
    except OSError:
        return False


def _connect(path: Path, how: str) -> sqlite3.Connection:
    return sqlite3.connect(
        f"{path.absolute().as_uri()}?{how}", uri=True, check_same_thread=False, isolation_level=None, timeout=_PATIENCE
    )


def _generation(connection: sqlite3.Connection) -> str:
    (name,) = connection.execute("SELECT value FROM meta WHERE key = 'generation'").fetchone() or ("",)
    return str(name)


def _close(held: list[sqlite3.Connection]) -> None:
    for connection in held:
        connection.close()
