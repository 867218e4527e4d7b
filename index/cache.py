"""A cache that threads may share."""

import threading
from collections.abc import Hashable, Iterable, Mapping
from typing import Generic, TypeVar

from cachetools import LRUCache

Key = TypeVar("Key", bound=Hashable)
Value = TypeVar("Value")


class SharedCache(Generic[Key, Value]):
    """Keeps what was asked for lately; what was asked for longest ago makes way. Threads may share it."""

    def __init__(self, most: int) -> None:
        """Starts empty.

        Args:
            most: How many values are kept.
        """
        self._kept: LRUCache[Key, Value] = LRUCache(most)
        self._lock = threading.Lock()

    def get(self, key: Key) -> Value | None:
        """Returns a value, or None when it is not kept."""
        with self._lock:
            return self._kept.get(key)

    def get_all(self, keys: Iterable[Key]) -> dict[Key, Value]:
        """Returns the values of keys; those that are not kept are left out."""
        with self._lock:
            return {key: self._kept[key] for key in keys if key in self._kept}

    def keep(self, values: Mapping[Key, Value]) -> None:
        """Keeps values."""
        with self._lock:
            self._kept.update(values)
