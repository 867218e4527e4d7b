"""Takes the marks of Markdown off a text and leaves its words."""

import re
from dataclasses import dataclass

_IMAGE = re.compile(r"!\[[^\[\]\n]{0,500}\]\([^()\s]{1,2000}(?:\s+\"[^\"\n]{0,500}\")?\)")
_LINK = re.compile(r"\[([^\[\]\n]{1,500})\]\((?:https?://|mailto:|/|\#)[^()\s]{0,2000}(?:\s+\"[^\"\n]{0,500}\")?\)")
_BOLD = re.compile(r"(\*\*|__)(?=\S)([^*_\n]{1,1000}?)(?<=\S)\1")
_HEAD = re.compile(r"^#{1,6}[ \t]+(.*)$", re.MULTILINE)
_QUOTE = re.compile(r"^(?:>[ \t]?)+", re.MULTILINE)
_RULE = re.compile(r"^[ \t]*([-*_])(?:[ \t]*\1){2,}[ \t]*$")
_TITLE = re.compile(r"\A\s*(?P<line>#[ \t]+\S[^\n]*)(?:\n|\Z)")


@dataclass(frozen=True, slots=True)
class PlainText:
    """A text without marks.

    Attributes:
        text: The words.
        title: The first head, when it is of the highest level and stands above all text; taken out of the text.
        dropped: Lines that held no words: pictures and rules.
    """

    text: str
    title: str
    dropped: tuple[str, ...]


def strip_markdown(text: str) -> PlainText:
    """Removes marks of heads, quotations, bold type and links; the words of a link stay, its address goes."""
    title = ""
    if match := _TITLE.match(text):
        title, text = _strip_line_marks(match["line"]), text[match.end() :]
    kept: list[str] = []
    dropped: list[str] = []
    for line in text.split("\n"):
        wordless = line.strip() and (_RULE.match(line) or not _IMAGE.sub("", line).strip())
        (dropped if wordless else kept).append(line)
    text = _LINK.sub(r"\1", _IMAGE.sub("", "\n".join(kept)))
    return PlainText(_strip_line_marks(text), _LINK.sub(r"\1", title), tuple(line.strip() for line in dropped))


def _strip_line_marks(text: str) -> str:
    return _QUOTE.sub("", _HEAD.sub(_words_of_head, _BOLD.sub(r"\2", text)))


def _words_of_head(match: re.Match[str]) -> str:
    words = match[1].rstrip()
    bare = words.rstrip("#")
    return bare.rstrip() if bare.endswith((" ", "\t")) else words  # marks may close a head; "C#" closes nothing
