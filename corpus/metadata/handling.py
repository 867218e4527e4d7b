"""How a newsroom handles an article: under which slug and keywords, until when it is held back, which version it is."""

import re
from collections.abc import Callable, Mapping, Sequence

from corpus.article import Edition
from corpus.metadata.times import read_time
from corpus.text import clean_line

# The names that exports and front matter give to these fields; `corpus.metadata.record` has those of the others.
HANDLING_NAMES: Mapping[str, Sequence[str]] = {
    "slug": ("slug", "slugline"),
    "keywords": ("keywords", "tags"),
    "embargo": ("embargo", "embargoed", "embargo_until"),
    "edition": ("edition",),
}

_LINE_LIMIT = 200  # characters
_MOST_KEYWORDS = 50
_BETWEEN = re.compile(r"[,;|\n]")


def _read_slug(value: object) -> str:
    return clean_line(value)[:_LINE_LIMIT] if isinstance(value, str) else ""


def _read_keywords(value: object) -> tuple[str, ...]:
    items = _BETWEEN.split(value) if isinstance(value, str) else value if isinstance(value, list | tuple) else ()
    names = (item.get("name") if isinstance(item, Mapping) else item for item in items[:_MOST_KEYWORDS])
    words = (clean_line(name)[:_LINE_LIMIT] for name in names if isinstance(name, str))
    return tuple(dict.fromkeys(filter(None, words)))


def _read_edition(value: object) -> Edition | None:
    return value if isinstance(value, Edition) else None  # only a parser makes one; "edition" may be that of a paper


HANDLING_READERS: Mapping[str, Callable[[object], object]] = {
    "slug": _read_slug,
    "keywords": _read_keywords,
    "embargo": read_time,
    "edition": _read_edition,
}
