"""HTML in a field of an export to text, without a parser: those are large, and most fields hold none.

Pages, mails and feeds are read by `corpus.web`.
"""

import re
from html import unescape

BLOCKS = frozenset(
    """
    address article aside blockquote body br center dd div dl dt figcaption figure footer form h1 h2 h3 h4 h5 h6 header
    hr li main nav ol p pre section table tbody td th thead tr ul
    """.split()
)
UNSEEN = frozenset({"head", "script", "style", "template", "title", "noscript", "svg", "object", "iframe"})

_INLINE = "a abbr b cite code em font i img picture s small span strong sub sup u video"
_NAMES = "|".join(sorted({*BLOCKS, *UNSEEN, *_INLINE.split()}, key=len, reverse=True))
# A "<p>" inside a line may be what an article speaks of: HTML closes its tags, gives them attributes, or begins so.
_HTML = re.compile(
    rf"<(?:/(?:{_NAMES})\s{{0,9}}>|(?:{_NAMES})\s[^<>]*=[^<>]*>|[bh]r\s{{0,9}}/?>|!--)|^\s{{0,99}}<(?:p|div|script|style)>",
    re.IGNORECASE | re.MULTILINE,
)
_ESCAPED = re.compile(rf"&lt;(?:/(?:{_NAMES})|(?:p|br|div)\s{{0,9}}/?)&gt;", re.IGNORECASE)
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][\da-fA-F]{1,6}|[A-Za-z]\w{1,31});")
# A value in quotes may hold "<" and ">". After a tag that never ends so, tags end at the next ">": looking for the end
# again and again would take quadratic time.
_TAG = re.compile(
    r"<(?:!--.*?(?:-->|\Z)|[!?][^<>]*>|(/?)([A-Za-z][^\s<>/]*+)"
    r"([^<>=]*+(?:=\s*+(?:\"[^\"]*\"|'[^']*'|)[^<>=]*+)*+)>)",
    re.DOTALL,
)
_SIMPLE_TAG = re.compile(r"<(?:!--.*?(?:-->|\Z)|[!?][^<>]*>|(/?)([A-Za-z][^\s<>/]*+)([^<>]*)>)", re.DOTALL)
_LINES_MEAN_NOTHING = re.compile(r"<(?:p|br|div)\b", re.IGNORECASE)  # else tags mark words of plain text


def plain_text(text: str) -> str:
    """Returns the visible text of what may be HTML, one paragraph a line with an empty line between.

    Text without tags stays as it is, but for entities such as ``&amp;``, which exports leave behind.
    """
    if "<" not in text and "&" not in text:
        return text
    if not _HTML.search(text):
        if not _ESCAPED.search(text):
            return decode_entities(text)
        text = decode_entities(text)
    blocks = [decode_entities(block) for block in _blocks(text)]
    if _LINES_MEAN_NOTHING.search(text):
        blocks = [" ".join(block.split()) for block in blocks]
    return "\n\n".join(block.strip() for block in blocks if block and not block.isspace())


def plain_line(text: str) -> str:
    """Returns the visible text of what may be HTML on one line."""
    return " ".join(plain_text(text).split())


def decode_entities(text: str) -> str:
    """Returns a text with the characters that its entities stand for; those without a semicolon stay."""
    return _ENTITY.sub(lambda match: unescape(match[0]), text) if "&" in text else text


def _blocks(source: str) -> list[str]:
    """Cuts HTML at the elements that begin a line; tags and what nobody sees are left out."""
    blocks, words, place, tag = list[str](), list[str](), 0, _TAG
    while (start := source.find("<", place)) >= 0:
        match = tag.match(source, start)
        if match is None and tag is _TAG and source[start + 1 : start + 2].isalpha():
            tag = _SIMPLE_TAG
            match = tag.match(source, start)
        words.append(source[place : start if match else start + 1])
        if match is None:  # "less than"
            place = start + 1
            continue
        place, name = match.end(), (match[2] or "").lower()
        if name in UNSEEN and not match[1] and not match[3].endswith("/"):
            place = _end_of(name, source, place)
        if name in BLOCKS:
            blocks.append("".join(words))
            words = []
    return [*blocks, "".join([*words, source[place:]])]


def _end_of(name: str, source: str, place: int) -> int:
    end = re.compile(rf"</{name}[^<>]*>", re.IGNORECASE).search(source, place)
    return end.end() if end else len(source)
