"""Texts in one form, to be compared."""

import re
import unicodedata
from functools import lru_cache

_MARKS = re.compile(r"[\W_]+|[\u0300-\u036f]+")
_JOINTS = re.compile(r"[\s_-]+")
_LONGEST_NAME = 100  # characters; longer ones are no names of fields


def squash(text: str) -> str:
    """Folds a text to its letters and digits: case, accents, blanks and marks do not count."""
    folded = text.casefold()
    if not folded.isascii():
        folded = unicodedata.normalize("NFKD", folded)
    return _MARKS.sub("", folded)


def fold(text: str) -> str:
    """Folds a text for comparison: case and white space do not count, marks and accents do."""
    return " ".join(text.split()).casefold()


@lru_cache(maxsize=4096)
def fold_name(name: str) -> str:
    """Folds the name of a field for comparison: ``publishedAt``, ``published_at`` and ``Published At`` are one."""
    return _JOINTS.sub("", name).casefold() if len(name) <= _LONGEST_NAME else ""
