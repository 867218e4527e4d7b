"""Outlets and their many spellings."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from corpus.text.folding import fold

# Patterns, for all who read names of outlets; who has more such words adds them.
LEGAL_FORMS = "inc|ltd|llc|gmbh|plc|corp|co|ag"
SECTIONS = (
    "politics|world|business|technology|tech|science|health|sports?|culture|opinion|international|europe|national|local|"
    "environment"
)

_BESIDE = re.compile(r"\s+[-–—|•·»]\s+|\s*\|\s+|:\s+")  # narrower than in titles: Página|12 is a name
_LEGAL_END = re.compile(rf"[\s,]+(?:{LEGAL_FORMS}|s\.?a|s\.?l)\.?$")
_DOMAIN_END = re.compile(r"\.com$")


@dataclass(frozen=True, slots=True)
class Outlet:
    """An outlet as the user declared it.

    Attributes:
        name: Name to show.
        aliases: Other spellings of the name.
        domains: Registrable domains of its pages, such as ``"reuters.com"``.
        drop_lines: Lines that this outlet prints around its texts; whole lines, left out of the text.
    """

    name: str
    aliases: tuple[str, ...] = ()
    domains: tuple[str, ...] = ()
    drop_lines: tuple[str, ...] = ()


def family_of(name: str) -> str:
    """Returns the outlet in the name of one of its sections or with its slogan beside it.

    "The Courier - Life and Style" and "The Courier | News you can use" are The Courier.
    """
    head = _BESIDE.split(name.strip(), maxsplit=1)[0].strip()
    return head if sum(character.isalnum() for character in head) > 1 else name.strip()


def outlet_key(name: str) -> str:
    """Folds a name for matching only: case, a leading "the", legal forms and ".com" do not count."""
    folded = fold(unicodedata.normalize("NFKC", name))
    key = _DOMAIN_END.sub("", _LEGAL_END.sub("", folded.removeprefix("the "))).strip(" .,")
    return key or folded


def host_of(url: str | None) -> str:
    """Returns the host of an address; empty where there is none."""
    with suppress(ValueError):
        return urlsplit(url or "").hostname or ""
    return ""


@dataclass(frozen=True, slots=True)
class OutletDirectory:
    """One name for all spellings of an outlet.

    Attributes:
        outlets: What the user declared.
        spellings: Key of an outlet that the user names without declaring it -> the spelling to show.
    """

    outlets: tuple[Outlet, ...] = ()
    spellings: Mapping[str, str] = field(default_factory=dict)
    _names: Mapping[str, Outlet] = field(init=False, repr=False, compare=False)
    _domains: Mapping[str, Outlet] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Builds the look-up tables."""
        names = {outlet_key(name): outlet for outlet in self.outlets for name in (outlet.name, *outlet.aliases)}
        domains = {domain.lower().removeprefix("www."): outlet for outlet in self.outlets for domain in outlet.domains}
        object.__setattr__(self, "_names", names)
        object.__setattr__(self, "_domains", domains)

    def canonical(self, name: str) -> str:
        """Returns the name to show for a spelling or a section: the declared one, else the user's, else its own."""
        family = family_of(name)
        outlet = self.find(name) or self.find(family)
        return outlet.name if outlet else self.spellings.get(outlet_key(family), family)

    def find(self, name: str) -> Outlet | None:
        """Returns the declared outlet that a spelling or a domain name stands for."""
        return self._names.get(outlet_key(name)) or self._domains.get(name.strip().lower().removeprefix("www."))

    def knows(self, name: str) -> bool:
        """Says whether the user declared an outlet of this name, or names it in an entry or a rule."""
        return self.find(name) is not None or outlet_key(name) in self.spellings

    def from_url(self, url: str) -> str | None:
        """Returns the outlet that the user declared for the domain of an address; None where none was."""
        host = host_of(url)
        while host:
            if host in self._domains:
                return self._domains[host].name
            host = host.partition(".")[2]
        return None

    def aliases(self) -> dict[str, str]:
        """Returns every declared spelling, domains included -> the name to show."""
        return {
            spelling: outlet.name
            for outlet in self.outlets
            for spelling in (outlet.name, *outlet.aliases, *outlet.domains)
        }

    def with_spellings(self, names: Iterable[str]) -> "OutletDirectory":
        """Returns a directory that shows undeclared outlets as the user spells them in entries and rules."""
        shown = spellings_to_show(map(family_of, names))
        return OutletDirectory(self.outlets, {outlet_key(name): spelling for name, spelling in shown.items()})


def spellings_to_show(names: Iterable[str] | Mapping[str, int]) -> dict[str, str]:
    """Chooses one spelling for the names that differ in no more than `outlet_key` folds.

    Args:
        names: Name of the outlet of each article, in the order of the corpus; or how many articles have which name.

    Returns:
        Each name -> the most frequent of its spellings, the first if equal.
    """
    counts = Counter(names)
    best: dict[str, str] = {}
    for name, _ in counts.most_common():
        best.setdefault(outlet_key(name), name)
    return {name: best[outlet_key(name)] for name in counts}
