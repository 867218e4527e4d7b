"""The figures of several outlets side by side: those that are asked for, then others of one and the same thing."""

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from corpus.article import Article
from qa.compare.answering import BY_TIME, Answering, answering, one_of_a_sort
from qa.compare.comparison import FigureGroup
from qa.compare.kinship import Kinship, at_the_same_time
from qa.compare.matching import Match
from qa.figures import Figure, asked_figure, find_figures
from qa.figures.asked import AskedFigure
from qa.figures.counted import Counted
from qa.figures.figure import places
from qa.figures.grouping import (
    GivenFigure,
    are_akin,
    by_value,
    comparable,
    gather,
    is_telling,
    may_answer,
    says_the_same,
)
from qa.find.found import Found
from qa.language import content_terms
from qa.passage import Citation, Highlight, Passage
from qa.question import Question
from qa.times.day_names import find_days

_KINDS = {
    "duration": "Length of time",
    "day": "Day",
    "money": "Amount",
    "share": "Share",
    "measure": "Measure",
    "age": "Age",
}


def figure_table(found: Found, matches: Sequence[Match], texts: Mapping[str, int]) -> tuple[FigureGroup, ...]:
    """Puts the figures of passages side by side.

    Args:
        found: What the search found.
        matches: Its passages, surest first; those that do not match are asked for what the question asks only.
        texts: Id of an article to the number of its text; copies have one.

    Returns:
        Headings with figures of at least two outlets and two texts, those that are asked for first.
    """
    asked = _asked(found.answer.question)
    day_of = _days_of_places(matches)
    given = [(match, one) for match in matches for one in _given(match, texts)]
    kinship = Kinship(found.weigh)
    may = [one for one in given if may_answer(one[1].figure, asked, day_of)]
    wanted = _wanted(answering(may, asked, found.vector), asked, day_of, kinship)
    taken = {_place(one) for heading in wanted for one in heading}
    telling = [one for match, one in given if match.matches and _place(one) not in taken and is_telling(one.figure)]

    def fit(one: GivenFigure, other: GivenFigure) -> bool:
        return comparable(one.figure, other.figure, day_of) and are_akin(one.figure, other.figure)

    return tuple(
        FigureGroup(
            heading=_heading([one.figure for one in heading]),
            asked=heading in wanted,
            groups=tuple(tuple(one.quote for one in group) for group in by_value(heading)),
        )
        for heading in (*wanted, *gather(telling, fit, kinship.related))
    )


def _asked(question: Question) -> AskedFigure:
    """Reads what figure a question asks for: of its subject, and in the years that it names."""
    times = [period.words for period in question.periods if re.search(r"\d{4}", period.words)]
    return asked_figure(" ".join((question.subject, *times)))


def _wanted(
    answers: Answering, asked: AskedFigure, day_of: dict[int, int], kinship: Kinship
) -> list[list[GivenFigure]]:
    """Gathers the figures that are asked for; where the question names nothing, those of one event."""

    def fit(one: GivenFigure, other: GivenFigure) -> bool:
        of_one_event = bool(asked.subject.names) or one.figure.kind in BY_TIME or kinship.named(one, other)
        return of_one_event and comparable(one.figure, other.figure, day_of, asked)

    def alike(one: GivenFigure, other: GivenFigure) -> bool:
        return answers.may_stand_together(one, other) and (says_the_same(one, other) or at_the_same_time(one, other))

    return one_of_a_sort(gather(answers.figures, fit, alike))


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
