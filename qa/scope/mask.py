"""A question with its names covered, so that patterns can look at the words around them; offsets stay."""

import re
from collections.abc import Iterable

# Characters for private use, one kind of name each.
SOURCE = "\ue000"  # an outlet, or an author who is meant as one
AUTHOR = "\ue001"  # a name that an author has
TOPIC = "\ue002"  # an outlet that the question is about
QUOTED = "\ue003"
# The paper of whom was named before: "Runa Velt of the Quay Post", "Runa Velt (Quay Post)".
OF_A_PAPER = rf"(?:\s+(?:of|from|at|in|with|for)\s+{SOURCE}+|\s*\({SOURCE}+\))?"
_PRIVATE = re.compile("[\ue000-\ue00f]")
_GAP = re.compile(r"\s+(?=[?.!,;:])|,\s*(?=[?.!,])")


def mask(text: str) -> str:
    """Returns a text in which nothing is covered yet."""
    return _PRIVATE.sub("?", text)


def cover(masked: str, spans: Iterable[tuple[int, int]], kind: str) -> str:
    """Covers spans of a masked text with one kind of character."""
    for start, end in spans:
        masked = masked[:start] + kind * (end - start) + masked[end:]
    return masked


def uncover(masked: str, spans: Iterable[tuple[int, int]], text: str) -> str:
    """Lets spans be seen again."""
    for start, end in spans:
        masked = masked[:start] + mask(text[start:end]) + masked[end:]
    return masked


def take_out(masked: str, patterns: Iterable[re.Pattern[str]]) -> str:
    """Takes out whatever patterns match, one after the other: each sees what those before it left."""
    for pattern in patterns:
        masked = pattern.sub(lambda match: " " * len(match[0]), masked)
    return masked


def is_whole(text: str, masked: str) -> bool:
    """Says whether nothing was taken out of a text."""
    return masked.count(" ") == text.count(" ")


def left(text: str, masked: str, start: int = 0, end: int | None = None) -> str:
    """Returns what of a part of a text was not taken out, with its marks where they belong."""
    pairs = zip(text[start:end], masked[start:end], strict=True)
    rest = " ".join("".join(" " if cover == " " else letter for letter, cover in pairs).split())
    return _GAP.sub("", rest)
