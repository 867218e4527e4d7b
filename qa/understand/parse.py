"""Understands a question without a language model: operators, quoted phrases, outlets, follow-ups."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from itertools import islice

from qa.ask import Ask
from qa.errors import BadQuestion
from qa.language import content_terms
from qa.language.terms import is_long
from qa.question import Facet, Filters, Order, Period, Question
from qa.times import Days, find_order, find_periods
from qa.understand.filters import read_day
from qa.understand.outlet_names import OutletNames

LONGEST = 2000  # code points; a longer question is a pasted article
# Without quotation marks a value ends before the marks that end a sentence: "What is new since:2026-02-18?"
OPERATOR = re.compile(
    r"""(?<!\w)(outlet|since|until):(?:"([^"]*)"|“([^”]*)”|(\S+?)(?=[.,;:!?)\]"”]*(?:\s|$)))""", re.IGNORECASE
)
QUOTED = re.compile(r'"([^"]*)"|“([^”]*)”')
PHRASE_LENGTHS = range(2, 201)  # code points; one letter is no phrase, and a longer one is a quoted paragraph
# Words that point back. Not "there", "that" and "one": too often they point at nothing ("Is there ...", "says that").
PRONOUN = re.compile(
    r"\b(?:he|him|his|she|her|hers|it|its|they|them|their|theirs|this|these|those|same|other|others|else)\b",
    re.IGNORECASE,
)
NAME = re.compile(r"(?<![.!?]\s)(?<!^)\b[A-Z][\w'’-]+")  # not the first word of a sentence
TELLING = 0.2  # of the question's content terms, for a part of it to be searched for by itself
FORTNIGHT, MONTH = timedelta(days=14), timedelta(days=31)
YEAR = re.compile(r"\b\d{4}\b")
ELLIPTIC, SHORT = 2, 5  # different content terms up to which a follow-up cannot stand alone, or is short
CARRIED = 2  # questions before
WHOLLY = 2.0  # how far the meaning of "And why?" is pulled, against its own as 1
STRONG, WEAK = 0.5, 0.2  # the same for others; chosen on 132 follow-ups written by people (MTRAG)


def understand(ask: Ask, names: OutletNames, days: Days) -> Question:
    """Understands a question.

    Args:
        ask: The question.
        names: The outlets of the index.
        days: What days are counted from.

    Returns:
        The question. Outlets it names are a preference; only filters exclude.

    Raises:
        BadQuestion: When it is empty or too long, or an operator or filter cannot be read.
    """
    text, before = plain(ask.question), [plain(question) for question in ask.conversation.questions]
    asked = _encodable(ask.question)
    filters = _displayed(ask.filters, names)
    for match in OPERATOR.finditer(asked):
        filters = _with_operator(filters, match[1].lower(), match[2] or match[3] or match[4] or "", names)
    quoted = ((match[1] or match[2] or "").strip() for match in QUOTED.finditer(text))
    phrases = tuple(phrase for phrase in quoted if len(phrase) in PHRASE_LENGTHS)
    facets = tuple(_telling(facet, text) for facet in names.facets(text) if facet.outlet not in filters.unread)
    # What is quoted is words, and a name such as "Harbour Today" is no day.
    timeless = [*names.spans(text), *(match.span() for match in QUOTED.finditer(text))]
    periods = _periods(text, days, timeless, filters)
    order = _order(text, days, timeless, filters)
    question = Question(asked, text, phrases, facets, periods, filters, order=order)
    return _leaning_on(before, question)


def plain(asked: str) -> str:
    """Returns the words of a question without its operators.

    Raises:
        BadQuestion: It has no words, or too many.
    """
    if len(asked) > LONGEST:
        raise BadQuestion(f"The question has {len(asked)} characters; ask in at most {LONGEST}.")
    text = " ".join(OPERATOR.sub(" ", _encodable(asked)).split())
    if not re.search(r"\w", text):
        raise BadQuestion("The question is empty; ask in words.")
    return text


def _encodable(asked: str) -> str:
    """Replaces what no file can hold: half of a surrogate pair, which a terminal gives for a byte that is not UTF-8."""
    return asked.encode("utf-8", "replace").decode("utf-8")


def _displayed(filters: Filters, names: OutletNames) -> Filters:
    """Replaces each outlet of the filters by its display name."""
    outlets, without = (
        tuple(dict.fromkeys(_outlet(name, names) for name in given))
        for given in (filters.outlets, filters.without_outlets)
    )
    return replace(filters, outlets=outlets, without_outlets=without)


def _with_operator(filters: Filters, operator: str, value: str, names: OutletNames) -> Filters:
    if operator == "outlet":
        return _displayed(replace(filters, outlets=(*filters.outlets, value)), names)
    day = read_day(value)
    return replace(filters, since=day) if operator == "since" else replace(filters, until=day)


def _outlet(name: str, names: OutletNames) -> str:
    display = names.resolve(name)
    if display is None:
        raise BadQuestion(f"No outlet in the index is called {name!r}; `dateline status` lists them.")
    return display


def _periods(text: str, days: Days, names: Sequence[tuple[int, int]], filters: Filters) -> tuple[Period, ...]:
    """Finds the times that a question names.

    In a long one a year is of some part of it ("drivers since 2014"), and "after 2 May" ties two parts together.
    """
    long = is_long(text)
    found = find_periods(text, days, names, directed=not long)
    return tuple(period for period in found if period.words not in filters.unread and (not long or _is_narrow(period)))


def _is_narrow(period: Period) -> bool:
    """Says whether a time is a few days, or a month with its year."""
    return period.length <= (MONTH if YEAR.search(period.words) else FORTNIGHT)


def _order(text: str, days: Days, names: Sequence[tuple[int, int]], filters: Filters) -> Order | None:
    """Finds the order that a question asks for; in a long one "the latest" is of some part of it."""
    order = find_order(text, days.today, names)
    meant = order and order.words not in filters.unread and not is_long(text)
    return order if meant else None


def _telling(facet: Facet, text: str) -> Facet:
    """Gives an outlet the whole question where its own part says too little, as in "... as A, B and C report"."""
    share = len(content_terms(facet.text)) / max(1, len(content_terms(text)))
    return facet if share >= TELLING else replace(facet, text=text)


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
