"""Which outlet a sender is: one that its address bears out, that is known by its domain, or that writes to many."""

import re
from dataclasses import dataclass

from corpus.formats.mail.headers import Sender
from corpus.metadata.authors import is_person
from corpus.text import squash
from corpus.web.site.known import is_known, known_names
from corpus.web.site.names import NO_FIT, SiteName, choose_site_name, fit

_ROBOT = re.compile(
    r"(?:news)?letters?|news|no-?reply|brief(?:ing)?s?|digest|daily|weekly|alerts?|updates?|editors?|redaktion|mailing",
    re.IGNORECASE,
)
_NAME_SHORTEST = 5  # characters; shorter ones, such as "Ana", stand in many an address by chance
_ROLE_SHORTEST = 5  # characters of what stands before the "@"; shorter ones may be anybody's initials
# Sites of news where anybody may have an address.
_PROVIDERS = frozenset(
    "yahoo.com msn.com t-online.de wp.pl onet.pl gazeta.pl index.hu terra.com.br sky.com delfi.ee".split()
)
# Sites that send the newsletters of others, each from an address of its own.
_PLATFORMS = ("substack.com", "beehiiv.com", "ghost.io", "buttondown.email", "buttondown.com", "steadyhq.com")
_KIND = re.compile(r"\s+(?:newsletters?|e-?mails?|alerts?|updates?|briefings?)$", re.IGNORECASE)
_OF_OUTLET = re.compile(r"(?P<person>\S.{0,59}?) (?:from|at|via|@) (?P<outlet>\S.{0,79})")  # "Ana Ruiz from Quay Notes"


# Words of the names of newsletters, which are no persons though they are written like ones.
_NO_PERSON = frozenset(
    """
    morning evening night daily weekly week weekend today tonight monthly sunday saturday news newsletter
    newsletters letter letters brief briefs briefing briefings alert alerts update updates digest edition report
    reports review roundup headlines politics political business sport sports opinion opinions world tech
    technology science health climate money market markets finance economy culture books food travel team desk
    story stories notes dispatch dispatches am pm morgen abend nachrichten politik wirtschaft kultur meinung
    matin soir matinale actu lettre politique monde noticias boletín notizie mattina sera nieuws ochtend avond
    """.split()
)


@dataclass(frozen=True, slots=True)
class Publisher:
    """Who publishes a mail.

    Attributes:
        outlet: Name of the outlet; empty where the sender may be none.
        author: The person whom the sender names beside it; empty where none is named.
        origin: What tells the outlet beside the sender's name; empty where nothing more does.
    """

    outlet: str = ""
    author: str = ""
    origin: str = ""


def publisher_of(sender: Sender, mailing: bool, to_many: bool) -> Publisher:
    """Returns the outlet of a sender.

    Args:
        sender: Who sent the mail.
        mailing: Whether its headers say that it went to many.
        to_many: Whether anything in it says so.
    """
    known = () if sender.host in _PROVIDERS else known_names(sender.host)
    if known:
        return _known(sender, to_many)
    name = sender.name
    if not name or "@" in name:
        return Publisher()
    if not sender.host:  # as Outlook forwards
        return Publisher(name) if mailing or (" " in name and is_known(name)) else Publisher()
    on_platform = any(sender.host == site or sender.host.endswith(f".{site}") for site in _PLATFORMS)
    match = _OF_OUTLET.fullmatch(name)
    if match and squash(name) != _account(sender):
        person = match["person"] if _is_person(match["person"]) else ""
        bears_out = squash(match["outlet"]) == _account(sender) or fit(match["outlet"], sender.host) < NO_FIT
        if bears_out or (on_platform and person):
            return Publisher(match["outlet"], person)
    plain = _KIND.sub("", name)
    name = plain if fit(plain, sender.host) == 0 else name
    close = fit(name, sender.host)
    fits = close == 0 or (close < NO_FIT and len(name) >= _NAME_SHORTEST)
    return Publisher(name) if mailing or on_platform or fits or _ROBOT.fullmatch(sender.local) else Publisher()


def _known(sender: Sender, to_many: bool) -> Publisher:
    """Returns the outlet of an address at a known domain; those who work there write other mails from it, too."""
    name = sender.name
    match = _OF_OUTLET.fullmatch(name)
    person = match["person"] if match and _is_person(match["person"]) else name
    site = choose_site_name([SiteName(name, "")], sender.host, ())
    named = site is not None and not site.origin  # the name is one of the outlet's
    if site is None or not (named or to_many or _ROBOT.fullmatch(sender.local) or not _may_be_a_person(sender)):
        return Publisher()
    is_author = _is_person(person) and squash(person) != squash(site.name) and _is_address_of(person, sender)
    return Publisher(site.name, person if is_author else "", "" if named else "known name of the domain")


def _may_be_a_person(sender: Sender) -> bool:
    if not sender.name or "@" in sender.name:
        return True
    own = _is_address_of(sender.name, sender) or len(sender.local) < _ROLE_SHORTEST
    return own or (
        _is_person(sender.name) and sender.local[:1].lower() in {word[0].lower() for word in sender.name.split()}
    )


def _is_person(name: str) -> bool:
    return is_person(name) and _NO_PERSON.isdisjoint(name.casefold().split())


def _is_address_of(name: str, sender: Sender) -> bool:
    """Says whether an address is made of a name, as "mike" is of "Mike Allen"."""
    return any(len(word) > 1 and word in squash(sender.local) for word in map(squash, name.split()))


def _account(sender: Sender) -> str:
    return squash(sender.local.partition("+")[0])
