"""Finds the outlets that a question leaves out: "other than X", "except A and B", "all but X"."""

import re
from collections.abc import Iterator

from qa.scope.mask import SOURCE

_ONE = rf"['‘]?{SOURCE}+(?:['’]s?(?!\w))?"
_FROM = (
    r"(?:(?:(?:the\s+)?(?:articles|reports|coverage|those|that|what)\s+)?(?:in|by|from|of|for|with|according\s+to)\s+)?"
)
_ALL = rf"{_FROM}{_ONE}(?:(?:\s*,\s*(?:and\s+|or\s+|nor\s+)?|\s+(?:and|or|nor|&)\s+){_FROM}{_ONE})*"
# "Nothing but the Times", "no paper except the Post": that outlet and no other is meant.
_ONLY = re.compile(
    r"\b(?:nothing|none|nobody|no[\s-]one|nowhere|no(?:t\s+any)?\s+(?:other\s+)?\w+)\s*,?\s*$", re.IGNORECASE
)
_APART = re.compile(r"\b(?:sets?|setting|tells?|told|keeps?|kept|stands?|lives?|grow|grew)\b[^.?!]*$", re.IGNORECASE)
_IS_ASKED = re.compile(r"^\W*(?:why|how\s+come|is|was|are|were|do|does|did|has|have|had|could|would)\b", re.IGNORECASE)
_OF_PAPERS = re.compile(
    r"\b(?:articles?|reports?|reported|report|coverage|news|outlets?|(?:news)?papers?|media|press|says?|said|writes?|"
    r"wrote|written|covers?|covered|mentions?|mentioned)\b",
    re.IGNORECASE,
)
_STRONG = re.compile(
    rf"(?:\b(?P<apart>apart)\s+from|\bother\s+(?:\w+\s+){{0,2}}than|\belse\s+than|\bexcept(?:ing)?(?:\s+for)?|\baside\s+from|\bbesides|\bsave\s+for"
    rf"|\bwith\s+the\s+exception\s+of|\bexcluding|\bleaving\s+(?:out|aside)|\bin\s+addition\s+to"
    rf"|\bnot\s+(?:counting|including)|\bbarring|\bminus)\s+{_ALL}(?!\s+from\b)",
    re.IGNORECASE,
)
_BUT = re.compile(
    rf"\b(?:all|every(?:one|body|thing)?|any(?:one|body|thing)?|each|others?|the\s+rest|who(?:\s+else)?)\s+(?:of\s+)?"
    rf"(?:the\s+)?(?:\w+\s+){{0,2}}?(?P<cut>(?:but|bar)\s+{_ALL})",
    re.IGNORECASE,
)
_NOT = re.compile(
    rf"(?:\b(?:but|and|yet)|[,;(–—-])\s*(?:not|nothing\s+(?=(?:in|from|by)\b))\s*{_ALL}\)?"
    rf"|\bnot\s+(?:in|from|by)\s+{_ALL}",
    re.IGNORECASE,
)
_NEITHER = re.compile(
    rf"(?:\b(?:in|from|by|of|but|(?:are|is))|[,(–—-])\s*neither\s+{_FROM}{_ONE}(?:\s*,?\s+(?:and\s+)?nor\s+{_FROM}{_ONE})+",
    re.IGNORECASE,
)
_PUT_ASIDE = re.compile(rf"{_ONE}\s+(?:excepted|excluded|aside)\b", re.IGNORECASE)
_NO = re.compile(
    rf"\b(?:that|which|who)\s+(?:is|are|was|were)(?:\s+not|n['’]t)\s+{_ALL}|[,;(]\s*no\s+{_ALL}", re.IGNORECASE
)
_WITHOUT = re.compile(rf"(?<!\bbe\s)(?<!\bdo\s)\bwithout\s+{_ALL}", re.IGNORECASE)
# What articles are without, where it is no life and no town: words alone, an order, or what is added to a question.
_WITHOUT_AT_ALL = re.compile(
    rf"(?:[,;(–—]\s*|^\W*(?:(?:and|but|now|the\s+same)\b,?\s+)?|(?P<words>\s))(?P<cut>without\s+{_ALL})(?=\W*$|\s*,)",
    re.IGNORECASE,
)
_TOLD = re.compile(
    r"\b(?:how|why|who|when|where|is|are|was|were|be|do|does|did|has|have|had|would|could|can|will|should|goes|"
    r"li(?:fe|ve|ves|ved|ving)|worlds?)\b",
    re.IGNORECASE,
)
_SUPPOSED = re.compile(r"\b(?:would|could|can|will|should|li(?:fe|ves?|ved|ving))\b", re.IGNORECASE)
_IMPERATIVE = re.compile(
    rf"(?:^|[,;.(]|\b(?:and|but|please))\s*(?:ignor(?:e|ing)|skip(?:ping)?|exclude|leave\s+out|omit(?:ting)?)\s+{_ALL}"
    r"(?!\s+from\b)",
    re.IGNORECASE,
)


def find_exclusions(masked: str, *, plain: bool = False) -> list[tuple[int, int]]:
    """Finds the words that leave outlets out.

    Args:
        masked: The question, the outlets that it names covered; see `qa.scope.mask`.
        plain: Only those that can hardly mean anything else, as "not by X" may in a long question: it is of a part.

    Returns:
        Spans that hold the outlets with the words before them, in order.
    """
    return sorted([*_plain(masked), *(() if plain else _others(masked))])


def _plain(masked: str) -> Iterator[tuple[int, int]]:
    for match in _STRONG.finditer(masked):
        before = masked[: match.start()]
        if not _ONLY.search(before) and not (match["apart"] and _APART.search(before)):
            yield match.span()
    yield from (match.span("cut") for match in _BUT.finditer(masked))


def _others(masked: str) -> Iterator[tuple[int, int]]:
    if not _IS_ASKED.search(masked):
        yield from (match.span() for match in _NOT.finditer(masked))
    for pattern in (_NEITHER, _IMPERATIVE, _PUT_ASIDE, _NO):
        yield from (match.span() for match in pattern.finditer(masked))
    if _OF_PAPERS.search(masked):
        yield from (match.span() for match in _WITHOUT.finditer(masked))
        return
    for match in _WITHOUT_AT_ALL.finditer(masked):
        if not (_TOLD if match["words"] else _SUPPOSED).search(masked):
            yield match.span("cut")
