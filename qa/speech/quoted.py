"""Finds what stands in quotation marks, of whatever kind."""

import re
from dataclasses import dataclass

_PARAGRAPH = re.compile(r"[^\n]+")
_MARK = re.compile(r"[\"“”„«»‹›‘’'‚]")
_CLOSING = {
    '"': '"”', "“": '”"', "„": '“”"', "”": "”", "«": "»", "»": "«", "‹": "›", "›": "‹", "‘": "’'", "'": "'’",
    "‚": "‘’",
}  # fmt: skip
_SINGLE = frozenset("‘’'‚")
_LEAST_SINGLE = 4  # code points; 'n' of rock 'n' roll is no quotation
_BEFORE_OPENING = frozenset(" \t\u00a0([{—–-/:;,")
_LETTER_OR_DIGIT = re.compile(r"\w")


@dataclass(frozen=True, slots=True)
class Quoted:
    """A span in quotation marks.

    Attributes:
        start: Offset of the opening mark.
        end: Offset after the closing one; after the paragraph, where the quotation goes on in the next one.
        goes_on: Whether the next paragraph goes on with it.
    """

    start: int
    end: int
    goes_on: bool = False


def find_quoted(text: str) -> list[list[Quoted]]:
    """Finds what stands in quotation marks; marks inside others are part of what those hold.

    Args:
        text: Any text; each line of it is a paragraph.

    Returns:
        The spans of each paragraph in order. A mark that is never closed quotes nothing, unless the next paragraph
        begins with such a mark, too: then the quotation goes on there.
    """
    paragraphs = [match.span() for match in _PARAGRAPH.finditer(text) if match[0].strip()]
    found = []
    for number, (start, end) in enumerate(paragraphs):
        following = text[paragraphs[number + 1][0] :].lstrip()[:1] if number + 1 < len(paragraphs) else ""
        found.append(_in_paragraph(text, start, end, following))
    return found


def _in_paragraph(text: str, start: int, end: int, following: str) -> list[Quoted]:
    found: list[Quoted] = []
    at = start
    while opening := _MARK.search(text, at, end):
        at = opening.end()
        if not _opens(text, opening.start(), start, end):
            continue
        closing = _closing(text, opening.start(), end)
        if closing is not None and not (opening[0] in _SINGLE and closing - at < _LEAST_SINGLE):
            found.append(Quoted(opening.start(), closing))
            at = closing
        elif opening[0] == following and opening[0] not in _SINGLE:
            found.append(Quoted(opening.start(), len(text[:end].rstrip()), goes_on=True))
            return found
    return found


def _opens(text: str, at: int, start: int, end: int) -> bool:
    mark, before, after = text[at], text[at - 1] if at > start else " ", text[at + 1] if at + 1 < end else " "
    if mark not in _CLOSING or after.isspace():
        return False
    return before in _BEFORE_OPENING or before.isspace() or bool(_MARK.match(before))


def _closing(text: str, opening: int, end: int) -> int | None:
    """Finds the end of what a mark opens."""
    marks = _CLOSING[text[opening]]
    own = marks[0]
    # A straight mark inside curly ones is an inner quotation, where a curly one closes.
    wanted = own if own in text[opening + 1 : end] else marks
    depth = 0
    for match in _MARK.finditer(text, opening + 1, end):
        at, after = match.start(), text[match.end()] if match.end() < end else " "
        if match[0] == text[opening] and match[0] not in wanted and _opens(text, at, opening, end):
            depth += 1
        elif match[0] in wanted and _closes(text, at, after):
            if depth == 0:
                return match.end()
            depth -= 1
    return None


def _closes(text: str, at: int, after: str) -> bool:
    """Tells a closing mark from an apostrophe, and from a straight mark that opens an inner quotation."""
    before = text[at - 1]
    if _LETTER_OR_DIGIT.match(after):
        return False
    if text[at] in _SINGLE:
        return not before.isspace() and (not before.isalpha() or after != " " or before != "s")
    return not before.isspace() or after.isspace()
