"""Finds other forms of words of a question: acronyms, synonyms, spellings."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from index.catalog import Catalog
from index.catalog.words import acronyms, synonyms, words_folded
from index.search import Words, terms
from qa.language import content_terms
from qa.language.terms import FUNCTION_WORDS, content_terms_of, is_long
from qa.question import Also, Question
from qa.understand.spellings import Spellings, Token

_WORD = re.compile(r"[^\W_]+(?:[-'’.][^\W_]+)*")
_POSSESSIVE = re.compile(r"['’]s?$")
_SMALL_IN_TITLES = frozenset("a an and as at by for from in of on or the to vs with".split())
_IN_LONG = frozenset({"slip", "synonym"})  # many words of a long question have other forms, and each counts little
_QUOTED = re.compile(r"[\"“”][^\"“”]*[\"“”]")


@dataclass(frozen=True, slots=True)
class _Entry:
    """A form that may stand in a question, and another one of it."""

    terms: tuple[str, ...]
    other: str
    why: str
    capitals: bool = False  # it must be written in capitals: in small letters it is another word


class OtherForms:
    """The other forms of words that an index knows; threads may share it."""

    def __init__(self, catalog: Catalog, lexical: Words) -> None:
        """Reads the acronyms and synonyms.

        Args:
            catalog: The catalogue of an index.
            lexical: Its words.
        """
        self._spellings = Spellings(catalog, lexical)
        self._entries: dict[str, list[_Entry]] = defaultdict(list)
        for entry in (*_of_acronyms(catalog), *_of_synonyms(synonyms(catalog))):
            self._entries[entry.terms[0]].append(entry)

    def with_forms(self, question: Question) -> Question:
        """Returns a question with the other forms of its words, and of those of the question that it leans on.

        Quoted words are meant as they stand, and what the user took back is left out.
        """
        found: dict[tuple[str, str], Also] = {}
        for text in (question.subject, *question.carried[:1]):
            tokens, long = _tokens(text), is_long(text)
            for also in (*self._listed(text, tokens), *self._spellings.find(text, tokens)):
                if not long or also.why in _IN_LONG:
                    found.setdefault((also.words.lower(), also.other.lower()), also)
        return replace(
            question,
            also=tuple(also for also in found.values() if also.other not in question.filters.unread),
            instead=tuple(
                also
                for phrase in question.phrases
                for also in self._spellings.find(phrase, _tokens(phrase))
                if also.why == "slip"
            ),
        )

    def _listed(self, text: str, tokens: Sequence[Token]) -> Iterator[Also]:
        """Yields acronyms and synonyms of what stands in a text."""
        places = [(term, token) for token in tokens for term in token.terms]
        for i, (term, first) in enumerate(places):
            for entry in self._entries.get(term, ()):
                there = places[i : i + len(entry.terms)]
                if tuple(term for term, _ in there) == entry.terms:
                    words = _part(text[first.start : there[-1][1].end], entry.terms)
                    if words and (words.isupper() or not entry.capitals):
                        yield Also(words, entry.other, entry.why)


def _part(words: str, own: Sequence[str]) -> str:
    """Returns the words of an entry: whole ones, or an acronym in a compound such as "NATO-led"."""
    if len(content_terms(words)) == len(own):
        return words
    parts = (part for part in words.split("-") if part.isupper() and content_terms(part) == list(own))
    return next(parts, "")


def _tokens(text: str) -> list[Token]:
    """Returns the words of a text that tell what it is about and are not quoted."""
    quoted = [match.span() for match in _QUOTED.finditer(text)]
    spans = []
    for match in _WORD.finditer(text):
        if not any(start < match.end() and match.start() < end for start, end in quoted):
            word = _POSSESSIVE.sub("", match[0])
            spans.append((match.start(), match.start() + len(word), word))
    titled = all(word[0].isupper() or word in _SMALL_IN_TITLES for _, _, word in spans)
    return [
        Token(start, end, word, tuple(own), word[0].isupper() and start > 0 and not titled)
        for (start, end, word), own in zip(spans, content_terms_of(word for _, _, word in spans), strict=False)
        if own
    ]


def _of_acronyms(catalog: Catalog) -> Iterator[_Entry]:
    """Yields each acronym with its long form, and the other way round.

    One that articles spell out in two ways stands for the one that is at least twice as frequent as all others
    together, or for none.
    """
    meanings: dict[str, Counter[tuple[str, ...]]] = defaultdict(Counter)
    longs: dict[tuple[str, ...], str] = {}
    found = sorted(acronyms(catalog).items(), key=lambda one: (one[1], one[0].long))
    keys = map(tuple, content_terms_of(acronym.long for acronym, _ in found))
    for (acronym, count), key in zip(found, keys, strict=False):
        meanings[acronym.short.upper()][key] += count
        longs[key] = acronym.long  # the most frequent way to write it
    common = {word.folded for word in words_folded(catalog, map(str.lower, meanings)) if word.is_common}
    for short, counted in meanings.items():
        (long, most), own = counted.most_common(1)[0], tuple(terms(short))
        if most < 2 * (counted.total() - most) or len(long) < 2 or FUNCTION_WORDS.intersection(own):
            continue
        yield _Entry(own, longs[long], "acronym", capitals=short.lower() in common)
        if short.lower() not in common:  # the index knows no capitals: "US" would find every "us"
            yield _Entry(long, short, "acronym")


def _of_synonyms(groups: Iterable[Sequence[str]]) -> Iterator[_Entry]:
    for group in groups:
        for words in group:
            own = tuple(content_terms(words))
            for other in group:
                if own and tuple(content_terms(other)) not in ((), own):
                    yield _Entry(own, other, "synonym")
