"""Finds the outlets that a question names, and which part of it speaks of which."""

import re
from collections.abc import Iterable, Mapping
from itertools import pairwise

from qa.question import Facet

APOSTROPHES = str.maketrans("’‘", "''")
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

    def spans(self, text: str) -> list[tuple[int, int]]:
        """Returns where a text names outlets."""
        return [match.span() for match in self._pattern.finditer(_even(text)) if self._is_meant(match, text)]

    def facets(self, text: str) -> tuple[Facet, ...]:
        """Finds where a text names outlets, with what is said of each.

        The text between two mentions is cut at the last joint (a comma, "while", "and" ...) between them, so that
        "Does A say this, while B says that?" becomes one part for A and one for B. An outlet that is named twice has
        two parts: they may ask for two articles.
        """
        folded = _even(text)
        mentions = [
            (match, self._display[match[1]]) for match in self._pattern.finditer(folded) if self._is_meant(match, text)
        ]
        if len(mentions) < 2:
            return tuple(Facet(outlet, text) for _, outlet in mentions)
        cuts = [0]
        for (before, _), (after, _) in pairwise(mentions):
            joints = [joint.start() for joint in JOINT.finditer(folded, before.end(), after.start())]
            cuts.append(joints[-1] if joints else after.start())
        parts = [text[start:end].strip(" ,;") for start, end in pairwise([*cuts, len(text)])]
        return tuple(Facet(outlet, part) for (_, outlet), part in zip(mentions, parts, strict=True))

    def _is_meant(self, match: re.Match[str], text: str) -> bool:
        """Tells a name from a common word: "The Week" from "last week", "Fortune" from "a fortune".

        A common word must be written with a capital letter; in a question without any, "the week" will do where the
        name has the article too.
        """
        written = text[match.start(1) : match.end(1)]
        if match[1] not in COMMON_WORDS or any(letter.isupper() for letter in written):
            return True
        return text == text.lower() and match.start() < match.start(1) and self._display[match[1]].startswith("The ")


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
