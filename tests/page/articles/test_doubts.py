from datetime import date

from index.catalog.summary import ArticleSummary
from index.catalog.where import Doubt
from page.articles.doubts import NAMES, Doubts, doubts_of
from qa.collection.shelf import Entry

TODAY = date(2026, 3, 10)
WARNINGS = (
    'No outlet is known: add [[article]] file = "a", outlet = "..." to corpus.toml.',
    "Dated 2026-03-12, but the text reports 2026-04-01: the date may be wrong.",
    "Evernote names Rask as the author of the note, who may be whoever clipped the page.",
    "Very short, or the notice of a pay or cookie wall: perhaps not the whole article.",
)


def entry(published: date | None, *warnings: str, flags: tuple[str, ...] = ()) -> Entry:
    return Entry(ArticleSummary("a", "Quay Courier", "Bridge", published, "a.md", None), flags, warnings)


def test_each_doubt_stands_beside_its_cell() -> None:
    assert doubts_of(entry(date(2026, 3, 12), *WARNINGS, flags=("stub", "ai-generated")), TODAY) == Doubts(
        day=(WARNINGS[1], "Dated in the future."),
        outlet=("No outlet is known.",),
        authors=(WARNINGS[2],),
        article=("AI-generated page", WARNINGS[3]),
    )


def test_where_nothing_is_doubtful_nothing_is_said() -> None:
    assert doubts_of(entry(date(2026, 3, 11)), TODAY) == Doubts((), (), (), ()) == doubts_of(entry(None), TODAY)


def test_every_doubt_has_a_name() -> None:
    assert set(NAMES) == set(Doubt)
    assert len({*NAMES.values()}) == len(Doubt)
