"""Ranks the rows of an index for a question."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from heapq import nlargest
from itertools import zip_longest

from index.encode import Vector
from index.generation import IndexSnapshot
from index.search import Hit, Selection, terms
from qa.figures import asked_alone
from qa.figures.giving import giving
from qa.language import TermWeights
from qa.language.asked_kind import asked_kind
from qa.language.terms import is_long, without_function_words
from qa.question import Facet, Question
from qa.ranking.features import Features
from qa.retrieve.exact import number_boosts
from qa.retrieve.fuse import Candidate, best_first, fuse
from qa.retrieve.look import look, newness
from qa.retrieve.passages import PassageCache, PassageTerms
from qa.retrieve.spoken import rows_with_words, spoken_boosts, topic_of
from qa.retrieve.timely import time_boosts
from qa.settings import AnswerSettings

_FIGURE_NEAR = 0.6  # of the best score, for a passage to be asked for a figure

_CLOSEST = 10  # rows that are looked at for their words and meaning alone
_MOST_SPOKEN = 12  # rows with a speaker's words that are looked at beside those that were found best


def retrieve(
    question: Question,
    vectors: Mapping[str, Vector],
    snapshot: IndexSnapshot,
    settings: AnswerSettings,
    passages: PassageCache,
) -> list[Candidate]:
    """Ranks rows for a question.

    A question that names outlets or authors is searched once for each: its own passages, ranked by the whole question
    and by the part that speaks of it, with a boost against all others; the rankings are then interleaved, so that each
    has its say.

    Args:
        question: What to search for, with its filters.
        vectors: The encoded text of the question and of each of its facets, shape (dimension,), length 1.
        snapshot: The index.
        settings: Weights and sizes.
        passages: Passages of the index, kept from question to question.

    Returns:
        Candidates, best first. Without named outlets the scores fall; with them each ranking's scores fall.
    """
    search = _Search(question, vectors, snapshot, settings, passages)
    everywhere = search.run(question.subject, question.times, search.selection)
    if not question.facets and not question.authors:
        return everywhere
    by_facet = {facet: _of_outlet(facet, search, everywhere, settings) for facet in dict.fromkeys(question.facets)}
    by_author = [_preferred(search.of_author(author), everywhere, settings) for author in question.authors]
    return _interleaved([*(by_facet[facet] for facet in question.facets), *by_author])


class _Search:
    """One question's searches over one snapshot."""

    def __init__(
        self,
        question: Question,
        vectors: Mapping[str, Vector],
        snapshot: IndexSnapshot,
        settings: AnswerSettings,
        passages: PassageCache,
    ) -> None:
        self.selection = question.filters.selection
        self.question = question
        self._vectors = vectors
        self._terms = {text: TermWeights.of(text, snapshot.lexical, question.also) for text in vectors}
        self._snapshot = snapshot
        self._settings = settings
        self._weights = settings.follow_up if question.carried else settings.weights(len(set(terms(question.subject))))
        self._passages = passages
        self._asked = asked_alone(question.subject)
        self._of_outlets: dict[str, list[Candidate]] = {}

    def of_outlet(self, outlet: str) -> list[Candidate]:
        """Searches an outlet for the whole question, once, even where the question names it twice."""
        if outlet not in self._of_outlets:
            self._of_outlets[outlet] = self.run(
                self.question.subject, self.question.times, self.selection.of_outlet(outlet)
            )
        return self._of_outlets[outlet]

    def of_author(self, author: str) -> list[Candidate]:
        """Searches the articles of an author."""
        selection = replace(self.selection, authors=(author,))
        return self.run(self.question.subject, self.question.times, selection)

    def run(self, text: str, times: Sequence[str], selection: Selection) -> list[Candidate]:
        """Searches by words and by meaning and ranks what either finds, at most a pool of it.

        Args:
            text: The subject, or a part of it.
            times: The times that it names.
            selection: Where to search.
        """
        vector, pool, dense = self._vectors[text], self._settings.pool, self._snapshot.dense
        forms = self._terms[text].forms
        words = self._snapshot.lexical.search(self._words(text), pool, selection, forms=forms)
        quoting: list[Hit] = []
        if phrases := self.question.phrases:
            quoting = self._snapshot.lexical.search(text, pool, selection, phrases, forms)
            words = _joined(quoting, words)
        meaning = dense.search(vector, pool, selection)
        near = {hit.row for hit in meaning}
        # A row that only its words brought in is as near in meaning as it is, not at 0.
        far = [hit.row for hit in words if hit.row not in near]
        if far:
            cosines = dense.vectors(far) @ vector
            meaning = meaning + sorted(
                (Hit(row, float(cosine)) for row, cosine in zip(far, cosines, strict=True)), key=lambda hit: -hit.score
            )
        fused = fuse(words, meaning, self._newness(words, meaning), self._weights)
        closest = self._closest(fused)
        candidates = best_first({one.row: one for one in (*fused[:pool], *closest)}.values())
        passages = self._passages.read({one.row for one in (*candidates[: self._settings.looked_at], *closest)})
        ranked = self._looked_at(candidates, passages, text)
        boosts = self._time_boosts(times, ranked, passages)
        if speaker := self.question.speaker:
            words_of = rows_with_words(
                (passages[one.row] for one in ranked if one.row in passages), speaker, self._passages
            )
            ranked, passages = self._with_words(ranked, passages, words_of, text)
            spoken = spoken_boosts(
                words_of, passages, topic_of(self._terms[text], speaker), self._settings.speaker_boost
            )
            boosts = {row: boosts.get(row, 0.0) + spoken.get(row, 0.0) for row in boosts.keys() | spoken.keys()}
        for row in self._giving(ranked, passages):
            boosts[row] = boosts.get(row, 0.0) + self._settings.figure_boost
        numbers = number_boosts(self.question, self._terms[text], passages, self._settings.number_boost)
        for row, boost in numbers.items():
            boosts[row] = boosts.get(row, 0.0) + boost
        for row in {hit.row for hit in quoting}:
            boosts[row] = boosts.get(row, 0.0) + self._settings.phrase_boost
        return _boosted(ranked, boosts)

    def _with_words(
        self, ranked: list[Candidate], passages: dict[int, PassageTerms], rows: Iterable[int], text: str
    ) -> tuple[list[Candidate], dict[int, PassageTerms]]:
        """Looks closely at rows that hold a speaker's words, found or not: such a passage may not name him."""
        known = {one.row: one for one in ranked}
        others = [row for row in rows if row not in passages]
        allowed = self._snapshot.catalog.passing(others, self.selection)
        wanted = sorted((row for row in others if row in allowed), key=lambda row: row not in known)[:_MOST_SPOKEN]
        new = self._passages.read(wanted)
        missing = [row for row in new if row not in known]
        cosines = self._snapshot.dense.vectors(missing) @ self._vectors[text] if missing else ()
        for row, cosine in zip(missing, cosines, strict=True):
            known[row] = Candidate(row, 0.0).seen(Features(meaning=max(0.0, float(cosine))), self._weights)
        closer = self._looked_at([known[row] for row in new], new, text)
        return best_first([*(one for one in ranked if one.row not in new), *closer]), passages | new

    def _newness(self, *found: Sequence[Hit]) -> dict[int, tuple[float, float]]:
        """Returns how new the rows of some searches are, where that counts."""
        if self.question.newer_from is None:
            return {}
        published = self._snapshot.catalog.published({hit.row for hits in found for hit in hits})
        return {row: newness(day, self.question.newer_from) for row, day in published.items()}

    def _closest(self, candidates: Sequence[Candidate]) -> list[Candidate]:
        """Returns what fits best however old it is: where much is new, else only new passages would be looked at."""
        if self.question.newer_from is None:
            return []
        ageless = self._weights._replace(month=0.0, year=0.0)
        return nlargest(_CLOSEST, candidates, key=lambda one: one.features.weighed(ageless))

    def _looked_at(
        self, candidates: Sequence[Candidate], passages: Mapping[int, PassageTerms], text: str
    ) -> list[Candidate]:
        """Ranks candidates by all that is seen of those whose passages are given."""
        headlines = self._snapshot.catalog.headlines(passages)
        looked = look(candidates, passages, headlines, self._terms[text], self._vectors[text], asked_kind(text))
        return best_first(one.seen(looked[one.row], self._weights) if one.row in looked else one for one in candidates)

    def _words(self, text: str) -> str:
        """Returns the words to search for; of a follow-up only those that tell what it is about."""
        if not self.question.carried:
            return text
        return without_function_words(text) or without_function_words(self.question.carried[0])

    def _giving(self, candidates: list[Candidate], passages: Mapping[int, PassageTerms]) -> list[int]:
        """Returns the rows near the best one that give a figure of the kind that is asked for."""
        return [
            candidate.row
            for candidate in (candidates if self._asked.kinds else ())
            if candidate.score >= _FIGURE_NEAR * candidates[0].score and candidate.row in passages
            if giving(passages[candidate.row].chunk.text, self._asked)
        ]

    def _time_boosts(
        self, times: Sequence[str], candidates: list[Candidate], passages: Mapping[int, PassageTerms]
    ) -> dict[int, float]:
        """Weighs how well rows fit the times that this part of the question names."""
        periods = [period for period in self.question.periods if period.words in times]
        order = self.question.order if self.question.order and self.question.order.words in times else None
        if not periods and not order:
            return {}
        published = self._snapshot.catalog.published([candidate.row for candidate in candidates])
        if is_long(self.question.subject):
            then = (row for row, day in published.items() if any(period.holds(day) for period in periods))
            return dict.fromkeys(then, self._settings.periods_boost)
        return time_boosts(candidates, passages, published, periods, order, self._settings)


def _boosted(candidates: list[Candidate], boosts: Mapping[int, float]) -> list[Candidate]:
    if not boosts:
        return candidates
    return best_first(
        candidate.scored(candidate.score + boost, boost)
        for candidate in candidates
        for boost in (boosts.get(candidate.row, 0.0),)
    )


def _of_outlet(facet: Facet, search: _Search, everywhere: list[Candidate], settings: AnswerSettings) -> list[Candidate]:
    """Ranks all rows for what a question asks of one outlet."""
    whole = {candidate.row: candidate for candidate in search.of_outlet(facet.outlet)}
    own = set(whole)
    others = [candidate for candidate in everywhere if candidate.row not in own]
    weight = 0.0
    part: dict[int, Candidate] = {}
    if facet.text != search.question.subject:
        weight = settings.facet_weight
        part = {
            candidate.row: candidate
            for candidate in search.run(facet.text, facet.times, search.selection.of_outlet(facet.outlet))
        }
    boost = settings.turned_to_boost if search.question.turns_to_outlets else settings.outlet_boost
    ranked = [
        found.scored(_blend(whole, part, row, weight) + boost, found.boost + boost)
        for row in own | part.keys()
        if (found := whole.get(row) or part[row])
    ]
    ranked += [other.scored((1 - weight) * other.score) for other in others]
    return best_first(ranked)


def _preferred(own: list[Candidate], everywhere: list[Candidate], settings: AnswerSettings) -> list[Candidate]:
    """Ranks all rows with a boost for some."""
    boost, rows = settings.outlet_boost, {candidate.row for candidate in own}
    ranked = [candidate.scored(candidate.score + boost, candidate.boost + boost) for candidate in own]
    return best_first([*ranked, *(candidate for candidate in everywhere if candidate.row not in rows)])


def _blend(whole: dict[int, Candidate], part: dict[int, Candidate], row: int, weight: float) -> float:
    scores = [ranking[row].score if row in ranking else 0.0 for ranking in (whole, part)]
    return (1 - weight) * scores[0] + weight * scores[1]


def _joined(first: list[Hit], second: list[Hit]) -> list[Hit]:
    """Joins two rankings; a row of both keeps its score of the first."""
    seen = {hit.row for hit in first}
    return sorted(first + [hit for hit in second if hit.row not in seen], key=lambda hit: -hit.score)


def _interleaved(rankings: Iterable[list[Candidate]]) -> list[Candidate]:
    """Takes the best of each ranking in turn, then the second of each, and so on, each row once."""
    rows: dict[int, Candidate] = {}
    for turn in zip_longest(*rankings):
        for candidate in turn:
            if candidate is not None:
                rows.setdefault(candidate.row, candidate)
    return list(rows.values())
