"""Takes out of a text what nobody can see, and nothing else: words, quotes and dashes stay as published."""

import re
import unicodedata

_LINE_ENDS = re.compile("\r\n|[\r\v\f\x1c-\x1e\x85\u2028\u2029]")
_INVISIBLE = re.compile(
    "["
    "\x00-\x08\x0b-\x1f\x7f-\x9f"  # C0 and C1 controls except tab and newline
    "\xad\u180e\u200b\u2060-\u2064\ufeff"  # soft hyphen, zero-width space, joiners of words, stray BOM
    "\u061c\u200e\u200f\u202a-\u202e\u2066-\u206f"  # direction marks: they can make text read otherwise than it is
    "\ufff9-\ufffb\ufffe\uffff\U000e0000-\U000e007f"  # annotation marks, non-characters, invisible tags
    "\ud800-\udfff"  # halves of surrogate pairs: no encoding can write them
    "]+"
)
# The joiners U+200C and U+200D are part of Persian and Indic spelling and of emoji, but beside ASCII they only hide.
_STRAY_JOINER = re.compile("(?<![^\x00-\x7f])[\u200c\u200d]+|[\u200c\u200d]+(?![^\x00-\x7f])")
_BLANK_LINES = re.compile("\n{3,}")


def clean_text(text: str) -> str:
    """Normalises a text.

    NFC; line ends as newlines; invisible and control characters removed; no blanks at line ends, at most one
    empty line between paragraphs, none at either end. Applying it twice changes nothing more.
    """
    text = clean_characters(text)
    lines = "\n".join(line.rstrip() for line in text.split("\n"))
    return _BLANK_LINES.sub("\n\n", lines).strip()


def clean_line(text: str) -> str:
    """Normalises a text that is shown on one line, such as a headline."""
    return " ".join(clean_characters(text).split())


def clean_characters(text: str) -> str:
    """Normalises characters and line ends; blanks stay as they are."""
    text = _LINE_ENDS.sub("\n", text)
    if text.isascii():
        return _INVISIBLE.sub("", text)
    text = _INVISIBLE.sub("", unicodedata.normalize("NFC", text))
    return unicodedata.normalize("NFC", _STRAY_JOINER.sub("", text))
