"""Says whether a quotation is somebody's, by whatever of his name and office a question gives."""

import re
import unicodedata

from qa.speech.quotation import Quotation
from qa.speech.words import TITLES

_AND = re.compile(r"\s+(?:and|und|&)\s+|,\s+")
_FOR_ANOTHER = re.compile(r"\bspokes\w+\s+(?:for|of)\s+", re.IGNORECASE)
_ARTICLE = re.compile(r"^(?:the|an?)\s+", re.IGNORECASE)


def is_by(quotation: Quotation, asked: str) -> bool:
    """Says whether a quotation is somebody's.

    Args:
        quotation: The quotation.
        asked: A name ("Boris Ahl", "Ahl", "Mr Ahl"), or an office ("the mayor").
    """
    wanted = name_of(asked)
    if folded(_ARTICLE.sub("", asked)) in map(folded, quotation.roles):
        return True
    speaker = _ARTICLE.sub("", quotation.speaker)
    if _FOR_ANOTHER.search(speaker):
        return _same(_FOR_ANOTHER.split(speaker)[-1], wanted)
    return any(_same(part, wanted) for part in _AND.split(speaker))


def name_of(asked: str) -> str:
    """Returns a name without its titles: Boris Ahl, of Mr Boris Ahl."""
    words = _ARTICLE.sub("", asked).split()
    while len(words) > 1 and words[0].lower().rstrip(".") in TITLES:
        words = words[1:]
    return " ".join(words)


def is_office(asked: str) -> bool:
    """Says whether it is an office that is asked for, such as "the mayor"."""
    return bool(_ARTICLE.match(asked))


def last_name(asked: str) -> str:
    """Returns the last word of a name, which texts repeat."""
    return name_of(asked).split()[-1]


def folded(text: str) -> str:
    """Returns a text in small letters without accents."""
    return "".join(
        letter for letter in unicodedata.normalize("NFKD", text.casefold()) if not unicodedata.combining(letter)
    )


def _same(one: str, other: str) -> bool:
    """Says whether two names may be one person's: Ahl and Boris Ahl, B. Ahl and Boris Ahl; not Ida and Boris Ahl."""
    mine, theirs = (re.findall(r"[\w’'-]+", folded(name)) for name in (one, other))
    if not mine or not theirs or mine[-1] != theirs[-1]:
        return False
    if len(mine) == 1 or len(theirs) == 1:
        return True
    return mine[0] == theirs[0] or (1 in (len(mine[0]), len(theirs[0])) and mine[0][0] == theirs[0][0])
