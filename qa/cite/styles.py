"""The styles in which a source can be cited, by the names that the page gives them."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial

from qa.cite.apa import apa
from qa.cite.chicago import chicago
from qa.cite.entry import Entry
from qa.cite.run import Run
from qa.render.plain import one_line
from qa.render.wording import source_line


@dataclass(frozen=True, slots=True)
class Style:
    """A style of citing.

    Attributes:
        name: What it is called.
        cite: Writes the source of a quotation.
    """

    name: str
    cite: Callable[[Entry], tuple[Run, ...]]


def _full(entry: Entry) -> tuple[Run, ...]:
    """Returns all that is known: outlet, headline, day, authors, page, address, remarks."""
    words = one_line(source_line(entry.citation))
    before, address, after = words.partition(entry.url) if entry.url else (words, "", "")
    runs = (Run(before), Run(address, is_address=True), Run(after if words.endswith(".") else f"{after}."))
    return tuple(run for run in runs if run.text)


def _remarked(style: Callable[[Entry], tuple[Run, ...]], entry: Entry) -> tuple[Run, ...]:
    """Adds what a reader must know of the article, which no manual of style provides for."""
    return (*style(entry), *(Run(f" [{words}]") for words in entry.remarks))


STYLES: Mapping[str, Style] = {
    "full": Style("Outlet, headline, day", _full),
    "chicago": Style("Chicago, 18th ed.", partial(_remarked, chicago)),
    "apa": Style("APA, 7th ed.", partial(_remarked, apa)),
}
