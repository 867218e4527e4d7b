"""The reading of the generation that answers now, opened anew whenever a refresh publishes another."""

import threading
from pathlib import Path

from index.errors import ModelMismatch
from index.store import FolderStore
from qa.find.reading import Reading


class CurrentReading:
    """Follows what is published in the folder of an index. Threads may share it."""

    def __init__(self, index: Path, encoder: str) -> None:
        """Opens the index.

        Args:
            index: Its folder.
            encoder: The identity of the encoder that questions are encoded with.

        Raises:
            IndexNotFound: When there is no index in the folder.
            CorruptIndex: When it cannot be read.
            ModelMismatch: When it was made with another model.
        """
        self._store = FolderStore(index)
        self._encoder = encoder
        self._lock = threading.Lock()
        self._reading = self._open()

    def current(self) -> Reading:
        """Returns the published generation, opened anew when a refresh has replaced it."""
        # An index that was deleted meanwhile goes on answering from what is open.
        if self._store.current() not in (None, self._seen):
            with self._lock:
                if self._store.current() not in (None, self._seen):
                    self._reading = self._open()
        return self._reading

    def _open(self) -> Reading:
        seen = self._store.current()
        snapshot = self._store.open()
        made_with = snapshot.manifest.encoder
        if made_with != self._encoder:
            raise ModelMismatch(
                f"The index in {self._store.index} was made with the model {made_with}, and {self._encoder} "
                "is set. Set the other again (model under [index] in dateline.toml), or run `dateline index --rebuild` "
                "to make the index anew. A page that was open meanwhile must be started anew."
            )
        reading = Reading.of(snapshot)
        self._seen = seen  # not before: what cannot be opened is tried again by the next call
        return reading
