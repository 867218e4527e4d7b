"""Where a phrase stands in the articles: word for word, found by the places of its words."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np

from index.catalog import Catalog
from index.catalog.matching import Numbers
from index.places import Forms, find_words, plain, written
from index.places.places import NOWHERE, PLACE_BITS, apart, distinct, following, in_text, in_title
from index.places.written import LETTER, is_unspaced
from index.search import ALL
from qa.collection.wanted import letters, pattern

_IS_WORD = re.compile(LETTER)
_BESIDE = "sp"  # what may stand beside a phrase: anything but a letter


@dataclass(frozen=True, slots=True)
class Held:
    """The articles that hold a phrase, by their numbers, rising.

    Attributes:
        text: Those with it in the text, once for each time.
        title: Those with it in the headline.
        any_case: Those with it in the text, in any capitals and small letters.
        as_asked: Those with it in the text as it is written, capitals and all.
    """

    text: Numbers
    title: Numbers
    any_case: Numbers
    as_asked: Numbers


@dataclass(frozen=True, slots=True)
class _Slot:
    """A word or sign of a phrase: what finds its forms, and which of them will do."""

    plain: tuple[str, ...]
    loose: re.Pattern[str]
    exact: re.Pattern[str]
    is_cased: bool


def find_held(phrase: str, capitals: Sequence[str], catalog: Catalog) -> Held:
    """Finds a phrase in all articles.

    Args:
        phrase: The phrase.
        capitals: Words of it whose capitals and small letters count.
        catalog: The articles.
    """
    return _read(phrase, capitals, catalog) if is_unspaced(phrase) else _look_up(phrase, capitals, catalog)


def _look_up(phrase: str, capitals: Sequence[str], catalog: Catalog) -> Held:
    slots = list(_slots(phrase, capitals))
    forms = find_words(catalog.select, catalog.numbers(ALL), [slot.plain for slot in slots])

    @cache
    def places(*wanted: re.Pattern[str]) -> Numbers:
        return following([_that_do(*one) for one in zip(forms, wanted, strict=True)])

    compared = places(*(slot.exact if slot.is_cased else slot.loose for slot in slots))
    as_asked = places(*(slot.exact for slot in slots)) if _is_cased(phrase) else compared
    any_case = places(*(slot.loose for slot in slots)) if capitals else compared
    return Held(
        in_text(apart(compared, len(slots))),
        distinct(in_title(compared)),
        distinct(in_text(any_case)),
        distinct(in_text(as_asked)),
    )


def _that_do(forms: Forms, wanted: re.Pattern[str]) -> list[Numbers]:
    return [places for form, places in forms.items() if wanted.fullmatch(form)]


def _is_cased(phrase: str) -> bool:
    """Says whether capitals were asked for: who writes one may mean the name and not the word."""
    return phrase != phrase.lower()


def _slots(phrase: str, capitals: Sequence[str]) -> Iterator[_Slot]:
    words = phrase.split()
    for at, word in enumerate(words):
        is_cased = any(one in word for one in capitals)
        tokens = [token for _, token in written(word)]
        for number, token in enumerate(tokens):
            text, before, after = (token, "", "") if _IS_WORD.match(token) else (token[:-2], token[-2], token[-1])
            before = _BESIDE if before and at == number == 0 else before
            after = _BESIDE if after and (at, number) == (len(words) - 1, len(tokens) - 1) else after
            beside = "".join(f"[{kinds}]" for kinds in (before, after) if kinds)
            yield _Slot(
                tuple(plain(f"{text}{one}{other}") for one in before or [""] for other in after or [""]),
                re.compile(letters(text) + beside),
                re.compile(letters(text, exact=True) + beside),
                is_cased,
            )


def _read(phrase: str, capitals: Sequence[str], catalog: Catalog) -> Held:
    """Reads the articles with the letters one after the other: where no space parts words, they begin anywhere."""
    compared, any_case = pattern(phrase, cased=tuple(capitals)), pattern(phrase)
    exact = pattern(phrase, cased=tuple(phrase.split()))
    text, title, loose, as_asked = [], [], [], []
    for number, headline, whole in catalog.texts(_with_letters(phrase, catalog)):
        held = compared.findall(whole)
        text += [number] * len(held)
        title += [number] * bool(compared.search(headline))
        loose += [number] * bool(any_case.search(whole))
        as_asked += [number] * any(not _is_cased(phrase) or exact.fullmatch(one) for one in held)
    return Held(*(np.array(sorted(found), dtype=np.int64) for found in (text, title, loose, as_asked)))


def _with_letters(phrase: str, catalog: Catalog) -> Numbers:
    found = catalog.numbers(ALL)
    for word in phrase.split():
        runs: list[list[str]] = []
        last = -1
        for number, token in written(word):
            if len(token) == 1 and is_unspaced(token):
                runs += [[]] if number != last + 1 else []
                runs[-1].append(token)
                last = number
        for run in runs:
            forms = find_words(catalog.select, found, [[plain(letter)] for letter in run])
            places = following([list(one.values()) or [NOWHERE] for one in forms])
            found = np.intersect1d(found, places >> PLACE_BITS)
    return found
