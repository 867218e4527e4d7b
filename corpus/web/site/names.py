"""Which of the names on a web page is the outlet's: the one that its address bears out."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from corpus.metadata.outlets import LEGAL_FORMS, SECTIONS
from corpus.text import clean_line, squash
from corpus.web.site.known import is_known, known_names

_NAME_LIMIT = 60  # characters; longer ones are slogans and headlines
_LONGEST = 400  # characters of what may be cut down to a name
_MOST_NAMES = 200  # looked at on one page
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
_GENRE = re.compile(
    r"anal[iy]\w+|videos?|fotos?|photos?|pictures|live|liveblog|ticker|podcast|interview|opini\w+|comment\w*|kommentar\w*|"
    r"meinung|editorial|explainers?|fact[ -]?check|exclusive|exklusiv|breaking|update|watch|reviews?|gallery|bilder|"
    r"reportage|feature|newsletter|letters?|column|en vivo|en direct|entrevista|interview|dossier|print",
    re.IGNORECASE,
)
_SEPARATOR = re.compile(r"\s+[|–—·•»:>-]\s+|\s*[|｜：]\s*|:\s+|\s*－\s*")
_RIGHTS_BEFORE = re.compile(
    r"^[^\w(]*(?:copyright\b)?[^\w(]*(?:\(c\))?[^\w(]*(?:(?:19|20)\d\d(?:\s*[-–—/,]\s*(?:(?:19|20)\d\d|present)?)?)?\s*(?:by\s+)?",
    re.IGNORECASE,
)
_RIGHTS_AFTER = re.compile(
    r"[\s.,;|–—-]*\b(?:all rights reserved|alle rechte|tous droits|(?:todos )?los derechos|todos os direitos|"
    r"tutti i diritti)\b.*$|[\s,]+(?:(?:19|20)\d\d|©).*$",
    re.IGNORECASE,
)
_QUOTED = re.compile(r"[\"“”„‟«»]")
_IN_BRACKETS = re.compile(r"^(?P<headline>.*\S)\s+\((?P<site>[^()]{2,60})\)\s*$", re.DOTALL)
_JOINED = re.compile(r"^(?P<headline>.*[^\s_–—-])\s*[-–—_]{1,3}\s*(?P<site>[^\s_–—-][^_–—-]{1,58})$", re.DOTALL)
_ADDRESS = re.compile(r"\s*\((?:https?://)?(?:www\.)?[\w.-]+\.[a-z]{2,10}/?\)$", re.IGNORECASE)
_DOMAIN = re.compile(r"\w\.[a-z]{2,10}$", re.IGNORECASE)
_WITHOUT_MEANING = frozenset({"www", "m", "mobile", "amp", "edition", "news", "web"})
_SECOND_LEVEL = frozenset({"ac", "co", "com", "edu", "gov", "gob", "net", "or", "org"})
NO_FIT = 3
_SHARED = 4  # letters that half of a title and an address have in common at least
_SHARED_PART = 0.4  # of the letters of that half
_WORDS = 8  # of a name, that an address may shorten
_ARTICLES = frozenset({"the", "der", "die", "das", "el", "la", "le", "les", "il", "de", "and", "und", "of"})


@dataclass(frozen=True, slots=True)
class SiteName:
    """A name that a page gives its site.

    Attributes:
        name: The name as the page writes it.
        origin: Where it stands, in words.
        weak: Whether something else than the site's name may stand there.
        owner: Whether whoever owns the site may stand there.
    """

    name: str
    origin: str
    weak: bool = False
    owner: bool = False


def choose_site_name(names: Iterable[SiteName], host: str, headlines: Iterable[str]) -> SiteName | None:
    """Chooses the name of the outlet.

    Where the site is one of those that are known by their domain, it is the known name that the page gives, or the
    first of the known ones. Elsewhere names that are addresses, handles or the headline itself are refused. Of the
    others one that fits the page's address wins, then one that is neither its owner's nor a domain nor run together
    like one, then the one that was given first.

    Args:
        names: Names on the page, the most trusted first.
        host: Host of the page's address; empty when it is not known.
        headlines: The page's headlines.
    """
    found = (SiteName(_cleaned(site), site.origin, site.weak, site.owner) for site in islice(names, _MOST_NAMES))
    if known := known_names(host):
        return _known_name(found, known)
    refused = {squash(headline) for headline in headlines} | {""}
    ranked = []
    for order, site in enumerate(found):
        name = _part_that_fits(site.name, host)
        company = bool(_LEGAL.search(name))
        strange = not (_is_borne_out(name, host) if site.weak else fit(name, host) < NO_FIT or not _is_latin(name))
        doubtful = strange and (site.weak or (company and bool(host)))  # what does not fit must be said plainly
        if _may_be_a_name(name) and squash(name) not in refused and not doubtful:
            rank = (strange, company or site.owner, _is_domain_or_label(name), order)
            ranked.append((rank, SiteName(_without_section(name, host), site.origin)))
    return min(ranked, key=lambda item: item[0])[1] if ranked else None


def _cleaned(site: SiteName) -> str:
    name = site.name[:_LONGEST]
    if site.owner:
        name = _RIGHTS_AFTER.sub("", _RIGHTS_BEFORE.sub("", name))
    return _ADDRESS.sub("", clean_line(name)).strip(" |-–—·")


def _known_name(found: Iterable[SiteName], known: Sequence[str]) -> SiteName:
    keys, listed = {squash(name) for name in known}, {name.casefold() for name in known}
    for site in found:
        for part in (site.name, *_SEPARATOR.split(site.name)):
            if squash(part) in keys:
                spelled = part.casefold() in listed or not _is_domain_or_label(part)
                return SiteName(part if spelled else known[0], site.origin)
    return SiteName(known[0], "known name of the domain of the url")


def _is_borne_out(name: str, host: str) -> bool:
    """Says whether an address bears out what may be half of a headline: a word in common is not enough."""
    squashed, fits = squash(name), fit(name, host)
    if _QUOTED.search(name) or fits == NO_FIT:
        return False
    shared = max((len(label) for label in labels(host) if label in squashed or squashed in label), default=0)
    return fits == 0 or (fits == 1 and min(shared, len(squashed)) >= max(_SHARED, len(squashed) * _SHARED_PART))


def _is_latin(name: str) -> bool:
    """Says whether a name can be compared with an address at all: one in another script never fits."""
    return any(character.isascii() and character.isalpha() for character in name)


def _is_domain_or_label(name: str) -> int:
    """Ranks spellings: a name with its capitals and blanks, then one run together in small letters, then a domain."""
    return 2 if _DOMAIN.search(name) else int(" " not in name and name.islower() and name.isascii())


def _may_be_a_name(name: str) -> bool:
    names_a_kind = _SECTION.fullmatch(" " + name) or _GENRE.fullmatch(name)
    return len(name) <= _NAME_LIMIT and not _NOT_A_NAME.search(name) and not names_a_kind


def fit(name: str, host: str) -> int:
    """Says how well a name fits a host: 0 it is a label of it, 1 one holds the other, 2 initials, 3 not at all."""
    squashed = squash(name)
    without = squash(" ".join(word for word in name.split() if word.casefold() not in _ARTICLES)) or squashed
    found = labels(host)
    if {squashed, without} & {*found, "".join(found), squash(host.removeprefix("www."))}:
        return 0
    if any((len(without) > 2 and without in label) or (len(label) > 1 and label in squashed) for label in found):
        return 1
    short = any(len(label) > 1 and _shortens(label, name) for label in found)
    return 2 if short else NO_FIT


def _shortens(label: str, name: str) -> bool:
    """Says whether a label is made of the beginnings of all words of a name, as "nqtimes" is of "New Quay Times"."""
    words = [word for part in re.split(r"[\s\-/]+", name)[:_WORDS] if (word := squash(part))]
    kept = [word for word in words if word not in _ARTICLES] or words
    return any(_is_made_of(label, some) for some in (words, kept) if len(some) > 1)


def _is_made_of(label: str, words: Sequence[str]) -> bool:
    ends = {0}
    for word in words:
        ends = {
            end + length for end in ends for length in range(1, len(word) + 1) if label.startswith(word[:length], end)
        }
    return len(label) in ends


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


def end_after_bar(title: str, headline: str) -> str:
    """Returns what a title adds to the headline behind a bar, as in "Pool closes | The Ledger"; empty when nothing."""
    head, _, end = title.rpartition("|" if "|" in title else "｜")
    return end.strip() if head and squash(head) == squash(headline) else ""


def ends_of_title(title: str) -> Iterator[str]:
    """Returns what may be the site in the title of a page: a domain, its last part, one in brackets, its first part."""
    if match := _IN_BRACKETS.match(title):
        yield match["site"]
    if (match := _JOINED.match(title)) and is_known(match["site"]):
        yield match["site"]
    parts = [part for part in _SEPARATOR.split(title) if part]
    yield from (known_names(part.lower())[0] for part in parts[1:-1] if known_names(part.lower()))
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
    if (match := _JOINED.match(text)) and squash(match["site"]) in known:  # "…-新华网"
        text = match["headline"].rstrip()
    return text or title


def _without_section(name: str, host: str) -> str:
    """Returns "SWR" for "SWR Sport" at swr.de; "Sky Sports" at skysports.com stays."""
    name = f"T{name[1:]}" if name.startswith("the ") else name
    shorter = _SECTION.sub("", name)
    return shorter if fit(name, host) and shorter != name and squash(shorter) in labels(host) else name
