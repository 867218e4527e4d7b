"""Documents for the property tests of exports: stories that nobody wrote, with prose that looks like an export."""

import textwrap
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from hypothesis import strategies as st

from corpus.formats.draft import Draft

_OUTLETS = (
    "Quay Courier", "The Fen Gazette", "The Harbour Times (London)", "Kelpwick.com", "Le Phare du Nord",
    "Börsen-Blatt", "La Voz del Muelle", "de Havenkrant", "AFL News - Economy Desk Wire", "The Sunday Mole (Scotland)",
)  # fmt: skip
_NAMES = ("Marek Halden", "Mira Ulv", "Nan Corley", "Runa van Torvald", "Zoé D'Aubrac", "J. P. Kelm")
_WORDS = (
    "harbour ferry council bridge quay storm sailor votes on Tuesday the a of repairs closes and opens against new "
    "wall across winter Kelpwick Brekby price crowns said its chair Mârwick straße l'été 4.2 million 1,400 18"
).split()
TRAPS = (  # paragraphs that look like what programs lay out
    "LENGTH: two miles of quay, the council said, and not a yard more than that.",
    "1 of 2 DOCUMENTS",
    "Document 1 of 2",
    "LOAD-DATE: nobody knows it",
    "End of Document",
    "Body",
    "The storm of February 18, 2026 Wednesday night broke the wall.",
    "BERGMAN: Who pays for the wall?",
    "Copyright laws were not broken, the mayor said.",
    "Record Number: the tenth this year.",
    "February 18, 2026 | A day to remember",
    "* * *",
)


@dataclass(frozen=True)
class Story:
    outlet: str
    headline: str
    day: date
    authors: tuple[str, ...]
    paragraphs: tuple[str, ...]


@st.composite
def _prose(draw: st.DrawFn, shortest: int, longest: int) -> str:
    words = draw(st.lists(st.sampled_from(_WORDS), min_size=shortest, max_size=longest))
    return " ".join(["The", *words, "end"])


@st.composite
def stories(draw: st.DrawFn, traps: tuple[str, ...] = TRAPS) -> Story:
    number = draw(st.integers(0, 10_000))
    paragraphs = [draw(_prose(3, 60)) + f" {number}." for _ in range(draw(st.integers(1, 4)))]
    if len(paragraphs) > 2:  # what stands between two paragraphs is surely text
        paragraphs[1:1] = draw(st.lists(st.sampled_from(traps), max_size=2))
    return Story(
        outlet=draw(st.sampled_from(_OUTLETS)),
        headline=f"{' '.join(draw(st.lists(st.sampled_from(_WORDS[:16]), min_size=2, max_size=14)))} {number}",
        day=draw(st.dates(date(1850, 1, 1), date(2037, 12, 31)).filter(lambda day: day != date(1970, 1, 1))),
        authors=tuple(draw(st.lists(st.sampled_from(_NAMES), max_size=3, unique=True))),
        paragraphs=tuple(paragraphs),
    )


def wrap(text: str, width: int | None) -> str:
    """A paragraph as programs write it: wrapped, or as one line."""
    return textwrap.fill(text, width, break_on_hyphens=False, break_long_words=False) if width else text


def same(text: str) -> str:
    return " ".join(text.split())


def assert_all_are_found(told: Sequence[Story], drafts: Sequence[Draft]) -> None:
    """Demands each story once, in order, with its own fields and text."""
    assert [draft.number for draft in drafts] == list(range(1, len(told) + 1))
    for story, draft in zip(told, drafts, strict=True):
        metadata = draft.metadata
        assert (metadata.outlet, metadata.title) == (story.outlet, same(story.headline))
        assert (metadata.published, metadata.authors) == (story.day, story.authors)
        assert same(draft.text) == same(" ".join(story.paragraphs))
