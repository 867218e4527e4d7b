"""Names of authors, out of the many shapes in which exports and bylines give them."""

import re
from collections.abc import Iterator, Mapping, Sequence

from corpus.metadata.authors.jobs import JOB_OF_SEVERAL, PLACES, stands_behind, without_job
from corpus.metadata.authors.persons import NAME_LIMIT, is_person, is_role, without_day
from corpus.text import clean_line

_BY = re.compile(
    r"^(?:(?:written|words|story|text|compiled|reported|propos recueillis)\s+)?(?:by|von|par|por|door)[:\s]\s*"
    r"|^(?:di|av|af)\s+(?=\S+\s+\S)",
    re.IGNORECASE,
)
_BETWEEN = re.compile(
    r"\s*(?:,(?!\s*(?:Jr|Sr|II|III|MD|PhD)\b)(?:\s*(?:and|und|&)\s)?|\s(?:and|und|&)\s)\s*", re.IGNORECASE
)
_BETWEEN_NAMES = re.compile(r"(\s(?:et|y|e|en|och|og|i|и)\s)", re.IGNORECASE)  # some are part of a name, or "in"
_AROUND = " ,-–—'\""
_SEGMENTS = re.compile(r"\s*[;|\n]\s*|\.\s+(?=[^.;|\n]{3,120}\scontributed\b)")
_NOT_A_NAME = re.compile(
    r"^(?:https?://|www\.|@)|@\w+\.\w|^\W*$|^(?!(?:dpa|afp|ap|epd|kna|sid|apa|sda|ats|efe|ansa|pa)/)\w{2,4}(?:/\w{2,4}){1,5}$",
    re.IGNORECASE,
)
# "(agency)", "in Kyiv", "for The Courier"
_ASIDE = re.compile(
    r"\s+\([^()]{1,40}\)$|\s+(?:in|from|at|aus|à|desde|uit|IN|FROM|AUS)\s+[^\W\d_a-z][\w .'’-]{1,40}$"
    r"|\s+(?:avec|with|mit|con)\s+(?:AFP|AP|Reuters|agences|agencies|dpa|EFE)$|(?P<or_and>\s+en\s+[^\W\d_a-z][\w'’-]{1,40})$"
    r"|\s+(?:[Ff]or|FOR)\s+(?:[Tt]he\s+|THE\s+)?[^\W\d_a-z][\w .'’-]{1,60}$"
)
# What others did for an article that somebody else wrote.
_HELPED = re.compile(
    r"(?<=[\w.])\W{1,4}\b(?:(?:additional|further)\s(?:reporting|research)|edited|editing|compiled|translated|translation|"
    r"photos?|photographs?|photography|pictures|illustrations?|graphics?)\sby\b.*",
    re.IGNORECASE | re.DOTALL,
)
_CONTRIBUTED = re.compile(r"\s+(?:contributed|reported\sfrom)\b.*", re.IGNORECASE)
_NOBODY = re.compile(
    r"(?:the )?(?:admin(?:istrator)?|webmaster|editor|editorial|redaktion|redacción|rédaction)"
    r"|(?:the|les?|la|l['’])\s?.{2,40}\s(?:avec|with)\s(?:afp|ap|reuters|agenc(?:es|ies))",
    re.IGNORECASE,
)
_MAIL = re.compile(r"[(<\[]?(?:mailto:)?[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64}){1,4}[)>\]]?")
_REPORTER = re.compile(r"^(?:记者|記者)[\s：:]+|\s*(?:기자|記者|记者)$")
NO_VALUE = frozenset({"", "null", "none", "nan", "n/a", "~"})  # what exports and people write for nothing
_INITIAL_LAST = re.compile(r"\b[^\W\d_]\.$")
_NOBODY_KNOWN = NO_VALUE | {"unknown", "[]"}
_LIST = re.compile(r"^\[\s*(['\"])(.*)\1\s*\]$", re.DOTALL)
_MOST_NAMES = 30


def read_authors(value: object) -> tuple[str, ...]:
    """Reads names out of a string ("By A and B"), a list, or objects with a name.

    Addresses, handles and empty names are left out, what a person is ("Staff Writer"), whom a person writes for or
    from where, and who only helped. Those that are no persons ("News agencies") stay where nobody else is named, as
    they tell who wrote; a job alone ("Staff reporter") tells nothing. Each name comes once, in the order given.
    """
    names: dict[str, str] = {}
    for raw in _strings(value):
        for segment in _segments(_MAIL.sub(" ", raw) if "@" in raw else raw):
            for name in _names_in(segment):
                names.setdefault(name.casefold(), name)
    people = [name for name in names.values() if not is_role(name)]
    return tuple(people or names.values())[:_MOST_NAMES]


def _segments(line: str) -> list[str]:
    """Takes a byline apart at the borders that no name has, without those who only helped."""
    segments = list(filter(None, _SEGMENTS.split(_HELPED.sub("", line))))
    wrote = [segment for segment in segments if not _CONTRIBUTED.search(segment)]
    return wrote or [_CONTRIBUTED.sub("", segment) for segment in segments]


def _names_in(segment: str) -> Iterator[str]:
    """Gives the names between commas and "and"; behind a person's, an agency and a place are none."""
    if JOB_OF_SEVERAL.fullmatch(segment):
        return
    signed = False
    for part in _BETWEEN.split(_BY.sub("", segment)):
        for one in _apart(part):
            name = without_day(_bare(one))
            name = "" if _NOBODY.fullmatch(name) else _without_aside(without_job(name))
            if _is_nobody(name) or (signed and stands_behind(name)):
                continue
            signed = signed or " " in name
            yield name


def _bare(part: str) -> str:
    name = _REPORTER.sub("", _BY.sub("", clean_line(part))).strip(_AROUND)
    name = name if _INITIAL_LAST.search(name) else name.strip(_AROUND + ".")
    return name[1:-1] if name[:1] == "(" and name[-1:] == ")" else name


def _apart(part: str) -> list[str]:
    """Takes names apart that "et", "y" or "e" joins; these words may be part of one, so both sides must be names."""
    first, *rest = _BETWEEN_NAMES.split(part)
    names = [first]
    for word, piece in zip(rest[::2], rest[1::2], strict=True):
        if _is_full_name(names[-1]) and _is_full_name(piece):
            names.append(piece)
        else:
            names[-1] += word + piece
    return names


def _is_full_name(piece: str) -> bool:
    name = _bare(piece)
    return " " in name and is_person(name) and name.casefold() not in PLACES


def _without_aside(name: str) -> str:
    """Returns a name without the agency, the outlet or the place behind it."""
    aside = _ASIDE.search(name)
    if aside is None:
        return name
    head = name[: aside.start()]
    return head if " " in head or not aside["or_and"] else name


def _is_nobody(name: str) -> bool:
    return name.casefold() in _NOBODY_KNOWN or len(name) > NAME_LIMIT or bool(_NOT_A_NAME.search(name))


def _strings(value: object) -> Iterator[str]:
    items = value if isinstance(value, Sequence) and not isinstance(value, str) else (value,)
    for item in items[:_MOST_NAMES]:
        inner = item.get("name") if isinstance(item, Mapping) else item
        if isinstance(inner, str):
            text = inner.strip()[: NAME_LIMIT * _MOST_NAMES]
            match = _LIST.match(text)  # a list that was written into a CSV cell
            yield from re.split(r"['\"]\s*,\s*['\"]", match[2]) if match else (text,)
