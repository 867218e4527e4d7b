"""Slips of the keyboard: how far a word that no article holds is from one that some do."""

import re
from collections.abc import Sequence

from rapidfuzz.distance import OSA, Levenshtein

_WORDS = (5, 8)  # letters: from how many one and from how many two slips are looked for
_NAMES = (6, 9)  # the same in a name
_ANY_LETTER = 8  # letters of a name in which any one may be missing, added or wrong; in shorter ones only a faint one
_LEAST = 4  # letters in which some may be swapped, or doubled or not
_WRONG = 1.5  # what a wholly other letter counts as: a missing, doubled or swapped one is a more likely slip
MOST = len(_WORDS)
_ALIKE = tuple(map(frozenset, ("ae", "eiy", "ou", "ckq", "csz", "fvw", "dt", "mn", "ijy", "uv")))
_VOWELS = frozenset("aeiouy")
_Edit = tuple[int, str, str]  # place in the word asked for, its letter there, the letter of the word held


def slips(asked: str, held: str, *, name: bool) -> float | None:
    """Counts the slips between two folded words: a letter too many, too few, another one, or two swapped.

    Args:
        asked: The word of a question.
        held: One that articles hold.
        name: Whether that is a name. Names are near one another by nature (Hanlon, Hanson), so in a name only those
            slips count that leave it the same name to the ear or to the eye.

    Returns:
        How many, a wholly other letter as one and a half; None where they are too many for the length of the word.
    """
    most = sum(len(asked) >= letters for letters in (_NAMES if name else _WORDS))
    if len(asked) >= _LEAST and _even(asked) == _even(held):
        most = max(most, 1)
    found = OSA.distance(asked, held, score_cutoff=most)
    if not 0 < found <= most:
        return None
    if sorted(asked) == sorted(held):
        return float(found) if asked[0] == held[0] or not name else None
    edits = _edits(asked, held)
    wrong = sum(not _is_alike(asked, *edit) for edit in edits)
    if name and (asked[0] != held[0] or wrong > _wrong_in_name(asked, edits) or not _are_faint(asked, edits)):
        return None
    return found + (_WRONG - 1) * wrong


def _edits(asked: str, held: str) -> list[_Edit]:
    return [
        (
            edit.src_pos,
            asked[edit.src_pos : edit.src_pos + 1] if edit.tag != "insert" else "",
            held[edit.dest_pos : edit.dest_pos + 1] if edit.tag != "delete" else "",
        )
        for edit in Levenshtein.editops(asked, held)
    ]


def _is_alike(asked: str, place: int, one: str, other: str) -> bool:
    """Says whether a letter stands for another one that sounds like it, or is a vowel in no first syllable."""
    if not one or not other or any(one in group and other in group for group in _ALIKE):
        return True
    return {one, other} <= _VOWELS and not _VOWELS.isdisjoint(asked[:place])


def _wrong_in_name(asked: str, edits: Sequence[_Edit]) -> int:
    """Returns how many wholly other letters may stand in a name: one in a long one, if that is its only slip."""
    return int(len(asked) >= _ANY_LETTER and len(edits) == 1)


def _are_faint(asked: str, edits: Sequence[_Edit]) -> bool:
    """Says whether missing and added letters leave a name the same: a vowel inside it, an "h", one beside its like."""
    if len(asked) >= _ANY_LETTER:
        return True
    for place, one, other in edits:
        after = place + len(one)
        beside = asked[max(0, place - 1) : place] + asked[after : after + 1]
        faint = (one or other) in ("h", *beside) or ((one or other) in _VOWELS and after < len(asked))
        if not (one and other) and not faint:
            return False
    return True


def _even(word: str) -> str:
    """Returns the letters of a word in order of the alphabet but for the first, each run of one letter as one."""
    return word[:1] + re.sub(r"(.)\1+", r"\1", "".join(sorted(re.sub(r"(.)\1+", r"\1", word[1:]))))
