"""Finds the authors that a filter names."""

import re
from collections.abc import Iterable
from difflib import get_close_matches

from corpus.text.folding import squash
from qa.errors import BadQuestion

_WORD = re.compile(r"\w+")
_NEAR, _LIKE = 3, 0.6  # names that are offered for one that nobody has, and how much of their letters is the same


class KnownAuthors:
    """The authors of an index."""

    def __init__(self, names: Iterable[str]) -> None:
        """Collects the names.

        Args:
            names: As the articles give them.
        """
        self._words = {name: [squash(word) for word in _WORD.findall(name)] for name in names}

    def resolve(self, written: str) -> tuple[str, ...]:
        """Returns the authors that a name means: those of that whole name, else all that have its words in theirs.

        Case and accents do not count, and a letter alone stands for a name.

        Raises:
            BadQuestion: There is none.
        """
        words = [squash(word) for word in _WORD.findall(written)]
        whole = tuple(name for name, own in self._words.items() if own == words)
        if found := whole or tuple(name for name, own in self._words.items() if words and _holds(own, words)):
            return found
        near = get_close_matches(written, self._words, _NEAR, _LIKE) or [
            name for name, own in self._words.items() if any(get_close_matches(word, own, 1, _LIKE) for word in words)
        ]
        offered = f"; the nearest names are {', '.join(near[:_NEAR])}" if near else ""
        raise BadQuestion(f"No article in the index has an author called {written!r}{offered}.")


def _holds(own: list[str], words: list[str]) -> bool:
    return all(word in own or (len(word) == 1 and any(one.startswith(word) for one in own)) for word in words)


NOBODY = KnownAuthors(())
