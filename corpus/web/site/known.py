"""The names of well-known sites, by their domains: what an outlet is called where its page does not say it well."""

from functools import cache
from importlib.resources import files

from corpus.text import squash

_TABLE = "known.txt"  # one site a line: its domains | its name | other names that its pages give it
_SHORT = 2  # letters; so short a name may be another thing, too


def known_names(host: str) -> tuple[str, ...]:
    """Returns the names of the site of a host, the one to show first; none where the site is not on the list."""
    while host:
        if names := _table().get(host):
            return names
        host = host.partition(".")[2]
    return ()


def is_known(name: str) -> bool:
    """Says whether a name is one of the list, or a domain of it; one word such as "Today" may be another thing."""
    telling = " " in name.strip() or ((name.isupper() or name.lower() == name.upper()) and len(name) > _SHORT)
    return name.strip().lower() in _table() or (telling and squash(name) in _names())


@cache
def _names() -> frozenset[str]:
    return frozenset(squash(name) for names in _table().values() for name in names)


@cache
def _table() -> dict[str, tuple[str, ...]]:
    lines = (files("corpus.web.site") / _TABLE).read_text("utf-8").splitlines()
    rows = ([cell.strip() for cell in line.split("|")] for line in lines if line and not line.startswith("#"))
    return {domain: tuple(names) for domains, *names in rows for domain in domains.split()}
