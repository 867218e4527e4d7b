"""Conditions on articles in words, as a reader puts them."""

from index.search.condition import All, Any, Author, Condition, Near, Not, Outlet, Prefix, Published, Word
from qa.render.wording import day


def condition_words(condition: Condition) -> str:
    """Returns what a condition asks for, such as ``"without: protest"`` or ``"any of: quay, harbour"``."""
    match condition:
        case All(parts):
            return f"all of: {', '.join(map(_inner, parts))}"
        case Any(parts):
            return f"any of: {', '.join(map(_inner, parts))}"
        case Not(part):
            return f"without: {_inner(part)}"
        case Outlet() | Author() | Published():
            return _inner(condition)
        case _:
            return f"with: {_inner(condition)}"


def _inner(condition: Condition) -> str:
    match condition:
        case All(parts):
            return f"({' and '.join(map(_inner, parts))})"
        case Any(parts):
            return f"({' or '.join(map(_inner, parts))})"
        case Not(part):
            return f"not {_inner(part)}"
        case Near(text, others):
            return f"“{text}” with up to {others} words between"
        case _:
            return _leaf(condition)


def _leaf(leaf: Word | Prefix | Outlet | Author | Published) -> str:
    match leaf:
        case Word(text):
            return f"“{text}”" if " " in text else text
        case Prefix(letters):
            return f"{letters}*"
        case Outlet(name):
            return f"outlet: {name}"
        case Author(name):
            return f"author: {name}"
        case Published(since, until):
            days = (f"from {day(since)}" if since else "", f"until {day(until)}" if until else "")
            return " ".join(filter(None, days))
