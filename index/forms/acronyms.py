"""Acronyms that an article spells out: "North Coast Transport Authority (NCTA)" and its like.

After Schwartz and Hearst (2003), but stricter: each word of the long form has to give a letter, in order, and only
small words may give none.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

_SHORT = r"[A-Z](?:[A-Za-z0-9]|[&/-](?=[A-Z0-9])|\.(?=[A-Z])){1,9}\.?"
_MARK = r"[\"“”'‘’]?"
_IN_BRACKETS = re.compile(rf"\((?:the\s|or\s|aka\s)?{_MARK}({_SHORT}){_MARK}(?:[,;][^()]*)?\)")
_AFTER = re.compile(
    rf"(?:,\s(?:or|also|aka|commonly|better)|\sknown\sas|\sabbreviated\s(?:as|to)|\scalled|\sas)"
    rf"(?:\sknown\sas|\scalled)?\s(?:the\s)?{_MARK}({_SHORT})\b"
)
_BEFORE = re.compile(
    rf"\b({_SHORT})(?:\s\(|,\sor\s|,\s(?=the\s)|\s[–—-]\s|[\s,(]+(?:which\s)?(?:stands|standing|short)\sfor\s)"
    rf"{_MARK}(?:the\s)?(?=[A-Za-z])"
)
_BREAK = re.compile(r"(?<![A-Z])[.!?]\s|[\n;:()“”\"]")
_WORD = re.compile(r"[^\W_][\w’'.]*|&")
_SMALL = frozenset(
    "& a an and at by da de del der des di du el en et for from in la le of on or the to und van von".split()
)
_MOST = 3  # letters that a word gives
_REACH = 120  # code points in which the long form stands


@dataclass(frozen=True, slots=True)
class Acronym:
    """An acronym and what it stands for.

    Attributes:
        short: The acronym, such as ``"NCTA"``.
        long: The long form as the article has it, without an article before it.
    """

    short: str
    long: str


def find_acronyms(text: str) -> frozenset[Acronym]:
    """Finds the acronyms that a text spells out, whichever of the two forms stands first."""
    return frozenset(Acronym(short, long) for short, long in _pairs(text))


def _pairs(text: str) -> Iterator[tuple[str, str]]:
    for pattern in (_IN_BRACKETS, _AFTER):
        for match in pattern.finditer(text):
            short = _plain(match[1])
            before = _BREAK.split(text[max(0, match.start() - _REACH) : match.start()])[-1]
            if short and (long := _ending(short, before)):
                yield short, long
    for match in _BEFORE.finditer(text):
        short = _plain(match[1])
        after = _BREAK.split(text[match.end() : match.end() + _REACH], maxsplit=1)[0]
        if short and (long := _beginning(short, after)):
            yield short, long


def _plain(short: str) -> str:
    """Returns an acronym without points and the "s" of a plural; an empty text where it is none."""
    letters = short.replace(".", "").removesuffix("s")
    capitals = sum(letter.isupper() for letter in letters)
    return letters if capitals >= 2 and 2 * capitals >= len(letters) else ""


def _ending(short: str, text: str) -> str:
    """Returns the shortest end of a text that an acronym stands for."""
    words = list(_WORD.finditer(text))
    for number in range(2, min(len(words), 2 * len(short) + 3) + 1):
        if _bears_out(short, [word[0] for word in words[-number:]]):
            return _long(text[words[-number].start() : words[-1].end()])
    return ""


def _beginning(short: str, text: str) -> str:
    """Returns the beginning of a text that an acronym stands for; the longest one, for "... of Trade and Industry"."""
    words = list(_WORD.finditer(text))
    for number in range(min(len(words), 2 * len(short) + 3), 1, -1):
        if _bears_out(short, [word[0] for word in words[:number]]):
            return _long(text[words[0].start() : words[number - 1].end()])
    return ""


def _long(text: str) -> str:
    return re.sub(r"['’]s?$|[.]$", "", " ".join(text.split()))


def _bears_out(short: str, words: Sequence[str]) -> bool:
    """Says whether the letters of an acronym are those of words in order."""
    parts = [part for word in words for part in re.split(r"[’'.]", word.lower()) if part not in ("", "s")]
    letters = re.sub(r"[^a-z0-9]", "", short.lower())
    if len(parts) < 2 or parts[0] in _SMALL or parts[-1] in _SMALL:
        return False
    if len(parts[0]) >= _MOST and letters.startswith(parts[0]):  # "GPT-4 (GPT-4)"
        return False
    return _gives(letters, parts, inside=len(parts) > 2)


def _gives(letters: str, parts: Sequence[str], *, inside: bool) -> bool:
    """Says whether words give letters: each its first ones, a small word one or none.

    The last of many words may give some from its inside, too: "Government Communications Headquarters (GCHQ)".
    """
    first, rest = parts[0], parts[1:]
    if not rest:
        return letters[:1] == first[0] and (first.startswith(letters) or (inside and _in_order(letters, first)))
    if first in _SMALL and _gives(letters, rest, inside=inside):
        return True
    begins = (count for count in range(1, _MOST + 1) if letters[:count] == first[:count])
    return any(_gives(letters[count:], rest, inside=inside) for count in begins)


def _in_order(letters: str, word: str) -> bool:
    rest = iter(word)
    return len(letters) <= _MOST and all(letter in rest for letter in letters)
