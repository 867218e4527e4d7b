"""The same text in several articles: found by shingles of five words, never by likeness of meaning.

Two reports of one event share next to no shingles, copies share most of them. Two articles are copies when at least
half of the words of the shorter one stand in shingles that the other has too; each pair is judged for itself, so that
A and C need not be copies because both are copies of B. Of fewer than 50 words, only equal texts are.
"""

import re
import zlib
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

SHINGLE = 5  # words
# Of the shorter text's words. Copies that were cut, reordered, headed anew or edited in every seventh word have more
# nearly always; among 2,613 articles no two of different outlets have more than 0.45, which two reports of one event
# reach that quote the same statement at length.
SAME_TEXT = 0.5
FEWEST_WORDS = 50  # fewer may be a quotation or a teaser
_SAMPLED = 4  # one in so many shingles is in the sketch
CANDIDATE = 0.15  # share of the smaller sketch; copies in which every seventh word was changed have about 0.4

_WORD = re.compile(r"\w+")
_MIX = (np.uint64(0xFF51AFD7ED558CCD), np.uint64(0xC4CEB9FE1A85EC53))  # finalizer of MurmurHash3, public domain

Shingles = NDArray[np.uint64]
Sketch = NDArray[np.uint32]


@dataclass(frozen=True, slots=True)
class Fingerprint:
    """What is compared of a text.

    Attributes:
        words: Number of its words.
        shingles: A number for each run of five words, in order; of a text of fewer than 50 words, one for all of it.
    """

    words: int
    shingles: Shingles

    def sketch(self) -> Sketch:
        """Returns a quarter of the different shingles, chosen by their numbers: a MinHash that grows with the text.

        The share of one sketch that is in another estimates how much of one text is in the other, whatever their
        lengths (scaled MinHash: Irber et al. 2022). Of a text of fewer than 50 words it is the one there is.
        """
        shingles = (
            self.shingles[self.shingles % np.uint64(_SAMPLED) == 0] if self.words >= FEWEST_WORDS else self.shingles
        )
        return np.unique((shingles >> np.uint64(32)).astype(np.uint32))


def fingerprint(text: str, left_out: Iterable[tuple[int, int]] = ()) -> Fingerprint:
    """Returns the fingerprint of a text; marks, white space and case do not count.

    Args:
        text: The text.
        left_out: Spans of it that do not count either, in order, such as lines that the outlet repeats.
    """
    words = _WORD.findall(" ".join(_kept(text, left_out)).casefold())
    hashes = np.array([zlib.crc32(word.encode()) for word in words], dtype=np.uint64)
    if not words:
        return Fingerprint(0, hashes)
    if len(words) < FEWEST_WORDS:
        whole = zlib.crc32(" ".join(words).encode()) << 32 | zlib.adler32(" ".join(words).encode())
        return Fingerprint(len(words), _mixed(np.array([whole], dtype=np.uint64)))
    shingles = np.zeros(len(words) - SHINGLE + 1, dtype=np.uint64)
    for i in range(SHINGLE):  # as a polynomial, modulo 2 to the 64
        shingles = shingles * np.uint64(0x100000001B3) + hashes[i : len(words) - SHINGLE + 1 + i]
    return Fingerprint(len(words), _mixed(shingles))


def are_copies(one: Fingerprint, other: Fingerprint) -> bool:
    """Says whether two texts are copies of one another."""
    if min(one.words, other.words) < FEWEST_WORDS:
        return one.words == other.words > 0 and np.array_equal(one.shingles, other.shingles)
    shorter, longer = sorted((one, other), key=lambda text: text.words)
    return share(shorter, longer) >= SAME_TEXT


def find_copies(
    sketches: Mapping[str, Sketch], load: Callable[[str], Fingerprint], fresh: Collection[str]
) -> list[tuple[str, str]]:
    """Finds the pairs of copies of which one at least is fresh.

    Args:
        sketches: Of all articles, by id.
        load: Returns the fingerprint of an article; asked for few of them.
        fresh: Ids of the articles to compare with all others and with each other.

    Returns:
        Pairs of ids, each pair once.
    """
    ids = list(sketches)
    index = SketchIndex(list(sketches.values()))
    found: list[tuple[str, str]] = []
    done: set[str] = set()
    for article_id in fresh:
        done.add(article_id)
        others = (ids[number] for number in index.candidates(sketches[article_id]))
        near = [other for other in others if other not in done]
        found += [(article_id, other) for other in near if are_copies(load(article_id), load(other))]
    return found


def share(one: Fingerprint, other: Fingerprint) -> float:
    """Returns the share of the words of one text that stand in shingles that the other has too."""
    covered = np.zeros(one.words, dtype=bool)
    found = np.isin(one.shingles, other.shingles)
    for i in range(SHINGLE):
        covered[i : i + len(found)] |= found
    return float(covered.mean())


class SketchIndex:
    """The sketches of many texts, by number, to find those that may be copies of a given one."""

    def __init__(self, sketches: Sequence[Sketch]) -> None:
        """Takes the sketches; their places in the list are their numbers."""
        self._sizes = np.array([len(sketch) for sketch in sketches], dtype=np.int64)
        values = np.concatenate([np.zeros(0, dtype=np.uint32), *sketches])
        owners = np.repeat(np.arange(len(sketches)), self._sizes)
        order = np.argsort(values, kind="stable")
        self._values, self._owners = values[order], owners[order]

    def candidates(self, sketch: Sketch, share: float = CANDIDATE) -> list[int]:
        """Returns the numbers of the texts that may be copies of the one with this sketch, itself included.

        Args:
            sketch: Of the one text.
            share: What the sketches must have in common at least, as a share of the smaller one.
        """
        first = np.searchsorted(self._values, sketch, side="left")
        after = np.searchsorted(self._values, sketch, side="right")
        counts = after - first
        starts = np.repeat(first - np.cumsum(counts) + counts, counts)
        found = self._owners[starts + np.arange(len(starts))]
        shared = np.bincount(found, minlength=len(self._sizes))
        enough = shared >= np.maximum(1, share * np.minimum(self._sizes, len(sketch)))
        return [int(number) for number in np.flatnonzero(enough)]


def _kept(text: str, left_out: Iterable[tuple[int, int]]) -> Iterator[str]:
    position = 0
    for start, end in left_out:
        yield text[position:start]
        position = end
    yield text[position:]


def _mixed(numbers: Shingles) -> Shingles:
    """Spreads numbers over all 64 bits, so that the lowest ones choose evenly."""
    for factor in _MIX:
        numbers = (numbers ^ (numbers >> np.uint64(33))) * factor
    return numbers ^ (numbers >> np.uint64(33))
