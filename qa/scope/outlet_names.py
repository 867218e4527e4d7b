"""Finds the outlets that a question names, and which part of it speaks of which."""

import re
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

from qa.scope.mention import Mention

APOSTROPHES = str.maketrans("’‘", "''")
MARKS = (*"\"“”„'‘’‚«»",)
DOMAIN = re.compile(r"\.(?:com|net|org|co\.uk|news)$")
# Where the part about one outlet may end and the part about the next begin.
JOINT = re.compile(r"[,;]|\b(?:while|whereas|but|and|or|than|compared (?:to|with))\b", re.IGNORECASE)
# Names of newspapers and magazines that are everyday words too.
COMMON_WORDS = frozenset(
    (
        *("age", "express", "fortune", "hill", "journal", "life", "local", "mail", "money", "nation", "nature"),
        *("news", "people", "post", "record", "science", "sport", "star", "standard", "sun", "time", "times"),
        *("sunday", "this week", "today", "variety", "voice", "week", "wired", "world"),
    )
)


class OutletNames:
    """All spellings of the outlets of an index, to be found in questions."""

    def __init__(self, outlets: Iterable[str], aliases: Mapping[str, str]) -> None:
        """Collects the spellings.

        Args:
            outlets: Display names.
            aliases: Other spellings and the display name of each.
        """
        self._display = {_folded(name): name for name in outlets}
        for alias, name in aliases.items():
            self._display.setdefault(_folded(alias), name)
        for spelling, name in list(self._display.items()):
            self._display.setdefault(DOMAIN.sub("", spelling), name)
        longest_first = sorted(filter(None, self._display), key=len, reverse=True)
        # Without any name the pattern must match nothing.
        names = "|".join(map(re.escape, longest_first)) or r"(?!)"
        self._pattern = re.compile(rf"(?<!\w)(?:the\s+)?({names})(?!\w)")

    def resolve(self, name: str) -> str | None:
        """Returns the display name of an outlet given by any of its spellings, or None."""
        return self._display.get(_folded(name))

    def mentions(self, text: str) -> list[Mention]:
        """Returns where a text names outlets, in order, with the quotation marks around a name."""
        return [
            Mention(self._display[match[1]], *_with_marks(text, *match.span()))
            for match in self._pattern.finditer(_even(text))
            if self._is_meant(match, text)
        ]

    @staticmethod
    def is_common(name: str) -> bool:
        """Says whether a name is an everyday word, too."""
        return _folded(name.strip("".join(MARKS))) in COMMON_WORDS

    def _is_meant(self, match: re.Match[str], text: str) -> bool:
        """Tells a name from a common word: "The Week" from "last week", "Fortune" from "a fortune".

        A common word must be written with a capital letter; in a question without any, "the week" will do where the
        name has the article too.
        """
        written = text[match.start(1) : match.end(1)]
        if match[1] not in COMMON_WORDS or any(letter.isupper() for letter in written):
            return True
        return text == text.lower() and match.start() < match.start(1) and self._display[match[1]].startswith("The ")


def parts(text: str, mentions: Sequence[Mention]) -> list[tuple[int, int]]:
    """Finds the part of a text that speaks of each outlet that it names, as offsets.

    The text between two mentions is cut at the last joint (a comma, "while", "and" ...) between them, so that
    "Does A say this, while B says that?" becomes one part for A and one for B. An outlet that is named twice has two
    parts: they may ask for two articles.
    """
    cuts = [0]
    for before, after in pairwise(mentions):
        joints = [joint.start() for joint in JOINT.finditer(text, before.end, after.start)]
        cuts.append(joints[-1] if joints else after.start)
    return list(pairwise([*cuts, len(text)]))


def _with_marks(text: str, start: int, end: int) -> tuple[int, int]:
    quoted = text[start - 1 : start] in MARKS and text[end : end + 1] in MARKS
    return (start - 1, end + 1) if quoted and start else (start, end)


def _even(text: str) -> str:
    """Evens out case and apostrophes, one code point for one, so that offsets stay.

    Not by `re.IGNORECASE`: it takes some letters for the same that no folding makes the same, such as the i's of
    Turkish.
    """
    pairs = ((letter, letter.casefold()) for letter in text.translate(APOSTROPHES))
    return "".join(folded if len(folded) == 1 else letter for letter, folded in pairs)


def _folded(name: str) -> str:
    words = _even(name).split()
    return " ".join(words[1:] if words[:1] == ["the"] and len(words) > 1 else words)
