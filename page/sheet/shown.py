"""The fact sheet as it is shown: the words of each pin, cut out of the index anew, or what became of them."""

from dataclasses import dataclass

from page.html.anchors import Anchor
from page.sheet.kept import KeptSheet, Pin
from qa.answerer import Answerer
from qa.facts import Fact, FactSheet
from qa.facts.sheet import UNTITLED
from qa.passage import Citation, Passage
from qa.render.provenance import provenance


@dataclass(frozen=True, slots=True)
class Shown:
    """A pin as the index tells it now.

    Attributes:
        pin: The pin.
        quote: Its words; None where they do not stand in the articles any more.
        said: What a reader must know of it; empty where it stands as it was pinned.
    """

    pin: Pin
    quote: Passage | None
    said: str = ""


def show(pin: Pin, answers: Answerer) -> Shown:
    """Looks up the words of a pin.

    Args:
        pin: The pin.
        answers: Gives the articles as they are in the index now.
    """
    article = answers.article(pin.article_id)
    if article is None:
        return Shown(pin, None, f"The article is no longer among yours; its file was {pin.source}.")
    at = Anchor(pin.start, pin.end, pin.digest).find(article.text)
    if at is None:
        return Shown(pin, None, f"These words no longer stand in the article, {article.source}: it was edited.")
    quote = Passage(article.text[slice(*at)], Citation.of(article, *at), score=0.0)
    moved = at != (pin.start, pin.end)
    return Shown(pin, quote, "The article was edited; these words still stand in it." if moved else "")


def fact_sheet(kept: KeptSheet, answers: Answerer) -> FactSheet:
    """Returns the sheet to hand on, with all whose words stand in the articles."""
    shown = [show(pin, answers) for pin in kept.pins]
    facts = tuple(
        Fact(one.quote, one.pin.note, one.pin.chosen, one.pin.search.searched if one.pin.search else None)
        for one in shown
        if one.quote
    )
    searches = (fact.search for fact in facts if fact.search)
    return FactSheet(
        title=" ".join(kept.title.split()) or UNTITLED,
        facts=facts,
        came_about=provenance(answers.holdings(), searches),
        lost=len(shown) - len(facts),
    )
