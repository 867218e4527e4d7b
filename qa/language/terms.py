"""How much each term of a question tells: rare words more than common ones."""

import math
import re
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise, product

from index.search import Frequencies, OtherForm, terms
from index.search.spelling import one_spelling
from qa.question import Also

# Words that make a text a question or a sentence and say nothing of its subject. An index of few articles holds some
# of them so seldom that their rarity would outweigh the subject's.
FUNCTION_WORDS = frozenset(
    terms(
        "a about after against all also an and any are article as at be because been before being between both but by "
        "came can come could did do does doing during each for from further gave get give given go gone got had "
        "happen has have having he her here his how i if in indicate into is it its just long made make many may me "
        "might more most much must my no nor not of often on one or other our out over own report reported said say "
        "should so some such take taken than that the their them then there these they this those through to told "
        "tell too took under up was we went were what when where whether which while who whom whose why will with "
        "would you your"
    )
)


_MARK = "qzsentencezq"  # a term that no text holds
_BOUNDARY = f"\n{_MARK}\n"
MOST_TERMS = 12  # different content terms of a question that asks for one thing


def content_terms(text: str) -> list[str]:
    """Returns the terms of a text in order, without the function words."""
    return [term for term in terms(text) if term not in FUNCTION_WORDS]


def content_terms_of(texts: Iterable[str]) -> list[list[str]]:
    """Returns the content terms of each of some texts, of one call: a call costs far more than a short text."""
    found: list[list[str]] = [[]]
    for term in content_terms(_BOUNDARY.join(texts)):
        if term == _MARK:
            found.append([])
        else:
            found[-1].append(term)
    return found


def is_long(text: str) -> bool:
    """Says whether a question has so many parts that a time in it is of one of them."""
    return len(set(content_terms(text))) > MOST_TERMS


def without_function_words(text: str) -> str:
    """Returns the words of a text that are no function words."""
    words = (word for word in re.findall(r"\w+", one_spelling(text)) if content_terms(word))
    return "\n".join(words)  # a blank could make one number of two


@dataclass(frozen=True)
class TermWeights:
    """Terms of a question and the weight of each.

    Attributes:
        weights: Term to inverse document frequency, as in BM25 (Robertson and Zaragoza, 2009).
        pairs: Terms side by side in the question, with the weight of the rarer one.
        forms: Other forms of some of the terms: a text that holds one holds these terms.
    """

    weights: dict[str, float]
    pairs: dict[tuple[str, str], float]
    forms: tuple[OtherForm, ...] = ()

    @classmethod
    def of(cls, text: str, lexical: Frequencies, also: Iterable[Also] = ()) -> "TermWeights":
        """Weighs the terms of a text by how few rows of an index hold them.

        Args:
            text: A question or a part of it.
            lexical: The index.
            also: Other forms of words; those of words that are not in the text do not count.
        """
        words = content_terms(text)
        forms = [
            OtherForm(own, other)
            for one in also
            if (other := tuple(content_terms(one.other))) and _stands_in(own := tuple(content_terms(one.words)), words)
        ]
        holders = {term: lexical.frequency(term) for term in dict.fromkeys(words)}
        for form in forms:
            held = _rarest(form.other, lexical)
            for term in form.own:
                holders[term] += held
        weights = {term: _weight(n, len(lexical)) for term, n in holders.items()}
        pairs = {(a, b): max(weights[a], weights[b]) for a, b in pairwise(words)}
        weighed = (form._replace(weight=_evened(form, weights, lexical)) for form in forms)
        return cls(weights, pairs, tuple(weighed))

    def share(self, words: Set[str]) -> float:
        """Returns the share of the question's weight that stands among these words, 0 to 1."""
        held = words
        if self.forms:
            held = words | {term for form in self.forms if words >= set(form.other) for term in form.own}
        # In the order of the question: a sum in another order has another last digit.
        there = sum([weight for term, weight in self.weights.items() if term in held])
        return there / self._total if self._total else 0.0

    def shares(self, places: Mapping[str, Sequence[int]], sentences: int) -> list[float]:
        """Returns for each sentence of a text the share of the question's weight that stands in it, 0 to 1.

        Args:
            places: Terms of the text with the numbers of the sentences that hold them.
            sentences: How many sentences it has.
        """
        there = [0.0] * sentences
        if self.forms:
            places = self._with_forms(places)
        for term, weight in self.weights.items():
            for number in places.get(term, ()):
                there[number] += weight
        return [weight / self._total for weight in there] if self._total else there

    def pair_share(self, pairs: Set[tuple[str, str]]) -> float:
        """Returns the share of the weight of the question's pairs that are among those of a text, 0 to 1."""
        # Not by intersection, which hashes all pairs of the text.
        there = sum(
            [
                weight
                for pair, weight in self.pairs.items()
                if pair in pairs or (self.forms and self._holds_a_form(pair, pairs))
            ]
        )
        return there / self._pair_total if self._pair_total else 0.0

    def _with_forms(self, places: Mapping[str, Sequence[int]]) -> Mapping[str, Sequence[int]]:
        """Returns the places of the question's terms; a sentence that holds another form holds them."""
        found = {term: set(places.get(term, ())) for term in self.weights}
        for form in self.forms:
            there = set.intersection(*(set(places.get(term, ())) for term in form.other))
            for term in form.own:
                found[term] |= there
        return {term: tuple(numbers) for term, numbers in found.items()}

    def _holds_a_form(self, pair: tuple[str, str], pairs: Set[tuple[str, str]]) -> bool:
        """Says whether a pair of the question stands in a text in another form of one of its terms, or of both."""
        if any(way in pairs for way in self._ways[pair]):
            return True
        inside = [form.other for form in self.forms if pair in pairwise(form.own)]
        return any(
            all(side in pairs for side in pairwise(other)) and any(other[0] in side for side in pairs)
            for other in inside
        )

    @cached_property
    def _ways(self) -> dict[tuple[str, str], list[tuple[str, str]]]:
        """Returns for each pair the pairs that say the same."""
        ends = {term: [term, *(form.other[-1] for form in self.forms if form.own[-1] == term)] for term in self.weights}
        begins = {term: [term, *(form.other[0] for form in self.forms if form.own[0] == term)] for term in self.weights}
        return {(a, b): list(product(ends[a], begins[b])) for a, b in self.pairs}

    @cached_property
    def _total(self) -> float:
        return sum(self.weights.values())

    @cached_property
    def _pair_total(self) -> float:
        return sum(self.pairs.values())


def _stands_in(own: Sequence[str], words: Sequence[str]) -> bool:
    return bool(own) and any(tuple(words[i : i + len(own)]) == own for i in range(len(words)))


def _weight(holders: int, rows: int) -> float:
    # A row that holds two forms counts twice, and could make more holders than there are rows.
    n = min(holders, rows)
    return math.log(1 + (rows - n + 0.5) / (n + 0.5))


def _rarest(terms: Iterable[str], lexical: Frequencies) -> int:
    return min(lexical.frequency(term) for term in terms)


def _evened(form: OtherForm, weights: Mapping[str, float], lexical: Frequencies) -> float:
    """Returns what makes another form weigh what the terms weigh for which it stands."""
    own = sum(weights[term] for term in form.own)
    other = sum(_weight(lexical.frequency(term), len(lexical)) for term in form.other)
    return own / other
