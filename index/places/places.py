"""Where each word stands, as it is written, in the text or the headline of every article.

The table has a row for each word of each block of 256 articles. Whoever looks for a phrase joins the places of its
words, so no text is read, and what is found is exact: capitals count, and so do the lines that no passage holds.
A place is one number: the article's in its block, and that of the word in the article.
"""

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

BLOCK_BITS = 8  # of an article's number, for its own in its block
PLACE_BITS = 24  # for the number of a word in an article
TITLE = 1 << (PLACE_BITS - 1)  # from here on a word stands in the headline
PLACE = np.dtype("<u4")

Select: TypeAlias = Callable[..., list[Any]]  # returns the rows of a query
Places: TypeAlias = NDArray[np.int64]  # rising: of each the article's number, then the word's
Forms: TypeAlias = Mapping[str, Places]  # of each form in which a word is written

NOWHERE: Places = np.empty(0, dtype=np.int64)


def find_words(select: Select, numbers: Places, words: Sequence[Iterable[str]]) -> list[Forms]:
    """Returns the places of the words of a phrase, in each form; those of articles without the others may be missing.

    Args:
        select: Reads the table.
        numbers: The numbers of all articles, rising.
        words: For each word of the phrase the words in one case, any of which will do; see `index.places.written`.
    """
    blocks: Sequence[int] = distinct(numbers >> BLOCK_BITS).tolist()
    wanted = [sorted(set(word)) for word in words]
    found: dict[int, Forms] = {}
    # The longest first: it is the rarest, as a rule, and the others need not be looked at where it does not stand.
    for number in sorted(range(len(wanted)), key=lambda number: -min(map(len, wanted[number]), default=0)):
        found[number] = _find_word(select, wanted[number], blocks)
        blocks = sorted({block for places in found[number].values() for block in _blocks(places)})
    return [found[number] for number in range(len(wanted))]


def following(words: Sequence[Iterable[Places]]) -> Places:
    """Returns the places at which the words of a phrase begin to stand one after the other.

    Args:
        words: For each word the places of all its forms that will do.
    """
    starts = sorted((_joined(forms) - number for number, forms in enumerate(words)), key=len)
    found = starts[0]
    for others in starts[1:]:
        if not len(others):
            return NOWHERE
        at = np.minimum(np.searchsorted(others, found), len(others) - 1)
        found = found[others[at] == found]
    return found


def apart(places: Places, length: int) -> Places:
    """Leaves out places that lie within a phrase that began before, as whoever reads on after each does."""
    if not np.any(np.diff(places) < length):
        return places
    kept: list[int] = []
    for place in places.tolist():
        if not kept or place - kept[-1] >= length:
            kept.append(place)
    return np.array(kept, dtype=np.int64)


def distinct(numbers: Places) -> Places:
    """Returns rising numbers each once."""
    return numbers[np.diff(numbers, prepend=-1) > 0]


def in_text(places: Places) -> Places:
    """Returns the articles' numbers of places that are in the text, one for each place."""
    found: Places = places[(places & TITLE) == 0] >> PLACE_BITS
    return found


def in_title(places: Places) -> Places:
    """Returns the articles' numbers of places that are in the headline, one for each place."""
    found: Places = places[(places & TITLE) != 0] >> PLACE_BITS
    return found


def _find_word(select: Select, forms: Sequence[str], blocks: Sequence[int]) -> Forms:
    if not blocks:
        return {}
    found: dict[str, list[Any]] = {}
    for written, block, places in select(
        "SELECT written, block, places FROM place WHERE block IN (SELECT value FROM json_each(?)) "
        "AND plain IN (SELECT value FROM json_each(?))",
        json.dumps(list(blocks)),
        json.dumps(forms),
    ):
        found.setdefault(written, []).append((block, places))
    return {written: _decoded(sorted(rows)) for written, rows in found.items()}


def _blocks(places: Places) -> list[int]:
    blocks: list[int] = distinct(places >> (BLOCK_BITS + PLACE_BITS)).tolist()
    return blocks


def _decoded(rows: Sequence[tuple[int, bytes]]) -> Places:
    blocks = np.array([block for block, _ in rows], dtype=np.int64) << (BLOCK_BITS + PLACE_BITS)
    lengths = [len(places) // PLACE.itemsize for _, places in rows]
    places = np.frombuffer(b"".join(places for _, places in rows), dtype=PLACE)
    return np.repeat(blocks, lengths) + places.astype(np.int64)


def _joined(forms: Iterable[Places]) -> Places:
    several = list(forms)
    return several[0] if len(several) == 1 else np.sort(np.concatenate([*several, NOWHERE]), kind="stable")
