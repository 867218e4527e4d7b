"""Versions of one item of an agency: which of them stand, and which are replaced or taken out."""

import sys
from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta

from corpus.article import Edition

_NAMED = 5
_SHORTLY = timedelta(days=2)


def left_out(editions: Mapping[str, Edition]) -> dict[str, str]:
    """Returns the documents that do not stand, each with the reason; the others do.

    A later version replaces the earlier ones, and a withdrawal takes out all that are not later than itself. Of
    versions that cannot be told apart each stands. The outcome depends on the editions alone, whatever their order.

    Args:
        editions: The edition of each document that has one, by its place in the corpus.
    """
    items: dict[str, dict[str, Edition]] = {}
    for source in sorted(editions):
        items.setdefault(editions[source].item, {})[source] = editions[source]
    reasons: dict[str, str] = {}
    for item, versions in items.items():
        reasons |= _left_out_of(item, versions)
    return dict(sorted(reasons.items(), key=lambda reason: (not editions[reason[0]].withdraws, reason[0])))


def _left_out_of(item: str, versions: Mapping[str, Edition]) -> dict[str, str]:
    kills = {source: edition for source, edition in versions.items() if edition.withdraws}
    articles = {source: edition for source, edition in versions.items() if not edition.withdraws}
    if not all(edition.certain for edition in versions.values()):
        return _withdrawn(item, articles, kills)
    ranks = _ranks(versions)
    last = max(ranks.values())
    final = [source for source in kills if ranks[source] == last]
    standing = [source for source in articles if ranks[source] == last and not final]
    others = [source for source in versions if source not in standing and source not in kills]
    if not final:
        reasons = dict.fromkeys(others, f"is replaced by {standing[0]}, a later version of the same item")
        return reasons | dict.fromkeys(kills, f"withdraws {item}, of which {standing[0]} came later")
    taken = f"{_listed(others)} taken out" if others else "there is no article of it"
    return dict.fromkeys(others, f"is withdrawn by {final[0]}") | dict.fromkeys(kills, f"withdraws {item}: {taken}")


def _withdrawn(item: str, articles: Mapping[str, Edition], kills: Mapping[str, Edition]) -> dict[str, str]:
    """Returns what is left out of an item whose name may be that of several: nothing that is not certain."""
    reasons: dict[str, str] = {}
    for source, kill in kills.items():
        meant = [
            other
            for other, edition in articles.items()
            if kill.version in (None, edition.version) and _shortly_before(edition.created, kill.created)
        ]
        if len(meant) > 1:
            reasons[source] = f"withdraws {item}, which {_listed(meant)} may be: nothing is taken out"
        elif meant:
            reasons |= {source: f"withdraws {item}: {meant[0]} taken out", meant[0]: f"is withdrawn by {source}"}
        else:
            reasons[source] = f"withdraws {item}: there is no article of it"
    return reasons


def _shortly_before(created: str, withdrawn: str) -> bool:
    """Says whether an article may be the one of a name and number that a kill means: these are used again and again."""
    if not created or not withdrawn:
        return True
    return (
        datetime.fromisoformat(withdrawn) - _SHORTLY
        <= datetime.fromisoformat(created)
        <= datetime.fromisoformat(withdrawn)
    )


def _ranks(versions: Mapping[str, Edition]) -> dict[str, tuple[str, int, str]]:
    """Returns what tells which version of an item is the later one: its number where all have one, else its time."""
    numbered = all(edition.version is not None for edition in versions.values())

    def rank(edition: Edition) -> tuple[str, int, str]:
        # A withdrawal that does not say of which version it is, or of when, holds for all there is.
        unknown = (sys.maxsize, "~") if edition.withdraws else (-1, "")
        number = unknown[0] if edition.version is None else edition.version
        created = edition.created or unknown[1]
        return ("", number, created) if numbered else (created, number, "")

    return {source: rank(edition) for source, edition in versions.items()}


def _listed(sources: Iterable[str]) -> str:
    names = list(sources)
    more = f" and {len(names) - _NAMED:,} more" if len(names) > _NAMED else ""
    return ", ".join(names[:_NAMED]) + more
