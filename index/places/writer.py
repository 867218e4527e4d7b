"""Writes where each word stands, in blocks of articles: one that comes or goes touches the words of its own block."""

import sqlite3
from collections import defaultdict
from collections.abc import Iterator

import numpy as np

from index.places.places import BLOCK_BITS, PLACE, PLACE_BITS, TITLE
from index.places.written import plain, written

_HELD = 2_000_000  # places that are kept before they are written; 100 MB


class PlaceWriter:
    """Keeps the table of places as articles come and go; all is written when `write` was called."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        """Starts with the places that the catalogue has."""
        self._connection = connection
        self._held = 0
        self._new: dict[int, dict[str, list[int]]] = {}
        self._gone: dict[int, set[int]] = {}
        self._gone_words: dict[int, set[str]] = {}

    def add(self, number: int, title: str, text: str) -> None:
        """Adds an article."""
        block, base = _split(number)
        places = self._new.setdefault(block, defaultdict(list))
        for place, word in _places(title, text):
            places[word].append(base + place)
            self._held += 1
        if self._held > _HELD:
            self.write()

    def remove(self, number: int, title: str, text: str) -> None:
        """Removes an article, which the catalogue had before this was made."""
        block, base = _split(number)
        self._gone.setdefault(block, set()).add(base >> PLACE_BITS)
        self._gone_words.setdefault(block, set()).update(word for _, word in _places(title, text))

    def write(self) -> None:
        """Writes what came and went."""
        for block in sorted(self._new.keys() | self._gone.keys()):
            self._write(block)
        self._new, self._gone, self._gone_words, self._held = {}, {}, {}, 0

    def _write(self, block: int) -> None:
        new, gone = self._new.get(block, {}), np.array(sorted(self._gone.get(block, ())), dtype=PLACE)
        is_new = not self._connection.execute("SELECT 1 FROM place WHERE block = ? LIMIT 1", (block,)).fetchone()
        rows, empty = [], []
        for word in new.keys() | self._gone_words.get(block, set()):
            key = (block, plain(word), word)
            places = np.array(new.get(word, ()), dtype=PLACE)
            if not is_new:
                kept = self._places(key)
                places = np.sort(np.concatenate((kept[~np.isin(kept >> PLACE_BITS, gone)], places)))
            if len(places):
                rows.append((*key, places.tobytes()))
            else:
                empty.append(key)
        self._connection.executemany("INSERT OR REPLACE INTO place VALUES (?, ?, ?, ?)", sorted(rows))
        self._connection.executemany("DELETE FROM place WHERE block = ? AND plain = ? AND written = ?", empty)

    def _places(self, key: tuple[int, str, str]) -> np.ndarray[tuple[int], np.dtype[np.uint32]]:
        query = "SELECT places FROM place WHERE block = ? AND plain = ? AND written = ?"
        found = self._connection.execute(query, key).fetchone()
        return np.frombuffer(found[0] if found else b"", dtype=PLACE)


def fill_places(connection: sqlite3.Connection) -> None:
    """Fills the table, which is empty, from all articles of a catalogue that was made without it."""
    writer = PlaceWriter(connection)
    for number, title, text in connection.execute("SELECT number, title, text FROM article ORDER BY number"):
        writer.add(number, title, text)
    writer.write()


def _split(number: int) -> tuple[int, int]:
    """Returns the block of an article, and where its places begin there."""
    return number >> BLOCK_BITS, (number & ((1 << BLOCK_BITS) - 1)) << PLACE_BITS


def _places(title: str, text: str) -> Iterator[tuple[int, str]]:
    """Gives the words of an article with their places; what no article is long enough for has none."""
    for start, words in ((0, written(text)), (TITLE, written(title))):
        yield from ((start + place, word) for place, word in words if place < TITLE)
