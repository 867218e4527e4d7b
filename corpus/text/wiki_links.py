"""Links between notes, as Obsidian and others write them: ``[[page]]``, ``[[folder/page#head|words]]``."""

import re

_LINK = re.compile(r"(?<!!)\[\[(?P<page>[^\[\]|\n]{1,300})(?:\\?\|(?P<words>[^\[\]\n]{0,300}))?\]\](?!\()")


def without_links(text: str) -> str:
    """Returns a text with the words that a reader sees of each link between notes.

    Pictures and notes shown in place (``![[map.png]]``) stay as they are, and so do numbers of footnotes in brackets
    of their own (``[[1]](https://...)``).
    """
    return _LINK.sub(_words, text) if "[[" in text else text


def _words(match: re.Match[str]) -> str:
    page, _, head = match["page"].partition("#")
    return (match["words"] or "").strip() or page.rpartition("/")[2].strip() or head.strip()
