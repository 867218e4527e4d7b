"""Finds the authors that a question names as authors: "What did X write", "articles by X", "X's report on"."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence

from corpus.text.folding import squash
from qa.scope.frames import ITEM
from qa.scope.mask import AUTHOR, OF_A_PAPER, cover
from qa.scope.mention import Mention

_WORD = re.compile(r"[^\W\d_](?:[\w.'’-]*\w)?\.?")
_MOST_WORDS = 5  # of a name
_WORD_BEFORE = re.compile(r"\w\W+(\w)[\w.'’-]*\s$")  # but for the first of a sentence
_WORD_AFTER = re.compile(r"\s(\w)")
_SHORTEST = 3  # letters of a surname
_PLACE = re.compile(r"\s+(?:at|in|for)\s.*")  # "Andy Hunter at Anfield"
_ONE = rf"{AUTHOR}+{OF_A_PAPER}"
_LIST = rf"(?:{_ONE}(?:\s*,\s*|\s+and\s+|\s+or\s+))*{_ONE}"
_AUX = r"\b(?:do|does|did|has|have|had|is|was)"
_HOW = r"(?:\s+(?:also|ever|already|not|first))*"


def _any_of(*patterns: str) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{pattern})" for pattern in patterns), re.IGNORECASE)


_LEFT_OUT = _any_of(
    rf"\b(?:(?:any|every)(?:one|body)|all(?:\s+\w+)?|who|others?)\s+but\s+(?:by\s+|from\s+)?{_LIST}",
    rf"\b(?:(?:other|else)\s+than|except(?:\s+for)?|besides|apart\s+from|excluding|not\s+by)\s+(?:by\s+|from\s+)?{_LIST}",
)
# As nobody speaks of anyone but an author.
_WRITING = _any_of(
    rf"\b(?:{ITEM}|written|wrote|published|authored|penned|bylined?)\b[^.?!;]{{0,80}}?\bby:?\s+{_LIST}",
    rf"{_AUX}\s+{_LIST}{_HOW}\s+(?:writ(?:e|ten|ing)|publish(?:ed)?)\b",
    rf"{_ONE}\s+(?:wrote|has\s+written|writes)\b",
    rf"{_ONE}['’]s?\s+(?:\w+\s+){{0,2}}?(?:articles?|stor(?:y|ies)|pieces?|columns?|coverage|reporting|dispatch(?:es)?)\b",
    rf"\b(?:authors?|journalist|reporter|correspondent|columnist|writer|bylines?)\s*:?\s+{_ONE}",
)
# As one may speak of others, too, but not of many.
_REPORTING = _any_of(
    rf"\b(?:reported|covered)\b[^.?!;]{{0,80}}?\bby\s+{_LIST}",
    rf"{_AUX}\s+{_LIST}{_HOW}\s+(?:report(?:ed|ing)?|cover(?:ed)?)\b",
    rf"{_ONE}\s+(?:reports|reported|covers|covered)\b",
    rf"{_ONE}['’]s?\s+(?:\w+\s+){{0,2}}?{ITEM}\b",
    rf"\b{ITEM}\s+from\s+{_LIST}",
    rf"{_ONE}\s+(?:articles?|stories|columns?|pieces)\b",
)
# As one speaks of whoever is quoted.
_SAYING = _any_of(
    rf"{_AUX}\s+{_LIST}{_HOW}\s+(?:say|said|tell|told|mention(?:ed)?|describe|claim|argue|note|discuss|call|find|think)\b",
    rf"\baccording\s+to\s+{_LIST}",
    rf"^\W*{_LIST}\s+(?:on|about)\b",
    rf"{_ONE}\s+(?:says|said|mentions|describes)\b",
    rf"\bby\s+{_LIST}",
)


class AuthorNames:
    """The authors of an index, to be found in questions."""

    def __init__(self, names: Iterable[str], is_told_of: Callable[[str], bool] = lambda _: False) -> None:
        """Collects the names.

        Args:
            names: As the articles give them.
            is_told_of: Says whether articles hold a word of a name: who is written about may be meant as such.
        """
        self._whole: dict[str, list[str]] = {}
        self._last: dict[str, list[str]] = {}
        self._is_told_of = is_told_of
        for name in names:
            words = _WORD.findall(_PLACE.sub("", name))
            if not 1 <= len(words) <= _MOST_WORDS:
                continue
            if len(words) > 1:
                self._whole.setdefault(squash("".join(words)), []).append(name)
            if len(words[-1]) >= _SHORTEST:
                self._last.setdefault(squash(words[-1]), []).append(name)

    def mentions(self, masked: str) -> list[Mention]:
        """Returns where a question names authors as such.

        Someone may be an author and a subject, and a surname that of anyone: so the words around a name have to speak
        of writing, a surname alone more plainly than a whole name.

        Args:
            masked: The question, outlets and phrases covered; see `qa.scope.mask`.
        """
        if not self._last:
            return []
        found = list(self._named(masked))
        return [
            Mention(name, *span) for span, names, whole in found if self._is_meant(masked, span, found, whole=whole)
            for name in names
        ]  # fmt: skip

    def _named(self, masked: str) -> Iterator[tuple[tuple[int, int], Sequence[str], bool]]:
        """Yields the spans that are names of authors, with the authors and whether the name is whole."""
        words = list(_WORD.finditer(masked))
        at = 0
        while at < len(words):
            for length in range(min(_MOST_WORDS, len(words) - at), 0, -1):
                span = (words[at].start(), words[at + length - 1].end())
                written = masked[slice(*span)].removesuffix("'s").removesuffix("’s")
                span = (span[0], span[0] + len(written))
                key = squash(written)
                names = self._whole.get(key) if length > 1 else self._last.get(key)
                if names and (length > 1 or _stands_alone(masked, span)):
                    yield span, names, length > 1
                    at += length - 1
                    break
            at += 1

    def _is_meant(
        self,
        masked: str,
        span: tuple[int, int],
        found: Sequence[tuple[tuple[int, int], Sequence[str], bool]],
        *,
        whole: bool,
    ) -> bool:
        probe = cover(masked, [other for other, _, _ in found], AUTHOR)
        if _meets(_LEFT_OUT, probe, span):
            return False
        if _meets(_WRITING, probe, span):
            return True
        told_of = self._is_told_of(masked[slice(*span)].split()[-1])
        if _meets(_REPORTING, probe, span):
            return whole or not told_of
        return whole and not told_of and _meets(_SAYING, probe, span)


def _stands_alone(text: str, span: tuple[int, int]) -> bool:
    """Says whether a surname is written as one, and is no part of a longer name ("Paul" of "Paul Tudor Jones")."""
    beside = (_WORD_BEFORE.search(text[: span[0]]), _WORD_AFTER.match(text[span[1] :]))
    return text[span[0]].isupper() and not any(match and match[1].isupper() for match in beside)


def _meets(pattern: re.Pattern[str], probe: str, span: tuple[int, int]) -> bool:
    return any(match.start() <= span[0] and span[1] <= match.end() for match in pattern.finditer(probe))


NO_AUTHORS = AuthorNames(())
