"""Spellings of one word in one form, for the index of words: different outlets write the same thing differently."""

import re

from index.search.american import american
from index.search.numbers import by_value

# Endings of Slavic names: Zelensky, Zelenskyy, Zelenskiy, Zelenskij. Questions are often typed without capitals, and
# hardly any other word of English ends so.
ENDING = re.compile(r"(?:iy|yy|ij|yi|ii)(?<=\w{6})\b")
# The same sound written twice: Zaporizhzhia and Zaporizhia.
DOUBLED = re.compile(r"(zh|kh|ts|sh|ch)\1")
INITIALS = re.compile(r"\b[^\W\d_](?:\.[^\W\d_])+\b")


def one_spelling(text: str) -> str:
    """Returns a text in lower case with what is written in several ways made equal; for terms only, never to be shown.

    Numbers stand for their value, British spellings become American ones, names with Slavic endings end in "y", a
    doubled sound is written once, and initials lose the points between them ("U.S." becomes "us.").
    """
    text = american(by_value(INITIALS.sub(lambda match: match[0].replace(".", ""), text)))
    return DOUBLED.sub(r"\1", ENDING.sub("y", text))
