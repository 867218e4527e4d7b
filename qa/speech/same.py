"""Says whether a quotation is somebody's, by whatever of his name and office a question gives."""

import re
import unicodedata

from index.forms.words import LETTERS, SPELLED_OUT
from qa.speech.quotation import Quotation
from qa.speech.words import TITLES

_AND = re.compile(r"\s+(?:and|und|&)\s+|,\s+")
_FOR_ANOTHER = re.compile(r"\bspokes\w+\s+(?:for|of)\s+", re.IGNORECASE)
_ARTICLE = re.compile(r"^(?:the|an?)\s+", re.IGNORECASE)
_SPELLED, _OTHER_LETTERS = (re.compile(f"[{''.join(map(chr, letters))}]") for letters in (SPELLED_OUT, LETTERS))
_BEYOND_ENGLISH = re.compile("[\u00aa-\u1fff]")  # in quotation marks and dashes there is nothing to fold
_ACCENTS = re.compile("[\u0300-\u036f]+")


def is_by(quotation: Quotation, asked: str) -> bool:
    """Says whether a quotation is somebody's.

    Args:
        quotation: The quotation.
        asked: A name ("Boris Ahl", "Ahl", "Mr Ahl"), or an office ("the mayor").
    """
    wanted = name_of(asked)
    if any(_writings(_ARTICLE.sub("", asked)) & _writings(role) for role in quotation.roles):
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


def holds(text: str, name: str) -> bool:
    """Says whether a text has a name, with the accents of the name, others, none, or "oe" for "ö"."""
    as_asked = name.casefold() in text.casefold()
    return as_asked or any(form in written for written in _writings(text) for form in _writings(name))


def _writings(text: str) -> set[str]:
    """Returns a text in small letters without accents, and with "oe" for "ö"."""
    small = text.casefold()
    if small.isascii() or not _BEYOND_ENGLISH.search(small):
        return {small}
    small = unicodedata.normalize("NFC", small)
    spelled = _SPELLED.sub(lambda letter: SPELLED_OUT[ord(letter[0])], small)
    return {_without_accents(form) for form in {small, spelled}}


def _without_accents(small: str) -> str:
    plain = _OTHER_LETTERS.sub(lambda letter: LETTERS[ord(letter[0])], small)
    return _ACCENTS.sub("", unicodedata.normalize("NFKD", plain))


def _same(one: str, other: str) -> bool:
    """Says whether two names may be one person's: Ahl and Boris Ahl, B. Ahl and Boris Ahl; not Ida and Boris Ahl."""
    mine, theirs = ([_writings(word) for word in re.findall(r"[\w’'-]+", name)] for name in (one, other))
    if not mine or not theirs or not mine[-1] & theirs[-1]:
        return False
    if len(mine) == 1 or len(theirs) == 1:
        return True
    return bool(mine[0] & theirs[0]) or (_is_initial(mine[0], theirs[0]) or _is_initial(theirs[0], mine[0]))


def _is_initial(one: set[str], other: set[str]) -> bool:
    return any(len(form) == 1 and name[0] == form for form in one for name in other)
