"""Tells the name from the office before it: "Bus driver X", "The treasurer, X,", "The firm's head of sales, X,"."""

import re

from qa.speech.people import Named, find_names, is_role
from qa.speech.words import BODIES, TITLES

_ADVERBIAL = re.compile(
    r"^(?:in|on|at|after|when|while|as|before|asked|speaking|during|for|by|with|from|despite|since|last|this|that|if|"
    r"according|under|because|although|though|under|over|until|once|to|of|about|writing|responding|referring|"
    r"addressing|\d+|[a-z]+ing(?=\s[a-z])|besides)\b",
    re.IGNORECASE,
)
# "Managing director Knut Sol" does not say when or how, as "Holding the letter" does.
_KIND_OF_OFFICE = re.compile(
    r"(?i:managing|acting|founding|outgoing|incoming|visiting|retiring|trading|planning|housing|nursing|mining|training|"
    r"marketing|fishing|shipping|farming|building|engineering|manufacturing|operating|commanding|presiding|driving|"
    r"banking|racing|boxing|swimming|sailing|cycling|teaching|parking|leading)"
    r"\s(?:[a-z-]+\s){0,2}?([a-z-]+)\s[A-Z]"
)
# "The mayor", "The chief executive", "A spokeswoman for Greta Holm"; the longer offices first
_OFFICES = [
    re.compile(
        r"(?:[Tt]he|[Aa]n?|[Oo]ne|[Hh]is|[Hh]er)\s(?:[A-Z][\w’'-]*\s)?"
        rf"(?P<office>{office})\b(?:\s(?:for|of)\s(?:the\s)?[A-Z][\w’'-]*(?:\s[A-Z][\w’'-]*)*)?"
    )
    for office in (
        r"chief\s[a-z]+\sofficer",
        r"(?:vice|prime|former|chief|secretary|deputy)\s[a-z][\w’'-]+",
        r"[a-z][\w’'-]+",
    )
]
_PLACED = re.compile(r"\s(?:of|for|at|in)\s")
_WHOSE = re.compile(r"(?:[Tt]he|[Aa]n?|[Oo]ne|[Hh]is|[Hh]er|[Ii]ts|[Tt]heir|[Oo]ur)\s|(?=(?:[\w-]+\s){0,3}[\w-]+[’'])")
# "... and the manager, X,": who is no longer the first of the sentence
_NEXT = re.compile(r"(?<!\bof)(?<!\bfor)(?<!\bat)(?<!\bin)\s(?:the|an?|his|her|its|their|our)\s")
_LONGEST_OFFICE = 6  # words


def apposed(sentence: str, at: int, ends: str) -> Named | None:
    """Finds the name that stands in apposition to an office: "The mayor, Otto Brann, left".

    Args:
        sentence: The sentence.
        at: Offset after the office.
        ends: The marks after which the sentence may go on, or an end.
    """
    named = next(find_names(sentence, at + 2), None) if sentence[at : at + 2] == ", " else None
    fits = named and named.start == at + 2 and len(named.words) > 1 and sentence[named.end : named.end + 1] in ends
    return named if fits else None


def without_kind(text: str, names: list[Named]) -> list[Named]:
    """Leaves out a first name that only says what kind of office the next one has: "Bus" in "Bus driver Otto Brann"."""
    if len(names) > 1:
        *bodies, role = text[names[0].end : names[1].start].split() or [""]
        if is_role(role) and all(word in BODIES for word in bodies):
            return names[1:]
    return names


def is_adverbial(part: str) -> bool:
    """Says whether a part of a sentence tells when or how, and not who."""
    office = _KIND_OF_OFFICE.match(part)
    return bool(_ADVERBIAL.match(part)) and not (office and is_role(office[1]))


def match_office(part: str) -> re.Match[str] | None:
    """Matches the office that a part of a sentence begins with, such as "The mayor"."""
    matches = (match for office in _OFFICES if (match := office.match(part)))
    return next((match for match in matches if is_role(match["office"].split()[-1])), None)


def named_after_office(sentence: str, start: int, end: int) -> Named | None:
    """Finds whose office a sentence begins with: "The company's chief executive, Otto Brann, left".

    Args:
        sentence: The sentence.
        start: Offset of the part that may be an office.
        end: Offset of the comma after it.
    """
    named = apposed(sentence, end, ",")
    whose = _WHOSE.match(sentence, start, end) if named else None
    if not whose or _NEXT.search(sentence, whose.end(), end):
        return None
    words = _PLACED.split(sentence[whose.end() : end], maxsplit=1)[0].split()
    is_office = len(words) <= _LONGEST_OFFICE and bool(words) and _is_office(words[-1])
    return named if is_office else None


def _is_office(word: str) -> bool:
    return is_role(word) or word.lower() in TITLES
