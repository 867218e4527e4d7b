"""Tells stories apart: by the words that two articles share, and by the names in what they do not share."""

import re
from collections import Counter
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from functools import cache

from corpus.article import Article
from corpus.text import sentence_spans
from corpus.text.date_words import MONTHS, WEEKDAYS
from corpus.text.folding import fold

_SUBJECT = 12  # most frequent names that stand for the subject of an article
_FEWEST = 3  # fewer say nothing about it
# On 2,463 articles of 54 outlets, sentences that stand in three articles of which no two share a third of these names
# were boilerplate of the page, nearly all; those of articles that share more were background and pictures of one story.
_ONE_STORY = 1 / 3
_ONE_TEXT = 1 / 2  # of the shorter article's characters, in sentences that both have
_LONG_WORD = 5  # letters of a word that may stand for the subject where a text has no names

_WORD = re.compile(r"[^\W\d_]{3,}")
_NO_NAMES = frozenset({"and", "for", "the", *WEEKDAYS, *MONTHS})
_NO_SUBJECT = frozenset(
    """
    about after again against before being below between could doing every first having might other should since still
    their there these thing things those through under until where which while whose would
    """.split()
)
_TITLE_FEWEST = 4  # words of a headline that may tell a series
_ONE_SERIES = 1 / 2  # of the shorter headline's words


@dataclass(frozen=True, slots=True)
class _Profile:
    """An article by sentences, white space and case folded: the names and the long words in each."""

    names: Mapping[str, Counter[str]]
    words: Mapping[str, Counter[str]]


def names_in(line: str, outlet: str) -> set[str]:
    """Returns the words with which a line names something, case folded.

    Neither the first word counts nor days, months and the outlet itself; where all is in capitals nothing does.
    """
    words = _WORD.findall(line)
    if not any(word.islower() for word in words):
        return set()
    return {word.casefold() for word in words[1:] if word[0].isupper()} - _NO_NAMES - _words_of(outlet)


class StoryComparer:
    """Compares articles by their ids; each is looked at once, and each pair once.

    Args:
        article: Returns the article of an id.
    """

    def __init__(self, article: Callable[[str], Article]) -> None:
        """Keeps the means to look."""
        self.article = article
        self._profile = cache(lambda article_id: _profile_of(article(article_id)))
        self._two_texts = cache(lambda one, other: _share_little(self._profile(one), self._profile(other)))
        self._two_subjects = cache(lambda one, other: _have_other_subjects(self._profile(one), self._profile(other)))

    def are_two_texts(self, one: str, other: str) -> bool:
        """Says whether two articles are no versions of one text: they share less than half of the shorter one."""
        return self._two_texts(one, other)

    def are_two_stories(self, one: str, other: str) -> bool:
        """Says whether two articles surely tell different stories: around what they share, other names are named."""
        return self._two_texts(one, other) and self._two_subjects(one, other)

    def headline(self, article_id: str) -> set[str]:
        """Returns the words of an article's headline, case folded."""
        return _words_of(self.article(article_id).title)

    def are_instalments(self, one: str, other: str) -> bool:
        """Says whether two articles are instalments of a series: their headlines differ in little but numbers."""
        first, second = self.headline(one), self.headline(other)
        fewer = min(len(first), len(second))
        return fewer >= _TITLE_FEWEST and len(first & second) >= _ONE_SERIES * fewer

    def share_known(self, words: str, article_id: str, other: str) -> float:
        """Returns how much of what a line names its article speaks of, too.

        Args:
            words: The line. Of one that names nothing the long words count.
            article_id: The article in which it stands.
            other: Another one in which it stands; what both have is left out of the first.

        Returns:
            Share of the names from 0 to 1; 0 when there are none.
        """
        profile, shared = self._profile(article_id), self._profile(other).names.keys()
        found = _WORD.findall(words)
        named = names_in(words, self.article(article_id).outlet)
        rest = profile.names if named else profile.words
        known = {word for sentence, count in rest.items() if sentence not in shared for word in count}
        if named and found[0].casefold() in known:
            named.add(found[0].casefold())
        terms = named or {word.casefold() for word in found if len(word) >= _LONG_WORD} - _NO_SUBJECT
        return len(terms & known) / len(terms) if terms else 0.0


def _profile_of(article: Article) -> _Profile:
    own = _words_of(article.outlet)
    names: dict[str, Counter[str]] = {}
    words: dict[str, Counter[str]] = {}
    for start, end in sentence_spans(article.text):
        sentence = article.text[start:end]
        key = fold(sentence)
        found = _WORD.findall(sentence)
        names[key] = Counter(word.casefold() for word in found[1:] if word[0].isupper() and word.casefold() not in own)
        words[key] = Counter(word.casefold() for word in found if len(word) >= _LONG_WORD)
    return _Profile(names, words)


def _words_of(name: str) -> set[str]:
    return {word.casefold() for word in _WORD.findall(name)}


def _share_little(one: _Profile, other: _Profile) -> bool:
    shared = one.names.keys() & other.names.keys()
    return sum(map(len, shared)) < _ONE_TEXT * min(sum(map(len, one.names)), sum(map(len, other.names)))


def _have_other_subjects(one: _Profile, other: _Profile) -> bool:
    shared = one.names.keys() & other.names.keys()
    first, second = _subject(one.names, shared), _subject(other.names, shared)
    if min(len(first), len(second)) < _FEWEST:
        first, second = _subject(one.words, shared), _subject(other.words, shared)
    fewer = min(len(first), len(second))
    return fewer >= _FEWEST and len(first & second) < _ONE_STORY * fewer


def _subject(counts: Mapping[str, Counter[str]], without: Collection[str]) -> set[str]:
    total: Counter[str] = Counter()
    for sentence, count in counts.items():
        if sentence not in without:
            total.update(count)
    # Ties are broken by the alphabet, so that the same texts always give the same subjects.
    return set(sorted(total, key=lambda word: (-total[word], word))[:_SUBJECT])
