"""The part of an address that asks a question: its words, and what was fixed beside it."""

from collections.abc import Mapping
from urllib.parse import urlencode

from page.chat.saved import SavedTurn
from qa.errors import BadQuestion
from qa.query import read_query

# The names in an address, of the fields of `page.chat.ask.Asked`; chat/address.js reads them back.
_FIXED = {"outlet": "outlets", "since": "since", "until": "until"}
_TAKEN_BACK = {
    "without_outlet": "without_outlets",
    "author": "authors",
    "condition": "conditions",
    "exclude": "exclude",
    "unread": "unread",
}


def question_address(turn: SavedTurn) -> str:
    """Returns what an address says of a turn, such as ``q=ferry&outlet=Quay+Courier``: asked, it gives this turn."""
    question = turn.question
    # Operators say the rest themselves: they are gone from the words of a question as soon as one is taken back.
    names: Mapping[str, str] = _FIXED if _has_operators(question.asked) else _FIXED | _TAKEN_BACK
    fixed = {name: getattr(question, field) for name, field in names.items()}
    given = {name: value for name, value in fixed.items() if value}
    return urlencode({"q": question.asked, **given, **({"alone": "yes"} if turn.alone else {})}, doseq=True)


def _has_operators(asked: str) -> bool:
    try:
        return bool(read_query(asked).conditions)
    except BadQuestion:
        return True
