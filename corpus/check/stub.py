"""A corpus.toml to fill in: an entry for each article of which the outlet, the date or the headline is unknown."""

from collections.abc import Iterable, Iterator

from corpus.article import UNKNOWN_OUTLET, Article, file_of
from corpus.metadata.toml_text import quoted

_OPENING = 70  # characters of the text that tell which article it is
_RECORDS_SHOWN = 20  # of one file
_OUTLET = '# outlet = ""'

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

# Where the records of an export give their fields, if not under names that are known; a point leads into an object:
# [fields]
# text = ["story.body"]
# outlet = ["medium", "paper.name"]

# Words that mean the same; a question with one finds the others:
# [[synonym]]
# words = ["Kiev", "Kyiv"]
"""


def sidecar_stub(articles: Iterable[Article]) -> str:
    """Returns the text of a corpus.toml that changes nothing until it is filled in."""
    by_file: dict[str, list[Article]] = {}
    for article in articles:
        by_file.setdefault(file_of(article.source), []).append(article)
    entries = (entry for file, found in by_file.items() for entry in _entries(file, found))
    return "\n".join([_HEAD, *("\n".join(entry) + "\n" for entry in entries)])


def _entries(file: str, articles: list[Article]) -> Iterator[list[str]]:
    """Gives the entries of a file: of the whole file only what none of its records says, since it wins over theirs."""
    of_none = len(articles) > 1 and all(article.outlet == UNKNOWN_OUTLET for article in articles)
    if of_none:
        yield [
            f"# None of its {len(articles):,} records names an outlet. If one outlet published them all:",
            *_entry(file, [_OUTLET]),
        ]
    lacking = [
        (article, lines)
        for article in articles
        if (lines := [line for line in _unknown(article) if not (of_none and line == _OUTLET)])
    ]
    for article, lines in lacking[:_RECORDS_SHOWN]:
        yield [_opening(article), *_entry(article.source, lines)]
    if len(lacking) > _RECORDS_SHOWN:
        yield [f"# {len(lacking) - _RECORDS_SHOWN:,} more records of {quoted(file)} lack something."]


def _unknown(article: Article) -> list[str]:
    """Returns the lines that would tell what is not known."""
    lines = {
        _OUTLET: article.outlet == UNKNOWN_OUTLET,
        "# date = 2026-01-31": article.published is None,
        '# title = ""': not article.title,
    }
    return [line for line, missing in lines.items() if missing]


def _opening(article: Article) -> str:
    words = " ".join((article.title or article.text).split())
    opening = "".join(character for character in words if character.isprintable())  # TOML allows no others
    return f"# {opening[:_OPENING]}{'…' if len(opening) > _OPENING else ''}"


def _entry(source: str, lines: list[str]) -> list[str]:
    return ["[[article]]", f"file = {quoted(source)}", *lines]
