"""Takes the marks of Markdown off a text and leaves its words."""

import re
from dataclasses import dataclass

from corpus.text.wiki_links import without_links

_REST = r"(?:[^()\s]|\([^()\s]{0,300}\)){0,2000}(?:\s+\"[^\"\n]{0,500}\")?\)"  # of an address, and what is said of it
_IMAGE = re.compile(rf"!\[[^\[\]\n]{{0,500}}\]\((?!\)){_REST}")
_SHOWN = re.compile(r"!\[\[[^\[\]\n]{1,500}\]\]")  # a picture or another note, shown in its place
_LINK = re.compile(rf"\[((?:[^\[\]\n]|\[[^\[\]\n]{{0,100}}\]){{0,500}})\]\((?:https?://|mailto:|/|\#){_REST}")
_BOLD = re.compile(r"(\*\*|__)(?=\S)((?:(?!\1)[^\n]){1,1000}?)(?<=\S)\1")
_EMPHASIS = re.compile(r"(?<![\w*\\])([*_])(?![\s*_])([^*_\n]{1,500}?)(?<![\s\\])\1(?![\w*_])")
_MARKED = re.compile(r"(?<![=\w])==(?=\S)([^=\n]{1,1000}?)(?<=\S)==(?![=\w])")
_FOOTNOTE = re.compile(r"\[\^[\w-]{1,40}\](?::[ \t]*)?")
_PLACE = re.compile(r"(?<=\S)[ \t]+\^[a-z0-9]{6}[ \t]*$", re.MULTILINE)  # to which other notes link
_ESCAPE = re.compile(r"\\([\\`*_{}\[\]()#+.!<>|~-])")
_HEAD = re.compile(r"^#{1,6}[ \t]+(.*)$", re.MULTILINE)
_QUOTE = re.compile(r"^(?:>[ \t]?)+(?:\[!\w{1,30}\][+-]?[ \t]*)?", re.MULTILINE)
_BLANK = re.compile(r"(?:<br[ \t]*/?>|&nbsp;|[ \t])+", re.IGNORECASE)
_RULE = re.compile(r"[ \t]*(?:([-*_])(?:[ \t]*\1){2,}|\|(?:[ \t]*:?-{2,}:?[ \t]*\|)+)[ \t]*$")  # or that of a table
# By these Hugo and Jekyll put in what is no text.
_TAG = re.compile(r"\{\{[<%][^{}]{0,1000}[>%]\}\}|\{%[^{}]{0,1000}%\}")
_TITLE = re.compile(r"\A\s*(?P<line>#[ \t]+\S[^\n]*|\S[^\n]*(?=\n=+[ \t]*(?:\n|\Z)))(?:\n=+[ \t]*)?(?:\n|\Z)")


@dataclass(frozen=True, slots=True)
class PlainText:
    """A text without marks.

    Attributes:
        text: The words.
        title: The first head, when it is of the highest level and stands above all text; taken out of the text.
        dropped: Lines that held no words, pictures and rules, and the tags of programs that make pages.
    """

    text: str
    title: str = ""
    dropped: tuple[str, ...] = ()


def strip_markdown(text: str) -> PlainText:
    """Removes marks of heads, quotations, emphasis and links; the words of a link stay, its address goes."""
    title, tags = "", [" ".join(tag.split()) for tag in _TAG.findall(text)]
    text = _TAG.sub("", text) if tags else text
    if match := _TITLE.match(text):
        title, text = match["line"], text[match.end() :]
    kept: list[str] = []
    dropped: list[str] = []
    for line in text.split("\n"):
        wordless = line.strip() and (_RULE.match(line) or _BLANK.fullmatch(line) or not _words_of(line).strip())
        (dropped if wordless else kept).append(line)
    return PlainText(_strip_marks("\n".join(kept)), _strip_marks(title), (*tags, *(line.strip() for line in dropped)))


def _strip_marks(text: str) -> str:
    text = _words_of(_QUOTE.sub("", _HEAD.sub(_words_of_head, text)))
    text = _PLACE.sub("", _FOOTNOTE.sub("", _MARKED.sub(r"\1", text)))
    return _ESCAPE.sub(r"\1", _EMPHASIS.sub(r"\2", _BOLD.sub(r"\2", text)))


def _words_of(text: str) -> str:
    """Returns a text without pictures, and with the words of its links only."""
    return without_links(_LINK.sub(r"\1", _SHOWN.sub("", _IMAGE.sub("", text))))


def _words_of_head(match: re.Match[str]) -> str:
    words = match[1].rstrip()
    bare = words.rstrip("#")
    return bare.rstrip() if bare.endswith((" ", "\t")) else words  # marks may close a head; "C#" closes nothing
