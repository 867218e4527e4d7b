"""What kind of answer a question asks for, by its question word, and whether a sentence holds one of that kind."""

import re
from enum import StrEnum

from corpus.text.date_words import MONTHS
from qa.language.quantities import written_numbers
from qa.language.terms import content_terms


class AskedKind(StrEnum):
    """A kind of answer that can be told by its look."""

    NAME = "name"
    TIME = "time"
    NUMBER = "number"


_WEEKDAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
_MANY = re.compile(
    r"\d|\b(?:dozens?|hundreds?|thousands?|millions?|billions?|half|third|quarter|nobody|none)\b", re.IGNORECASE
)
# What has a name, where "what" comes before it.
_NAMED = (
    "person people man woman player coach actor singer writer author company companies firm bank club team party "
    "country countries nation state city cities town village place island street river airport school university "
    "hospital museum newspaper outlet agency organi[sz]ation group court film movie book novel song show band "
    "ship brand model"
).split()
_ASKED = {
    AskedKind.NUMBER: re.compile(
        r"\bhow\s+(?:many|much|long|old|far|high|tall|large|big|often|fast|deep)\b|"
        r"\b(?:what|which)\s+(?:percentage|percent|share|proportion|number|amount|price|score|margin|age)\b",
        re.IGNORECASE,
    ),
    AskedKind.TIME: re.compile(
        r"\bwhen\b|\b(?:what|which)\s+(?:year|day|date|month|weekday|time|decade)\b", re.IGNORECASE
    ),
    AskedKind.NAME: re.compile(
        rf"\b(?:who|whom|whose|where)\b|\bwhich\b(?!\s+(?:is|are|was|were|do|does|did|has|have)\b)|"
        rf"\bwhat\s+(?:(?-i:[A-Z])[\w-]+\s+)?(?:{'|'.join(_NAMED)})\b|"
        r"\bname\s+of\b",
        re.IGNORECASE,
    ),
}
_TIME = re.compile(
    rf"\b(?:{'|'.join((*(month.title() for month in MONTHS), *_WEEKDAYS))}|(?:1[89]|20)\d\d|today|yesterday|tomorrow)\b"
    r"|\b\d{1,2}(?:[:.]\d\d)?\s?[ap]\.?m\b|\b(?:[01]?\d|2[0-3]):[0-5]\d\b"
    r"|\bo[’']clock\b|\b(?:at|by|until) (?:noon|midnight)\b"
)
NAMES = re.compile(r"(?<![.!?:]\s)(?<!^)\b[A-Z][\w’'-]+(?:\s+[A-Z][\w’'-]+)*")


def asked_kind(question: str) -> AskedKind | None:
    """Returns the kind of answer that a question asks for; None where no kind can be told."""
    return next((kind for kind, pattern in _ASKED.items() if pattern.search(question)), None)


def holds(kind: AskedKind, sentence: str, asked: frozenset[str]) -> bool:
    """Says whether a sentence holds something of a kind.

    Args:
        kind: The kind.
        sentence: The sentence.
        asked: Content terms of the question: a name that the question itself gives answers nothing.
    """
    if kind is AskedKind.TIME:
        return bool(_TIME.search(sentence))
    if kind is AskedKind.NUMBER:
        return bool(_MANY.search(sentence) or written_numbers(sentence))
    return any(not asked.issuperset(content_terms(name[0])) for name in NAMES.finditer(sentence))
