"""Lines that an outlet prints with article after article: found by comparing its articles, not by their form.

A line or sentence is one of these when three articles of the outlet have it that tell different stories. Articles on
one story share lines as well, such as its background, and those are news. For a line that speaks of the page itself
("sign up ...") it is enough that no two of the three articles are versions of one text.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import blake2b

from corpus.article import Article
from corpus.sentences import PARAGRAPH, sentence_spans
from corpus.story import Stories

SHORTEST = 40  # characters; shorter sentences, such as "He declined to comment.", are repeated by chance
FEWEST = 3  # articles of different stories

_OF_THE_PAGE = re.compile(
    r"\bsign(?:ing)? up\b|\bnewsletters?\b|\bsubscribe\b|\bsubscriber-only\b|\baffiliate links?\b"
    r"|\bearn (?:us )?a commission\b|\bprivacy (?:policy|notice)\b|\bterms of (?:service|use)\b|\bcookies?\b"
    r"|\brecaptcha\b|\ball rights reserved\b|©|\bpromo code\b|\bclick here\b|\blog in\b|\bfollow (?:along|us)\b"
    r"|\bour (?:app|coverage|stories|journalism)\b|\bhow we (?:evaluate|rate|test)\b"
    r"|\bthis (?:story|article) (?:has been|was) updated\b|\bfollow (?:\S+ ){1,4}(?:for|on)\b|\bsubject to change\b"
    r"|\b(?:as of|at the time of) publi(?:shing|cation)\b|\{\{|\}\}",
    re.IGNORECASE,
)


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
    """Returns the sentences of at least 40 characters, and the lines of that length that hold a shorter one."""
    text = article.text
    sentences = sentence_spans(text)
    spans = [(start, end) for start, end in sentences if end - start >= SHORTEST]
    spans += _lines_around(text, [start for start, end in sentences if end - start < SHORTEST])
    return [Line(start, end, _key(article.outlet, text[start:end])) for start, end in spans]


def repeated_keys(holders: Mapping[int, Sequence[str]], stories: Stories) -> set[int]:
    """Returns the keys of the lines that belong to no story.

    A line with more holders is never less repeated: what counts is whether three of them tell different stories.

    Args:
        holders: Key of a line -> ids of all articles that have it.
        stories: Tells these articles apart.
    """
    return {key for key, ids in holders.items() if len(ids) >= FEWEST and _is_repeated(key, ids, stories)}


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
    repeated = repeated_keys(holders, Stories({article.article_id: article for article in articles}.__getitem__))
    spans = {article_id: repeated_spans(own, repeated) for article_id, own in lines.items()}
    return {article_id: found for article_id, found in spans.items() if found}


def _lines_around(text: str, starts: Iterable[int]) -> Iterator[tuple[int, int]]:
    """Gives the lines of at least 40 characters in which something starts, each once."""
    waiting = iter(starts)
    start = next(waiting, None)
    for match in PARAGRAPH.finditer(text):
        if start is None:
            return
        if start < match.end():
            line = match.group().strip()
            first = match.start() + match.group().index(line)
            if len(line) >= SHORTEST:
                yield first, first + len(line)
        while start is not None and start < match.end():
            start = next(waiting, None)


def _key(outlet: str, words: str) -> int:
    folded = " ".join(words.split()).casefold()
    digest = blake2b(f"{outlet}\n{folded}".encode(), digest_size=8).digest()
    return int.from_bytes(digest, "big", signed=True)


def _is_repeated(key: int, ids: Sequence[str], stories: Stories) -> bool:
    article = stories.article(ids[0])
    line = next(line for line in lines_of(article) if line.key == key)
    of_the_page = _OF_THE_PAGE.search(article.text[line.start : line.end])
    apart = stories.are_two_texts if of_the_page else stories.are_two_stories
    for i, first in enumerate(ids):
        others: list[str] = []  # of another story than the first
        for other in ids[i + 1 :]:
            if apart(first, other):
                if any(apart(one, other) for one in others):
                    return True
                others.append(other)
    return False
