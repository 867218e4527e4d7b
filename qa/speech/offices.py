"""Tells the name from the office before it: "Bus driver X", "Managing director X", "The treasurer, X,"."""

import re

from qa.speech.people import Named, find_names, is_role
from qa.speech.words import BODIES

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
