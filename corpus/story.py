"""Tells stories apart: by the words that two articles share, and by the names in what they do not share."""

import re
from collections import Counter
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass

from corpus.article import Article
from corpus.sentences import sentence_spans

_SUBJECT = 12  # most frequent names that stand for the subject of an article
_FEWEST = 3  # fewer say nothing about it
# On 2,463 articles of 54 outlets, sentences that stand in three articles of which no two share a third of these names
# were furniture of the page, nearly all; those of articles that share more were background and pictures of one story.
_ONE_STORY = 1 / 3
_ONE_TEXT = 1 / 2  # of the shorter article's characters, in sentences that both have
_LONG_WORD = 5  # letters of a word that may stand for the subject where a text has no names

_WORD = re.compile(r"[^\W\d_]{3,}")


@dataclass(frozen=True, slots=True)
class _Portrait:
    """An article by sentences, white space and case folded: their lengths, and the names and long words in each."""

    lengths: Mapping[str, int]
    names: Mapping[str, Counter[str]]
    words: Mapping[str, Counter[str]]


class Stories:
    """Compares articles by their ids; each is looked at once, and each pair once."""

    def __init__(self, load: Callable[[str], Article]) -> None:
        """Keeps the means to look.

        Args:
            load: Returns the article of an id.
        """
        self.article = load
        self._portraits: dict[str, _Portrait] = {}
        self._two_texts: dict[frozenset[str], bool] = {}
        self._two_stories: dict[frozenset[str], bool] = {}

    def are_two_texts(self, one: str, other: str) -> bool:
        """Says whether two articles are no versions of one text: they share less than half of the shorter one."""
        pair = frozenset((one, other))
        if pair not in self._two_texts:
            first, second = self._portrait(one), self._portrait(other)
            shared = first.lengths.keys() & second.lengths.keys()
            shorter = min(sum(first.lengths.values()), sum(second.lengths.values()))
            self._two_texts[pair] = sum(first.lengths[sentence] for sentence in shared) < _ONE_TEXT * shorter
        return self._two_texts[pair]

    def are_two_stories(self, one: str, other: str) -> bool:
        """Says whether two articles surely tell different stories: around what they share, other names are named."""
        pair = frozenset((one, other))
        if pair not in self._two_stories:
            self._two_stories[pair] = self.are_two_texts(one, other) and _have_other_subjects(
                self._portrait(one), self._portrait(other)
            )
        return self._two_stories[pair]

    def _portrait(self, article_id: str) -> _Portrait:
        if article_id not in self._portraits:
            self._portraits[article_id] = _draw(self.article(article_id))
        return self._portraits[article_id]


def _draw(article: Article) -> _Portrait:
    own = {word.casefold() for word in _WORD.findall(article.outlet)}
    lengths: dict[str, int] = {}
    names: dict[str, Counter[str]] = {}
    words: dict[str, Counter[str]] = {}
    for start, end in sentence_spans(article.text):
        sentence = article.text[start:end]
        key = " ".join(sentence.split()).casefold()
        found = _WORD.findall(sentence)
        lengths[key] = len(key)
        names[key] = Counter(word.casefold() for word in found[1:] if word[0].isupper() and word.casefold() not in own)
        words[key] = Counter(word.casefold() for word in found if len(word) >= _LONG_WORD)
    return _Portrait(lengths, names, words)


def _have_other_subjects(one: _Portrait, other: _Portrait) -> bool:
    shared = one.lengths.keys() & other.lengths.keys()
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
