"""Takes one thing back that was understood or fixed, so that the question can be asked again without it."""

from collections.abc import Callable
from dataclasses import replace

from page.chat.kept import KeptTurn
from qa.question import Filters
from qa.understand.parse import OPERATOR

QUOTES = (('"', '"'), ("“", "”"))

Withdrawal = Callable[[Filters, str], Filters]

_FROM_FILTERS: dict[str, Withdrawal] = {
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


def withdraw(turn: KeptTurn, kind: str, value: str) -> tuple[str, Filters]:
    """Returns what to ask instead, and under which filters.

    Args:
        turn: The turn whose answer shows the chip.
        kind: Kind of the chip (see `page.chat.chips`); one that is not known takes nothing back.
        value: Which one of its kind.
    """
    # The operators have become filters; left in the words they would come back.
    asked = " ".join(OPERATOR.sub(" ", turn.question.asked).split())
    if kind == "phrase":
        for opening, closing in QUOTES:
            asked = asked.replace(f"{opening}{value}{closing}", value)
    change = _FROM_FILTERS.get(kind)
    return asked, change(turn.question.filters, value) if change else turn.question.filters
