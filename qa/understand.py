"""Understands a question without a language model: operators, quoted phrases, outlets, follow-ups."""

import re
from dataclasses import replace
from datetime import date

from qa.conversation import Conversation
from qa.errors import BadQuestion
from qa.outlet_names import OutletNames
from qa.periods import Days, find_periods
from qa.question import Filters, Question

LONGEST = 2000  # code points; a longer question is a pasted article
OPERATOR = re.compile(r"""(?<!\w)(outlet|since|until):(?:"([^"]*)"|“([^”]*)”|(\S+))""", re.IGNORECASE)
PHRASE = re.compile(r'"([^"\n]{2,200})"|“([^”\n]{2,200})”')
OPENER = re.compile(r"(?:and|but|or|so|then|what about|how about|what else|who else|why|when|where)\b", re.IGNORECASE)
PRONOUN = re.compile(
    r"\b(?:he|him|his|she|her|hers|it|its|they|them|their|theirs|this|that|these|those|there|same)\b", re.IGNORECASE
)
NAME = re.compile(r"(?<![.!?]\s)(?<!^)\b[A-Z][\w'’-]+")
FEW_WORDS = 3  # a question this short rarely stands alone


def understand(
    asked: str,
    names: OutletNames,
    days: Days,
    conversation: Conversation | None = None,
    filters: Filters | None = None,
) -> Question:
    """Understands a question.

    Args:
        asked: The user's words. They may hold operators (``outlet:``, ``since:``, ``until:``) and quoted phrases.
        names: The outlets of the index.
        days: What days are counted from.
        conversation: The turns before this one.
        filters: What the user fixed beside the question; operators add to it.

    Returns:
        The question. Outlets it names are a preference; only filters exclude.

    Raises:
        BadQuestion: When it is empty or too long, or an operator or filter cannot be read.
    """
    if len(asked) > LONGEST:
        raise BadQuestion(f"The question has {len(asked)} characters; ask in at most {LONGEST}.")
    filters = _checked(filters or Filters(), names)
    for match in OPERATOR.finditer(asked):
        filters = _with_operator(filters, match[1].lower(), match[2] or match[3] or match[4] or "", names)
    text = " ".join(OPERATOR.sub(" ", asked).split())
    if not re.search(r"\w", text):
        raise BadQuestion("The question is empty; ask in words.")
    phrases = tuple((match[1] or match[2]).strip() for match in PHRASE.finditer(text))
    facets = tuple(facet for facet in names.facets(text) if facet.outlet not in filters.unread)
    periods = tuple(period for period in find_periods(text, days) if period.words not in filters.unread)
    question = Question(asked, text, phrases, facets, periods, filters)
    return _leaning_on(conversation, question) if conversation and conversation.answers else question


def _checked(filters: Filters, names: OutletNames) -> Filters:
    """Replaces each outlet of the filters by its display name and checks the days."""
    outlets = tuple(dict.fromkeys(_outlet(name, names) for name in filters.outlets))
    if filters.since and filters.until and filters.since > filters.until:
        raise BadQuestion(f"The first day ({filters.since}) is after the last day ({filters.until}).")
    return replace(filters, outlets=outlets)


def _with_operator(filters: Filters, operator: str, value: str, names: OutletNames) -> Filters:
    if operator == "outlet":
        return _checked(replace(filters, outlets=(*filters.outlets, _outlet(value, names))), names)
    try:
        day = date.fromisoformat(value)
    except ValueError as error:
        raise BadQuestion(f"{operator}:{value} is not a day; write it as {operator}:2026-02-18.") from error
    return _checked(replace(filters, since=day) if operator == "since" else replace(filters, until=day), names)


def _outlet(name: str, names: OutletNames) -> str:
    display = names.resolve(name)
    if display is None:
        raise BadQuestion(f"No outlet in the index is called {name!r}; `dateline status` lists them.")
    return display


def _leaning_on(conversation: Conversation, question: Question) -> Question:
    """Adds the text of the question before to one that cannot stand alone."""
    words = re.findall(r"\w+", question.text)
    own_names = NAME.findall(question.text)
    leans = (
        len(words) <= FEW_WORDS
        or (OPENER.match(question.text) and len(words) <= 2 * FEW_WORDS)
        or (PRONOUN.search(question.text) and not own_names)
        or (OPENER.match(question.text) and PRONOUN.search(question.text))
    )
    if not leans:
        return question
    before = conversation.answers[-1].question
    return replace(question, text=f"{question.text} {before.text}", carried=(before.text,))
