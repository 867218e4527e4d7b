"""Counts the words of articles in the catalogue of a generation that is being made."""

import sqlite3
from collections import Counter
from collections.abc import Iterable

from corpus.article import Article
from index.forms import find_acronyms, words_of
from index.forms.sound import sound_key
from index.forms.words import Words, folded, spelled_out


class WordWriter:
    """Keeps the table of words as articles come and go; nothing is written until `write`."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        """Starts with the words that the catalogue has."""
        self._connection = connection
        self._articles: Counter[str] = Counter()
        self._lower: Counter[str] = Counter()
        self._capital: Counter[str] = Counter()

    def count(self, article: Article, by: int) -> None:
        """Counts the words of an article.

        Args:
            article: The article.
            by: 1 for one that comes, -1 for one that goes.
        """
        words = _words(article)
        for counter, own in ((self._articles, words.all), (self._lower, words.lower), (self._capital, words.capital)):
            for word in own:
                counter[word] += by

    def write(self) -> None:
        """Writes what was counted, where it comes to anything: most words of an edited text stay what they were."""
        counters = self._articles, self._lower, self._capital
        words = sorted(word for word in self._articles if any(counter[word] for counter in counters))
        self._connection.executemany(
            "INSERT INTO word VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (written) DO UPDATE SET "
            "articles = articles + excluded.articles, lower = lower + excluded.lower, "
            "capital = capital + excluded.capital",
            ((word, *_keys(word), self._articles[word], self._lower[word], self._capital[word]) for word in words),
        )
        self._connection.executemany(
            "DELETE FROM word WHERE written = ? AND articles <= 0", ((word,) for word in words)
        )
        for counter in counters:
            counter.clear()


def acronyms_of(article: Article) -> Iterable[tuple[str, str]]:
    """Yields each acronym that an article spells out, and what that stands for."""
    for acronym in find_acronyms(article.text):
        yield acronym.short, acronym.long


def _words(article: Article) -> Words:
    """Returns the words of an article; those of its headline and outlet are often capital ones for no reason."""
    text, head = words_of(article.text), words_of(f"{article.title}\n{article.outlet}")
    authors = words_of("\n".join(article.authors))
    return Words(text.all | head.all | authors.all, text.lower | head.lower, text.capital | authors.all)


def _keys(word: str) -> tuple[str, str | None, str | None]:
    plain, spelled = folded(word), spelled_out(word)
    return plain, spelled if spelled != plain else None, (word.isalpha() and sound_key(plain)) or None
