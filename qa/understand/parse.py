"""Understands a question without a language model: operators, quoted phrases, outlets, follow-ups."""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import timedelta
from itertools import islice

from index.search.condition import Condition, Not, Word
from qa.ask import Ask
from qa.collection import NamedOutlet, find_inquiry
from qa.errors import BadQuery, BadQuestion
from qa.language import content_terms
from qa.language.terms import is_long
from qa.query import Query, Quotation, quotations, read_query
from qa.question import Facet, Filters, Inquiry, Order, Period, Question
from qa.times import Days, find_order, find_periods
from qa.understand.author_names import NO_AUTHORS, AuthorNames
from qa.understand.operators import Operators
from qa.understand.outlet_names import OutletNames
from qa.understand.scope import Scope, find_scope

LONGEST = 2000  # code points; a longer question is a pasted article
SINGLE_MARKS = "'‘‚"
PHRASE_LENGTHS = range(2, 201)  # code points; one letter is no phrase, and a longer one is a quoted paragraph
# Words that point back. Not "there", "that" and "one": too often they point at nothing ("Is there ...", "says that").
PRONOUN = re.compile(
    r"\b(?:he|him|his|she|her|hers|it|its|they|them|their|theirs|this|these|those|same|other|others|else)\b",
    re.IGNORECASE,
)
NAME = re.compile(r"(?<![.!?]\s)(?<!^)\b[A-Z][\w'’-]+")  # not the first word of a sentence
FORTNIGHT, MONTH = timedelta(days=14), timedelta(days=31)
YEAR = re.compile(r"\b\d{4}\b")
ELLIPTIC, SHORT = 2, 5  # different content terms up to which a follow-up cannot stand alone, or is short
CARRIED = 2  # questions before
WHOLLY = 2.0  # how far the meaning of "And why?" is pulled, against its own as 1
STRONG, WEAK = 0.5, 0.2  # the same for others; chosen on 132 follow-ups written by people (MTRAG)


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
    operators = operators or Operators(names)
    query, before = (
        _read(ask.question, operators.beginning),
        [_earlier(question) for question in ask.conversation.questions],
    )
    asked, text = _encodable(ask.question), query.text
    filters = operators.narrowed(operators.displayed(ask.filters), query.conditions)
    quoted = [one for one in _quoted(text) if names.resolve(one.words) is None]
    phrases = tuple(one.words for one in quoted if len(one.words) in PHRASE_LENGTHS)
    # What is quoted is words, and a name such as "Harbour Today" is no day.
    spans = [(one.start, one.end) for one in quoted]
    scope = find_scope(text, names, authors, spans, filters)
    mentions = names.mentions(text)
    outlets = [(mention.start, mention.end) for mention in mentions]
    named = find_periods(text, days, [*spans, *outlets], directed=not scope.long)
    periods = _meant(named, scope, filters)
    order = None if scope.long else _order(text, days, [*spans, *outlets], filters)
    times = (*(period.words for period in periods), *((order.words,) if order else ()))
    where = [*(text[start:end] for start, end in outlets), *(text[one.start : one.end] for one in scope.authors)]
    filters = operators.narrowed(filters, _required(query, " ".join((*where, *times))))
    subject = scope.subject(times)
    question = Question(
        asked,
        text,
        phrases,
        scope.facets(subject, times),
        periods,
        replace(filters, without_outlets=tuple(dict.fromkeys((*filters.without_outlets, *scope.without)))),
        order=order,
        subject=subject.whole,
        authors=tuple(dict.fromkeys(mention.name for mention in scope.authors)),
    )
    inquiry = find_inquiry(text, [NamedOutlet(one.start, one.end, one.name) for one in mentions], named, filters.unread)
    return _of_collection(question, inquiry) if inquiry else _leaning_on(before, question)


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


def _quoted(text: str) -> list[Quotation]:
    """Finds the words that a question quotes; in a long one single marks set names and headlines apart, no words."""
    found = quotations(text)
    single = [one for one in found if text[one.start] in SINGLE_MARKS]
    return [one for one in found if one not in single] if single and is_long(text) else found


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


def _leaning_on(before: Sequence[str], question: Question) -> Question:
    """Notes what a follow-up leans on: the two questions before it that say something, the nearer one more.

    Their words are not added to the question: searching for the words of all turns was measured to be worse than
    forgetting them. They only pull its meaning towards theirs, much when it cannot stand alone, a little when it is
    short and names nothing, not at all when it says enough itself.
    """
    own = len(set(content_terms(question.text)))
    if own == 0:
        leaning = WHOLLY
    elif own <= ELLIPTIC or PRONOUN.search(question.text):
        leaning = STRONG
    elif own <= SHORT and not NAME.search(question.text):
        leaning = WEAK
    else:
        return question
    # "And why?" asked twice is still about what was asked before the first.
    carried = tuple(islice((text for text in reversed(before) if content_terms(text)), CARRIED))
    return replace(question, carried=carried, leaning=leaning) if carried else question
