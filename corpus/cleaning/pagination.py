"""Where the pages of an article begin, kept while its text is cleaned.

Each page but the first begins with a mark, a character of Unicode's private range that no cleaning touches. When the
text is done, the marks are taken out and their places are the beginnings of the pages.
"""

import re
from collections.abc import Sequence

_FIRST = 0xE000
_MARK = re.compile("[\ue000-\uf8ff]")


def join_pages(pages: Sequence[str]) -> str:
    """Joins texts of pages, each with its mark; a sentence may go on from one page to the next.

    Args:
        pages: Texts without characters of the private range, fewer than the 6,400 that there are.
    """
    text = ""
    for number, page in enumerate(pages):
        words = page.strip("\n")
        goes_on = bool(text) and bool(words) and (words[0].islower() or text[-1].isalnum() or text[-1] == ",")
        text += ("" if not text else " " if goes_on else "\n\n") + (chr(_FIRST + number) if number else "") + words
    return text


def take_marks(text: str) -> tuple[str, tuple[int, ...]]:
    """Takes the marks out of a text.

    Returns:
        The text, and the offset (in code points) where each page begins in it, in order. A page whose beginning was
        cleaned away begins where the next one does.
    """
    places: dict[int, int] = {}
    for count, match in enumerate(_MARK.finditer(text)):
        places[ord(match[0]) - _FIRST] = match.start() - count
    plain = _MARK.sub("", text)
    starts, following = [], len(plain)
    for number in range(max(places, default=0), 0, -1):
        following = min(places.get(number, following), following)
        starts.append(following)
    return plain, (0, *reversed(starts))


def without_marks(line: str) -> str:
    """Returns a line as it is to be shown."""
    return _MARK.sub("", line)
