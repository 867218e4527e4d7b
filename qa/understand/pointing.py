"""Finds out whether a word of a question points back to what was asked before it."""

import re

_PRONOUN = re.compile(
    r"\b(?:he|him|his|she|her|hers|it|its|they|them|their|theirs|this|that|these|those|there|then|same|ones?|former|"
    r"latter)\b",
    re.IGNORECASE,
)
_OWNED = frozenset({"his", "her", "its", "their"})
_PEOPLE_AND_THINGS = _OWNED | frozenset({"he", "him", "she", "hers", "it", "they", "them", "theirs"})
_SUBJECTS = frozenset({"he", "she", "it", "they"})
# After these a pronoun may stand for what the question itself has named: "... why Nordlin says it stops the ferry".
_JOINT = re.compile(
    r"\b(?:why|that|when|because|if|whether|how|after|before|while|than|where|what|who|which|as|until|since|though|"
    r"although|and|but|once|says?|said|thinks?|thought|believes?|believed|claims?|claimed|hopes?|hoped|knows?|knew|"
    r"fears?|feared|promises?|promised)\s+$",
    re.IGNORECASE,
)
_ANTECEDENT = re.compile(
    r"(?<!^)\b[A-Z][\w'’-]+|\b(?i:the|an?|any|many|much|which|what|whose|some|do|does|did)\s+[a-z]{3,}|"
    r"\b(?i:who|\w+one)\b",
)
# "Is it true that ...", "How long does it take to ..."; "Is it true?" and "How long will it take?" point back.
_IT_OF_NOTHING = re.compile(
    r"\bit\s+(?:(?:is|was|will|would|be|still|really|ever)\s+)*(?:"
    r"(?:\w+\s+){0,2}(?:possible|true|likely|unlikely|safe|worth|legal|illegal|easy|hard|difficult|dangerous|time|said|"
    r"known|clear|important|necessary|better|cheaper|normal|common|right|wrong|takes?|took|costs?|means?)\s+"
    r"(?:\w+\s+){0,3}?(?:that|to|for|if|whether|how|when|\w+ing)\b|rain\w*|snow\w*)",
    re.IGNORECASE,
)
_OF_TIME = re.compile(
    r"(?:this|that|these|those|same)\s+(?:year|month|week|day|morning|afternoon|evening|night|spring|summer|autumn|"
    r"fall|winter|weekend|time|century|decade)s?\b|those\s+(?:who|that|with|of|in|from|whose)\b|"
    r"(?:this|that)\s+(?:much|many|kind)\b",
    re.IGNORECASE,
)
_BEFORE_THAT = re.compile(
    r"(?:^|\b(?:is|was|are|were|did|does|do|will|would|has|had|can|could|should|about|after|before|of|with|on|for|by|"
    r"from|like|against|since|why|how|to|in|at))\s*$",
    re.IGNORECASE,
)
_BEFORE_ONE = re.compile(r"\b(?:which|that|this|another|first|last|new|other|old|second|next|what)\s+$", re.IGNORECASE)
_END = re.compile(r"\W*$")


def points_back(text: str) -> bool:
    """Says whether a pronoun or the like stands for what the question itself does not name.

    Args:
        text: A question: "Who opposed it?" points back, "Why did Nordlin say it stops the ferry?" does not.
    """
    return any(_points(match[0].lower(), text, match.start(), match.end()) for match in _PRONOUN.finditer(text))


def _points(word: str, text: str, start: int, end: int) -> bool:
    before = text[:start]
    if word in _PEOPLE_AND_THINGS:
        if word == "it" and _IT_OF_NOTHING.match(text, start):
            return False
        joined = word in _OWNED or (word in _SUBJECTS and bool(_JOINT.search(before)))
        return not (joined and _ANTECEDENT.search(before))
    if word in ("there", "then"):
        return bool(_END.match(text, end))
    if word in ("one", "ones"):
        return bool(_BEFORE_ONE.search(before)) and not text[end:].startswith(" of ")
    if _OF_TIME.match(text, start):
        return False
    if word == "that":
        return bool(_BEFORE_THAT.search(before))
    return True
