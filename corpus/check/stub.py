"""A corpus.toml to fill in: an entry for each file of which the outlet, the date or the headline is unknown."""

import json
from collections.abc import Iterable, Iterator

from corpus.article import UNKNOWN_OUTLET, Article, file_of

_OPENING = 70  # characters of the text that tell which article it is

_HEAD = """\
# What the files do not say themselves. Fill in what you know and take away the "# " before it;
# `dateline check` shows what becomes of it. What you write here wins over everything else.
version = 1

# One rule for all files of a folder:
# [[folder]]
# path = "clippings/*"
# outlet = "The Quay Courier"

# Other names of an outlet, its domains, and lines that it prints in every article:
# [[outlet]]
# name = "The Quay Courier"
# aliases = ["Quay Courier"]
# domains = ["courier.example"]
# drop_lines = ["Read our newsletter"]

# Words that mean the same; a question with one finds the others:
# [[synonym]]
# words = ["Kiev", "Kyiv"]
"""


def sidecar_stub(articles: Iterable[Article]) -> str:
    """Returns the text of a corpus.toml that changes nothing until it is filled in."""
    by_file: dict[str, list[Article]] = {}
    for article in articles:
        by_file.setdefault(file_of(article.source), []).append(article)
    entries = ("\n".join(_entry(file, found)) for file, found in by_file.items() if any(map(_unknown, found)))
    return "\n".join([_HEAD, *(entry + "\n" for entry in entries)])


def _unknown(article: Article) -> list[str]:
    """Returns the lines that would tell what is not known."""
    lines = {
        '# outlet = ""': article.outlet == UNKNOWN_OUTLET,
        "# date = 2026-01-31": article.published is None,
        '# title = ""': not article.title,
    }
    return [line for line, missing in lines.items() if missing]


def _entry(file: str, articles: list[Article]) -> Iterator[str]:
    if len(articles) == 1:
        words = " ".join((articles[0].title or articles[0].text).split())
        opening = "".join(character for character in words if character.isprintable())  # TOML allows no others
        yield f"# {opening[:_OPENING]}{'…' if len(opening) > _OPENING else ''}"
        lines = _unknown(articles[0])
    else:
        unknown = [_unknown(article) for article in articles]
        yield f"# {sum(map(bool, unknown)):,} of {len(articles):,} records lack something; this is said of all of them,"
        yield f"# and file = {_quoted(articles[0].source)} would be the entry of one"
        lines = [line for line in dict.fromkeys(line for several in unknown for line in several) if "title" not in line]
    yield "[[article]]"
    yield f"file = {_quoted(file)}"
    yield from lines


def _quoted(name: str) -> str:
    """Returns a name as a TOML string; those of JSON are the same but for one character."""
    return json.dumps(name, ensure_ascii=False).replace("\x7f", "\\u007f")
