"""What can be taken back of what was understood of a question, and what is asked then."""

from collections.abc import Callable
from dataclasses import replace

from qa.answer import Conversation
from qa.ask import Ask
from qa.query import quotations, written
from qa.question import Filters, Question
from qa.render.remarks import Kind, Remark, offers
from qa.understand import read_day
from qa.understand.parse import plain


def _but(name: str, names: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(one for one in names if one != name)


def _within(filters: Filters, days: str) -> Filters:
    """Narrows filters to days as a picture of them gives them: the first and the last, with a stroke between them."""
    first, _, last = days.partition("/")
    return replace(filters, since=read_day(first), until=read_day(last))


_CHANGES: dict[Kind, Callable[[Filters, str], Filters]] = {
    Kind.ONLY: lambda filters, name: replace(filters, outlets=_but(name, filters.outlets)),
    Kind.WITHOUT: lambda filters, name: replace(
        filters, without_outlets=_but(name, filters.without_outlets), unread=(*filters.unread, name)
    ),
    Kind.AUTHOR: lambda filters, name: replace(
        filters, authors=_but(name, filters.authors), unread=(*filters.unread, name)
    ),
    Kind.CONDITION: lambda filters, value: replace(
        filters, conditions=tuple(one for one in filters.conditions if written(one) != value)
    ),
    Kind.SINCE: lambda filters, _: replace(filters, since=None),
    Kind.UNTIL: lambda filters, _: replace(filters, until=None),
    Kind.OUTLET: lambda filters, name: replace(filters, unread=(*filters.unread, name)),
    Kind.PERIOD: lambda filters, words: replace(filters, unread=(*filters.unread, words)),
    Kind.SPEAKER: lambda filters, name: replace(filters, unread=(*filters.unread, name)),
    Kind.CARRIED: lambda filters, words: replace(filters, unread=(*filters.unread, words)),
    Kind.ORDER: lambda filters, words: replace(filters, unread=(*filters.unread, words)),
    Kind.NEWER: lambda filters, words: replace(filters, unread=(*filters.unread, words)),
    Kind.INQUIRY: lambda filters, put: replace(filters, unread=(*filters.unread, put)),
    Kind.ALSO: lambda filters, words: replace(filters, unread=(*filters.unread, words)),
    Kind.ALL_OUTLETS: lambda filters, _: replace(
        filters, outlets=(), without_outlets=(), unread=(*filters.unread, *filters.without_outlets)
    ),
    Kind.ALL_DAYS: lambda filters, _: replace(filters, since=None, until=None),
    Kind.ALL_ARTICLES: lambda filters, _: replace(filters, exclude=()),
    Kind.ALL_AUTHORS: lambda filters, _: replace(filters, authors=()),
    Kind.ALL_WORDS: lambda filters, _: replace(filters, conditions=()),
    Kind.NARROW: lambda filters, name: replace(filters, outlets=(name,)),
    Kind.DAYS: _within,
}


def wider(question: Question) -> tuple[Remark, ...]:
    """Returns what could be left out so that more is searched, in words of what would be searched then."""
    filters = question.filters
    return (
        *offers(question),
        *((Remark("in all outlets", Kind.ALL_OUTLETS),) if filters.outlets or filters.without_outlets else ()),
        *((Remark("of all authors", Kind.ALL_AUTHORS),) if filters.authors else ()),
        *((Remark("of all days", Kind.ALL_DAYS),) if filters.since or filters.until else ()),
        *((Remark("whatever words they hold", Kind.ALL_WORDS),) if filters.conditions else ()),
        *((Remark("in the articles left out", Kind.ALL_ARTICLES),) if filters.exclude else ()),
        *((Remark("without the question before", Kind.CARRIED),) if question.carried else ()),
    )


def without(ask: Ask, kind: Kind, value: str) -> Ask:
    """Returns what to ask instead of a question.

    Args:
        ask: The question whose answer shows the chip, in the user's own words, with what the user fixed then.
        kind: What is taken back.
        value: Which one of its kind; of what is carried over, all where it is empty.

    Raises:
        BadQuestion: The days to narrow it to cannot be read.
    """
    words = plain(ask.question)  # the operators have become filters; left in the words they would come back
    if kind is Kind.PHRASE:
        for quoted in reversed(quotations(words)):
            if quoted.words == value:
                words = f"{words[: quoted.start]}{value}{words[quoted.end :]}"
    if kind is Kind.INSTEAD:
        words = words.replace(*value.partition("\t")[::2])
    all_before = kind is Kind.CARRIED and not value
    filters = _CHANGES[kind](ask.filters, value) if kind in _CHANGES and not all_before else ask.filters
    return replace(
        ask, question=words, conversation=Conversation() if all_before else ask.conversation, filters=filters
    )
