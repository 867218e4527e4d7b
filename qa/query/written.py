"""Conditions as a question would write them: read again, they are the same."""

import re

from index.search.condition import All, Any, Author, Condition, Leaf, Near, Not, Outlet, Prefix, Published, Word

_BARE = re.compile(r"[^\W\d_][^\W_]*")


def written(condition: Condition) -> str:
    """Returns a condition as an operator."""
    match condition:
        case All(parts):
            return f"({' AND '.join(map(written, parts))})"
        case Any(parts):
            return f"({' OR '.join(map(written, parts))})"
        case Not(part):
            return f"NOT {written(part)}"
        case _:
            return _leaf(condition)


def _leaf(leaf: Leaf) -> str:
    match leaf:
        case Near(text, others):
            return f"{_quoted(text)}~{others}"
        case Prefix(letters):
            return f"{letters}*"
        case Outlet(name):
            return f"outlet:{_quoted(name)}"
        case Author(name):
            return f"author:{_quoted(name)}"
        case Published(since, until):
            days = (f"since:{since}" if since else "", f"until:{until}" if until else "")
            return f"({' AND '.join(filter(None, days))})"
        case Word(text):
            return _quoted(text)


def _quoted(text: str) -> str:
    if _BARE.fullmatch(text) and text not in ("AND", "OR", "NOT"):
        return text
    return f"“{text}”" if '"' in text else f'"{text}"'
