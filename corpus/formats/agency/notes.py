"""What an agency writes for editors under a text: never to be published, so never to be quoted."""

import re
from dataclasses import dataclass

# A line that begins them: all that follows is for editors.
_NOTEBOOK = re.compile(
    r"#{1,3}\s?(?:\w{2,12} )?(?:notizblock|notebook|notepad|bloc-notes)"
    r"|(?:\W{0,20}(?:\bthe |\bdie )?(?:following|folgenden) (?:information|informationen)"
    r" (?:is|are|sind) (?:not|nicht) (?:intended for|for|zur) (?:publication|veröffentlichung)(?: bestimmt)?)\W{0,20}"
    r"|\W{0,20}(?:not for publication|nicht zur veröffentlichung(?: bestimmt)?"
    r"|(?:ces|les) informations (?:suivantes )?ne sont pas destinées à (?:la publication|être publiées))\W{0,20}",
    re.IGNORECASE,
)
_LINE = 120  # characters; a longer line is prose
_CONTACTS = re.compile(
    r"(?:#{1,3}\s?)?(?:editorial contacts?|contacts?|kontakte?|ansprechpartner(?:in|innen)?|redaktionelle hinweise"
    r"|notes? to editors|hinweise? an die redaktion(?:en)?|editors' notes?)\s?:?",
    re.IGNORECASE,
)
_REACHED = re.compile(r"(?:\+\d|\(0\d|\b0\d{2,4}[ /-])[\d /()-]{5,}|<?[\w.+-]{1,60}@[\w.-]{2,60}>?")
_RULE = re.compile(r"[\s*_=–—-]{3,}")


@dataclass(frozen=True, slots=True)
class Published:
    """A text without its notes, and the lines that were left out."""

    text: str
    dropped: tuple[str, ...] = ()


def without_notes(text: str) -> Published:
    """Leaves out what stands under a text for editors only."""
    lines = text.split("\n")
    start = next((number for number, line in enumerate(lines) if _begins(number, line, lines)), len(lines))
    while start < len(lines) and start and _is_rule(lines[start - 1]):
        start -= 1
    return Published("\n".join(lines[:start]).rstrip(), tuple(line for line in lines[start:] if line.strip()))


def _begins(number: int, line: str, lines: list[str]) -> bool:
    line = line.strip()
    if not line or len(line) > _LINE:
        return False
    if _NOTEBOOK.fullmatch(line):
        return True
    # "Contacts" may head a part of an article; it heads a note where somebody can be reached there.
    return bool(_CONTACTS.fullmatch(line)) and any(
        _REACHED.search(after[:300]) for after in filter(str.strip, lines[number + 1 : number + 5])
    )


def _is_rule(line: str) -> bool:
    return not line.strip() or bool(_RULE.fullmatch(line))
