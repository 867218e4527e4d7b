"""Pieces of HTML that several views show: outlet, headline, day, remarks."""

from collections.abc import Iterable
from html import escape

from corpus.article import UNKNOWN_OUTLET, Article
from page.html.markup import escaped
from qa.passage import Citation
from qa.render.wording import day, flag

OUTLET_COLOURS = 12  # classes outlet-0 ... outlet-11 in passages.css


def outlet_badge(outlet: str, outlets: Iterable[str]) -> str:
    """Returns the name of an outlet in its colour.

    Args:
        outlet: Display name.
        outlets: Every outlet of the index: the colour goes by the place among them, so neighbours differ.
    """
    names = sorted({*outlets, outlet} - {UNKNOWN_OUTLET}, key=str.casefold)
    colour = "none" if outlet == UNKNOWN_OUTLET else names.index(outlet) % OUTLET_COLOURS
    return f'<span class="outlet outlet-{colour}">{escaped(outlet)}</span>'


def headline(title: str) -> str:
    """Returns a headline, or that there is none."""
    return escaped(title) if title.strip() else "<i>No headline</i>"


def time(dated: Article | Citation) -> str:
    """Returns the day of publication, or that it is unknown."""
    words = day(dated.published)
    return f'<time datetime="{dated.published}">{words}</time>' if dated.published else f"<span>{words}</span>"


def flags(names: Iterable[str]) -> str:
    """Returns the remarks on an article; empty where there are none."""
    items = "".join(f"<li>{escaped(flag(name))}</li>" for name in names)
    return f'<ul class="flags">{items}</ul>' if items else ""


def notice_to_html(words: str, *, kind: str = "notice") -> str:
    """Returns a remark of the program as one paragraph.

    Args:
        words: What happened and what to do next.
        kind: Class of the paragraph: ``"notice"`` or ``"busy"``, which chat.js turns into ``"error"`` where need be.
    """
    return f'<p class="{escape(kind)}">{escaped(words)}</p>'
