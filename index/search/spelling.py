"""Spellings of one name in one form, for the index of words: different outlets write the same name differently."""

import re

# Endings of Slavic names: Zelensky, Zelenskyy, Zelenskiy, Zelenskij. Questions are often typed without capitals, and
# hardly any other word of English ends so.
ENDING = re.compile(r"\b([a-z]\w{3,}?)(?:iy|yy|ij|yi|ii)\b", re.IGNORECASE)
# The same sound written twice: Zaporizhzhia and Zaporizhia.
DOUBLED = re.compile(r"(zh|kh|ts|sh|ch)\1", re.IGNORECASE)
INITIALS = re.compile(r"\b[^\W\d_](?:\.[^\W\d_])+\b")


def one_spelling(text: str) -> str:
    """Returns a text with the spellings of names made equal; for terms only, never to be shown.

    Names with Slavic endings end in "y", a doubled sound is written once, and initials lose the points between them
    ("U.S." becomes "US.").
    """
    text = INITIALS.sub(lambda match: match[0].replace(".", ""), text)
    return DOUBLED.sub(r"\1", ENDING.sub(r"\1y", text))
