"""Writes into the corpus.toml of a corpus: whole or not at all, by one at a time, nowhere but beside the articles."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path

from filelock import FileLock, Timeout

from corpus.corrections.entries import with_entry
from corpus.corrections.statements import Value
from corpus.errors import BadSidecar
from corpus.metadata.sidecar import toml_path
from corpus.metadata.sidecar.tables import parse_tables, read_bytes
from corpus.whole_file import PARTS, replace_file

_LOCK_NAME = ".corpus.toml.lock"  # it stays, and is hidden: held is what the system says, which ends with the holder
_MARK = "\ufeff"  # of the encoding, as some editors write it
_PATIENCE = 10.0  # seconds; a change takes milliseconds
_LOOK_AGAIN = 0.01


def change_entry(root: Path, source: str, said: Mapping[str, Value | None]) -> None:
    """Changes what corpus.toml says of an article; all else in it stays as it is.

    Args:
        root: The folder of articles, or the one file that holds them.
        source: The article's source.
        said: Keys of ``[[article]]`` -> values; None takes one back.

    Raises:
        BadSidecar: corpus.toml cannot be used as it is written, or cannot be written.
    """
    path = toml_path(root)
    if path.is_symlink() and not path.resolve().is_relative_to(path.parent.resolve()):
        raise BadSidecar(f"{path} is a link that leads out of the folder, so it was not changed. Put the file there.")
    with _alone(path):
        data = read_bytes(path)
        parse_tables(path, data)
        text = data.decode("utf-8-sig")
        new = with_entry(text, source, said)
        if new != text:
            replace_file(path, [_MARK if data.startswith(_MARK.encode()) else "", new])


@contextmanager
def _alone(path: Path) -> Iterator[None]:
    try:
        with FileLock(path.parent / _LOCK_NAME, timeout=_PATIENCE, poll_interval=_LOOK_AGAIN):
            for part in path.parent.glob(PARTS):  # of one who was killed while he wrote
                with suppress(OSError):
                    part.unlink()
            yield
    except Timeout as error:
        raise BadSidecar(
            f"{path} was being written by another process for {_PATIENCE:.0f} seconds, so it was not changed. Try "
            "again, or look for what holds that process up."
        ) from error
    except OSError as error:
        raise BadSidecar(
            f"{path} cannot be written: {error.strerror or error}. It is as it was. See that there is room on the disk "
            "and that Dateline may write there, then try again."
        ) from error
