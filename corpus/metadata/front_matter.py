"""The block of ``key: value`` lines at the top of an article: between rules, as many tools write it, or by hand."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

import yaml

from corpus.metadata.record import NAMES

_BLOCK = re.compile(r"\A\s*^---[ \t]*\n(?P<block>.*?)^(?:---|\.\.\.)[ \t]*$\n?", re.DOTALL | re.MULTILINE)
_KEY_LINE = re.compile(r"^(?P<key>[A-Za-z_][\w .-]{0,40}?)\s*:(?:\s+(?P<value>.*))?$")
_BLOCK_LIMIT = 32_768  # characters; longer blocks are text between two rules
_LABELLED = frozenset(name for field in ("outlet", "title", "published", "url", "authors") for name in NAMES[field])
_LABELS_FEWEST = 2
_MOST_BRACKETS = 200  # the YAML reader takes quadratic time over nested brackets
_KNOWN = frozenset(name for names in NAMES.values() for name in names) | {
    "layout", "description", "summary", "tags", "categories", "category", "lang", "language", "slug", "draft", "image",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """What stands above a text, and the text.

    Attributes:
        fields: Name -> value, all values strings, or lists and mappings of strings.
        body: The rest of the file; all of it when there is no front matter.
        warning: What was wrong with the block, or empty.
        dropped: Lines of the block that say nothing which an article has a field for.
    """

    body: str
    fields: Mapping[str, object] = field(default_factory=dict)
    warning: str = ""
    dropped: tuple[str, ...] = ()


def split_front_matter(text: str) -> FrontMatter:
    """Splits front matter from a text.

    Text between two rules (``---``) is front matter only when it is a mapping with at least one field that tools
    write: otherwise it is part of the article and stays there.

    Args:
        text: A decoded file with newlines as line ends.
    """
    match = _BLOCK.match(text)
    if not match or len(match["block"]) > _BLOCK_LIMIT:
        return FrontMatter(text)
    warning = ""
    parsed = _read_yaml(match["block"])
    if parsed is None:
        parsed = _read_lines(match["block"])
        warning = "The front matter is not valid YAML (often a colon in an unquoted title); it was read line by line."
    if not isinstance(parsed, dict) or not _KNOWN & {str(key).strip().lower() for key in parsed}:
        return FrontMatter(text)
    return FrontMatter(text[match.end() :], {str(key): value for key, value in parsed.items()}, warning)


def split_labels(text: str) -> FrontMatter:
    """Splits lines such as ``Source: Quay Courier`` and ``Date: 2026-02-18`` from the text below them.

    They stand above everything else, each with a label and a value, at least two of them with a label that is known,
    and an empty line below the last. Otherwise they are text and stay there.

    Args:
        text: A decoded file with newlines as line ends.
    """
    block, _, body = text.lstrip("\n").partition("\n\n")
    lines = [line for line in block.split("\n") if line.strip()]
    matches = [match for line in lines if (match := _KEY_LINE.match(line)) and match["value"]]
    fields = {match["key"]: match["value"].strip() for match in matches if match["key"].lower() in _LABELLED}
    if len(matches) < len(lines) or len(fields) < _LABELS_FEWEST or not body.strip():
        return FrontMatter(text)
    rest = tuple(match.group().strip() for match in matches if match["key"].lower() not in _LABELLED)
    return FrontMatter(body, fields, dropped=rest)


def _read_yaml(block: str) -> object:
    if block.count("[") + block.count("{") > _MOST_BRACKETS:
        return None
    try:
        # BaseLoader makes strings of everything: a title "no" stays "no", a date stays as written, and tags that
        # name Python objects are only words.
        return yaml.load(block, Loader=yaml.BaseLoader)
    except (yaml.YAMLError, ValueError, RecursionError):
        return None


def _read_lines(block: str) -> dict[str, str] | None:
    fields: dict[str, str] = {}
    for line in block.split("\n"):
        match = _KEY_LINE.match(line)
        if match:
            fields.setdefault(match["key"], (match["value"] or "").strip().strip("'\""))
        elif line.strip() and not line.startswith((" ", "\t", "-", "#")):
            return None  # running text
    return fields
