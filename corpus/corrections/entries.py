"""Changes what a corpus.toml says of one article, and not a byte of the rest."""

import re
import tomllib
from collections.abc import Mapping
from typing import Any

from corpus.corrections.statements import (
    Value,
    comments_in,
    cut_statements,
    is_header,
    is_pair,
    key_of,
    line_end,
    with_value,
    without_value,
    written_pair,
)
from corpus.errors import BadSidecar
from corpus.metadata.sidecar.tables import TOML_NAME, inside
from corpus.metadata.toml_text import quoted

# What can be said of an article here, under the name to write it under -> under all names it may have there.
_NAMES: Mapping[str, tuple[str, ...]] = {
    "outlet": ("outlet",),
    "title": ("title",),
    "date": ("date", "published"),
    "authors": ("authors", "author"),
    "skip": ("skip",),
}
_MAY_BE_HEADER = re.compile(r"""\s*\[\s*\[\s*["']?article""")


def with_entry(text: str, source: str, said: Mapping[str, Value | None]) -> str:
    """Returns the text of a corpus.toml that says something else of an article.

    Args:
        text: The text, valid TOML.
        source: The article's source: path of its file inside the corpus, with ``#n`` for record n of a file of many.
        said: Keys of ``[[article]]``, of those in the entry that is written here -> values; None takes one back.

    Raises:
        BadSidecar: The text is laid out in a way that cannot be changed here; the message says what to do.
    """
    statements = cut_statements(text)
    entry = _find(statements, source)
    if entry is None:
        given = {key: value for key, value in said.items() if value is not None}
        new = text + _new_entry(text, source, given) if given else text
    else:
        before, after = statements[: entry.start], statements[entry.stop :]
        changed = _changed(statements[entry.start : entry.stop], said, line_end(text))
        if (
            not is_header("".join(changed[:1]))
            and before
            and _is_empty(before[-1:])
            and _is_empty(changed[:1] or after)
        ):
            del before[-1]  # the line that parted the entry from the one before
        new = "".join([*before, *changed, *after])
    _verify(text, new, source, said)
    return new


def _is_empty(statements: list[str]) -> bool:
    """Says whether statements begin with an empty line, or there is none."""
    return not "".join(statements[:1]).strip()


def _find(statements: list[str], source: str) -> range | None:
    """Returns the places of the statements of an article's entry, its header among them; None where it has none."""
    headers = [place for place, statement in enumerate(statements) if is_header(statement)]
    for begins, ends in zip(headers, [*headers[1:], len(statements)], strict=False):
        if _MAY_BE_HEADER.match(statements[begins]) and tomllib.loads(statements[begins]) == {"article": [{}]}:
            pairs = (one for one in statements[begins:ends] if is_pair(one) and "file" in one)
            if any(_names(tomllib.loads(pair), source) for pair in pairs):
                return range(begins, ends)
    return None


def _names(row: Mapping[str, Any], source: str) -> bool:
    return "file" in row and inside(row["file"], TOML_NAME, "file") == source


def _changed(entry: list[str], said: Mapping[str, Value | None], end: str) -> list[str]:
    """Returns the statements of an entry as they are to be; where it would say nothing any more, what stood below."""
    lines, keys = list(entry), [key_of(line) if is_pair(line) else "" for line in entry]
    last = max(place for place, key in enumerate(keys) if key)
    added = list[str]()
    for name, value in said.items():
        places = [place for place, key in enumerate(keys) if key in _NAMES[name]]
        if value is not None and places:
            place = places.pop(0)
            lines[place] = with_value(lines[place], value)
        elif value is not None:
            added.append(written_pair(name, value) + end)
        for place in places:
            lines[place], keys[place] = without_value(lines[place]), ""
    head, below = lines[: last + 1], lines[last + 1 :]
    if not added and set(keys) == {"", "file"} and not any(map(comments_in, head)):
        return below
    if added and head[-1] and not head[-1].endswith("\n"):
        head[-1] += end
    return [*head, *added, *below]


def _new_entry(text: str, source: str, said: Mapping[str, Value]) -> str:
    end = line_end(text)
    pairs = (written_pair(key, value) for key, value in {"file": source, **said}.items())
    before = f"version = 1{end}" if not text else "" if text.endswith("\n") else end
    return before + end + "".join(f"{line}{end}" for line in ("[[article]]", *pairs))


def _verify(text: str, new: str, source: str, said: Mapping[str, Value | None]) -> None:
    """Makes sure that a new text says of the article what it should, and of all else what the old one did.

    Raises:
        BadSidecar: It does not.
    """
    own, others = _parts(tomllib.loads(text), source)
    wanted = {key: value for key, value in own.items() if key not in said}
    wanted |= {
        key: list(value) if isinstance(value, tuple) else value for key, value in said.items() if value is not None
    }
    try:
        same = _parts(tomllib.loads(new), source) == (wanted, others)
    except tomllib.TOMLDecodeError:
        same = False
    if not same:
        entry = ", ".join(written_pair(key, value) for key, value in said.items() if value is not None)
        raise BadSidecar(
            f"{TOML_NAME} is laid out in a way that Dateline cannot change, so it was left as it is. Change it "
            f"yourself: an [[article]] table with file = {quoted(source)}, {entry or 'without these keys'}."
        )


def _parts(tables: dict[str, Any], source: str) -> tuple[dict[str, Any], list[Any]]:
    """Returns what tables say of an article, under the names that are written here, and all else."""
    names = {other: name for name, others in _NAMES.items() for other in others}
    rows = tables.get("article", [])
    own = {names.get(key, key): row[key] for row in rows if _names(row, source) for key in row if key != "file"}
    rest = {key: value for key, value in tables.items() if key not in ("article", "version")}
    return own, [[row for row in rows if not _names(row, source)], rest]
