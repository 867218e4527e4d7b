"""The figures of several outlets side by side: those that are asked for, then others of one and the same thing."""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta

from corpus.article import Article
from index.encode import Vector
from qa.compare.comparison import FigureGroup
from qa.compare.matching import Match
from qa.figures import Figure, asked_figure, find_figures
from qa.figures.asked import AskedFigure
from qa.figures.counted import Counted
from qa.figures.figure import places
from qa.figures.grouping import GivenFigure, by_value, comparable, gather, is_named, is_telling, may_answer
from qa.found import Found
from qa.language import TermWeights, content_terms
from qa.passage import Citation, Highlight, Passage
from qa.times.day_names import find_days

# All chosen on `sources`, `sample` and pairs of figures of MultiHop-RAG; see benchmarks/README.md.
RELEVANT = 0.35  # cosine of a sentence and the question from which its figure may answer
NAMED = 0.2  # the same where the sentence names what the figure is of
DOUBTFUL = 0.05  # the same as NAMED, less what counts against a passage that does not match by itself
DOUBT = 8.0  # sureness below 0 that counts as much as 1 of relevance
# Figures that nobody asked for are of one thing where their articles appeared at about the same time, name somebody or
# something in common, and their sentences are alike in meaning, or less so and share their rarer words.
SAME_TIME = timedelta(days=10)
ALIKE = 0.6  # cosine of the sentences
NEARLY_ALIKE = 0.35
SHARED = 0.33  # of the weight of their words
_CAPITAL = re.compile(r"\b[A-Z][\w’'-]+")
_KINDS = {"duration": "Length of time", "day": "Day", "money": "Amount", "share": "Share", "measure": "Measure"}


def figure_table(found: Found, matches: Sequence[Match], texts: Mapping[str, int]) -> tuple[FigureGroup, ...]:
    """Puts the figures of passages side by side.

    Args:
        found: What the search found.
        matches: Its passages, surest first; those that do not match are asked for what the question asks only.
        texts: Id of an article to the number of its text; copies have one.

    Returns:
        Headings with figures of at least two outlets and two texts, those that are asked for first.
    """
    asked = asked_figure(found.answer.question.text)
    day_of = _days_of_places(matches)

    def fit(one: GivenFigure, other: GivenFigure) -> bool:
        return comparable(one.figure, other.figure, day_of)

    given = [(match, one) for match in matches for one in _given(match, texts)]
    answering = _answering([one for one in given if may_answer(one[1].figure, asked, day_of)], asked, found.vector)
    wanted = gather(answering, fit)
    taken = {_place(one) for heading in wanted for one in heading}
    telling = [one for match, one in given if match.matches and _place(one) not in taken and is_telling(one.figure)]
    others = gather(telling, fit, _Kinship(found.weigh).related)
    return tuple(
        FigureGroup(
            heading=_heading([one.figure for one in heading]),
            asked=heading in wanted,
            groups=tuple(tuple(one.quote for one in group) for group in by_value(heading)),
        )
        for heading in (*wanted, *others)
    )


def _given(match: Match, texts: Mapping[str, int]) -> list[GivenFigure]:
    article, chunk = match.article, match.chunk
    return [
        GivenFigure(
            figure=figure,
            quote=_quote(article, figure),
            text=texts[article.article_id],
            vector=match.sentence_vector(figure.sentence[0]),
        )
        for figure in find_figures(chunk.text, chunk.start, article.published)
    ]


def _quote(article: Article, figure: Figure) -> Passage:
    start, end = figure.sentence
    return Passage(
        text=article.text[start:end],
        citation=Citation.of(article, start, end),
        score=0.0,
        highlights=(Highlight(figure.start, figure.end, article.text[figure.start : figure.end]),),
    )


def _answering(given: list[tuple[Match, GivenFigure]], asked: AskedFigure, question: Vector) -> list[GivenFigure]:
    """Returns those near enough to the question, nearest first; of days in one sentence the right one first."""
    relevance = {one.quote.text: float(one.vector @ question) for _, one in given}
    near = [
        one for match, one in given if _is_near(relevance[one.quote.text], match, named=is_named(one.figure, asked))
    ]
    turn = -1 if asked.last else 1
    near.sort(
        key=lambda one: (-relevance[one.quote.text], one.figure.start * (turn if one.figure.kind == "day" else 1))
    )
    days = {one.outlet: one for one in reversed(near) if one.figure.kind == "day"}
    return [one for one in near if one.figure.kind != "day" or days[one.outlet] is one]


def _is_near(relevance: float, match: Match, *, named: bool) -> bool:
    """Says whether a sentence is near enough to the question; the less sure its passage, the nearer it has to be."""
    doubt = min(0.0, match.sureness) / DOUBT
    return relevance + doubt >= (DOUBTFUL if named else RELEVANT) and relevance >= (NAMED if named else RELEVANT)


@dataclass(frozen=True, slots=True)
class _Kinship:
    """Tells whether two sentences speak of one thing."""

    weigh: Callable[[str], TermWeights]

    def related(self, one: GivenFigure, other: GivenFigure) -> bool:
        """Says whether two sentences speak of one thing."""
        return self._same_time(one, other) and self._named(one, other) and self._alike(one, other)

    def _same_time(self, one: GivenFigure, other: GivenFigure) -> bool:
        days = [given.quote.citation.published for given in (one, other)]
        return days[0] is None or days[1] is None or abs(days[0] - days[1]) <= SAME_TIME

    def _named(self, one: GivenFigure, other: GivenFigure) -> bool:
        return bool(self._names(one) & self._names(other))

    def _alike(self, one: GivenFigure, other: GivenFigure) -> bool:
        cosine = float(one.vector @ other.vector)
        # Money is too much alike: a sentence on one company's sales is near to one on another's.
        if cosine < NEARLY_ALIKE or (cosine >= ALIKE and one.figure.kind != "money"):
            return cosine >= ALIKE
        terms = [set(content_terms(given.quote.text)) for given in (one, other)]
        shares = (self.weigh(one.quote.text).share(terms[1]), self.weigh(other.quote.text).share(terms[0]))
        return sum(shares) / 2 >= SHARED

    def _names(self, given: GivenFigure) -> set[str]:
        """Returns the terms written with a capital letter in a sentence and in the headline above it."""
        words = _CAPITAL.findall(f"{given.quote.citation.title} {given.quote.text}")
        return set(content_terms(" ".join(words)))


def _place(one: GivenFigure) -> tuple[str, int]:
    return one.quote.citation.article_id, one.figure.start


def _days_of_places(matches: Sequence[Match]) -> dict[int, int]:
    """Returns the weekday of the first, second ... day, where a sentence tells both; the day after follows from it."""
    votes: dict[int, Counter[int]] = defaultdict(Counter)
    for match in matches:
        for start, end in match.passage.spans:
            sentence = match.chunk.text[start:end]
            spoken = places(sentence)
            days = {day.weekday for day in find_days(sentence, match.article.published)} if len(spoken) == 1 else set()
            if len(days) == 1:
                votes[min(spoken)][min(days)] += 1
    known = {place: days.most_common(1)[0][0] for place, days in votes.items()}
    for place, next_one in ((1, 2), (2, 1)):
        if next_one in known and place not in known:
            known[place] = (known[next_one] + place - next_one) % 7
    return known


def _heading(figures: Sequence[Figure]) -> str:
    first = figures[0]
    if first.counted.fate:
        return f"Number {first.counted.fate}"
    if first.kind == "count":
        return f"Number of {_shared_name([figure.counted for figure in figures])}"
    of = {figure.measured for figure in figures} - {""}
    return f"{_KINDS[first.kind]}: {min(of)}" if of else _KINDS[first.kind]


def _shared_name(counted: Sequence[Counted]) -> str:
    """Returns what all count, in the words of the first, from the first to the last word that all have."""
    shared = frozenset.intersection(*(one.terms for one in counted))
    words = counted[0].name.split()
    places = [number for number, word in enumerate(words) if shared & {*content_terms(word)}]
    return " ".join(words[places[0] : places[-1] + 1]) if places else counted[0].name
