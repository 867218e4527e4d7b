"""What the catalogue knows of words: how often and in which form articles hold them, acronyms, synonyms."""

import json
from collections.abc import Iterable

from index.catalog.catalog import Catalog
from index.forms import Acronym, Word


def words_folded(catalog: Catalog, folded: Iterable[str]) -> list[Word]:
    """Returns the words whose folded or spelled out form is one of these; see `index.forms.words`."""
    return _words(
        catalog,
        "folded IN (SELECT value FROM json_each(?1)) OR spelled_out IN (SELECT value FROM json_each(?1))",
        json.dumps(list(folded)),
    )


def words_sounding(catalog: Catalog, key: str) -> list[Word]:
    """Returns the words of a key; see `index.forms.sound`."""
    return _words(catalog, "sound = ?", key)


def words_beginning(catalog: Catalog, beginning: str) -> list[Word]:
    """Returns the words whose folded form begins so."""
    return _words(catalog, "folded >= ?1 AND folded < ?1 || char(1114111)", beginning)


def _words(catalog: Catalog, where: str, value: str) -> list[Word]:
    rows = catalog.select(f"SELECT written, folded, articles, lower, capital FROM word WHERE {where}", value)
    return [Word(*row) for row in rows]


def acronyms(catalog: Catalog) -> dict[Acronym, int]:
    """Returns the acronyms that articles spell out, each with how many do."""
    rows = catalog.select("SELECT short, long, count(*) FROM acronym GROUP BY short, long ORDER BY short, long")
    return {Acronym(short, long): count for short, long, count in rows}


def synonyms(catalog: Catalog) -> list[list[str]]:
    """Returns the words that mean the same, as the sidecar gives them."""
    groups: dict[int, list[str]] = {}
    for number, words in catalog.select("SELECT number, words FROM synonym ORDER BY rowid"):
        groups.setdefault(number, []).append(words)
    return list(groups.values())


def rows_with_term(catalog: Catalog, term: str) -> int:
    """Returns how many rows hold a term, where the store counts them here."""
    found = catalog.select("SELECT rows FROM term WHERE term = ?", term)
    return int(found[0][0]) if found else 0


def terms_beginning(catalog: Catalog, beginning: str) -> list[str]:
    """Returns the terms that are counted here and begin so."""
    found = catalog.select("SELECT term FROM term WHERE term >= ?1 AND term < ?1 || char(1114111)", beginning)
    return [term for (term,) in found]
