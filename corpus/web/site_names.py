"""Which of the names on a web page is the outlet's: the one that its address bears out."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from corpus.metadata.outlets import LEGAL_FORMS, SECTIONS
from corpus.text import clean_line, squash

_NAME_LIMIT = 60  # characters; longer ones are slogans and headlines
_LEGAL = re.compile(
    rf"(?:[\s,]+(?:{LEGAL_FORMS}|incorporated|limited|llp|mbh|corporation|company|kg|se|ab|oy|as|bv|nv|"
    r"sarl|sas|spa|srl|holdings?|verlag\w*|s\.?\s?a|s\.?\s?l(?:\.?\s?u)?|s\.?p\.?a|b\.?v|n\.?v|pty|group|media group|"
    r"all rights reserved|anstalt des öffentlichen rechts)\b\.?)",
    re.IGNORECASE,
)
_NOT_A_NAME = re.compile(
    r"://|_|^@|^www\.|[<>{}]|^(?:home|homepage|news|index|article|articles|blog|untitled|null)$", re.I
)
_SECTION = re.compile(
    rf"\s+(?:{SECTIONS}|politik|política|politique|wirtschaft|kultur|cultura|travel|lifestyle|entertainment|opinión|"
    r"economía|deportes|sociedad|économie|panorama)$",
    re.IGNORECASE,
)
_SEPARATOR = re.compile(r"\s+[|–—·•»:>-]\s+|\s*\|\s*|:\s+")
_IN_BRACKETS = re.compile(r"^(?P<headline>.*\S)\s+\((?P<site>[^()]{2,60})\)\s*$", re.DOTALL)
_ADDRESS = re.compile(r"\s*\((?:https?://)?(?:www\.)?[\w.-]+\.[a-z]{2,10}/?\)$", re.IGNORECASE)
_DOMAIN = re.compile(r"\w\.[a-z]{2,10}$", re.IGNORECASE)
_WITHOUT_MEANING = frozenset({"www", "m", "mobile", "amp", "edition", "news", "web"})
_SECOND_LEVEL = frozenset({"ac", "co", "com", "edu", "gov", "gob", "net", "or", "org"})
NO_FIT = 3
_ARTICLES = frozenset({"the", "der", "die", "das", "el", "la", "le", "les", "il", "de", "and", "und", "of"})


@dataclass(frozen=True, slots=True)
class SiteName:
    """A name that a page gives its site.

    Attributes:
        name: The name as the page writes it.
        origin: Where it stands, in words.
        weak: Whether something else than the site's name may stand there.
    """

    name: str
    origin: str
    weak: bool = False


def choose_site_name(names: Iterable[SiteName], host: str, headlines: Iterable[str]) -> SiteName | None:
    """Chooses the name of the outlet.

    Names that are addresses, handles or the headline itself are refused. Of the others one that fits the page's
    address wins, then one that is neither a company's nor a domain, then the one that was given first.

    Args:
        names: Names on the page, the most trusted first.
        host: Host of the page's address; empty when it is not known.
        headlines: The page's headlines.
    """
    refused = {squash(headline) for headline in headlines} | {""}
    ranked = []
    for order, site in enumerate(names):
        name = _part_that_fits(_ADDRESS.sub("", clean_line(site.name)).strip(" |-–—·"), host)
        strange, company = fit(name, host) == NO_FIT, bool(_LEGAL.search(name))
        doubtful = strange and (company or site.weak) and bool(host)  # what does not fit must be said plainly
        if _may_be_a_name(name) and squash(name) not in refused and not doubtful:
            rank = (strange, company, bool(_DOMAIN.search(name)), order)
            ranked.append((rank, SiteName(_without_section(name, host), site.origin)))
    return min(ranked, key=lambda item: item[0])[1] if ranked else None


def _may_be_a_name(name: str) -> bool:
    return len(name) <= _NAME_LIMIT and not _NOT_A_NAME.search(name) and not _SECTION.fullmatch(" " + name)


def fit(name: str, host: str) -> int:
    """Says how well a name fits a host: 0 it is a label of it, 1 one holds the other, 2 initials, 3 not at all."""
    squashed = squash(name)
    without = squash(" ".join(word for word in name.split() if word.casefold() not in _ARTICLES)) or squashed
    found = labels(host)
    if {squashed, without} & {*found, "".join(found), squash(host.removeprefix("www."))}:
        return 0
    if any((len(without) > 2 and without in label) or (len(label) > 1 and label in squashed) for label in found):
        return 1
    return 2 if {_initials(name, ()), _initials(name, _ARTICLES)} & {x for x in found if len(x) > 1} else NO_FIT


def _part_that_fits(name: str, host: str) -> str:
    """Returns the name without the slogan or section beside it: "The Daily | Latest News" is The Daily."""
    parts = [part for part in _SEPARATOR.split(name) if part]
    return min(parts, key=lambda part: fit(part, host)) if parts else name


def labels(host: str) -> list[str]:
    """Returns the parts of a host that may name somebody: ``["independent"]`` for ``www.independent.co.uk``."""
    parts = host.lower().split(".")[:-1]
    if len(parts) > 1 and parts[-1] in _SECOND_LEVEL:
        parts = parts[:-1]
    return [squash(part) for part in reversed(parts) if part not in _WITHOUT_MEANING]


def ends_of_title(title: str) -> Iterator[str]:
    """Returns what may be the site in the title of a page: its last part, one in brackets, its first part."""
    if match := _IN_BRACKETS.match(title):
        yield match["site"]
    parts = [part for part in _SEPARATOR.split(title) if part]
    if len(parts) > 1:
        yield parts[-1]
        yield parts[0]


def without_site(title: str, names: Iterable[str]) -> str:
    """Returns a headline without the names of its site, such as " | The Daily" at its end."""
    known = {squash(name) for name in names} - {""}
    text = title.strip()
    if (match := _IN_BRACKETS.match(text)) and squash(match["site"]) in known:
        text = match["headline"]
    while separator := next(reversed(list(_SEPARATOR.finditer(text))), None):
        if squash(text[separator.end() :]) not in known:
            break
        text = text[: separator.start()].rstrip()
    return text or title


def _without_section(name: str, host: str) -> str:
    """Returns "SWR" for "SWR Sport" at swr.de; "Sky Sports" at skysports.com stays."""
    name = f"T{name[1:]}" if name.startswith("the ") else name
    shorter = _SECTION.sub("", name)
    return shorter if fit(name, host) and shorter != name and squash(shorter) in labels(host) else name


def _initials(name: str, passed_over: Iterable[str]) -> str:
    words = re.split(r"[\s\-/]+", name)
    return squash("".join(word[:1] for word in words if word.casefold() not in passed_over))
