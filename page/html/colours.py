"""The colours that tell outlets apart."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence

from corpus.article import UNKNOWN_OUTLET

OUTLET_COLOURS = 12  # classes outlet-0 ... outlet-11 in passages.css


def in_order(outlets: Iterable[str]) -> tuple[str, ...]:
    """Returns every outlet that has a colour of its own, by name."""
    return tuple(sorted({*outlets} - {UNKNOWN_OUTLET}, key=str.casefold))


def outlet_colour(outlet: str, outlets: Sequence[str]) -> str:
    """Returns the class of an outlet's colour.

    Args:
        outlet: Display name.
        outlets: Every outlet of the index, in order: the colour goes by the place among them, so neighbours differ.
    """
    if outlet == UNKNOWN_OUTLET:
        return "outlet-none"
    return f"outlet-{bisect_left(outlets, outlet.casefold(), key=str.casefold) % OUTLET_COLOURS}"
