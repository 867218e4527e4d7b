"""How many words a text has, also in scripts that set no blanks between them."""

import re

_LETTERS_A_WORD = 2  # of Chinese and Japanese, about
_SHORTER_A_WORD = 5  # of the scripts of the south-east of Asia, whose signs are single sounds
_LETTERS = re.compile("[\u3041-\u3096\u30a1-\u30fa\u30fc\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U000323af]")
_SIGNS = re.compile("[\u0e01-\u0e4e\u0e81-\u0ecd\u1000-\u104f\u1780-\u17d3]")  # Thai, Lao, Burmese, Khmer


def count_words(text: str) -> int:
    """Counts what stands between blanks, and where there are none about as many words as the letters make."""
    spaced = len(text.split())
    if text.isascii():
        return spaced
    letters, signs = len(_LETTERS.findall(text)), len(_SIGNS.findall(text))
    return max(spaced, letters // _LETTERS_A_WORD + signs // _SHORTER_A_WORD)
