"""A question in the other forms of its words: meaning knows an acronym from its long form."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from qa.language.terms import is_long
from qa.question import Also, Question
from qa.retrieve.fuse import Candidate, best_first

_MOST = 2
_OTHER_WORDS = frozenset({"acronym", "synonym"})


def as_meant(text: str, also: Iterable[Also]) -> str:
    """Returns a text with the words for its slips."""
    slips = {one.words: one.other for one in reversed(tuple(also)) if one.why == "slip"}
    for words, other in slips.items():
        text = _replaced(text, words, other)
    return text


def other_wordings(question: Question) -> Iterator[Question]:
    """Yields the question with the long form for an acronym, one synonym for another, and the other way round.

    One that names outlets is not put in other words: it is searched part by part. Nor is a long one, whose meaning
    hangs on no single word.
    """
    if question.facets or is_long(question.subject):
        return
    others = [one for one in question.also if one.why in _OTHER_WORDS and one.words in question.subject]
    for one in others[:_MOST]:
        subject = _replaced(question.subject, one.words, one.other)
        yield replace(question, subject=subject, also=(Also(one.other, one.words, one.why), *question.also))


def _replaced(text: str, words: str, other: str) -> str:
    return re.sub(rf"(?<!\w){re.escape(words)}(?!\w)", lambda _: other, text)


def joined(rankings: Iterable[list[Candidate]]) -> list[Candidate]:
    """Joins rankings for several wordings of one question: each row by the best of its scores."""
    best: dict[int, Candidate] = {}
    for candidate in (candidate for ranking in rankings for candidate in ranking):
        kept = best.get(candidate.row)
        if kept is None or candidate.score > kept.score:
            best[candidate.row] = candidate
    return best_first(best.values())
