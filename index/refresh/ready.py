"""Makes an index ready for a refresh: what the version before made is taken over, and moved to the store asked for."""

from contextlib import closing
from dataclasses import dataclass

from corpus.progress import OnProgress
from index.errors import IndexNotFound, OutdatedIndex, StoreMismatch
from index.store import DEFAULT_ENGINE, FolderStore

_LARGE = 100_000  # passages
_GROWING = "lance"  # the store whose refreshes take no longer the more there is


@dataclass(frozen=True, slots=True)
class Ready:
    """An index before its refresh.

    Attributes:
        chunks: How many passages it had when this version of Dateline last refreshed it.
        notes: What was done, for the report.
    """

    chunks: int = 0
    notes: tuple[str, ...] = ()


def make_ready(store: FolderStore, wanted: str | None, on_progress: OnProgress, *, convert: bool) -> Ready:
    """Takes over an index of the version before, and moves it to another store if that is what the user wants.

    Args:
        store: The store, in which the caller is alone.
        wanted: The name of what the user wants to keep the index; None for what does.
        on_progress: Told of it.
        convert: Whether it may be moved.

    Raises:
        StoreMismatch: It is kept in another store and may not be moved; the message says how to.
        CorruptIndex: It cannot be read.
    """
    try:
        taken_over = store.take_over(on_progress)
        with closing(store.published()) as published:
            kept, chunks = published.manifest.store, published.manifest.chunks
    except (IndexNotFound, OutdatedIndex):
        return Ready()  # it will be made
    before = 0 if taken_over else chunks
    if wanted is None or wanted == kept:
        return Ready(before, (f"The index is kept in the store {kept} already.",) if convert else ())
    if not convert:
        raise StoreMismatch(
            f"The index in {store.index} is kept in the store {kept}, not {wanted}. Run `dateline index --store "
            f"{wanted} --convert` to move it without encoding anything again, or leave --store out."
        )
    store.convert(wanted, on_progress)
    return Ready(before, (f"{chunks:,} passages were moved from the store {kept} to {wanted}, none encoded again.",))


def outgrown(before: Ready, chunks: int, kept: str | None) -> tuple[str, ...]:
    """Returns what to say once of an index that has outgrown the store that keeps it."""
    if kept != DEFAULT_ENGINE or not before.chunks <= _LARGE < chunks:
        return ()
    return (
        f"The index has grown to {chunks:,} passages. In the store {_GROWING} a refresh would take less time: "
        f"`dateline index --store {_GROWING} --convert` moves it there without encoding anything again.",
    )
