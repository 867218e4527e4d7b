"""What tells that a sentence answers: one number a sentence for each signal, all of them to be explained."""

import re
from collections.abc import Mapping
from dataclasses import replace
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from corpus.text import sentence_spans
from qa.language import TermWeights, content_terms
from qa.language.asked_kind import NAMES, AskedKind, holds
from qa.language.terms import content_terms_of
from qa.language.told import tells
from qa.quote.rows import CELLS
from qa.quote.sought import Sought
from qa.retrieve import PassageTerms

_CLOSED = re.compile(r"[.!?…;:][\"'”’»)\]]*$")

Signal = NDArray[np.float64]  # one number a sentence

KEPT = 4000  # passages whose names are kept for the questions to come
TYPICAL = 120  # code points of a sentence
SHORT = 60  # code points; a sentence that is shorter still saves nothing
HEADING = 100  # code points, at most
ON_MATTER = 0.5  # of what the best sentence shares, for one to be on the matter


def signals(passage: PassageTerms, sought: Sought, outlet: str, headline: str) -> Mapping[str, Signal]:
    """Finds the signals of each sentence of a passage that has one.

    Args:
        passage: The passage.
        sought: What its sentences are to say.
        outlet: Its outlet: a question may ask something else of each.
        headline: The headline of its article.

    Returns:
        By name, shape (number of sentences,):

        - ``share``: how much of the question's weight stands in it, from 0 for the least to 1 for the most of these;
        - ``held``: the same, of all of the question;
        - ``meaning``: cosine similarity, from 0 to 1 like ``share``;
        - ``part_share``, ``part_meaning``: the same of what is asked of the outlet;
        - ``fresh``: the share of those words of the question that the headline has not;
        - ``gives``: whether it holds the kind of answer that is asked for;
        - ``continues``: the same, where the sentence before it holds none: how much of the question stands in that;
        - ``names``: how many names it has that the question has not, as a logarithm;
        - ``first``: whether the passage begins with it;
        - ``heading``: whether it is a heading, which says what comes, not what is asked;
        - ``label``: whether it is one without a word of the question, such as a name under a headline;
        - ``length``: its length, as a logarithm: the longer it is, the more has to be read for what it says;
        - ``told``: whether it, or it after a sentence on the matter, tells what articles tell in set words.
    """
    text, spans = passage.chunk.text, passage.spans
    count, whole, part = len(spans), sought.whole, sought.parts.get(outlet, sought.whole)
    held = _shares(whole.weights, passage)
    meaning = _spread(passage.nearness(whole.vector))
    share = _spread(held) if held.any() else meaning  # where no word of the question stands, meaning alone tells
    has_part = part is not whole
    known = _terms(headline)
    fresh = _shares(_without(whole.weights, known), passage) if known else held
    headings = _headings(text)
    sentences = 1 - headings  # a heading writes all words like names
    names = (np.array(_new_names(text, sought)) if sought.asks_name else np.zeros(count)) * sentences
    gives = np.array([_gives(sought, text[start:end], new) for (start, end), new in zip(spans, names, strict=True)])
    gives *= sentences
    before = np.concatenate([[0.0], share[:-1]])
    told = np.zeros(count)
    if sought.told:
        said = np.array([tells(sought.told, text[start:end]) for start, end in spans])
        told = said * (np.maximum(share, before) >= ON_MATTER)
    return {
        "share": share,
        "held": held,
        "meaning": meaning,
        "part_share": _spread(_shares(part.weights, passage)) if has_part else share,
        "part_meaning": _spread(passage.nearness(part.vector)) if has_part else meaning,
        "fresh": _spread(fresh),
        "gives": gives,
        "continues": gives * before * (1 - np.concatenate([[0.0], gives[:-1]])),
        "names": np.log1p(names),
        "first": (np.arange(count) == 0).astype(float),
        "heading": headings,
        "label": headings * (held <= 0),
        "length": np.log([max(end - start, SHORT) / TYPICAL for start, end in spans]),
        "told": told,
    }


def _shares(weights: TermWeights, passage: PassageTerms) -> Signal:
    return np.array(weights.shares(passage.places, len(passage.spans)))


def _without(weights: TermWeights, known: frozenset[str]) -> TermWeights:
    left = {term: 0.0 if term in known else weight for term, weight in weights.weights.items()}
    return replace(weights, weights=left) if any(left.values()) else weights


def _gives(sought: Sought, sentence: str, new_names: float) -> float:
    if sought.kind is None:
        return 0.0
    if sought.kind is AskedKind.NAME:
        return float(new_names > 0)
    return float(holds(sought.kind, sentence, frozenset()))


@lru_cache(maxsize=KEPT)
def _headings(text: str) -> Signal:
    lines = (text[start:end] for start, end in sentence_spans(text))
    return np.array(
        [len(line) <= HEADING and not _CLOSED.search(line) and not CELLS.search(line) for line in lines], float
    )


@lru_cache(maxsize=KEPT)
def _terms(headline: str) -> frozenset[str]:
    return frozenset(content_terms(headline))


def _new_names(text: str, sought: Sought) -> list[int]:
    """Counts in each sentence the names that a question for one does not give itself."""
    asked = sought.whole.weights.weights.keys()
    return [sum(not name <= asked for name in names) for names in _names(text)]


@lru_cache(maxsize=KEPT)
def _names(text: str) -> tuple[frozenset[frozenset[str]], ...]:
    """Returns for each sentence the terms of each of its names."""
    found = [[name[0] for name in NAMES.finditer(text[start:end])] for start, end in sentence_spans(text)]
    terms = iter(content_terms_of(name for names in found for name in names))
    return tuple(frozenset(frozenset(next(terms)) for _ in names) for names in found)


def _spread(values: NDArray[np.floating]) -> Signal:
    """Brings values to the range from 0, the least of them, to 1, the largest; all 0 where they are equal.

    Inside one passage only the differences tell: all of it is on the subject, or it would not be there.
    """
    values = values.astype(np.float64)
    width = values.max() - values.min()
    return (values - values.min()) / width if width > 0 else np.zeros_like(values)
