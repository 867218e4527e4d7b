"""Parts of a time: "early 2024", "the last three weeks of May", "the first Monday of June", "a week before Easter"."""

import re
from collections.abc import Callable

from corpus.text.date_words import WEEKDAYS
from qa.times.spans import UNITS, Span, around, at_end, beside, nth_weekday, piece, week_of
from qa.times.words import FEW, NUMBER, NUMBERS, ORDINALS, PARTS, count, one_of

Part = Callable[[Span], Span]
_FORMS = (
    rf"(?P<part>{one_of(PARTS)})",
    r"(?P<week>week|weekend)\s+(?:beginning|commencing|ending|of|starting)",
    rf"(?P<place>{one_of(ORDINALS)})\s+(?P<what>half(?:\s+of)?|(?:{'|'.join(WEEKDAYS)})\s+(?:of|in))",
    rf"(?P<from>{one_of(ORDINALS)})\s+(?:{NUMBER}\s+)?(?P<unit>day|week|month|quarter|decade)(?P<many>s)?(?:\s+(?:of|in))?",
    rf"(?P<far>\d{{1,3}}|the|{one_of(NUMBERS)})\s+(?P<step>{one_of(UNITS)})s?\s+(?P<side>before|after)",
)
_PART = re.compile(
    rf"\b(?P<the>the\s+)?(?:{'|'.join(_FORMS)})[\s-]+(?:the\s+)?(?:years?\s+|month\s+of\s+)?$", re.IGNORECASE
)


def find_part(text: str) -> tuple[int, Part] | None:
    """Finds which part is meant of the time that follows on a text, or which time before or after it.

    Returns:
        Where the words for it begin, and what cuts it out; None where all of the time is meant.
    """
    match = _PART.search(text)
    return (match.start(), _cut(match)) if match else None


def _cut(match: re.Match[str]) -> Part:
    named = {name: " ".join(value.casefold().split()) for name, value in match.groupdict().items() if value}
    if "part" in named:
        return lambda span: piece(span, PARTS[named["part"]], 3)
    if "week" in named:
        return lambda span: week_of(span[0], weekend=named["week"] == "weekend")
    if "place" in named:
        place, what = ORDINALS[named["place"]], named["what"].split()[0]
        if what == "half":
            return lambda span: piece(span, place, 2)
        return lambda span: nth_weekday(span, place, WEEKDAYS.index(what))
    if "side" in named:
        far = 1 if named["far"] == "the" else count(named["far"])
        ahead = named["side"] == "after"
        if "the" in named:  # "the two weeks before" are all of them
            return lambda span: beside(span, far if ahead else -far, named["step"])
        return lambda span: around(span[1], far, named["step"]) if ahead else around(span[0], -far, named["step"])
    number = count(named["number"]) if "number" in named else FEW if "many" in named else 1
    return lambda span: at_end(span, ORDINALS[named["from"]], number, named["unit"])
