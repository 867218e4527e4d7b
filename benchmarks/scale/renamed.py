"""Other texts made of texts: in each copy of a collection the same words stand for other words.

Names become other names, and ordinary words trade places with words that are as frequent. So the copies are no
copies of each other for `corpus.overlap`, words are as frequent in a collection of many copies as in one, and its names
are ever more, as in any collection that grows.
"""

import random
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping

WORD = re.compile(r"[^\W\d_]+")
MOSTLY = 3  # a name stands with a capital so many times as often as without
GRAMMAR = 100  # most frequent words, which stay where they are
SHORTEST = 3  # letters of an ordinary word that changes
BAND = 48  # words of about the same frequency, which trade places
_SYLLABLES = tuple(f"{first}{vowel}" for first in "bdfghklmnprstvwz" for vowel in "aeiou")


class Renaming:
    """What stands for each word in one copy of a collection."""

    def __init__(self, words: Mapping[str, str]) -> None:
        """Takes another word for each word that changes, all in small letters."""
        self._words = words

    def __call__(self, text: str) -> str:
        """Returns a text in which other words stand, with capitals where they were; what is no word stays."""
        return WORD.sub(self._other, text)

    def _other(self, match: re.Match[str]) -> str:
        word = match.group()
        other = self._words.get(word.lower())
        if other is None:
            return word
        if word.isupper() and len(word) > 1:
            return other.upper()
        return other.capitalize() if word[0].isupper() else other


def renamings(texts: Iterable[str]) -> Callable[[int], Renaming]:
    """Returns what makes the renaming of each copy of a collection, the same in every run.

    Args:
        texts: All texts of the collection.
    """
    small: Counter[str] = Counter()
    capital: Counter[str] = Counter()
    for text in texts:
        for word in WORD.findall(text):
            (capital if word[0].isupper() else small)[word.lower()] += 1
    total = small + capital
    by_frequency = sorted(total, key=lambda word: (-total[word], word))
    names = [word for word in by_frequency if capital[word] > MOSTLY * small[word]]
    ordinary = [word for word in by_frequency if capital[word] <= MOSTLY * small[word]][GRAMMAR:]
    ordinary = [word for word in ordinary if len(word) >= SHORTEST]

    def renaming(number: int) -> Renaming:
        dice = random.Random(number)
        # Half of the names are new ones, so that each copy brings some; the others are those of other articles.
        invented = {word: _invented(word, number, dice) for word in names if dice.random() < 0.5}
        kept = [word for word in names if word not in invented]
        return Renaming({**dict(_traded(ordinary, dice)), **dict(_traded(kept, dice)), **invented})

    return renaming


def _traded(words: list[str], dice: random.Random) -> Iterator[tuple[str, str]]:
    """Gives the words, each with another one of them of about the same frequency."""
    for start in range(0, len(words), BAND):
        band = words[start : start + BAND]
        dice.shuffle(band)
        yield from zip(band, band[1:] + band[:1], strict=True)


def _invented(word: str, number: int, dice: random.Random) -> str:
    """Makes a name about as long as another one."""
    syllables = dice.choices(_SYLLABLES, k=max(2, len(word) // 2))
    return "".join(syllables) + "nrstl"[(number + len(word)) % 5]
