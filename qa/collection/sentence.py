"""The sentence of an article that holds the words of a list best, with the words marked."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import islice
from typing import NamedTuple

from corpus.article import Article
from corpus.text import sentence_spans
from index.search import terms
from qa.collection.holders import Holders
from qa.listing import Where
from qa.passage import Citation, Highlight, Passage

_LINE = re.compile(r"[^\n]*\S[^\n]*")
_FEW = 40  # code points of a sentence
_LOOKED_AT = 30  # places of the words in one article among which the best sentence is chosen
_WORDS_KEPT = 20_000  # whose terms are known


class _Mark(NamedTuple):
    """Where one of the words stands in a text, and which one it is."""

    start: int
    end: int
    number: int


def quote(article: Article, where: Where, holders: Holders) -> Passage:
    """Quotes the sentence of an article that holds most of the words, else its first.

    Args:
        article: The article.
        where: Where it holds the words.
        holders: The words.
    """
    marks = _marks(article.text, where, holders)
    start, end = _best_sentence(article.text, marks)
    inside = (mark for mark in marks if start <= mark.start and mark.end <= end)
    highlights = tuple(Highlight(mark.start, mark.end, article.text[mark.start : mark.end]) for mark in inside)
    return Passage(article.text[start:end], Citation.of(article, start, end), 1.0, highlights)


def _marks(text: str, where: Where, holders: Holders) -> list[_Mark]:
    """Finds the words in a text, in order; of two that overlap the first goes on."""
    if where is Where.TEXT:
        phrases = enumerate(holders.patterns)
        found = [_Mark(*at.span(), number) for number, phrase in phrases for at in phrase.finditer(text)]
    elif where is Where.FORMS:
        found = list(_forms(holders.sought.forms, text))
    else:
        found = []
    marks: list[_Mark] = []
    for mark in sorted(found):
        if not marks or marks[-1].end <= mark.start:
            marks.append(mark)
    return marks


def _forms(words: Iterable[str], text: str) -> Iterator[_Mark]:
    """Finds words in any form."""
    wanted = {term: number for number, word in enumerate(words) for term in terms(word)}
    for word in _beginning(frozenset(term[0] for term in wanted)).finditer(text):
        held = [wanted[term] for term in _terms(word[0]) if term in wanted]
        if held:
            yield _Mark(*word.span(), held[0])


@lru_cache
def _beginning(letters: frozenset[str]) -> re.Pattern[str]:
    """Returns what finds the words that begin with some letters: few of a text, so that few are looked at closely."""
    either = re.escape("".join(sorted(letters | {letter.upper() for letter in letters})))
    # What is no ASCII may lose its accent and begin with another letter as a term.
    return re.compile(rf"\b(?:[{either}]|[^\W\x00-\x7f])(?:[\w'’.-]*\w)?")


@lru_cache(_WORDS_KEPT)
def _terms(word: str) -> tuple[str, ...]:
    return tuple(terms(word))


def _best_sentence(text: str, marks: Sequence[_Mark]) -> tuple[int, int]:
    """Returns the sentence that holds most of the words, of several the first; without any, the first of the text.

    A few words such as the place above a report, or a heading, are taken only where there is nothing else.
    """
    all_words = len({mark.number for mark in marks})
    best, most = None, (0, False)
    for start, end in _around(text, marks[:_LOOKED_AT]):
        held = len({mark.number for mark in marks if start <= mark.start and mark.end <= end})
        if (worth := (held, end - start >= _FEW)) > most:
            best, most = (start, end), worth
        if most == (all_words, True):
            break
    if best:
        return best
    sentences = islice(_sentences(text), _LOOKED_AT)
    return max(sentences, key=lambda span: span[1] - span[0] >= _FEW, default=(0, len(text)))


def _around(text: str, marks: Iterable[_Mark]) -> Iterator[tuple[int, int]]:
    """Gives the sentence of each mark, each once; the sentences, where a mark reaches from one into the next."""
    lines: dict[tuple[int, int], list[tuple[int, int]]] = {}
    at = 0
    for mark in marks:
        if mark.end <= at:
            continue
        end = text.find("\n", mark.end)
        line = (text.rfind("\n", 0, mark.start) + 1, len(text) if end < 0 else end)
        if line not in lines:
            lines[line] = list(_sentences(text, *line))
        touched = [(start, end) for start, end in lines[line] if start < mark.end and mark.start < end]
        first, at = (touched[0][0], touched[-1][1]) if touched else (mark.start, mark.end)
        yield min(first, mark.start), max(at, mark.end)


def _sentences(text: str, first: int = 0, last: int | None = None) -> Iterator[tuple[int, int]]:
    for line in _LINE.finditer(text, first, len(text) if last is None else last):
        yield from ((line.start() + start, line.start() + end) for start, end in sentence_spans(line[0]))
