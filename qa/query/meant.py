"""Tells operators from words in capitals and from dashes, and groups from what is added in parentheses."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from qa.query.place import unreadable
from qa.query.tokens import Sign, Token

ARTICLES = frozenset(("a", "an", "the"))
# Small words that link others: no operator is about them.
LINKING = frozenset(
    "about all and as at be because been but by did do does enough even every for from had has have he her his how i "
    "if in is it its just my of on one only or our she should so than that their then there these they this those to "
    "until very was we were what when where which while who whose why will with would yet you your".split()
)
# In capitals these are names, too.
_SHOUTED = LINKING - {"it", "who", "us"} | ARTICLES
_MOST_NAMES = 5  # in a row, in a question without a small letter
# After these "NOT" stresses what is said.
_STRESSED_AFTER = frozenset(
    "am are be been being can could did do does had has have if is may might must or shall should was were whether "
    "why will would".split()
)
_INVERTED = re.compile(
    r"\W*(?:why\s+)?(?:are|can|could|did|do|does|had|has|have|is|should|was|were|will|would)\b(?!\s+there\b).*\?\W*$",
    re.IGNORECASE | re.DOTALL,
)
_SECOND_PART = re.compile(r"\w-\w+,?\s+(?:and|or)\s+$")  # before "-uninfected" in "virus-infected and -uninfected"
_FACE = re.compile(r"[:;=8][-'^]?$")
_NUMBERED = re.compile(r"(?<!\w)\w{1,2}$")  # of a list: 1) a)
_OPERATORS = (Sign.AND, Sign.OR, Sign.NOT)


def meant(tokens: Sequence[Token], asked: str) -> list[Token]:
    """Returns the tokens of a question as they are meant.

    A question may be written in capitals, stress a word by them ("Did he NOT know?"), set words apart by dashes or add
    some in parentheses. What is no operator then becomes a word, and parentheses that hold and join nothing are left
    out.

    Args:
        tokens: All tokens of the question.
        asked: The question.

    Raises:
        BadQuestion: An operator has nothing to work on, or a parenthesis of a group no fellow.
    """
    if _is_shouted(tokens):
        tokens = [_as_word(token) if token.value and token.sign in _OPERATORS else token for token in tokens]
    tokens = [token for token in tokens if not _is_dash(token, asked)]
    tokens = [_as_word(token) if _is_stressed(at, tokens, asked) else token for at, token in enumerate(tokens)]
    tokens = [_as_word(token) if _joins_nothing(at, tokens, asked) else token for at, token in enumerate(tokens)]
    return _grouped(tokens, asked)


def _as_word(token: Token) -> Token:
    return replace(token, sign=Sign.WORD)


def _is_linking(token: Token) -> bool:
    return token.sign is Sign.WORD and (token.value in LINKING or token.value == "NOT")


def _is_shouted(tokens: Sequence[Token]) -> bool:
    """Says whether a question is written in capitals throughout; a few names in capitals are none."""
    words = [token.value for token in tokens if token.sign is Sign.WORD]
    if sum(letter.islower() for word in words for letter in word) > 1:
        return False
    return len(words) > _MOST_NAMES or any(word.lower() in _SHOUTED for word in words)


def _is_dash(token: Token, asked: str) -> bool:
    """Says whether a minus is none: a dash around some words or before a small one, one of a list, or a hyphen."""
    if token.sign is not Sign.NOT or token.value:
        return False
    line = asked.rfind("\n", 0, token.start) + 1
    if not asked[line : token.start].strip() and "\n" in asked:
        return True
    if _SECOND_PART.search(asked[: token.start]):
        return True
    word = re.match(r"\w*", asked[token.end :])
    closed = re.search(r"\w[-−](?=[\s,.;:?!)]|$)", asked[token.end :])
    return bool(closed) or (word is not None and word[0] in LINKING | ARTICLES)


def _is_stressed(at: int, tokens: Sequence[Token], asked: str) -> bool:
    """Says whether a NOT stresses what is said: "Was it NOT closed?", "NOT only", "Why did they NOT vote?"."""
    if tokens[at].sign is not Sign.NOT or not tokens[at].value:
        return False
    before, after = tokens[at - 1 : at] if at else [], tokens[at + 1 : at + 2]
    stressing = (token.sign is Sign.WORD and token.value.lower() in _STRESSED_AFTER for token in before)
    if any(stressing) or any(map(_is_linking, after)):
        return True
    others = sum(token.sign in _OPERATORS for token in tokens) > 1
    return not others and bool(_INVERTED.match(asked)) and any(token.value.islower() for token in after)


def _joins_nothing(at: int, tokens: Sequence[Token], asked: str) -> bool:
    """Says whether an AND or OR joins no two things: it begins or ends something, or links small words."""
    if tokens[at].sign not in (Sign.AND, Sign.OR):
        return False
    before = tokens[at - 1] if at else None
    after = next((token for token in tokens[at + 1 :] if token.value not in ARTICLES), None)
    if before is None or before.sign is Sign.OPEN or _is_linking(before):
        return True
    if after is None:
        return "," in asked[before.end : tokens[at].start]  # Portland, OR
    return _is_linking(after)


def _grouped(tokens: Sequence[Token], asked: str) -> list[Token]:
    """Leaves out the parentheses that are none of a group, and refuses those of a group that have no fellow."""
    pairs, alone = _pairs(tokens)
    for at in alone:
        _refuse_alone(at, tokens, asked)
    inside = _operators_inside(tokens, pairs)
    groups = {
        at: to
        for at, to in pairs.items()
        if (at in inside or _is_operand(at, to, tokens)) and not _is_part_of_word(tokens[at], asked)
    }
    for at, to in groups.items():
        if to == at + 1:
            raise unreadable(
                "Nothing stands between the parentheses", asked, tokens[at].start, tokens[to].end, "Leave them out."
            )
    kept = {*groups, *groups.values()}
    return [token for at, token in enumerate(tokens) if at in kept or token.sign not in (Sign.OPEN, Sign.CLOSE)]


def _pairs(tokens: Sequence[Token]) -> tuple[dict[int, int], list[int]]:
    """Returns where each parenthesis that has a fellow opens and closes, and where those without one are."""
    pairs: dict[int, int] = {}
    opened: list[int] = []
    alone: list[int] = []
    for at, token in enumerate(tokens):
        if token.sign is Sign.OPEN:
            opened.append(at)
        elif token.sign is Sign.CLOSE and opened:
            pairs[opened.pop()] = at
        elif token.sign is Sign.CLOSE:
            alone.append(at)
    return pairs, alone + opened


def _operators_inside(tokens: Sequence[Token], pairs: Mapping[int, int]) -> set[int]:
    """Returns where the parentheses open that hold an operator, not counting those in parentheses inside them."""
    holding: set[int] = set()
    opened: list[int] = []
    for at, token in enumerate(tokens):
        if at in pairs:
            opened.append(at)
        elif opened and at == pairs[opened[-1]]:
            opened.pop()
        elif opened and token.sign in _OPERATORS:
            holding.add(opened[-1])
    return holding


def _is_operand(at: int, to: int, tokens: Sequence[Token]) -> bool:
    before, after = tokens[at - 1 : at] if at else [], tokens[to + 1 : to + 2]
    return any(token.sign in _OPERATORS for token in before) or any(
        token.sign in (Sign.AND, Sign.OR) for token in after
    )


def _is_part_of_word(token: Token, asked: str) -> bool:
    """Says whether a parenthesis opens inside a word, as in "word(s)", or is the mouth of a face."""
    before = re.search(r"\w+$", asked[: token.start])
    return bool(_FACE.search(asked[: token.start])) or bool(before and before[0] not in Sign.__members__)


def _refuse_alone(at: int, tokens: Sequence[Token], asked: str) -> None:
    """Refuses a parenthesis without a fellow where it seems to be one of a group.

    Raises:
        BadQuestion: It is.
    """
    token, advice = tokens[at], "Set the other one, or leave it out."
    if token.sign is Sign.OPEN:
        near = [*tokens[max(0, at - 1) : at], *tokens[at:]]
        if any(one.sign in _OPERATORS for one in near) and not _is_part_of_word(token, asked):
            raise unreadable("A parenthesis is never closed", asked, token.start, token.end, advice)
    elif any(one.sign in _OPERATORS for one in tokens[:at]):
        before = asked[: token.start]
        if not _FACE.search(before) and not _NUMBERED.search(before):
            raise unreadable("A parenthesis was never opened", asked, token.start, token.end, advice)
