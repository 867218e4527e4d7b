"""Understands a question without a language model: operators, quoted phrases, outlets, follow-ups."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta

from index.search.condition import Condition, Not, Word
from qa.ask import Ask
from qa.collection import NamedOutlet, find_inquiry
from qa.errors import BadQuery, BadQuestion
from qa.language.smalltalk import HELP, is_smalltalk
from qa.language.terms import is_long
from qa.query import Query, Quotation, quotations, read_query
from qa.question import LONGEST_PHRASE, Facet, Filters, Inquiry, Order, Period, Question
from qa.scope.author_names import NO_AUTHORS, AuthorNames
from qa.scope.outlet_names import OutletNames
from qa.scope.scope import Scope, find_scope
from qa.times import Days, find_order, find_periods
from qa.understand.follow_up import follow
from qa.understand.operators import Operators
from qa.understand.speaker import find_speaker

LONGEST = 2000  # code points; a longer question is a pasted article
SINGLE_MARKS = "'‘‚"
PHRASE_LENGTHS = range(2, LONGEST_PHRASE + 1)  # code points; one letter is no phrase
FORTNIGHT, MONTH = timedelta(days=14), timedelta(days=31)
YEAR = re.compile(r"\b\d{4}\b")


def understand(
    ask: Ask, names: OutletNames, days: Days, operators: Operators | None = None, authors: AuthorNames = NO_AUTHORS
) -> Question:
    """Understands a question.

    Args:
        ask: The question.
        names: The outlets of the index.
        days: What days are counted from.
        operators: What operators mean in the index; None where it is its outlets alone.
        authors: The authors of the index.

    Returns:
        The question. Outlets it names are a preference; only filters exclude.

    Raises:
        BadQuestion: When it is empty or too long, or an operator or filter cannot be read.
    """
    reader = _Reader(names, days, operators or Operators(names), authors)
    question = reader.read(ask.question, ask.filters)
    if question.inquiry:
        return question
    before = [_earlier(earlier) for earlier in ask.conversation.questions]
    return follow(question, before, lambda earlier: reader.read_words(Query(earlier), earlier, Filters()), reader.own)


@dataclass(frozen=True, slots=True)
class _Reader:
    """Reads questions by themselves; the attributes are the arguments of `understand`."""

    names: OutletNames
    days: Days
    operators: Operators
    authors: AuthorNames

    def read(self, asked: str, filters: Filters) -> Question:
        """Reads a question with its operators."""
        query, operators = _read(asked, self.operators.beginning), self.operators
        return self.read_words(query, asked, operators.narrowed(operators.displayed(filters), query.conditions))

    def read_words(self, query: Query, asked: str, filters: Filters) -> Question:
        """Reads the words of a question."""
        text, names = query.text, self.names
        quoted = _quoted(text, names)
        phrases = tuple(one.words for one in quoted if len(one.words) in PHRASE_LENGTHS)
        # What is quoted is words, and a name such as "Harbour Today" is no day.
        spans = [(one.start, one.end) for one in quoted]
        scope = find_scope(text, names, self.authors, spans, filters)
        mentions = names.mentions(text)
        outlets = [(mention.start, mention.end) for mention in mentions]
        named = find_periods(text, self.days, [*spans, *outlets], directed=not scope.long)
        periods = _meant(named, scope, filters)
        order = None if scope.long else _order(text, self.days, [*spans, *outlets], filters)
        times = (*(period.words for period in periods), *((order.words,) if order else ()))
        writers = [(mention.start, mention.end) for mention in scope.authors]
        where = [*(text[start:end] for start, end in (*outlets, *writers)), *times]
        filters = self.operators.narrowed(filters, _required(query, " ".join(where)))
        subject = scope.subject(times)
        speaker = find_speaker(text, [*outlets, *writers])
        question = Question(
            _encodable(asked),
            text,
            phrases,
            scope.facets(subject, times),
            periods,
            replace(filters, without_outlets=tuple(dict.fromkeys((*filters.without_outlets, *scope.without)))),
            order=order,
            subject=subject.whole,
            authors=tuple(dict.fromkeys(mention.name for mention in scope.authors)),
            speaker=speaker if speaker and speaker.name not in filters.unread else None,
        )
        places = [NamedOutlet(one.start, one.end, one.name) for one in mentions]
        inquiry = find_inquiry(text, places, named, filters.unread, writers)
        # What an inquiry leaves out it says itself.
        return _of_collection(replace(question, filters=filters), inquiry) if inquiry else question

    def own(self, question: Question) -> str:
        """Returns the words of a question without its times and outlets."""
        text = question.text
        for mention in reversed(self.names.mentions(text)):
            text = f"{text[: mention.start]} {text[mention.end :]}"
        for period in question.periods:
            text = text.replace(period.words, " ")
        return " ".join(text.split())


def plain(asked: str) -> str:
    """Returns the words of a question without its operators.

    Raises:
        BadQuestion: It has no words, or too many.
    """
    return _read(asked).text


def _earlier(asked: str) -> str:
    """Returns the words of an earlier question; operators that cannot be read are words of it."""
    try:
        return plain(asked)
    except BadQuery:
        return " ".join(_encodable(asked).split())


def _read(asked: str, beginning: Callable[[str], str] = str) -> Query:
    if len(asked) > LONGEST:
        raise BadQuestion(f"The question has {len(asked)} characters; ask in at most {LONGEST}.")
    if is_smalltalk(asked):
        raise BadQuestion(HELP)
    query = read_query(_encodable(asked), beginning)
    if re.search(r"\w", query.text):
        return query
    if any(isinstance(condition, Not) for condition in query.conditions):
        raise BadQuestion("No word of the question says what to look for, only what to leave out; add one.")
    raise BadQuestion("The question is empty; ask in words.")


def _required(query: Query, scope: str) -> tuple[Condition, ...]:
    """Returns the words beside an AND or OR that articles must hold, too: those that name no time and no outlet."""
    there = scope.split()
    return tuple(Word(word) for word in query.words if word not in there and not word.isdecimal())


def _quoted(text: str, names: OutletNames) -> list[Quotation]:
    """Finds the words that a question quotes; single marks also set outlets apart, in a long one all kinds of names."""
    found = quotations(text)
    single = [one for one in found if text[one.start] in SINGLE_MARKS]
    if not single:
        return found
    long = is_long(text)
    return [one for one in found if one not in single or not (long or names.resolve(one.words))]


def _encodable(asked: str) -> str:
    """Replaces what no file can hold: half of a surrogate pair, which a terminal gives for a byte that is not UTF-8."""
    return asked.encode("utf-8", "replace").decode("utf-8")


def _meant(named: Sequence[Period], scope: Scope, filters: Filters) -> tuple[Period, ...]:
    """Returns the times that a question means.

    In a long one a year is of some part of it ("drivers since 2014"), and "after 2 May" ties two parts together.
    """
    meant = (period for period in named if period.words not in filters.unread)
    return tuple(period for period in meant if not scope.long or _is_narrow(period))


def _is_narrow(period: Period) -> bool:
    """Says whether a time is a few days, or a month with its year."""
    return period.length <= (MONTH if YEAR.search(period.words) else FORTNIGHT)


def _order(text: str, days: Days, names: Sequence[tuple[int, int]], filters: Filters) -> Order | None:
    """Finds the order that a question asks for; in a long one "the latest" is of some part of it."""
    order = find_order(text, days.today, names)
    return order if order and order.words not in filters.unread else None


def _of_collection(question: Question, inquiry: Inquiry) -> Question:
    """Notes what a question asks of the collection itself; it leans on nothing, and what it restricts is no subject."""
    subject = inquiry.words or question.text
    facets = tuple(Facet(outlet, subject) for outlet in inquiry.outlets)
    return replace(question, inquiry=inquiry, subject=subject, facets=facets, periods=inquiry.periods)
