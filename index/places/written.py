"""Words and signs as they are written, for who looks for them word for word: where each stands, not what it means."""

import re
from collections.abc import Iterator
from itertools import islice

# Signs that are typed in another way than they are printed; each stands for all of its group.
ALIKE = ("'’‘ʼ", '"“”„', "-‐‑")
# Letters of scripts that set no space between words, or hang what belongs to a word to it: Thai, Lao, Burmese, Khmer,
# Japanese, Chinese, Korean.
UNSPACED = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff"
LETTER = r"[^\Wʼ]"  # what words are made of: Python takes an apostrophe for a letter, this one

_PIECE = re.compile(rf"{LETTER}+|.")
_SEEN = re.compile(rf"{LETTER}+|\S")
_UNSPACED = re.compile(f"[{UNSPACED}]")
_ONE_OF = {sign: group[0] for group in ALIKE for sign in group}
_LONGEST = 500  # code points of a word; nobody asks for one that is longer


def is_unspaced(text: str) -> bool:
    """Says whether a text has letters of a script that sets no space between words."""
    return bool(_UNSPACED.search(text))


def plain(word: str) -> str:
    """Returns a word in one case, the same for all words that differ in nothing else."""
    return word.upper().casefold()


def written(text: str) -> Iterator[tuple[int, str]]:
    """Gives the words and the signs of a text, each with its number: one more wherever one directly follows another.

    Words have their own capitals and small letters. A sign has two letters behind it, for what stands before and after
    it: "w" a letter, "s" a space or nothing, "p" another sign; so ``U.S.`` is ``U``, ``.ww``, ``S``, ``.ws``. Of a word
    with letters of a script without spaces these alone are given, each for itself.
    """
    number = 0
    for group in text.split():
        if group.isascii() and group.isalnum():  # most are, and this is quick
            number += 1
            if len(group) <= _LONGEST:
                yield number, group
            continue
        pieces = _PIECE.findall(group)
        for piece, before, after in zip(pieces, ("", *pieces), (*pieces[1:], ""), strict=False):
            if not _is_letter(piece[0]):
                number += 1
                yield number, _ONE_OF.get(piece, piece) + _kind(before) + _kind(after)
            elif piece.isascii() or not _UNSPACED.search(piece):
                number += 1
                if len(piece) <= _LONGEST:
                    yield number, piece
            else:
                yield from ((number + at, letter) for at, letter in enumerate(piece, 1) if _UNSPACED.match(letter))
                number += len(piece)


def beginnings(text: str, most: int | None = None) -> list[int]:
    """Returns where in a text each of its words and signs begins: at ``number - 1`` that which `written` so numbers.

    Args:
        text: The text.
        most: How many are wanted at least; None for all.
    """
    found = islice(_SEEN.finditer(text), most)
    if text.isascii() or not is_unspaced(text):
        return [match.start() for match in found]
    return [at for match in found for at in (range(*match.span()) if _UNSPACED.search(match[0]) else [match.start()])]


def _kind(piece: str) -> str:
    if not piece:
        return "s"
    return "w" if _is_letter(piece[0]) else "p"


def _is_letter(sign: str) -> bool:
    return (sign.isalnum() or sign == "_") and sign != "ʼ"
