"""Tells whether a question is English: the reader that comes with Dateline was trained on no other language."""

import re

from qa.language.terms import FUNCTION_WORDS

# Small words of the languages that news are most often asked for in, without those that are English ones, too.
_FOREIGN = frozenset(
    "der das den dem des ein eine einen einem einer und oder nicht mit von vom zum zur über für wer wie wo wann warum "
    "welche welcher welches wurde wird werden ist sind hat haben kann "
    "le la les des du une et est sont ont avec pour dans sur qui que quoi quel quelle quand où pourquoi combien "
    "el los las una y es son con para por qué quién cuándo dónde cuál cuánto cómo del al "
    "il lo gli della dello di che chi quando dove perché quanto sono nel alla "
    "os um uma não com são foi quem onde quanto por "
    "het een van wie wat waar waarom hoeveel zijn werd met voor".split()
) - set(FUNCTION_WORDS)
_MORE = 2


def is_english(question: str) -> bool:
    """Says whether a question is taken for an English one.

    It is, unless most of its letters are not Latin, or it has at least two more small words of other languages than of
    English. So names ("Le Pen") and a few keywords are taken for English.
    """
    letters = [letter for letter in question if letter.isalpha()]
    if sum(letter < "ɐ" for letter in letters) * 2 < len(letters):
        return False
    words = re.findall(r"\w+", question.lower())
    return sum(word in _FOREIGN for word in words) - sum(word in FUNCTION_WORDS for word in words) < _MORE
