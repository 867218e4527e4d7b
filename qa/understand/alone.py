"""Tells a question that stands alone from one that needs what was asked before it."""

import re
from collections.abc import Collection

from qa.language import content_terms
from qa.understand.pointing import points_back
from qa.understand.vague_words import ADJECTIVES, VAGUE

_OPENING = re.compile(r"^(?:(?:and|but|or|so|then|also|ok(?:ay)?|yes|no)\b[\s,]*)+", re.IGNORECASE)
# "What about the library?", "Why the delay?", "How many teams?", "How many pupils were affected?", "Tell me more"
_ELLIPTIC = re.compile(
    r"^(?:what|how)\s+(?:about|of)\b|^(?:tell|say)\s+(?:me\s+)?more\b|"
    r"^how\s+(?:many|much)\s+[\w-]+(?:\s+(?:are|were|was|have|had|has|will|did|do|does|been|be))*(?:\s+[\w-]+)?\W*$|"
    r"^why\s+(?!(?:is|are|was|were|am|do|does|did|has|have|had|can|could|will|would|should|must|may|might)\b)",
    re.IGNORECASE,
)
_ASKING = re.compile(
    r"\b(?:who|whom|whose|what|which|when|where|why|how|is|are|was|were|am|do|does|did|has|have|had|can|could|will|"
    r"would|should|may|might|must|list|show|find|give|name|summari[sz]e|compare|tell)\b",
    re.IGNORECASE,
)
_NAME = re.compile(r"(?<![.!?]\s)(?<!^)\b[A-Z][\w'’-]+")  # not the first word of a sentence
# "What did the farmers say?" leaves open on what.
_ON_WHAT = re.compile(
    r"^(?:what|how)\s+(?:do|does|did|has|have|will)\s+(?:[\w-]+\s+){1,3}(?:say|said|think|respond|react|reply|argue|claim|"
    r"comment|decide|decided|want|do|done|justify|vote|propose|demand|expect|promise|recommend|suggest)\W*$",
    re.IGNORECASE,
)
_LESS = re.compile(r"(?:any|more|some|no|not)\b", re.IGNORECASE)
_WORD = re.compile(r"[\w'’-]+")
_THE = frozenset({"the", "this", "that", "these", "those"})
# A thing is named after these: "a library", "in court", "how many ships".
_STARTERS = _THE | frozenset(
    "a an any some no every each my our your many much which what whose of in at on for about with from by between "
    "against near into over under do does did".split()
)
_OF_WHICH = frozenset({"which", "what", "whose", "many", "much"})
_AUXILIARIES = frozenset("is are was were has have can could will would should".split())
_BEFORE_AUXILIARIES = frozenset("why when where how what".split())
_NOTHING = frozenset(
    content_terms("else other others same exactly precisely please again more anything everything without")
)
_FEW = 2  # different content terms of "The library?"
_SAYS_ENOUGH = 6  # different content terms, from which a question without a name stands alone


def telling(text: str) -> list[str]:
    """Returns the terms of a question that say what it is about: not "else" of "What else?"."""
    return [term for term in content_terms(text) if term not in _NOTHING]


def is_fragment(own: str) -> bool:
    """Says whether a question is only a part of one: "And Ida Mellin?", "What about the school?"."""
    return not _ASKING.search(_OPENING.sub("", own)) or bool(_ELLIPTIC.match(_OPENING.sub("", own)))


def stands_alone(own: str, before: Collection[str]) -> bool:
    """Says whether a question can be understood without those before it.

    It cannot when it is only a part of a question ("And the library?"), when a word of it points back ("it"), and when
    it names nothing that it could be about ("Who voted against?"); what it calls "the bridge" may be the bridge of
    the question before.

    Args:
        own: The question without its times and outlets: "And in 2025?" says nothing of its own.
        before: The content terms of the questions before.
    """
    opening = _OPENING.match(own)
    rest = own[opening.end() :] if opening else own
    if not telling(rest) or _ELLIPTIC.match(rest):
        return False
    if not _ASKING.search(rest) and (opening or _is_part(rest)):
        return False
    if points_back(rest):
        return False
    if _NAME.search(own) or len(set(content_terms(rest))) >= _SAYS_ENOUGH:
        return True
    return not _ON_WHAT.match(rest) and _names_something(rest, before)


def _is_part(text: str) -> bool:
    """Tells "In Tarn?", "Any reactions" and "Regional differences" from the words of a search, "harbour fees 2024"."""
    terms = content_terms(text)
    few = len(set(terms)) <= _FEW
    return (
        bool(_LESS.match(text)) or (few and text.rstrip().endswith("?")) or len(set(terms)) == 1 or terms[-1] in VAGUE
    )


def _names_something(text: str, before: Collection[str]) -> bool:
    """Says whether a question names a thing of its own, be it in small letters."""
    words = [word.lower() for word in _WORD.findall(text)]
    starter = "" if _ASKING.match(text) else "a"  # "fireworks ban"
    asked_for = known = False
    for number, word in enumerate(words):
        if word in _STARTERS or (word in _AUXILIARIES and (number == 0 or words[number - 1] in _BEFORE_AUXILIARIES)):
            starter = word
            continue
        terms = content_terms(word)
        if starter and terms and word in ADJECTIVES:
            continue
        if starter and terms and terms[0] not in VAGUE:
            if starter in _THE and terms[0] in before:
                known = True
            elif starter in _OF_WHICH:  # "Which insurers paid for the roofs?" is about the roofs
                asked_for = True
            else:
                return True
        starter = ""
    return asked_for and not known
