"""An anchor: a place in an article with a digest of its words, which finds them again when the article was edited."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from hashlib import sha256
from itertools import islice

from page.html.segments import Span

_WORD = re.compile(r"(?<!\w)\S")  # what is quoted begins with a word, or with what stands before one
_WRITTEN = re.compile(r"(\d{1,9})-(\d{1,9})(?:-([0-9a-f]{10}))?", re.ASCII)
_IN_ADDRESS = 10  # digits of a digest: of a million other pieces of an article, one in a million is taken for the words
_MOST_READ = 30_000_000  # characters that are compared before words count as gone


@dataclass(frozen=True, slots=True)
class Anchor:
    """A span of an article, as it was when it was quoted.

    Attributes:
        start: Offset of its first code point.
        end: Offset after its last.
        digest: What `digest_of` gives for its words, or the beginning of that; empty where nobody kept it.
    """

    start: int
    end: int
    digest: str = ""

    @classmethod
    def of(cls, start: int, words: str) -> "Anchor":
        """Anchors words that stand in an article."""
        return cls(start, start + len(words), digest_of(words))

    @classmethod
    def read(cls, written: str) -> "Anchor | None":
        """Reads ``"start-end-digest"`` or, as addresses were before, ``"start-end"``; anything else is no anchor."""
        found = _WRITTEN.fullmatch(written)
        return cls(int(found[1]), int(found[2]), found[3] or "") if found else None

    @property
    def written(self) -> str:
        """The anchor as it stands in an address."""
        return "-".join(filter(None, (str(self.start), str(self.end), self.digest[:_IN_ADDRESS])))

    def moved(self, by: int) -> "Anchor":
        """Returns the same words so many code points further on."""
        return replace(self, start=max(self.start + by, 0), end=max(self.end + by, 0))

    def find(self, text: str) -> Span | None:
        """Returns where the words stand now, nearest to where they stood; None where they are not found.

        Without a digest nothing tells the words, so the place is returned as it is.

        Args:
            text: The article as it is now.
        """
        if not self.digest:
            return self.start, self.end
        length = self.end - self.start
        if not 0 < length <= len(text):
            return None
        for start in islice(self._starts(text, len(text) - length), 1 + _MOST_READ // length):
            if digest_of(text[start : start + length]).startswith(self.digest):
                return start, start + length
        return None

    def _starts(self, text: str, last: int) -> Iterator[int]:
        if self.start <= last:
            yield self.start
        begun = (word.start() for word in _WORD.finditer(text, 0, last + 1))
        yield from sorted(begun, key=lambda start: abs(start - self.start))


def digest_of(words: str) -> str:
    """Returns what tells words from others, exact to each space."""
    return sha256(words.encode("utf-8", "surrogatepass")).hexdigest()[:16]
