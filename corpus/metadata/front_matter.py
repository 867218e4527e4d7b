"""The block of fields at the top of an article: YAML, TOML or JSON, as many tools write it, or lines by hand."""

import json
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field

import yaml

from corpus.metadata.names import SIMPLE_NAMES
from corpus.text.folding import fold_name
from corpus.text.wiki_links import without_links

_YAML_BLOCK = re.compile(r"\A\s*^---[ \t]*\n(?P<block>.*?)^(?:---|\.\.\.)[ \t]*$\n?", re.DOTALL | re.MULTILINE)
_TOML_BLOCK = re.compile(r"\A\s*^\+\+\+[ \t]*\n(?P<block>.*?)^\+\+\+[ \t]*$\n?", re.DOTALL | re.MULTILINE)
_JSON_END = re.compile(r"[ \t]*\n(?=\s*\S)")
_KEY_LINE = re.compile(r"^(?P<key>[A-Za-z_][\w .-]{0,40}?)\s*:(?:\s+(?P<value>.*))?$")
_TOML_LINE = re.compile(r"^(?P<key>[A-Za-z_][\w.-]{0,40})\s*=(?P<value>.*)$")
_HEADING_LINE = re.compile(r"\A\s*#[ \t]+(?P<title>[^\n]{1,500})\n\s*\n")
_OWN_TABLES = ("params", "extra")  # where Hugo and Zola have the fields that they do not know themselves
_DEEPEST_LINK = 2  # lists around the words of a link in a list
_BLOCK_LIMIT = 32_768  # characters; longer blocks are text between two rules
_LABELLED = frozenset().union(*(SIMPLE_NAMES[field] for field in ("outlet", "title", "published", "url", "authors")))
_LABELS_FEWEST = 2
_MOST_BRACKETS = 200  # the YAML reader takes quadratic time over nested brackets
_MOST_POINTS = 2_000  # and the TOML reader over names of many parts
_KNOWN = frozenset().union(*SIMPLE_NAMES.values()) | {
    "layout", "description", "summary", "tags", "categories", "category", "lang", "language", "slug", "draft", "image",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """What stands above a text, and the text.

    Attributes:
        fields: Name -> value; strings, lists and mappings, and the days and numbers of TOML and JSON.
        body: The rest of the file; all of it when there is no front matter.
        warning: What was wrong with the block, or empty.
        dropped: Lines of the block that say nothing which an article has a field for.
    """

    body: str
    fields: Mapping[str, object] = field(default_factory=dict)
    warning: str = ""
    dropped: tuple[str, ...] = ()


def split_front_matter(text: str) -> FrontMatter:
    """Splits front matter from a text: YAML between ``---``, TOML between ``+++``, or one JSON object.

    Text between two rules is front matter only when it is a mapping with at least one field that tools write:
    otherwise it is part of the article and stays there. Links between notes in the values become their words.

    Args:
        text: A decoded file with newlines as line ends.
    """
    for block, read, line, language in _FORMS:
        if (match := block.match(text)) and len(match["block"]) <= _BLOCK_LIMIT:
            parsed, warning = read(match["block"]), ""
            if parsed is None:
                parsed = _read_lines(match["block"], line)
                warning = f"The front matter is not valid {language}; it was read line by line."
            return _as_front_matter(text, parsed, match.end(), warning)
    if text.lstrip().startswith("{"):
        return _as_front_matter(text, *_read_json(text))
    return FrontMatter(text)


def _as_front_matter(text: str, parsed: object, end: int, warning: str = "") -> FrontMatter:
    if not isinstance(parsed, dict) or not _KNOWN & {fold_name(str(key)) for key in parsed}:
        return FrontMatter(text)
    for table in (parsed.get(name) for name in _OWN_TABLES):
        parsed = {**table, **parsed} if isinstance(table, dict) else parsed
    return FrontMatter(text[end:], {str(key): _without_links(value) for key, value in parsed.items()}, warning)


def _without_links(value: object) -> object:
    """Returns a value with the words of its links; not of what lies deeper: YAML can repeat that out of bounds.

    Without quotation marks around it, a link is a list in a list to YAML.
    """
    if isinstance(value, str):
        return without_links(value)
    if isinstance(value, list):
        return [without_links(item) if isinstance(item, str) else item for item in map(_unwrapped, value)]
    return value


def _unwrapped(item: object) -> object:
    """Returns what stands in lists of one, one in the other."""
    for _ in range(_DEEPEST_LINK):
        item = item[0] if isinstance(item, list) and len(item) == 1 else item
    return item


def split_labels(text: str) -> FrontMatter:
    """Splits lines such as ``Source: Quay Courier`` and ``Date: 2026-02-18`` from the text below them.

    They stand above everything else but the heading (as Notion writes it), each with a label and a value, at least two
    of them with a label that is known, and an empty line below the last. Otherwise they are text and stay there.

    Args:
        text: A decoded file with newlines as line ends.
    """
    heading = _HEADING_LINE.match(text)
    block, _, body = text[heading.end() if heading else 0 :].lstrip("\n").partition("\n\n")
    lines = [line for line in block.split("\n") if line.strip()]
    matches = [match for line in lines if (match := _KEY_LINE.match(line)) and match["value"]]
    fields = {match["key"]: match["value"].strip() for match in matches if fold_name(match["key"]) in _LABELLED}
    if len(matches) < len(lines) or len(fields) < _LABELS_FEWEST or not body.strip():
        return FrontMatter(text)
    rest = tuple(match.group().strip() for match in matches if fold_name(match["key"]) not in _LABELLED)
    titled = {**({"title": heading["title"].strip()} if heading else {}), **fields}
    return FrontMatter(body, titled, dropped=rest)


def _read_yaml(block: str) -> object:
    if block.count("[") + block.count("{") > _MOST_BRACKETS:
        return None
    try:
        # BaseLoader makes strings of everything: a title "no" stays "no", a date stays as written, and tags that
        # name Python objects are only words.
        return yaml.load(block, Loader=yaml.BaseLoader)
    except (yaml.YAMLError, ValueError, RecursionError):
        return None


def _read_toml(block: str) -> object:
    if block.count("[") + block.count("{") > _MOST_BRACKETS or block.count(".") > _MOST_POINTS:
        return None
    try:
        return tomllib.loads(block)
    except (ValueError, RecursionError):
        return None


def _read_json(text: str) -> tuple[object, int]:
    """Returns the object that a text begins with and where the text goes on; None where it is no front matter."""
    start = len(text) - len(text.lstrip())
    try:
        parsed, end = json.JSONDecoder().raw_decode(text[: start + _BLOCK_LIMIT], start)
    except (ValueError, RecursionError):
        return None, 0
    below = _JSON_END.match(text, end)
    return (parsed, below.end()) if below else (None, 0)


def _read_lines(block: str, pattern: re.Pattern[str]) -> dict[str, str] | None:
    fields: dict[str, str] = {}
    for line in block.split("\n"):
        match = pattern.match(line)
        if match:
            fields.setdefault(match["key"], (match["value"] or "").strip().strip("'\""))
        elif line.strip() and not line.startswith((" ", "\t", "-", "#", "[", "]")):
            return None  # running text
    return fields


_FORMS = (
    (_YAML_BLOCK, _read_yaml, _KEY_LINE, "YAML (often a colon in an unquoted title)"),
    (_TOML_BLOCK, _read_toml, _TOML_LINE, "TOML (often a title without quotation marks)"),
)
