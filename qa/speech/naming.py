"""Who says some words of a text, and the sentence that names him."""

from typing import NamedTuple

from corpus.text import sentence_spans
from qa.speech.quotations import find_quotations
from qa.speech.quoted import find_quoted
from qa.speech.same import holds, last_name

_BEFORE, _AFTER = 2500, 1200  # code points around the words in which the one who says them is looked for


class Naming(NamedTuple):
    """Who says some words.

    Attributes:
        speaker: By the fullest name that the text around them gives him.
        start: Where the sentence begins that names him.
        end: Where it ends.
    """

    speaker: str
    start: int
    end: int


def find_naming(text: str, start: int, end: int) -> Naming | None:
    """Finds who says some words of a text, be it in quotation marks or reported.

    Args:
        text: The text, each line of it a paragraph.
        start: Where the words begin.
        end: Where they end.

    Returns:
        The sentence that names him: the one with the words, else the nearest one. None where nobody is said to say
        them, or he is not named near them.
    """
    first = text.rfind("\n", 0, max(0, start - _BEFORE)) + 1
    last = text.find("\n", min(len(text), end + _AFTER))
    around = text[first : len(text) if last < 0 else last]
    said = [one for one in find_quotations(around) if one.start < end - first and start - first < one.end]
    if not said:
        return None
    longest = max(said, key=lambda one: min(one.end, end - first) - max(one.start, start - first))
    name, told = last_name(longest.speaker), _outside_quotations(around)
    naming = [(one, other) for one, other in sentence_spans(around) if holds(told[one:other], name)]
    if not naming:
        return None

    def apart(span: tuple[int, int]) -> int:
        return max(0, span[0] - (end - first), start - first - span[1])

    at, to = min(naming, key=apart)
    return Naming(longest.speaker, first + at, first + to)


def _outside_quotations(text: str) -> str:
    """Returns a text of the same length without what is quoted: whoever is named there does not say it."""
    for quoted in (one for paragraph in find_quoted(text) for one in paragraph):
        text = f"{text[: quoted.start]}{' ' * (quoted.end - quoted.start)}{text[quoted.end :]}"
    return text
