"""Tells a figure that holds now from the one before it, and how much something changed from how much it is."""

import re

EARLIER, UP, DOWN = "earlier", "up", "down"

_CHANGE = (
    r"\b(?:rise|rose|risen|rising|fall|fell|fallen|up|down|drop\w*|climb\w*|gr[eo]w\w*|cut|rais\w+|lower\w*|reduc\w+|"
    r"increas\w+|decreas\w+|went|gone|jump\w*|chang\w+|slip\w*|improv\w+|slump\w*|surg\w+|shr[aiu]nk)\b"
)
_FROM = re.compile(r"\bfrom\s+$", re.IGNORECASE)
_CHANGES = re.compile(_CHANGE, re.IGNORECASE)
_ONCE = re.compile(
    r"\b(?:previously|formerly|used to|had been|last (?:year|month|week|time)|(?:the )?(?:year|month|week) (?:before|"
    r"earlier)|list price of|normally|originally|usually|instead of|rather than)\b[^,;]*$",
    re.IGNORECASE,
)
_THEN = re.compile(
    r"[^,;\d]{0,24}?(?:\bin )?\b(?:(?:the )?(?:previous|preceding) \w+|previously|before (?:that|then)|list price|"
    r"(?:the )?(?:year|month|week|day|quarter|election)s? (?:before|earlier)|"
    r"(?:a|one|two|three|four|five|ten) (?:years?|months?|weeks?) (?:ago|earlier|before)|"
    r"last (?:year|month|week|time|quarter|autumn|spring|summer|winter))\b",
    re.IGNORECASE,
)
_HEDGE = r"(?:(?:some|about|nearly|almost|roughly|more than|over|an? (?:extra|further|additional|whopping))\s+)?"
_ROSE = re.compile(
    rf"\b(?:rose|rise[sn]?|climb(?:s|ed)?|gain(?:s|ed)?|jump(?:s|ed)?|gr(?:ew|ows?|own)|increased?|increases|surged?|up|"
    rf"added|adds|advanced)\s+(?:by\s+)?{_HEDGE}$",
    re.IGNORECASE,
)
_FELL = re.compile(
    rf"\b(?:fell|falls?|fallen|dropped|drops?|lost|loses|shed|sheds|slipped|slips|declined?|declines|down|plunged?|"
    rf"slumped|slid|sank|decreased?|reduced|cut|saves?|saving|taking)\s+(?:by\s+)?{_HEDGE}$",
    re.IGNORECASE,
)
_MORE = re.compile(r"\s*(?:rise|increase|jump|gain|growth|surge|more|higher|dearer|above|markup)\b", re.IGNORECASE)
_LESS = re.compile(
    r"\s*(?:fall|drop|decline|decrease|cut|discount|off|less|lower|cheaper|fewer|below|savings?|reduction|slump)\b",
    re.IGNORECASE,
)
_DOWNWARD = re.compile(r"f|dr|lo|re|de|sl|cut|down|shr", re.IGNORECASE)
_ASKS_CHANGE = re.compile(
    r"\bhow (?:much|far)\b.*\b(?:rise|rose|risen|fall|fell|fallen|drop(?:ped)?|grow|grew|grown|increased?|decreased?|"
    r"climb(?:ed)?|jump(?:ed)?|slump(?:ed)?|chang(?:e|ed)|gain(?:ed)?|lose|lost|cheaper|dearer|discount|off|save|more|less|"
    r"higher|lower)\b|\b(?:increase|decrease|rise|discount|drop|growth) (?:of|in)\b",
    re.IGNORECASE,
)
_BY = re.compile(r"\bby\s+$", re.IGNORECASE)


def role(kind: str, sentence: str, start: int, end: int) -> str:
    """Says what a figure is to what it is of.

    Args:
        kind: Of the figure.
        sentence: The sentence.
        start: Offset of the figure.
        end: Offset after it.

    Returns:
        `EARLIER` for how it was before, `UP` or `DOWN` for a change, empty for how it is.
    """
    before = sentence[max(0, start - 80) : start]
    if kind in ("day", "age"):
        return ""
    if _MORE.match(sentence, end) or _ROSE.search(before):
        return UP
    if _LESS.match(sentence, end) or _FELL.search(before):
        return DOWN
    if _FROM.search(before) and _CHANGES.search(sentence):
        return EARLIER
    if _BY.search(before) and (change := _CHANGES.search(sentence)):
        return DOWN if _DOWNWARD.match(change[0]) else UP
    if kind == "duration":  # "six hours the day before" is of another day, and no less so
        return ""
    if _THEN.match(sentence, end) or _ONCE.search(before):
        return EARLIER
    return ""


def asks_change(question: str) -> bool:
    """Says whether a question asks how much something changed."""
    return bool(_ASKS_CHANGE.search(question))
