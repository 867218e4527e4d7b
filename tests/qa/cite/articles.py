"""Articles of newspapers to cite, each with what is known and what is not."""

from datetime import date

from qa.cite import Entry
from qa.passage import Citation

READ = date(2026, 12, 1)


def entry(
    title: str = "Ferry Stops for Good",
    outlet: str = "Quay Courier",
    published: date | None = date(2026, 3, 3),
    authors: tuple[str, ...] = ("Ines Rask",),
    url: str | None = "https://courier.example/ferry",
    flags: tuple[str, ...] = (),
    notes: tuple[str, ...] = (),
    article_id: str = "a-1",
) -> Entry:
    return Entry(Citation(outlet, title, published, authors, url, article_id, "a.md", 0, 9, flags), READ, notes)
