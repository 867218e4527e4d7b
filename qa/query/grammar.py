"""Reads a question that may hold operators: its words, and the conditions that articles must meet.

::

    question = item*
    item     = some ("OR" some)*
    some     = one ("AND" one)*
    one      = ("NOT" | "-") one | "(" item* ")" | word | "words" | "words"~5 | beginning* | field:value
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from index.search.condition import All, Any, Author, Condition, Near, Not, Outlet, Prefix, Word
from qa.errors import BadQuestion
from qa.query.days import published
from qa.query.meant import ARTICLES, LINKING, meant
from qa.query.place import unreadable
from qa.query.quotations import quotations
from qa.query.tokens import Sign, Token, has_signs, tokens

_DEEPEST = 20  # groups and NOTs in each other
_MOST = 64  # words and fields under operators
_JOINING = (Sign.AND, Sign.OR, Sign.NOT, Sign.OPEN, Sign.CLOSE)
_HELD = (Word, Prefix, Near, All, Any)  # what is looked for, apart from what is left out, where and when
_STAR = re.compile(r"\w{3}\*(?![\w*])")


@dataclass(frozen=True, slots=True)
class Query:
    """A question as its operators are read.

    Attributes:
        text: Its words, without operators and what they leave out.
        conditions: What articles must meet, each by itself; outlets and authors as they are written.
        words: Words that stand beside an AND, OR or group without an operator of their own, where all of the question
            is a query and no sentence: articles must hold them, too, as far as they name no time and no outlet.
    """

    text: str
    conditions: tuple[Condition, ...] = ()
    words: tuple[str, ...] = ()


def read_query(asked: str, beginning: Callable[[str], str] = str) -> Query:
    """Reads a question.

    Args:
        asked: The question.
        beginning: Gives the words that begin with some letters, to stand in the text for ``letters*``.

    Raises:
        BadQuestion: An operator cannot be read; the message says where.
    """
    if not has_signs(asked):
        return Query(" ".join(asked.split()))
    parser = _Parser(meant(tokens(asked), asked), asked)
    parser.read()
    return Query(parser.text(beginning), tuple(parser.conditions), tuple(parser.words))


def is_plain(asked: str) -> bool:
    """Says whether a text has neither operators nor quotations, so that it asks for its own words."""
    try:
        query = read_query(asked)
    except BadQuestion:
        return False
    return not query.conditions and not quotations(asked) and query.text == " ".join(asked.split())


def read_condition(written: str) -> Condition:
    """Reads a condition that stands alone, every operator of which is meant.

    Raises:
        BadQuestion: It cannot be read.
    """
    return _Parser(tokens(written), written).condition()


class _Parser:
    """Reads tokens from the left to the right, and notes what of the question is no word of it."""

    def __init__(self, found: Sequence[Token], asked: str) -> None:
        self.conditions: list[Condition] = []
        self.words: list[str] = []
        self._tokens = found
        self._asked = asked
        self._at = 0
        self._depth = 0
        self._dropped: list[tuple[int, int]] = []

    def read(self) -> None:
        """Reads all of the question."""
        beside: list[Token] = []
        joined = False
        while self._at < len(self._tokens):
            first = self._at
            item = self._item()
            read = self._tokens[first : self._at]
            if len(read) == 1 and read[0].sign in (Sign.WORD, Sign.QUOTED) and read[0].others is None:
                beside += read
            else:
                self._refuse_empty(read)
                joined |= self._add(item) and any(token.sign in (Sign.AND, Sign.OR) for token in read)
        leaves = sum(token.sign not in _JOINING for token in self._tokens) - len(beside)
        if leaves > _MOST:
            raise BadQuestion(f"The question has {leaves} words under operators; ask with at most {_MOST}.")
        sentence = any(token.value.lower() in LINKING and not token.value.isupper() for token in beside)
        if joined and not sentence and not self._asked.rstrip().endswith("?"):
            self.words += [token.value for token in beside if token.value.lower() not in ARTICLES]

    def condition(self) -> Condition:
        """Reads one condition."""
        item = self._item() if self._tokens else None
        if item is None or self._at < len(self._tokens):
            raise self._no_condition()
        return item

    def text(self, beginning: Callable[[str], str]) -> str:
        """Returns the words of the question."""
        pieces, at = [], 0
        for start, end, instead in sorted(self._edits(beginning)):
            if start >= at:
                pieces += [self._asked[at:start], instead]
                at = end
        return " ".join("".join((*pieces, self._asked[at:])).split())

    def _item(self) -> Condition:
        return self._joined(self._some, Sign.OR, Any)

    def _some(self) -> Condition:
        return self._joined(self._one, Sign.AND, All)

    def _joined(self, read: Callable[[], Condition], sign: Sign, form: type[All | Any]) -> Condition:
        parts = [read()]
        while self._at < len(self._tokens) and self._tokens[self._at].sign is sign:
            self._at += 1
            self._skip_articles()
            parts.append(read())
        return parts[0] if len(parts) == 1 else form(tuple(parts))

    def _one(self) -> Condition:
        token = self._tokens[self._at] if self._at < len(self._tokens) else None
        if token is None or token.sign in (Sign.AND, Sign.OR, Sign.CLOSE):
            raise self._nothing()
        self._at += 1
        if token.sign not in (Sign.NOT, Sign.OPEN):
            return _leaf(token)
        self._depth += 1
        if self._depth > _DEEPEST:
            raise BadQuestion(f"Operators stand in more than {_DEEPEST} others; ask with fewer.")
        found = self._not(token) if token.sign is Sign.NOT else self._group()
        self._depth -= 1
        return found

    def _not(self, sign: Token) -> Condition:
        self._skip_articles()
        part = self._one()
        self._dropped.append((sign.start, self._tokens[self._at - 1].end))
        return Not(part)

    def _group(self) -> Condition:
        items: list[tuple[Token, Condition]] = []
        while self._at < len(self._tokens) and self._tokens[self._at].sign is not Sign.CLOSE:
            items.append((self._tokens[self._at], self._item()))
        if self._at == len(self._tokens):
            raise self._no_condition()
        self._at += 1
        telling = [item for token, item in items if token.value.lower() not in LINKING | ARTICLES]
        parts = telling or [item for _, item in items]
        if not parts:
            raise self._nothing()
        return parts[0] if len(parts) == 1 else All(tuple(parts))

    def _skip_articles(self) -> None:
        """Goes on to what an operator is about: the budget in "NOT the budget"."""
        while self._at + 1 < len(self._tokens) and self._tokens[self._at].value in ARTICLES:
            if self._tokens[self._at + 1].sign in (Sign.AND, Sign.OR, Sign.CLOSE):
                break
            self._at += 1

    def _no_condition(self) -> BadQuestion:
        return BadQuestion(f"“{self._asked[:40]}” is not a condition.")

    def _nothing(self) -> BadQuestion:
        before, here = self._tokens[self._at - 1], self._tokens[self._at : self._at + 1]
        word = self._asked[before.start : before.end]
        advice = "Say what it works on; as a word write it in small letters."
        if before.sign not in (Sign.AND, Sign.OR, Sign.NOT) and here:
            word = self._asked[here[0].start : here[0].end]
            return unreadable(f"Nothing stands before {word}", self._asked, here[0].start, here[0].end, advice)
        return unreadable(f"Nothing stands after {word}", self._asked, before.start, before.end, advice)

    def _refuse_empty(self, read: Sequence[Token]) -> None:
        for token in read:
            place = (self._asked, token.start, token.end)
            if token.sign is Sign.QUOTED and not any(letter.isalnum() for letter in token.value):
                raise unreadable("No word stands between the quotation marks", *place, "Leave them out.")
            if token.sign is Sign.QUOTED and _STAR.search(token.value):
                raise unreadable("A * stands between quotation marks", *place, "It works on single words alone.")

    def _add(self, item: Condition) -> bool:
        """Takes what stands under an AND apart: what is left out, where and when are conditions of their own.

        Returns:
            Whether the rest looks for words.
        """
        parts = item.parts if isinstance(item, All) else (item,)
        held = tuple(part for part in parts if isinstance(part, _HELD))
        self.conditions += [part for part in parts if not isinstance(part, _HELD)]
        if held:
            self.conditions.append(held[0] if len(held) == 1 else All(held))
        return any(map(_has_words, held))

    def _edits(self, beginning: Callable[[str], str]) -> Iterator[tuple[int, int, str]]:
        yield from ((start, end, " ") for start, end in self._dropped)
        for at, token in enumerate(self._tokens):
            if self._is_dropped(token):
                continue
            if token.sign in (Sign.FIELD, Sign.OPEN, Sign.CLOSE):
                yield token.start, token.end, " "
            elif token.sign in (Sign.AND, Sign.OR):
                links = self._stays(at - 1) and self._stays(at + 1)
                yield token.start, token.end, token.value.lower() if links else " "
            elif token.sign is Sign.PREFIX:
                yield token.start, token.end, beginning(token.value)
            elif token.others is not None:
                yield self._asked.rindex("~", token.start, token.end), token.end, ""

    def _stays(self, at: int) -> bool:
        token = self._tokens[at]
        return not self._is_dropped(token) and token.sign not in (Sign.FIELD, Sign.NOT)

    def _is_dropped(self, token: Token) -> bool:
        return any(start <= token.start < end for start, end in self._dropped)


def _has_words(condition: Condition) -> bool:
    if isinstance(condition, All | Any):
        return any(map(_has_words, condition.parts))
    return isinstance(condition, Word | Prefix | Near)


def _leaf(token: Token) -> Condition:
    if token.sign is Sign.FIELD:
        if token.field in ("outlet", "author"):
            return Outlet(token.value) if token.field == "outlet" else Author(token.value)
        return published(token.field, token.value)
    if token.sign is Sign.PREFIX:
        *before, last = re.findall(r"[^\W_]+", token.value)
        prefix = Prefix(last)
        return All((*map(Word, before), prefix)) if before else prefix
    return Word(token.value) if token.others is None else Near(token.value, token.others)
