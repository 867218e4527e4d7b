"""Lines that an outlet prints with article after article: found by comparing its articles, not by their form.

A line or sentence is one of these when three articles of the outlet have it of which no two can call it theirs. Two
articles can, when they are versions of one text. Otherwise they cannot

- if the line speaks of the page itself ("sign up ..."), or stands three times and more in each of both,
- if they tell different stories, and it speaks to the reader, or names little of what else they speak of, or they
  are instalments of a series: what reports on other sides of one war say of the war is background, and news,
- if it stands at the beginning or the end of both, and names nothing of what else they speak of (half of it, where it
  speaks to the reader), or nothing but what the series is about of which they are instalments.
"""

from bisect import bisect_left
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from hashlib import blake2b

from corpus.article import Article
from corpus.overlap.page_boilerplate import speaks_of_page, speaks_to_reader, words_of_outlet
from corpus.overlap.stories import StoryComparer, names_in
from corpus.text import sentence_spans
from corpus.text.folding import fold
from corpus.text.sentences import PARAGRAPH

SHORTEST = 40  # characters; shorter sentences, such as "He declined to comment.", are repeated by chance
BRIEFEST = 12  # characters of a shorter one that speaks of the page, or that is a line by itself without a full stop
FEWEST = 3  # articles
FEWEST_OF_BRIEF = 10  # articles that have a brief line which does not speak of the page

_HALF = 0.5
_LABEL_LONGEST = 3  # words; such lines, such as names of places, are heads within an article
_ENDS = (".", "!", "?", ":", '"', "”", "’", ",")
_EDGE = 0.1  # share of an article that counts as its beginning or its end


@dataclass(frozen=True, slots=True)
class Line:
    """A line or sentence long enough to be looked for in other articles.

    Attributes:
        start: Offset of its first code point in the article's text.
        end: Offset after the last.
        key: Stands for its words and its outlet: a signed number of 64 bits, the same in every process.
    """

    start: int
    end: int
    key: int


def lines_of(article: Article) -> list[Line]:
    """Returns the sentences that may be repeated, and the lines of at least 40 characters that hold a shorter one."""
    text = article.text
    sentences = sentence_spans(text)
    spans = [(start, end) for start, end in sentences if end - start >= SHORTEST or _is_brief(text, start, end)]
    spans += _lines_around(text, [start for start, end in sentences if end - start < SHORTEST])
    return [Line(start, end, _key(article.outlet, text[start:end])) for start, end in spans]


def repeated_keys(holders: Mapping[int, Sequence[str]], comparer: StoryComparer) -> set[int]:
    """Returns the keys of the lines that belong to no story.

    A line with more holders is never less repeated: what counts is whether three of them tell different stories.

    Args:
        holders: Key of a line -> ids of all articles that have it.
        comparer: Compares these articles.
    """

    @cache
    def lines(article_id: str) -> Mapping[int, Sequence[Line]]:
        return _by_key(lines_of(comparer.article(article_id)))

    def belongs_to_none(key: int, ids: Sequence[str]) -> bool:
        return _Candidate(ids, comparer, lambda article_id: lines(article_id)[key]).belongs_to_none()

    return {key for key, ids in holders.items() if len(ids) >= FEWEST and belongs_to_none(key, ids)}


def repeated_spans(lines: Iterable[Line], repeated: Collection[int]) -> list[tuple[int, int]]:
    """Returns the spans of the lines whose key is among the repeated ones, in order; none overlaps another."""
    spans: list[tuple[int, int]] = []
    for start, end in sorted((line.start, line.end) for line in lines if line.key in repeated):
        if spans and start < spans[-1][1]:
            spans[-1] = (spans[-1][0], max(end, spans[-1][1]))
        else:
            spans.append((start, end))
    return spans


def find_repeated(articles: Sequence[Article]) -> dict[str, list[tuple[int, int]]]:
    """Finds the repeated lines of a whole corpus.

    Returns:
        Id of an article -> spans of its text that are such lines; articles without any are left out.
    """
    lines = {article.article_id: lines_of(article) for article in articles}
    holders: dict[int, list[str]] = {}
    for article_id, own in lines.items():
        for key in {line.key for line in own}:
            holders.setdefault(key, []).append(article_id)
    by_id = {article.article_id: article for article in articles}
    repeated = repeated_keys(holders, StoryComparer(by_id.__getitem__))
    spans = {article_id: repeated_spans(own, repeated) for article_id, own in lines.items()}
    return {article_id: found for article_id, found in spans.items() if found}


def _lines_around(text: str, starts: list[int]) -> Iterator[tuple[int, int]]:
    """Gives the lines of at least 40 characters in which something starts."""
    for match in PARAGRAPH.finditer(text):
        line = match.group().strip()
        if len(line) >= SHORTEST and bisect_left(starts, match.start()) < bisect_left(starts, match.end()):
            first = match.start() + match.group().index(line)
            yield first, first + len(line)


def _is_brief(text: str, start: int, end: int) -> bool:
    """Says whether a short sentence is one that pages print: of the page itself, or a line without a full stop."""
    if end - start < BRIEFEST:
        return False
    line = text[text.rfind("\n", 0, start) + 1 : (text.find("\n", end) + 1 or len(text) + 1) - 1]
    alone = line.strip() == text[start:end] and not line.rstrip().endswith(_ENDS) and not line.startswith("(")
    return (alone and len(line.split()) > _LABEL_LONGEST) or speaks_of_page(words_of_outlet(text, start, end))


def _key(outlet: str, words: str) -> int:
    digest = blake2b(f"{outlet}\n{fold(words)}".encode(), digest_size=8).digest()
    return int.from_bytes(digest, "big", signed=True)


def _by_key(lines: Iterable[Line]) -> dict[int, list[Line]]:
    found: dict[int, list[Line]] = {}
    for line in lines:
        found.setdefault(line.key, []).append(line)
    return found


class _Candidate:
    """A line that several articles have.

    Args:
        ids: The articles that have it.
        comparer: Compares these articles.
        places: Returns where in an article the line stands, once or more.
    """

    def __init__(self, ids: Sequence[str], comparer: StoryComparer, places: Callable[[str], Sequence[Line]]) -> None:
        article, line = comparer.article(ids[0]), places(ids[0])[0]
        own = words_of_outlet(article.text, line.start, line.end)
        self._ids, self._comparer, self._places = ids, comparer, places
        self._words = article.text[line.start : line.end]
        self._names = names_in(self._words, article.outlet)
        self._of_page = speaks_of_page(own)
        self._brief = len(self._words) < SHORTEST
        self._to_reader = speaks_to_reader(own)

    def belongs_to_none(self) -> bool:
        """Says whether three articles have the line of which no two can call it theirs."""
        if len(self._ids) < (FEWEST_OF_BRIEF if self._brief and not self._of_page else FEWEST):
            return False
        for i, first in enumerate(self._ids):
            others: list[str] = []
            for other in self._ids[i + 1 :]:
                if self._belongs_to_neither(first, other):
                    if any(self._belongs_to_neither(one, other) for one in others):
                        return True
                    others.append(other)
        return False

    def _belongs_to_neither(self, one: str, other: str) -> bool:
        comparer = self._comparer
        if not comparer.are_two_texts(one, other):
            return False
        if self._of_page or (self._is_refrain(one) and self._is_refrain(other)):
            return True
        known = max(comparer.share_known(self._words, one, other), comparer.share_known(self._words, other, one))
        series = comparer.are_instalments(one, other)
        if comparer.are_two_stories(one, other) and (self._to_reader or known < _HALF or series):
            return True
        if self._brief or not (self._is_at_edge(one) and self._is_at_edge(other)):
            return False
        foreign = known <= _HALF if self._to_reader else known == 0
        return foreign or (series and self._names <= comparer.headline(one) & comparer.headline(other))

    def _is_refrain(self, article_id: str) -> bool:
        return len(self._places(article_id)) >= FEWEST

    def _is_at_edge(self, article_id: str) -> bool:
        length = len(self._comparer.article(article_id).text)
        places = self._places(article_id)
        return any(line.end <= _EDGE * length or line.start >= (1 - _EDGE) * length for line in places)
