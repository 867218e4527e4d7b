"""What was understood of a question, one chip each, and what to do to take it away again."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from qa.question import Filters, Question
from qa.render.plain import understood
from qa.render.wording import filter_words
from qa.understand.parse import OPERATOR

_QUOTES = (('"', '"'), ("“", "”"))


_Withdrawal = Callable[[Filters, str], Filters]


_FROM_FILTERS: dict[str, _Withdrawal] = {
    "only": lambda filters, name: replace(filters, outlets=tuple(one for one in filters.outlets if one != name)),
    "since": lambda filters, _: replace(filters, since=None),
    "until": lambda filters, _: replace(filters, until=None),
    "outlet": lambda filters, name: replace(filters, unread=(*filters.unread, name)),
    "period": lambda filters, words: replace(filters, unread=(*filters.unread, words)),
    "all-outlets": lambda filters, _: replace(filters, outlets=()),
    "all-days": lambda filters, _: replace(filters, since=None, until=None),
    "all-articles": lambda filters, _: replace(filters, exclude=()),
    "narrow": lambda filters, name: replace(filters, outlets=(name,)),
}


@dataclass(frozen=True, slots=True)
class Chip:
    """One thing that was understood.

    Attributes:
        words: What it says, such as ``"outlet: Quay Courier"``.
        kind: What kind of thing it is, for whoever takes it away; empty when it cannot be.
        value: Which one of its kind; empty when there is only one.
    """

    words: str
    kind: str = ""
    value: str = ""


def chips(question: Question) -> tuple[Chip, ...]:
    """Returns a chip for each remark on how a question was read, in their usual order."""
    removable = {chip.words: chip for chip in _removable(question)}
    return tuple(removable.get(words, Chip(words)) for words in understood(question))


def wider(question: Question) -> tuple[Chip, ...]:
    """Returns what could be left out so that more is searched, in words of what would be searched then."""
    filters = question.filters
    return (
        *((Chip("in all outlets", "all-outlets"),) if filters.outlets else ()),
        *((Chip("of all days", "all-days"),) if filters.since or filters.until else ()),
        *((Chip("in the articles left out", "all-articles"),) if filters.exclude else ()),
        *((Chip("without the question before", "carried"),) if question.carried else ()),
    )


def _removable(question: Question) -> tuple[Chip, ...]:
    filters = question.filters
    single = (
        (Filters(since=filters.since), "since"),
        (Filters(until=filters.until), "until"),
        (Filters(exclude=filters.exclude), "all-articles"),
    )
    return (
        *(Chip(f"outlet: {name}", "outlet", name) for name in question.outlets),
        *(Chip(f"exact words: “{phrase}”", "phrase", phrase) for phrase in question.phrases),
        *(Chip(f"period: {period.words}", "period", period.words) for period in question.periods),
        *(Chip(words, "only", name) for name in filters.outlets for words in filter_words(Filters((name,)))),
        *(Chip(words, kind) for part, kind in single for words in filter_words(part)),
        *(Chip(f"carried over: {words}", "carried") for words in question.carried),
    )


def withdraw(asked: str, filters: Filters, kind: str, value: str) -> tuple[str, Filters]:
    """Returns what to ask instead, and under which filters.

    Args:
        asked: The question whose answer shows the chip, in the user's own words.
        filters: What the user fixed then.
        kind: Kind of the chip; one that is not known takes nothing back.
        value: Which one of its kind.
    """
    # The operators have become filters; left in the words they would come back.
    asked = " ".join(OPERATOR.sub(" ", asked).split())
    if kind == "phrase":
        for opening, closing in _QUOTES:
            asked = asked.replace(f"{opening}{value}{closing}", value)
    change = _FROM_FILTERS.get(kind)
    return asked, change(filters, value) if change else filters
