"""The tokens of a question that may hold operators: words, quotations, fields, signs."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from enum import Enum, auto

from qa.query.place import unreadable
from qa.query.quotations import QUOTATION, UNCLOSED

FIELDS = ("outlet", "author", "since", "until", "before", "after")
# Without quotation marks a value ends before the marks that end a sentence: "What is new since:2026-02-18?"
_VALUE = r"""(?:"([^"]*)"|“([^”]*)”|„([^“”]*)[“”]|«([^»]*)»|'([^']*)'(?!\w)|(\S+?)(?=[.,;:!?)\]"”]*(?:\s|$)))"""
_FIELD = re.compile(rf"(?<!\w)({'|'.join(FIELDS)}):{_VALUE}", re.IGNORECASE)
_MASK = "\ufdd0"  # stands for a field that was read; no text has this character
_TOKEN = re.compile(
    rf"(?P<quoted>{QUOTATION.pattern})(?P<near>~[^\s()]*)?"
    rf"|(?P<minus>(?<![^\s(])[-−](?=[\"“„«‘'({_MASK}]|[^\W\d_]))"
    rf"|(?P<open>\()|(?P<close>\))|(?P<chunk>[^\s(){_MASK}\"“”„«»‹›]+)"
)
_SIGNS = re.compile(r"[\"“„«(*~]|(?<![^\s(])[-−]\S|\b(?:AND|OR|NOT)\b|[A-Za-z]:\S")
_CORE = re.compile(r"[^\W_](?:.*[^\W_])?")
# Not the stars of **bold** and s***, nor those of 5* and A*.
_PREFIX = re.compile(r"(?<![\w*])(?![A-Z]\*)([^\W\d_](?:[\w’'-]*[^\W_])?)\*(?![\w*])")
_SHORTEST_PREFIX = 3  # letters
_MOST_OTHERS = 100  # words among those of a "phrase"~5
_NAMED = re.compile(r"(?!science)[a-z]{4,10}(?=:(?!//))", re.IGNORECASE)
_LIKE = 0.8  # of a known field's letters, for a word before a colon to be taken for it


class Sign(Enum):
    """What a token is."""

    WORD = auto()
    QUOTED = auto()
    PREFIX = auto()
    FIELD = auto()
    AND = auto()
    OR = auto()
    NOT = auto()
    OPEN = auto()
    CLOSE = auto()


@dataclass(frozen=True, slots=True)
class Token:
    """A piece of a question.

    Attributes:
        sign: What it is.
        start: Its offset.
        end: The offset after it.
        value: A word without the marks around it, what is quoted, the letters of a prefix, the value of a field.
        field: The name of a field, in small letters.
        others: How many other words may stand among those that are quoted; None where they stand side by side.
    """

    sign: Sign
    start: int
    end: int
    value: str = ""
    field: str = ""
    others: int | None = None


# Beside these a mark without its fellow leaves open what is meant; in a headline that was cut off it is a mark.
_OF_A_QUERY = re.compile(r"\b(?:AND|OR|NOT)\b|[()]|(?:^|\s)-[\w\"“„«]|^\s*[\"“„«]")


def has_signs(asked: str) -> bool:
    """Says, fast, whether a question has anything in it that may be an operator, or a mark that may want its fellow."""
    return bool(_SIGNS.search(asked))


def tokens(asked: str) -> list[Token]:
    """Cuts a question into tokens; marks that stand for nothing are between them.

    Raises:
        BadQuestion: A field, a star or a tilde cannot be read, or a quotation mark has no fellow.
    """
    asked = asked.replace(_MASK, " ")
    masked = _FIELD.sub(lambda match: _MASK * len(match[0]), asked)
    unclosed = UNCLOSED.search(QUOTATION.sub(lambda match: " " * len(match[0]), masked))
    if unclosed and (_MASK in masked or _OF_A_QUERY.search(masked)):
        raise unreadable("A quotation mark is never closed", asked, *unclosed.span(), "Close it, or leave it out.")
    found = [_field(match) for match in _FIELD.finditer(asked)]
    for match in _TOKEN.finditer(masked):
        found += _read(match, asked)
    return sorted(found, key=lambda token: token.start)


def _field(match: re.Match[str]) -> Token:
    value = next((part for part in match.groups()[1:] if part is not None), "")
    return Token(Sign.FIELD, *match.span(), value, match[1].lower())


def _read(match: re.Match[str], asked: str) -> Iterator[Token]:
    start, end = match.span()
    if match["quoted"]:
        yield _quoted(match, asked)
    elif match["minus"]:
        yield Token(Sign.NOT, start, end)
    elif match["open"] or match["close"]:
        yield Token(Sign.OPEN if match["open"] else Sign.CLOSE, start, end)
    else:
        yield from _chunk(match["chunk"], start, asked)


def _quoted(match: re.Match[str], asked: str) -> Token:
    start, end = match.span()
    words = next(match[name] for name in QUOTATION.groupindex if match[name] is not None).replace(_MASK, " ")
    if match["near"] is None:
        return Token(Sign.QUOTED, start, end, words.strip())
    number = re.match(r"~(\d{1,3})(?!\w)", match["near"], re.ASCII)
    if not number or int(number[1]) > _MOST_OTHERS:
        raise unreadable(
            "What stands after ~ is not a number of words", asked, *match.span("near"),
            f"Write it like \"two words\"~5: at most five others among them ({_MOST_OTHERS} at most).",
        )  # fmt: skip
    return Token(Sign.QUOTED, start, match.start("near") + number.end(), words.strip(), others=int(number[1]))


def _chunk(chunk: str, start: int, asked: str) -> Iterator[Token]:
    if chunk in ("AND", "OR", "NOT"):
        yield Token(Sign[chunk], start, start + len(chunk), chunk)
        return
    _refuse_unknown_field(chunk, start, asked)
    if prefix := _PREFIX.search(chunk):
        at, after = start + prefix.start(), start + prefix.end()
        if len(prefix[1]) < _SHORTEST_PREFIX:
            advice = f"At least {_SHORTEST_PREFIX} letters must stand before it, as in ferr*."
            raise unreadable("Too little stands before a *", asked, at, after, advice)
        yield Token(Sign.PREFIX, at, after, prefix[1])
    elif core := _CORE.search(chunk):
        yield Token(Sign.WORD, start + core.start(), start + core.end(), core[0])


def _refuse_unknown_field(chunk: str, start: int, asked: str) -> None:
    named = _NAMED.match(chunk)
    if not named or named[0].lower() in FIELDS or not asked[start + named.end() + 1 :][:1].strip():
        return
    near = get_close_matches(named[0].lower(), [one for one in FIELDS if one[0] == named[0][0].lower()], 1, _LIKE)
    if near:
        end = start + named.end() + 1
        raise unreadable(f"“{named[0]}:” means nothing", asked, start, end, f"Did you mean {near[0]}:?")
