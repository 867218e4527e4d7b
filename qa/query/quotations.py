"""Finds what a text puts between quotation marks, in the marks of any language that articles and questions use."""

import re
from typing import NamedTuple

# A mark at the end of a word opens nothing: 5" is a length, and the mark of "the boys'" an apostrophe.
_OPENS = r"(?<!\w)"
# Nor is the first mark of '90s or 'tis one, or one without its fellow, which follows what may end a quotation; and what
# is quoted so has a word in it.
_SINGLE = (
    r"(?!\d\ds?\b|(?i:tis|twas|em|til|cause)\b)(?=\S)(?=[^'‘’]*[^\W\d_]{{2}})"
    r"(?P<{name}>(?:[^'‘’\n]|(?<=\w)['’](?=\w)){{2,}}?)(?<=[\w.,!?…)])"
)
_FORMS = (
    rf'{_OPENS}"(?P<straight>[^"]*)"',
    r"“(?P<high>[^“”]*)”",
    rf'{_OPENS}"(?P<straight_high>[^"“”]*)”',
    r"„(?P<low>[^„“”\"]*)[“”\"]",
    rf"{_OPENS}”(?P<same>[^“”]*)”",  # Swedish and Finnish
    r"«(?P<angles>[^«»]*)»",
    r"»(?P<inward>[^«»]*)«",  # German and Danish
    r"‹(?P<angle>[^‹›]*)›",
    r"‚(?P<single_low>[^‚‘’]*)[‘’](?!\w)",
    rf"{_OPENS}‘{_SINGLE.format(name='single_high')}’(?!\w)",
    rf"{_OPENS}'{_SINGLE.format(name='single')}'(?!\w)",
)
QUOTATION = re.compile("|".join(_FORMS))
_MARKS = re.compile(r"[\"“„”«»‹‚]|(?<!\w)['‘]")
# A mark that can only be the first of two, and is the only one.
UNCLOSED = re.compile(rf'(?:{_OPENS}"|[“„«])(?=[^\s"“”„«»])')


class Quotation(NamedTuple):
    """Words between quotation marks.

    Attributes:
        start: Offset of the first mark.
        end: Offset after the last mark.
        words: What stands between them, without white space at its ends and a comma of the sentence.
    """

    start: int
    end: int
    words: str


def quotations(text: str) -> list[Quotation]:
    """Returns the quotations of a text in order."""
    if not _MARKS.search(text):  # nearly all questions
        return []
    return [
        Quotation(*match.span(), (match[match.lastgroup] or "").strip().removesuffix(",").strip())
        for match in QUOTATION.finditer(text)
        if match.lastgroup
    ]
