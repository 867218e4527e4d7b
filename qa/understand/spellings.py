"""How else articles spell the words of a question, and what a word may stand for that no article holds."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice, pairwise
from typing import NamedTuple
from unicodedata import normalize

from rapidfuzz import process
from rapidfuzz.distance import OSA

from index.catalog import Catalog
from index.catalog.words import words_beginning, words_folded, words_sounding
from index.forms import Word, foldings
from index.forms.slips import MOST, slips
from index.forms.sound import sound_key, sounds_alike
from index.forms.words import LONGEST, folded
from index.search import Words
from qa.language import content_terms
from qa.question import Also
from qa.understand.dictionary import is_english

_INITIAL = re.compile(r"^\w|(?<=-)\w|(?<=^\w['’])\w")
_MOST = 3  # words that one may stand for
_LOOKED_UP = 16  # words of a question that no article holds
_USUAL = 3  # articles that hold two words as one, for these to be a word
_PART = 3  # letters of each half of a compound
_SEVERAL = 7  # letters of a word that may stand for one of several
_SURE = 8  # letters of a word with a capital letter that may be a slip of one without all the same
_BUCKETS = 60  # beginnings whose words are kept


@dataclass(frozen=True, slots=True)
class Token:
    """A word of a question.

    Attributes:
        start: Offset of its first code point.
        end: Offset after its last.
        word: The word.
        terms: Its content terms.
        capital: Whether it has a capital letter that says something: not as the first word, nor where all have one.
    """

    start: int
    end: int
    word: str
    terms: tuple[str, ...]
    capital: bool


class Spellings:
    """The words of an index, to be found under other spellings; threads may share it."""

    def __init__(self, catalog: Catalog, lexical: Words) -> None:
        """Reads nothing yet.

        Args:
            catalog: Where the words of the articles are.
            lexical: Where the terms are.
        """
        self._catalog = catalog
        self._lexical = lexical
        self._beginning = lru_cache(_BUCKETS)(self._read)

    def find(self, text: str, tokens: Sequence[Token]) -> Iterator[Also]:
        """Finds other spellings of the words of a text.

        Args:
            text: The text.
            tokens: Its words that may be spelled otherwise.
        """
        spans = [(token.start, token.end, token.terms) for token in tokens]
        spans += [(one.start, other.end, one.terms + other.terms) for one, other in _compounds(text, tokens)]
        written = _by_form(words_folded(self._catalog, {form for a, b, _ in spans for form in foldings(text[a:b])}))
        unheld = (token for token in tokens if not any(written.get(form) for form in foldings(token.word)))
        for token in islice(unheld, _LOOKED_UP):
            yield from self._unheld(token)
        for start, end, terms in spans:
            asked = text[start:end]
            same = {word.written: word for form in foldings(asked) for word in written.get(form, ())}
            for word in same.values():
                if normalize("NFKC", word.written) == asked.lower() or (" " in asked and not _is_compound(word)):
                    continue
                if terms != (other := tuple(content_terms(word.written))) and other:
                    yield Also(asked, _shown(word), "spelling")

    def _unheld(self, token: Token) -> Iterator[Also]:
        """Finds what a word stands for of which no article holds a form."""
        parts = token.word.replace("’", "-").replace("'", "-").split("-")
        for part in parts:
            terms = content_terms(part)
            if len(terms) != 1 or self._lexical.frequency(terms[0]) or not part.isalpha() or len(part) > LONGEST:
                continue
            if len(parts) == 1 and (halves := self._halves(folded(part))):
                yield Also(part, halves, "spelling")
                continue
            for word in self._alike(part, token.capital) or self._near(part, token.capital):
                yield Also(part, _shown(word), "slip")

    def _halves(self, word: str) -> str:
        """Returns a compound as two words that stand side by side in an article; an empty text where there are none."""
        cuts = range(_PART, len(word) - _PART + 1)
        held = {found.folded for found in words_folded(self._catalog, {p for i in cuts for p in (word[:i], word[i:])})}
        halves = ((word[:i], word[i:]) for i in cuts)
        # A function word is no half: a therapist is no "the rapist".
        told = (" ".join(two) for two in halves if held.issuperset(two) and all(map(content_terms, two)))
        return next((both for both in told if self._lexical.search("", 1, phrases=(both,))), "")

    def _alike(self, word: str, capital: bool) -> list[Word]:
        """Returns the names that may be this one in another transliteration, the most frequent first."""
        asked = folded(word)
        key = sound_key(asked)
        if not key or (not capital and is_english(asked)):
            return []
        found = [
            held
            for held in words_sounding(self._catalog, key)
            if not _is_common(held) and sounds_alike(asked, held.folded)
        ]
        return sorted(found, key=lambda held: (-held.articles, held.written))[:_MOST]

    def _near(self, word: str, capital: bool) -> list[Word]:
        """Returns the words that the fewest slips part from this one, the most frequent first."""
        asked = folded(word)
        if len(asked) < _PART or is_english(asked):
            return []
        near: dict[float, set[Word]] = {}
        for held in (*self._beginning(asked[0]).near(asked), *self._beginning(asked[1::-1]).near(asked)):
            common = _is_common(held)
            count = slips(asked, held.folded, name=not common)
            other_kind = capital and common and held.capital < held.lower and len(asked) < _SURE
            if count and held.written.isalpha() and not other_kind and content_terms(held.written):
                near.setdefault(count, set()).add(held)
        best = near[min(near)] if near else set()
        if len(best) > 1 and len(asked) < _SEVERAL:
            return []  # what is as near to several short words is more likely a word of its own
        return sorted(best, key=lambda held: (-held.articles, held.written))[:_MOST]

    def _read(self, beginning: str) -> "_Bucket":
        words = words_beginning(self._catalog, beginning)
        return _Bucket(words, [word.folded for word in words])


class _Bucket(NamedTuple):
    """Words that begin alike, and the same folded: the fast comparison wants a list of texts."""

    words: list[Word]
    folded: list[str]

    def near(self, asked: str) -> Iterator[Word]:
        """Yields the words that few slips part from one."""
        for _, _, place in process.extract(asked, self.folded, scorer=OSA.distance, score_cutoff=MOST, limit=None):
            yield self.words[place]


def _compounds(text: str, tokens: Sequence[Token]) -> Iterator[tuple[Token, Token]]:
    """Yields the words side by side that may be written as one."""
    for one, other in pairwise(tokens):
        if text[one.end : other.start] == " " and all(len(t.word) >= _PART and t.word.isalpha() for t in (one, other)):
            yield one, other


def _by_form(words: Iterable[Word]) -> dict[str, list[Word]]:
    found: dict[str, list[Word]] = {}
    for word in words:
        for form in foldings(word.written):
            found.setdefault(form, []).append(word)
    return found


def _is_compound(word: Word) -> bool:
    """Says whether two words written as one are a word: not a name of an account, or an address."""
    return not word.written.isalpha() or is_english(word.folded) or (word.is_common and word.articles >= _USUAL)


def _is_common(word: Word) -> bool:
    return word.is_common or (not word.is_name and is_english(word.folded))


def _shown(word: Word) -> str:
    return _INITIAL.sub(lambda match: match[0].upper(), word.written) if word.capital > word.lower else word.written
