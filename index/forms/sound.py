"""Names in another transliteration: Qassem Suleimanyar and Qasem Soleimaniyar, Gaddafi and Qadhafi.

What differs between two transliterations is nearly always a vowel, a doubled consonant, an "h" that marks a sound that
English lacks, or one of a few letters for one sound. So names are looked up by their consonants and compared vowel by
vowel. A vowel costs the more the farther it is from the other; the longer the name, the more it may cost. The first
syllable is what tells names apart, so it may hardly differ.
"""

import re
from collections.abc import Sequence
from functools import lru_cache

_SOUNDS = (
    (re.compile(r"tsch|tch|dsch"), "1"),  # of Tchaikovsky
    (re.compile(r"sch|sh"), "2"),
    (re.compile(r"ch"), "1"),
    (re.compile(r"dj|dzh"), "j"),
    (re.compile(r"ph"), "f"),
    (re.compile(r"qu(?=[aeio])"), "kv"),
    (re.compile(r"ck|c(?![eiy])"), "k"),
    (re.compile(r"ts|tz|cz|c"), "s"),
    (re.compile(r"x"), "ks"),
    (re.compile(r"w"), "v"),
    (re.compile(r"^y(?=e)"), ""),  # of Yeltsin
    (re.compile(r"^y(?=[aou])"), "j"),
    (re.compile(r"(?<=[bdfgjklmnpqrstvz])h"), ""),
    (re.compile(r"(?<=[aeiouy])h$"), ""),
    (re.compile(r"(?<=[aeo])j|j(?=[aeo]?$)|y"), "i"),  # of German and Polish spellings
    (re.compile(r"ee|ii+"), "i"),
    (re.compile(r"oo|ou|uu"), "u"),
    (re.compile(r"aa"), "a"),
    (re.compile(r"([b-df-hj-np-tvxz12])\1+"), r"\1"),
)
_VOWELS = re.compile(r"[aeiou]+")
_KEY = str.maketrans("gqz", "kks")
# What it costs that two names differ in this; whatever is not here costs `_OTHER`.
_COSTS = {frozenset(two): cost for *two, cost in (
    ("o", "u", 0.25), ("ai", "ei", 0.25), ("a", "e", 0.5), ("e", "i", 0.5),
    ("q", "g", 0.0), ("q", "k", 0.0), ("s", "z", 0.25),
)}  # fmt: skip
_OTHER, _MISSING, _LONGER = 0.6, 0.75, 1.0  # another vowel, none, others where one of both has several
_FOR_EACH = 0.2  # consonant
_STRESSED = 0.25  # what the first vowel may cost
_LONG = 4  # consonants from which it may cost twice as much


@lru_cache(4096)
def _heard(name: str) -> str:
    for sound, letter in _SOUNDS:
        name = sound.sub(letter, name)
    return name


def sound_key(name: str) -> str:
    """Returns what all transliterations of a name have in common.

    Args:
        name: A folded word; see `index.forms.words`.

    Returns:
        Its consonants; an empty text where it has fewer than two.
    """
    key = _VOWELS.sub("", _heard(name)).translate(_KEY)
    return key if len(key) >= 2 else ""


def sounds_alike(one: str, other: str) -> bool:
    """Says whether two folded words may be one name in two transliterations."""
    first, second = (re.split(r"([^aeiou])", _heard(name)) for name in (one, other))
    if len(first) != len(second) or len(first) < 5:
        return False
    consonants = [_COSTS.get(frozenset(two), 0.0 if two[0] == two[1] else None) for two in _pairs(first, second, 1)]
    vowels = [_vowel(*two) for two in _pairs(first, second, 0)]
    if None in consonants:
        return False
    stressed = next((_vowel(*two) for two in _pairs(first, second, 0) if all(two)), 0.0)
    if stressed > _STRESSED * (2 if len(consonants) >= _LONG else 1):
        return False
    begins = _OTHER if consonants[0] else 0.0
    return begins + sum(vowels) + sum(cost or 0.0 for cost in consonants[1:]) <= _FOR_EACH * len(consonants) + 1e-9


def _pairs(one: Sequence[str], other: Sequence[str], start: int) -> list[tuple[str, str]]:
    return list(zip(one[start::2], other[start::2], strict=True))


def _vowel(one: str, other: str) -> float:
    if one == other:
        return 0.0
    if not one or not other:
        return _MISSING
    return _COSTS.get(frozenset((one, other)), _OTHER if len(one) == len(other) == 1 else _LONGER)
