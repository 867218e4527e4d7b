"""What is asked for that articles tell in set words: the reason for something, and how a vote ended."""

import re
from enum import StrEnum


class Told(StrEnum):
    """Something that is told in set words."""

    REASON = "reason"
    VOTE = "vote"


_ASKED = {
    Told.REASON: re.compile(
        r"\bwhy\b|\bhow come\b|\bwhat (?:is|was|are|were) (?:the |their |his |her |its )?(?:main |stated )?"
        r"(?:reasons?|causes?|grounds)\b|\bwhat (?:has |have |had )?(?:caused|led to|prompted|triggered|drove|made)\b|"
        r"\b(?:for (?:what|which) reasons?|on what grounds|the reasons? (?:for|behind|why))\b",
        re.IGNORECASE,
    ),
    Told.VOTE: re.compile(
        r"\bhow (?:did|has|have|do|does) .*\bvoted?\b|"
        r"\bhow many (?:\w+ ){0,2}(?:voted\b|votes\b(?!.*\b(?:get|got|gain|receive|win|won|poll)))|"
        r"\b(?:what|how) (?:was|were|is|did|close was) the (?:final |close )?"
        r"(?:votes?|tally|result of the vote|outcome of the vote)\b|"
        r"\bby (?:how many votes|what (?:margin|majority|vote))\b|"
        r"\bhow did the (?:vote|ballot|referendum) (?:go|end|turn out)\b",
        re.IGNORECASE,
    ),
}
_SAID = {
    Told.REASON: re.compile(
        r"\b(?:reason|cause|explanation)\s?[:–—]|"
        r"\b(?:because|since (?!(?:\w+ )?(?:\d|January|February|March|April|May|June|July|August|September|October|"
        r"November|December|last|then|the (?:start|beginning|end)))|due to|owing to|thanks to|as a result|result of|"
        r"the (?:\w+ )?(?:reasons?|causes?|culprit|problem) (?:is|are|was|were|for|behind|why|of)|on the grounds|"
        r"(?:is|are|was|were|be|been) (?:caused|prompted|triggered|driven|forced|to blame)|blam(?:es?|ed|ing)|"
        r"cit(?:es|ed|ing)|pointed to|point(?:s|ing) to|attribut(?:es?|ed|ing) (?:it|this|that|the|to)|"
        r"stem(?:s|med|ming) from|so that|in order to|in protest|"
        r"(?<!hours )(?<!minutes )(?<!days )(?<!weeks )(?<!months )(?<!years )(?<!soon )(?<!shortly )"
        r"after (?!(?:\d|all\b|that\b|this\b|(?:\w+ ){1,2}(?:seconds?|minutes?|hours?|days?|weeks?|months?|years?)\b))|"
        r"amid|fear(?:s|ed|ing)? that|over (?:concerns?|fears|"
        r"safety|pay|plans|costs|the|a|an|its|his|her|their))\b",
        re.IGNORECASE,
    ),
    Told.VOTE: re.compile(
        r"\b\d+\s?(?:[-–—]|to|against|votes? to)\s?\d+\b|\bvotes? (?:to|against|for|in favou?r)\b|"
        r"\bvoted\b(?=.*(?:\d|\bagainst\b|\bfor\b|\bin favou?r\b|\bto\b|\bdown\b|\bwith\b))|\bunanimous(?:ly)?\b|"
        r"\babstain(?:s|ed|ing)?\b|\babstentions?\b|\b(?:in favou?r|ayes|noes|nays|yeas)\b|\bmajority of\b|"
        r"\b(?:\w+|\d+) votes\b",
        re.IGNORECASE,
    ),
}


def asked_told(question: str) -> Told | None:
    """Returns what a question asks for that is told in set words; None for any other question."""
    return next((told for told, pattern in _ASKED.items() if pattern.search(question)), None)


def tells(told: Told, sentence: str) -> bool:
    """Says whether a sentence tells something in the words that are set for it."""
    return bool(_SAID[told].search(sentence))
