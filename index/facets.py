"""The tables of what articles have several of and are counted by: their authors and their flags."""

import sqlite3

from corpus.article import Article

_TABLES = ("author", "flag")


def add_facets(connection: sqlite3.Connection, number: int, article: Article) -> None:
    """Adds those of an article that has none yet; who has no author has the empty name."""
    for table, names in zip(_TABLES, (article.authors or ("",), article.flags), strict=True):
        rows = ((name, number) for name in dict.fromkeys(names))
        connection.executemany(f"INSERT INTO {table} VALUES (?, ?)", rows)


def remove_facets(connection: sqlite3.Connection, number: int) -> None:
    """Removes those of an article."""
    for table in _TABLES:
        connection.execute(f"DELETE FROM {table} WHERE article = ?", (number,))


def fill_facets(connection: sqlite3.Connection) -> None:
    """Fills the tables, which are empty, from the articles of a catalogue made without them."""
    for table in _TABLES:
        connection.execute(
            f"INSERT INTO {table} SELECT DISTINCT value, number FROM article, json_each(article.{table}s)"
        )
    connection.execute("INSERT INTO author SELECT '', number FROM article WHERE authors = '[]'")
