from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from corpus.article import Article
from index.catalog.catalog import Catalog
from index.catalog.reader import Reader
from index.catalog.writer import CatalogWriter
from index.chunks.chunk import Chunk
from index.embedded.lexical import LexicalIndex
from index.embedded.lexical_writer import LexicalWriter
from index.search.analysis import terms, words_as_written
from index.search.condition import All, Any, Author, Condition, Near, Not, Outlet, Prefix, Published, Word
from index.search.selection import Selection
from tests.conftest import COURIER

VOCABULARY = ("ferry", "ferries", "Überfahrt", "protest", "protesting", "the", "quay", "US", "led")


def shelf(folder: Path, articles: Sequence[Article]) -> Catalog:
    """A catalogue and its words; each sentence of an article is a row."""
    catalog, words, row = CatalogWriter(folder / "catalog.sqlite"), LexicalWriter(folder / "words"), 7
    for article in articles:
        catalog.add(article)
        start = 0
        for sentence in article.text.split(". "):
            chunk = Chunk(article.article_id, start, start + len(sentence), sentence)
            catalog.add_chunks([(row, chunk, chunk.key)])
            words.add(row, article, chunk)
            start, row = chunk.end + 2, row + 3
    catalog.commit("000001-abcdef")
    catalog.close()
    words.commit()
    return Catalog(Reader(folder / "catalog.sqlite"), LexicalIndex.open(folder / "words"))


def selected(catalog: Catalog, *conditions: Condition, **others: object) -> list[str]:
    rows = catalog.rows(Selection(conditions=conditions, **others))  # type: ignore[arg-type]  # its other fields
    assert rows is not None
    return sorted({chunk.article_id for chunk in catalog.chunks(rows.tolist()).values()})


# A plain evaluation over the texts, which knows nothing of indexes


def holds(article: Article, condition: Condition) -> bool:
    match condition:
        case All(parts):
            return all(holds(article, part) for part in parts)
        case Any(parts):
            return any(holds(article, part) for part in parts)
        case Not(part):
            return not holds(article, part)
        case Outlet(name):
            return article.outlet == name
        case Author(name):
            return name in article.authors
        case Published(since, until):
            day = article.published
            return day is not None and (since or day) <= day <= (until or day)
        case _:
            return any(stands_in(text, condition) for text in (article.title, *article.text.split(". ")))


def stands_in(text: str, condition: Word | Prefix | Near) -> bool:
    if isinstance(condition, Prefix):
        [start] = words_as_written(condition.letters)
        return any(word.startswith(start) for word in words_as_written(text))
    wanted, found = terms(condition.text), terms(text)
    if isinstance(condition, Word):
        return any(found[at : at + len(wanted)] == wanted for at in range(len(found)))
    width = len(wanted) + condition.others
    return any(
        all(found[at : at + width].count(word) >= wanted.count(word) for word in wanted) for at in range(len(found))
    )


TEXT = st.lists(st.lists(st.sampled_from(VOCABULARY), min_size=1, max_size=6).map(" ".join), min_size=1, max_size=3)
ARTICLE = st.builds(
    lambda title, text, outlet, authors, day: replace(
        COURIER, title=title, text=". ".join(text), outlet=outlet, authors=tuple(authors), published=day
    ),
    st.lists(st.sampled_from(VOCABULARY), max_size=3).map(" ".join),
    TEXT,
    st.sampled_from(["Quay Courier", "Ferry News"]),
    st.lists(st.sampled_from(["Runa Velt", "Jon Protest"]), unique=True),
    st.none() | st.dates(date(2026, 1, 1), date(2026, 1, 4)),
)
WORDS = st.lists(st.sampled_from([*VOCABULARY, "zebra"]), min_size=1, max_size=3).map(" ".join)
LEAF: st.SearchStrategy[Condition] = st.one_of(
    WORDS.map(Word),
    st.sampled_from(["fer", "ferr", "ferri", "uber", "PROTESTI", "q", "zeb"]).map(Prefix),
    st.builds(Near, WORDS, st.integers(0, 3)),
    st.sampled_from([Outlet("Ferry News"), Outlet("Nobody's"), Author("Runa Velt")]),
    st.builds(Published, st.none() | st.just(date(2026, 1, 2)), st.just(date(2026, 1, 3))),
)


def parts(conditions: st.SearchStrategy[Condition]) -> st.SearchStrategy[tuple[Condition, ...]]:
    return st.lists(conditions, min_size=1, max_size=3).map(tuple)


CONDITION: st.SearchStrategy[Condition] = st.recursive(
    LEAF, lambda inner: parts(inner).map(All) | parts(inner).map(Any) | inner.map(Not), max_leaves=8
)


@settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow])
@given(articles=st.lists(ARTICLE, min_size=1, max_size=5), conditions=st.lists(CONDITION, min_size=1, max_size=12))
def test_what_is_found_is_what_a_plain_look_at_the_texts_finds(
    articles: list[Article], conditions: list[Condition], tmp_path_factory: pytest.TempPathFactory
) -> None:
    articles = [replace(one, article_id=f"a{number}", source=f"{number}.md") for number, one in enumerate(articles)]
    catalog = shelf(tmp_path_factory.mktemp("shelf"), articles)
    for condition in conditions:
        assert selected(catalog, condition) == [one.article_id for one in articles if holds(one, condition)]
    both = [one.article_id for one in articles if holds(one, conditions[0]) and holds(one, conditions[-1])]
    assert selected(catalog, conditions[0], conditions[-1]) == both


# Examples, to be read


@dataclass(frozen=True)
class Story:
    name: str
    title: str
    text: str


STORIES = (
    Story("line", "Ferry line stops", "The line to Osk stops. Nobody protested."),
    Story("people", "Islanders protest", "They want the ferry. The council of the county met."),
    Story("roof", "Roofs", "A storm tore off roofs."),
)


@pytest.fixture
def catalog(tmp_path: Path) -> Catalog:
    return shelf(
        tmp_path,
        [
            replace(COURIER, article_id=one.name, source=one.name, title=one.title, text=one.text, outlet="Ferry News")
            for one in STORIES
        ],
    )


@pytest.mark.parametrize(
    ("condition", "found"),
    [
        (Word("ferry"), ["line", "people"]),
        (Not(Word("ferry")), ["roof"]),
        (Not(Word("protest")), ["roof"]),  # in any form, in text or headline
        (All((Word("ferry"), Word("council"))), ["people"]),
        (All((Word("ferry"), Word("roof"))), []),
        (Any((Word("storm"), Word("council"))), ["people", "roof"]),
        (Near("county council", 2), ["people"]),
        (Near("county council", 1), []),
        (Prefix("roo"), ["roof"]),
        (Word("x" * 100), []),
        (Not(Word("x" * 100)), ["line", "people", "roof"]),
    ],
)
def test_conditions_are_about_whole_articles(catalog: Catalog, condition: Condition, found: list[str]) -> None:
    assert selected(catalog, condition) == found
    assert sum(catalog.outlets(Selection(conditions=(condition,))).values()) == len(found)
    assert len(catalog.numbers(Selection(conditions=(condition,)))) == len(found)


def test_conditions_narrow_what_other_filters_leave(catalog: Catalog) -> None:
    assert selected(catalog, Word("ferry"), exclude=("line",)) == ["people"]
    assert selected(catalog, Word("ferry"), outlets=("Quay Courier",)) == []


def test_an_index_without_articles_meets_nothing(tmp_path: Path) -> None:
    assert selected(shelf(tmp_path, []), Not(Word("ferry"))) == []


@pytest.mark.usefixtures("catalog")
def test_a_catalogue_that_is_opened_without_its_words_refuses_conditions(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="conditions"):
        Catalog(Reader(tmp_path / "catalog.sqlite")).rows(Selection(conditions=(Word("ferry"),)))
