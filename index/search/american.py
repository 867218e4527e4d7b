"""British spellings as American ones, so that either finds the other."""

import re

_DOUBLED = (
    "cancel|channel|council|counsel|dial|fuel|funnel|jewel|label|level|libel|marvel|model|panel|parcel|pedal|quarrel|shovel|"
    "signal|total|travel|tunnel"
)
# Ends of words. Whatever else they fit ("promise", "detour") is written the same way on both sides, so nothing is lost.
_ENDS = (
    (re.compile(r"our(?<=\w{3}our)(s|ed|ing|ite|ites|able|al|er|ers|ful|hood|hoods)?\b"), r"or\1"),  # labour
    (re.compile(r"is(?<=\w{3}is)(e|ed|es|er|ers|ing|able|ation|ations)\b"), r"iz\1"),  # organise
    (re.compile(r"lys(e|ed|es|er|ers|ing)\b"), r"lyz\1"),  # analyse
    (re.compile(r"(cen|thea|me|li|lus|spec)tre(s|d)?\b"), r"\1ter\2"),  # centre
    (re.compile(r"(fi|cali|som)bre(s)?\b"), r"\1ber\2"),  # fibre
    (re.compile(r"(de|of|pre)([ft])en[cs]e(s)?\b"), r"\1\2ense\3"),  # defence, pretence
    (re.compile(r"logue(s|d)?\b"), r"log\1"),  # catalogue
    (re.compile(rf"\b({_DOUBLED})l(ed|ing|er|ers|or|ors|ous)\b"), r"\1\2"),  # travelled
)
_WORDS = {
    "aluminium": "aluminum", "cosy": "cozy", "grey": "gray", "greys": "grays", "jewellery": "jewelry",
    "licence": "license", "licences": "licenses", "manoeuvre": "maneuver", "manoeuvres": "maneuvers", "mould": "mold",
    "moustache": "mustache", "plough": "plow", "practise": "practice", "practised": "practiced",
    "practising": "practicing", "programme": "program", "programmes": "programs", "sceptic": "skeptic",
    "sceptical": "skeptical", "sceptics": "skeptics", "tyre": "tire", "tyres": "tires",
}  # fmt: skip
_WORD = re.compile(rf"\b(?:{'|'.join(_WORDS)})\b")


def american(text: str) -> str:
    """Returns a text in lower case with British spellings as American ones; for terms only, never to be shown."""
    text = text.lower()
    for end, other in _ENDS:
        text = end.sub(other, text)
    return _WORD.sub(lambda match: _WORDS[match[0]], text)
