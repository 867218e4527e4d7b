"""The words that articles are to hold, in every way in which they may be meant, and what finds them in a text."""

import re
from dataclasses import dataclass

from index.places.written import ALIKE, LETTER, UNSPACED
from qa.language import content_terms

_UNSPACED = re.compile(f"[{UNSPACED}]")
_OPENING, _CLOSING = "\"“„«'‘", "\"”“»'’"
_QUOTED = re.compile(rf"[{_OPENING}]\s*(.+?)\s*[{_CLOSING}](?!\w)")
_CALLED = re.compile(
    rf"(?:the\s+)?(?:exact\s+)?(?:words?|phrases?|terms?|names?|expressions?)\s+(?=[{_OPENING}])"
    r"|the\s+(?:exact\s+)?(?:words?|phrases?)\s+|the\s+names?\s+(?=(?-i:[A-Z]))",
    re.IGNORECASE,
)
_ARTICLE = re.compile(r"(?:the|an?)\s+(?=\w)|The\s+(?=[^A-Z])")
_SURE = re.compile(r"(both|either)\s+", re.IGNORECASE)
_JOINTS = {
    False: re.compile(r"\s*,\s+and\s+|\s+and\s+|\s*,\s+|\s+as\s+well\s+as\s+", re.IGNORECASE),
    True: re.compile(r"\s*,\s+or\s+|\s+or\s+|\s*,\s+", re.IGNORECASE),
}


@dataclass(frozen=True, slots=True)
class Reading:
    """One way in which the words may be meant.

    Attributes:
        phrases: What is to stand in the text, each word for word.
        either: Whether one of them is enough.
    """

    phrases: tuple[str, ...]
    either: bool = False


@dataclass(frozen=True, slots=True)
class Wanted:
    """The words that articles are to hold.

    Attributes:
        whole: All of them as one phrase; None where they are surely several.
        parts: Those that "and" or "or" joins; None where nothing does.
        forms: Those that tell something, for whoever looks for them in any form.
    """

    whole: Reading | None
    parts: Reading | None
    forms: tuple[str, ...]


def read_wanted(words: str) -> Wanted:
    """Reads the words as a question puts them: with quotation marks, joined by "and", with "both" before them."""
    phrase = _CALLED.sub("", words.strip(), count=1) if _CALLED.match(words.strip()) else words.strip()
    told = _SURE.match(phrase)
    joined = phrase[told.end() :] if told else phrase
    either, both = (bool(re.search(rf"\s{joint}\s", joined, re.IGNORECASE)) for joint in ("or", "and"))
    pieces = _JOINTS[either].split(joined) if either != both else [joined]
    cut = tuple(dict.fromkeys(filter(None, map(trimmed, pieces))))
    parts = Reading(cut, either) if len(cut) > 1 else None
    is_sure = bool(told) or all(map(_QUOTED.fullmatch, pieces))
    return Wanted(None if parts and is_sure else Reading((trimmed(joined),)), parts, _telling(joined))


def trimmed(phrase: str) -> str:
    """Returns a phrase without quotation marks around it, the marks that end a sentence, and "the" before it."""
    phrase = " ".join(phrase.split())
    quoted = _QUOTED.fullmatch(phrase.rstrip("?!,;:. "))
    if quoted:
        return quoted[1]
    phrase = phrase.rstrip("?!,;: ")
    if phrase.endswith(".") and "." not in phrase.split()[-1][:-1]:  # the point of "U.S." is no end
        phrase = phrase.rstrip(".")
    without = _ARTICLE.sub("", phrase, count=1) if _ARTICLE.match(phrase) else phrase
    return without if re.search(r"\w", without) else ""


def _telling(phrase: str) -> tuple[str, ...]:
    """Returns the words that are no function words, each once."""
    words = re.findall(r"\w[\w'’.-]*\w|\w", phrase)
    return tuple(dict.fromkeys(word for word in words if content_terms(word)))


def in_capitals(phrase: str) -> tuple[str, ...]:
    """Returns the words of a phrase that are acronyms: "US" is not "us", nor "IT" "it"."""
    words = re.findall(r"[\w.&]+", phrase)
    return tuple(word for word in words if word.isupper() and sum(map(str.isalpha, word)) > 1)


def pattern(phrase: str, *, cased: tuple[str, ...] = ()) -> re.Pattern[str]:
    """Returns what finds a phrase in a text: between other letters it does not count.

    Args:
        phrase: The words.
        cased: Those of them whose capitals and small letters count.
    """
    words = [[_letter(letter, exact=any(one in word for one in cased)) for letter in word] for word in phrase.split()]
    first, *rest = words[0]
    # What stands before is looked at once the first letter is there: three times as fast as the other way round.
    before = "" if _UNSPACED.match(phrase) else rf"(?<!{LETTER}{first})"
    after = "" if _UNSPACED.match(phrase[-1]) else f"(?!{LETTER})"
    found = r"\s+".join(map("".join, (rest, *words[1:])))
    return re.compile(rf"{first}{before}{found}{after}")


def letters(text: str, *, exact: bool = False) -> str:
    """Returns what finds the letters of a text, as a regular expression.

    Args:
        text: The text, without spaces.
        exact: Whether capitals and small letters count.
    """
    return "".join(_letter(letter, exact=exact) for letter in text)


def _letter(letter: str, *, exact: bool) -> str:
    for alike in ALIKE:
        if letter in alike:
            return f"[{re.escape(alike)}]"
    # An ASCII letter has its two forms alone: the sign of the Kelvin is no K.
    forms = {letter} if exact else {form for form in (letter, letter.lower(), letter.upper()) if len(form) == 1}
    if letter.isascii():
        forms = {form for form in forms if form.isascii()}
    return re.escape(letter) if len(forms) == 1 else f"[{''.join(sorted(forms))}]"
