"""Spellings of one name in one form, for the index of words: different outlets write the same name differently."""

import re

# Endings of Slavic names: Zelensky, Zelenskyy, Zelenskiy, Zelenskij. Capitals tell names from words like "skiing".
ENDING = re.compile(r"\b([A-Z]\w{3,}?)(?:iy|yy|ij|yi|ii)\b")
# The same sound written twice: Zaporizhzhia and Zaporizhia.
DOUBLED = re.compile(r"(zh|kh|ts|sh|ch)\1")
INITIALS = re.compile(r"\b(?:[A-Z]\.){2,}")


def one_spelling(text: str) -> str:
    """Returns a text with the spellings of names made equal; for terms only, never to be shown.

    Names with Slavic endings end in "y", a doubled sound is written once, and initials lose their points
    ("U.S." becomes "US").
    """
    text = INITIALS.sub(lambda match: match[0].replace(".", ""), text)
    return DOUBLED.sub(r"\1", ENDING.sub(r"\1y", text))
