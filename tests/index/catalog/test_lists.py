"""Lists of the catalogue against a plain list of the same articles: their order, their pages, their counts."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from itertools import count as counting
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.article import UNKNOWN_OUTLET, Article
from corpus.metadata.future import lies_ahead
from index.catalog import Catalog
from index.catalog.lists import (
    Among,
    Order,
    Span,
    all_texts,
    articles_of,
    count,
    count_by_author,
    count_by_day,
    count_by_outlet,
    count_undated,
    histogram,
    numbers_of_page,
    page,
    remarks_of,
)
from index.catalog.reader import Reader
from index.catalog.where import Doubt
from index.catalog.writer import CatalogWriter
from index.search import Selection
from tests.conftest import COURIER

OUTLETS, AUTHORS = ("Quay Courier", "Harbour Post", "Äther", UNKNOWN_OUTLET), ("Ines Rask", "Tom Oduya")
FLAGS = ("stub", "opinion", "encoding-guessed", "ai-generated")
DAYS = (date(2026, 3, 3), date(2026, 3, 4), date(2026, 4, 1), date(9998, 1, 1))
TITLES = ("", "a bridge", "A bridge", "Bridge", "élan")

FIELDS = st.tuples(
    st.sampled_from(OUTLETS),
    st.sampled_from(TITLES),
    st.none() | st.sampled_from(DAYS),
    st.lists(st.sampled_from(AUTHORS), max_size=3),
    st.lists(st.sampled_from(FLAGS), max_size=2, unique=True),
)
SELECTIONS = st.builds(
    Selection,
    outlets=st.lists(st.sampled_from(OUTLETS), max_size=2).map(tuple),
    without_outlets=st.lists(st.sampled_from(OUTLETS), max_size=1).map(tuple),
    authors=st.lists(st.sampled_from(AUTHORS), max_size=1).map(tuple),
    since=st.none() | st.sampled_from(DAYS),
    until=st.none() | st.sampled_from(DAYS),
    exclude=st.lists(st.sampled_from(("a0", "a1")), max_size=1).map(tuple),
)
FOLDERS = counting()

KEYS: dict[Order, Callable[[Article], object]] = {
    Order.NEWEST: lambda one: (-(one.published or date.min).toordinal(), one.outlet, one.article_id),
    Order.OLDEST: lambda one: ((one.published or date.max).toordinal(), one.outlet, one.article_id),
    Order.OUTLET: lambda one: (one.outlet, -(one.published or date.min).toordinal(), one.article_id),
    Order.OUTLET_BACKWARDS: lambda one: (
        [-ord(letter) for letter in one.outlet] + [0],
        -(one.published or date.min).toordinal(),
        one.article_id,
    ),
    Order.HEADLINE: lambda one: (not one.title, lowered(one.title), one.article_id),
}
DOUBTED: dict[Doubt, Callable[[Article], bool]] = {
    Doubt.OUTLET: lambda one: one.outlet == UNKNOWN_OUTLET,
    Doubt.DAY: lambda one: one.published is None,
    Doubt.AHEAD: lambda one: one.published is not None and lies_ahead(one.published, date.today()),
    Doubt.HEADLINE: lambda one: not one.title,
    Doubt.STUB: lambda one: "stub" in one.flags,
    Doubt.ENCODING: lambda one: "encoding-guessed" in one.flags,
    Doubt.GENERATED: lambda one: "ai-generated" in one.flags,
}


def lowered(title: str) -> str:
    """As SQLite does it, which knows no capitals but those of ASCII."""
    return "".join(letter.lower() if letter.isascii() else letter for letter in title)


def made(fields: Sequence[tuple[str, str, date | None, list[str], list[str]]]) -> list[Article]:
    return [
        replace(
            COURIER,
            article_id=f"a{number}",
            outlet=outlet,
            title=title,
            published=day,
            authors=tuple(authors),
            flags=tuple(flags),
        )
        for number, (outlet, title, day, authors, flags) in enumerate(fields)
    ]


def shelved(folder: Path, articles: Sequence[Article]) -> Catalog:
    path = folder / f"{next(FOLDERS)}.sqlite"
    writer = CatalogWriter(path)
    for article in articles:
        writer.add(article)
    writer.commit("one")
    writer.close()
    return Catalog(Reader(path))


def selected(articles: Sequence[Article], selection: Selection) -> list[Article]:
    def passes(one: Article) -> bool:
        dated = not (selection.since or selection.until) or (
            one.published is not None
            and (selection.since or one.published) <= one.published <= (selection.until or one.published)
        )
        return (
            dated
            and (not selection.outlets or one.outlet in selection.outlets)
            and one.outlet not in selection.without_outlets
            and (not selection.authors or bool({*selection.authors} & {*one.authors}))
            and one.article_id not in selection.exclude
        )

    return [one for one in articles if passes(one)]


@given(
    fields=st.lists(FIELDS, max_size=12),
    selection=SELECTIONS,
    only=st.none() | st.sets(st.integers(0, 11)),
    rows=st.integers(1, 5),
)
def test_lists_are_those_of_a_plain_list(
    fields: list[tuple[str, str, date | None, list[str], list[str]]],
    selection: Selection,
    only: set[int] | None,
    rows: int,
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    articles = made(fields)
    catalog = shelved(tmp_path_factory.getbasetemp(), articles)
    numbers = {article_id: number for number, article_id in catalog.select("SELECT number, article_id FROM article")}
    expected = selected([one for at, one in enumerate(articles) if only is None or at in only], selection)
    some = (
        None
        if only is None
        else np.array(sorted(numbers[f"a{at}"] for at in only if f"a{at}" in numbers), dtype=np.int64)
    )
    among = Among(catalog, selection, some)

    for order, key in KEYS.items():
        ordered = [one.article_id for one in sorted(expected, key=key)]  # type: ignore[arg-type]  # tuples compare
        pages = [page(among, order, start, rows) for start in range(0, len(expected) + rows, rows)]
        assert [one.article_id for part in pages for one in part] == ordered
        assert [numbers[one] for one in ordered] == numbers_of_page(among, order)
    down, back = (numbers_of_page(among, order) for order in (Order.HEADLINE, Order.HEADLINE_BACKWARDS))
    assert back == down[::-1]

    assert count(among) == len(expected)
    assert count_undated(among) == sum(one.published is None for one in expected)
    for found in count_by_outlet(among):
        own = [one for one in expected if one.outlet == found.outlet]
        known = [one.published for one in own if one.published]
        assert (found.first, found.last) == (min(known, default=None), max(known, default=None))
        assert found.articles == len(own)
    assert [one.outlet for one in count_by_outlet(among)] == sorted({one.outlet for one in expected})
    assert count_by_author(among) == Counter(author for one in expected for author in set(one.authors or ("",)))
    days = (one.published.isoformat() if one.published else "" for one in expected)
    assert count_by_day(among) == Counter(days)
    for doubt, is_doubted in DOUBTED.items():
        doubtful = [one for one in expected if is_doubted(one)]
        doubted = Among(catalog, selection, some, doubt)
        assert count(doubted) == len(doubtful) == count(among.of_doubt(doubt))
        assert {one.article_id for one in page(doubted, Order.NEWEST, 0, 99)} == {one.article_id for one in doubtful}
        assert count_by_author(doubted) == Counter(author for one in doubtful for author in set(one.authors or ("",)))
    for span in Span:
        names = ((one.outlet, one.published.isoformat()[: int(span)] if one.published else "") for one in expected)
        assert histogram(among, span) == Counter(names)
    catalog.close()


def test_articles_come_in_the_order_of_their_numbers_as_given(tmp_path: Path) -> None:
    articles = made([(OUTLETS[0], title, None, [], []) for title in TITLES])
    catalog = shelved(tmp_path, articles)
    numbers = [number for (number,) in catalog.select("SELECT number FROM article ORDER BY number")]
    assert [one.title for one in articles_of(catalog, numbers[::-1])] == [*TITLES[::-1]]


def test_remarks_come_in_the_same_order(tmp_path: Path) -> None:
    flagged, warned = made([(OUTLETS[0], "", None, [], ["stub"]), (OUTLETS[0], "", None, [], [])])
    catalog = shelved(tmp_path, [flagged, replace(warned, warnings=("Dated wrongly.",))])
    numbers = [number for (number,) in catalog.select("SELECT number FROM article ORDER BY number")]
    assert remarks_of(catalog, numbers[::-1]) == [((), ("Dated wrongly.",)), (("stub",), ())]


def test_no_page_of_all_articles_is_sorted_as_a_whole(tmp_path: Path) -> None:
    catalog = shelved(tmp_path, [])
    for order in Order:
        plan = catalog.select(f"EXPLAIN QUERY PLAN SELECT number FROM article WHERE 1 ORDER BY {order.value} LIMIT 9")
        steps = [step[-1] for step in plan]
        assert "COVERING INDEX" in steps[0]
        assert "USE TEMP B-TREE FOR ORDER BY" not in steps


@pytest.mark.parametrize("doubt", Doubt)
def test_no_doubt_is_looked_for_in_every_article(doubt: Doubt, tmp_path: Path) -> None:
    catalog = shelved(tmp_path, [])
    plan = catalog.select(f"EXPLAIN QUERY PLAN SELECT count(*) FROM article WHERE 1 AND {doubt.value}")
    assert "SEARCH article USING" in plan[0][-1]


def test_authors_and_flags_follow_what_comes_changes_and_goes(tmp_path: Path) -> None:
    articles = made([(OUTLETS[0], "", None, [AUTHORS[0]], ["stub"]), (OUTLETS[1], "", None, [*AUTHORS], ["stub"])])
    path = tmp_path / "catalog.sqlite"
    writer = CatalogWriter(path)
    for article in articles:
        writer.add(article)
    writer.commit("one")
    writer.close()
    writer = CatalogWriter(path)
    writer.remove(["a0"])
    writer.update(replace(articles[1], flags=("opinion",)))
    writer.commit("two")
    writer.close()
    catalog = Catalog(Reader(path))
    assert count_by_author(Among(catalog)) == {AUTHORS[0]: 1, AUTHORS[1]: 1}
    assert catalog.select("SELECT name FROM flag") == [("opinion",)]


def test_all_texts_are_given_however_many_there_are(tmp_path: Path) -> None:
    articles = [replace(COURIER, article_id=f"a{number}", text=f"Text {number}.") for number in range(450)]
    given_texts = list(all_texts(shelved(tmp_path, articles)))
    assert given_texts == [(article.article_id, article.text) for article in articles]
