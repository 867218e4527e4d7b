"""Stories as agencies send them, for files that tests make of them."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from hypothesis import strategies as st

Draw = Callable[..., Any]  # of a strategy

WORDS = st.sampled_from(
    "the harbour council voted repair wall storm crowns Kelpwick fishermen insurance autumn taxes Straße œuvre Žižek "
    "«quai» “open” R&D 4.2 <10 10% — it's".split()
)
SENTENCES = st.lists(WORDS, min_size=4, max_size=14).map(lambda words: " ".join(words).capitalize() + ".")
TRAPS = st.sampled_from(
    [
        "LENGTH: two miles of wall, said the council.",
        "Document 1 of 2 was a plan of the wall.",
        "The minister said: the following information is not intended for publication, and laughed.",
        "Editors: the union's word for those who cut its leaflets.",
        "A kill of salmon was reported in the river Ebb.",
        "By the flood gates stood twelve men.",
        "Story withdrawn, said the headline of the old paper.",
        "1 of 2 DOCUMENTS is signed.",
        "#1 was the first boat out.",
        "Two plus two = four, wrote the child.",
    ]
)
PARAGRAPHS = st.lists(
    st.one_of(st.lists(SENTENCES, min_size=1, max_size=5).map(" ".join), TRAPS), min_size=1, max_size=6
).map(lambda paragraphs: tuple(dict.fromkeys(paragraphs)))
NAMES = st.sampled_from(["Marek Halden", "Mira Ulv", "Ida de Vries", "Åsa Öberg", "José María Núñez"])


@dataclass(frozen=True)
class Story:
    """What an agency says of a story; an empty value is not said."""

    outlet: str
    title: str
    day: date
    authors: tuple[str, ...]
    paragraphs: tuple[str, ...]
    slug: str
    keywords: tuple[str, ...]


STORIES = st.builds(
    Story,
    outlet=st.sampled_from(["Quay News Agency", "Agence du Quai", "QNA", "Küsten-Presse-Dienst"]),
    title=st.lists(WORDS, min_size=3, max_size=9).map(lambda words: " ".join(words).capitalize()),
    day=st.integers(0, 4000).map(lambda days: date(2015, 1, 1) + timedelta(days=days)),
    authors=st.lists(NAMES, max_size=2, unique=True).map(tuple),
    paragraphs=PARAGRAPHS,
    slug=st.sampled_from(["", "Kelpwick-harbour", "Wahl/Küste", "BC-EU--Harbour"]),
    keywords=st.lists(st.sampled_from(["harbour", "storm", "Küste"]), max_size=3, unique=True).map(tuple),
)
MANY = st.lists(STORIES, min_size=1, max_size=40)


def by_line(story: Story, word: str = "By") -> str:
    return f"{word} {' and '.join(story.authors)}" if story.authors else ""
