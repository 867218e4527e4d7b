"""Texts in one form, to be compared."""

import re
import unicodedata

_MARKS = re.compile(r"[\W_]+|[\u0300-\u036f]+")


def squash(text: str) -> str:
    """Folds a text to its letters and digits: case, accents, blanks and marks do not count."""
    folded = text.casefold()
    if not folded.isascii():
        folded = unicodedata.normalize("NFKD", folded)
    return _MARKS.sub("", folded)


def fold(text: str) -> str:
    """Folds a text for comparison: case and white space do not count, marks and accents do."""
    return " ".join(text.split()).casefold()
