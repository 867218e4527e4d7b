"""What a number counts or measures: by the words around it, never by likeness of meaning alone."""

import re
from dataclasses import dataclass

from qa.language import content_terms

# What happened to people, in the words of news: each row says the same.
FATES = {
    "killed": re.compile(r"\b(?:kill(?:s|ed|ing)?|die[sd]?|dying|dead|deaths?|fatalit(?:y|ies))\b", re.IGNORECASE),
    "injured": re.compile(r"\b(?:injur(?:e[sd]?|ing|y|ies)|wound(?:s|ed|ing)?|hurt)\b", re.IGNORECASE),
    "rescued": re.compile(r"\b(?:rescue[sd]?|rescuing)\b", re.IGNORECASE),
    "missing": re.compile(r"\bmissing\b", re.IGNORECASE),
    "arrested": re.compile(r"\b(?:arrest(?:s|ed|ing)?|detain(?:ed|ing)?)\b", re.IGNORECASE),
    "displaced": re.compile(r"\b(?:displac(?:ed|ing)|evacuat(?:ed|ing|ions?)|homeless)\b", re.IGNORECASE),
}
# What an amount of money or a length of time is of, likewise. Where two differ nothing is put side by side.
MEASURED = {
    "money": {
        "cost": "costs?|costing|prices?|priced|bills?|spend(?:s|ing)?|spent|expensive|budget(?:ed)?|paid|pays?|paying",
        "loss": "loss(?:es)?|los[et]|losing",
        "value": "worth|valued?|valuation",
        "funds": "rais(?:e|es|ed|ing)|funding|funds?|invest(?:s|ed|ing|ments?)?|grants?",
        "fine": "fine[sd]?|penalt(?:y|ies)|settlements?|damages",
        "sales": "revenues?|sales|turnover",
        "profit": "profits?|earnings",
        "pay": "salar(?:y|ies)|wages?|bonus(?:es)?",
        "debt": "debts?|owe[sd]?|loans?",
    },
    "duration": {
        "talks": "talks|meetings?|sessions?|rounds?|negotiations|discussions|summit|hearings?",
        "war": "wars?|invasion|conflict|fighting",
        "closure": "closure|shut|(?:be|been|is|stay|stays|remain|remains) closed",
        "prison": "prison|jail(?:ed)?|sentence[sd]?|behind bars",
        "contract": "contracts?|deals?|tenure",
        "wait": "waits?|waiting|delays?|queues?",
    },
}
_MEASURED = {
    kind: {name: re.compile(rf"\b(?:{words})\b", re.IGNORECASE) for name, words in names.items()}
    for kind, names in MEASURED.items()
}
ONE_PERSON = re.compile(
    r"\b(?:an?|one)\s+(?:[a-z-]+\s)?(?:woman|man|person|child|girl|boy|soldier|civilian)\b", re.IGNORECASE
)
PEOPLE = frozenset(
    content_terms(
        "people person persons civilian civilians resident residents woman women man men child children girl girls boy "
        "boys soldier soldiers troops victim victims worker workers passenger passengers student students officer "
        "officers citizen citizens protester protesters migrant migrants hostage hostages prisoner prisoners "
        "patient patients visitor visitors guest guests spectator spectators inhabitant inhabitants employee employees "
        "fan fans voter voters pupil pupils tourist tourists customer customers"
    )
)
_ANYBODY = frozenset(content_terms("people persons residents"))
_CROWD = frozenset(("hundreds", "thousands", "millions"))  # alone they mean people
_RUN = re.compile(r"[\s-]*(?:of\s+)?((?:[a-z][\w’'-]*\s?){1,4})")
# Where the name of what is counted has ended.
_AFTER = re.compile(
    r"\b(?:in|on|at|by|to|from|after|before|and|or|who|which|that|were|was|are|is|have|has|had|for|with|as|just|than|"
    r"while|when|during|since|into|out|across|under|over|against|without|a|the|per|will|would|could|more|including)\b"
)
_PART = re.compile(r"\b(?:including|among (?:them|whom)|of (?:them|whom))\s*$")
_JOINT = re.compile(r"\band\b|,")
_BEHIND, _BEFORE = 4, 5  # words between a number and what happened, at most


@dataclass(frozen=True, slots=True)
class Counted:
    """What a number counts.

    Attributes:
        terms: Terms of its name; may be empty when `fate` is not.
        fate: What happened to those who are counted, a key of `FATES`; empty for none.
        name: The same in the words of the text; for a heading.
        part: Whether they are, or may be, a part of those counted before ("including 135 children").
    """

    terms: frozenset[str] = frozenset()
    fate: str = ""
    name: str = ""
    part: bool = False

    @property
    def empty(self) -> bool:
        """Whether nothing is counted."""
        return not self.terms and not self.fate

    def same(self, other: "Counted") -> bool:
        """Says whether two numbers count the same: people with the same fate, or things with a name in common."""
        if self.fate != other.fate or self.part != other.part:
            return False
        if self.terms & other.terms or (self.of_people and other.of_people and (self.terms | other.terms) & _ANYBODY):
            return True
        unnamed = not self.terms - _FATE_TERMS or not other.terms - _FATE_TERMS
        return bool(self.fate) and not self.part and (unnamed or (self.of_people and other.of_people))

    def names(self, asked: frozenset[str]) -> bool:
        """Says whether this is what a question asks the number of: things of that name, or people of any kind."""
        return bool(self.terms & asked) or (self.of_people and bool(asked & _ANYBODY))

    @property
    def of_people(self) -> bool:
        """Whether people are counted."""
        return bool(self.terms & PEOPLE)

    @property
    def may_be_people(self) -> bool:
        """Whether people are counted, or those of whom the text says only what happened to them."""
        return self.of_people or (bool(self.fate) and not self.terms - _FATE_TERMS)


_FATE_TERMS = frozenset(content_terms("killed dead died injured wounded hurt missing arrested detained displaced"))


def counted(sentence: str, start: int, end: int, clause: tuple[int, int]) -> Counted | None:
    """Finds what a number counts.

    Args:
        sentence: The sentence it stands in.
        start: Offset of the number.
        end: Offset after it.
        clause: The clause it stands in.

    Returns:
        What is counted, or None where the sentence does not say.
    """
    run = _RUN.match(sentence, end)
    named = _AFTER.split(run[1])[0] if run else ""
    words = sentence[start:end].casefold().split()
    if ONE_PERSON.fullmatch(sentence, start, end):
        named = words[-1]
    elif words[-1] in _CROWD and not named:
        named = "people"
    terms, fate = frozenset(content_terms(named)), _fate(sentence, start, end, clause)
    if not terms and not fate:
        return None
    return Counted(terms, fate, " ".join(named.split()), bool(_PART.search(sentence, 0, start)))


def measured(kind: str, sentence: str, start: int, end: int, clause: tuple[int, int]) -> str:
    """Returns what an amount is of: by the word nearest to it in its clause, else in its sentence.

    Args:
        kind: Of the figure, a key of `MEASURED` or another one.
        sentence: The sentence it stands in.
        start: Offset of the figure.
        end: Offset after it.
        clause: The clause it stands in.

    Returns:
        A key of what `MEASURED` holds for the kind; empty where nothing tells.
    """
    for left, right in (clause, (0, len(sentence))):
        near = [
            (max(start - word.end(), word.start() - end), name)
            for name, pattern in _MEASURED.get(kind, {}).items()
            for word in pattern.finditer(sentence, left, right)
        ]
        if near:
            return min(near)[1]
    return ""


def measured_in(text: str) -> frozenset[str]:
    """Returns of what a text may ask an amount or a length of time."""
    return frozenset(
        name for patterns in _MEASURED.values() for name, pattern in patterns.items() if pattern.search(text)
    )


def _fate(sentence: str, start: int, end: int, clause: tuple[int, int]) -> str:
    """Returns what happened: told right behind the number, else before it, as in "injured two young children"."""
    behind = _JOINT.split(sentence[end : clause[1]])[0]
    after = [(len(behind[: found.start()].split()), name) for name, found in _first(behind)]
    if after and min(after)[0] <= _BEHIND:
        return min(after)[1]
    part = sentence.rfind(";", 0, start) + 1
    before = [
        (len(sentence[found.end() : start].split()), name)
        for name, pattern in FATES.items()
        for found in pattern.finditer(sentence, part, start)
    ]
    return min(before)[1] if before and min(before)[0] <= _BEFORE else ""


def _first(text: str) -> list[tuple[str, re.Match[str]]]:
    return [(name, found) for name, pattern in FATES.items() if (found := pattern.search(text))]
