"""The text of a record: the first field that holds all of it, as plain text."""

import re
from collections.abc import Iterator, Mapping, Sequence

from corpus.metadata.field_map import Found
from corpus.metadata.names import LEAD_ONLY_WITH, LEADS
from corpus.text.folding import fold_name
from corpus.text.markup import plain_text

# "[+1234 chars]" (NewsAPI), "... [1234 chars]" (GNews), "[…]" (excerpts), what paid plans leave in place of a text.
_CUT_OFF = re.compile(
    r"(?:\[\+?\s?[\d,.]{1,12}\s(?:more\s)?char(?:acter)?s\]|\[\s?(?:…|\.\.\.)\s?\])\W{0,5}$"
    r"|^\W{0,5}only available in (?:paid|corporate|professional) plans?\W{0,5}$",
    re.IGNORECASE,
)
_ENDS_IN_DOTS = re.compile(r"(?:…|\.\.\.)\W{0,3}$")
_LEADS_ON = re.compile(
    r"\b(?:read|continue reading|read the) (?:more|full story|article)\W{0,5}$|\bread more\b\W{0,5}$", re.I
)
_TEASER = 300  # characters; shorter texts that end in dots are beginnings
_END = 100  # characters that tell whether a text is cut off
_PAGE = re.compile(r"\s*<(?:!doctype|html|head)\b", re.IGNORECASE)  # its menus are no text
_PARTS = ("summary", "sections", "headline", "paragraphs")  # of a text in pieces, as fundus writes it
_PIECE = ("text", "content", "html", "value", "bodyhtml", "bodytextsummary", "plaintext")
_LEVELS = 5
_MOST_PIECES = 20_000  # paragraphs; no article has so many words
_LONG = 200  # characters; a longer value may well be the text
_NAMES_SHOWN, _NAME_SHOWN = 20, 60


class NoText(ValueError):
    """A record has no text, or only its beginning; the message says what it has."""


def read_body(record: Mapping[str, object], places: list[Found]) -> tuple[str, str]:
    """Returns the full text of a record, and the path of the field that holds it.

    Args:
        record: The record.
        places: The values in it that may be its text, the most trusted first.

    Raises:
        NoText: It has none, or only its beginning, as some services send.
    """
    cut = ""
    for place in places:
        text = _plain(place.value)
        if not text or text.isspace():
            continue
        if _is_cut_off(text, place.path):
            cut = cut or place.path
            continue
        above = _lead(record, place.path)
        return (f"{above}\n\n{text}" if above and not text.startswith(above) else text), place.path
    if cut:
        named = " ".join(cut.split())[:_NAME_SHOWN]
        raise NoText(f"metadata only: the text in {named} is cut off, the export holds just its beginning")
    raise NoText(_without_text(record))


def _lead(record: Mapping[str, object], path: str) -> str:
    """Returns the beginning of a text that another field holds."""
    lead = LEADS.get(fold_name(path), "")
    if not lead:
        return ""
    folded = {fold_name(str(name)): value for name, value in record.items()}
    needed = LEAD_ONLY_WITH.get(lead)
    return _plain(folded.get(lead)) if needed is None or folded.get(needed) else ""


def holds_text(value: object) -> bool:
    """Says whether a value is words, or the pieces of a text."""
    return bool(value.strip()) if isinstance(value, str) else any(_pieces(value, _LEVELS))


def _plain(value: object) -> str:
    if isinstance(value, str):
        return "" if "<" in value and _PAGE.match(value) else plain_text(value)
    return "\n\n".join(plain_text(piece) for piece in _pieces(value, _LEVELS))


def _pieces(value: object, levels: int) -> Iterator[str]:
    """Gives the paragraphs of a text that is written as a list or an object."""
    if isinstance(value, str):
        if value.strip():
            yield value
    elif isinstance(value, list) and levels:
        for item in value[:_MOST_PIECES]:
            yield from _pieces(item, levels - 1)
    elif isinstance(value, Mapping) and levels:
        folded = {fold_name(str(name)): inner for name, inner in value.items()}
        names = _PARTS if "sections" in folded or "paragraphs" in folded else _PIECE
        found = [list(_pieces(folded.get(name), levels - 1)) for name in names]
        if "title" not in folded:  # else it is a record of its own
            yield from (piece for pieces in (found if names is _PARTS else filter(None, found)) for piece in pieces)


def _is_cut_off(text: str, path: str) -> bool:
    end = text[-_END:].rstrip()
    if _CUT_OFF.search(end if len(text) > _END else text.strip()):
        return True
    if path.lower().startswith("summary") and _LEADS_ON.search(end):
        return True
    return len(text) < _TEASER and _ENDS_IN_DOTS.search(end) is not None


def _without_text(record: Mapping[str, object]) -> str:
    strings = dict(_strings(record, "", _LEVELS))
    longest = max(strings, key=lambda name: len(strings[name]), default="")
    path = longest if longest and len(strings[longest]) > _LONG else ""
    return f"metadata only: no text in any of its fields{advice(list(strings) or list(map(str, record)), path)}"


def advice(names: Sequence[str], path: str = "") -> str:
    """Returns the names that a record has, and how to say which of them holds the text."""
    shown = [" ".join(name.split())[:_NAME_SHOWN] for name in names[:_NAMES_SHOWN]]
    more = ["…"] if len(names) > _NAMES_SHOWN else []
    return (
        f" ({', '.join(filter(None, [*shown, *more]))}); if one of them holds it, say so in corpus.toml: "
        f'[fields] text = ["{" ".join(path.split())[:_NAME_SHOWN] or "..."}"]'
    )


def _strings(value: object, path: str, levels: int) -> Iterator[tuple[str, str]]:
    """Gives the path and value of each string in a record; those in a list under one path."""
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, list) and levels and value:
        yield from _strings(value[0], path, levels - 1)
    elif isinstance(value, Mapping) and levels:
        for name, inner in value.items():
            yield from _strings(inner, f"{path}.{name}" if path else str(name), levels - 1)
