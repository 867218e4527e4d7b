"""A phrase is found where somebody finds it who reads every text, whatever signs and letters it has."""

import random
import re
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.article import Article
from index.catalog import Catalog
from index.catalog.reader import Reader
from index.catalog.writer import CatalogWriter
from index.places.written import LETTER, plain
from qa.collection.held import find_held
from qa.collection.wanted import in_capitals, letters, pattern, trimmed
from tests.conftest import COURIER

PIECES = (
    *(
        "had",
        "Had",
        "HAD",
        "a",
        "US",
        "us",
        "O",
        "Hara",
        "hara",
        "é",
        "É",
        "ß",
        "İ",
        "ı",
        "K",
        "ſ",
        "Σ",
        "ς",
        "ⓐ",
        "1_0",
    ),
    *("中", "国", "กา", "ี", "서울"),
    *("'", "’", "ʼ", "-", "‑", "“", '"', ".", ",", "&", "\u0301", " ", " ", " ", "\n", "\u00a0"),
)
PHRASES = st.lists(st.sampled_from(PIECES), min_size=1, max_size=5).map("".join).map(trimmed).filter(str.split)


def made_up(dice: random.Random, most: int) -> str:
    return "".join(dice.choice(PIECES) for _ in range(dice.randint(1, most)))


class Shelf:
    """A catalogue, and the articles that it holds; hypothesis would print a dataclass whole."""

    def __init__(self, catalog: Catalog, articles: Sequence[Article]) -> None:
        self.catalog = catalog
        self.articles = articles


@pytest.fixture(scope="module")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Shelf:
    """Articles of a few pieces, in several blocks, some of them removed and replaced."""
    dice, path = random.Random(17), tmp_path_factory.mktemp("held") / "catalog.sqlite"

    def made(number: int) -> Article:
        return replace(COURIER, article_id=f"a{number}", title=made_up(dice, 4), text=made_up(dice, 40))

    articles = {f"a{number}": made(number) for number in range(600)}
    writer = CatalogWriter(path)
    for article in articles.values():
        writer.add(article)
    writer.commit("one")
    writer.close()
    writer = CatalogWriter(path)
    gone = [f"a{number}" for number in (0, *range(250, 270), 599)]
    writer.remove(gone)
    for article_id in gone[:10]:
        articles[article_id] = made(int(article_id[1:]))
        writer.add(articles[article_id])
    for article_id in gone[10:]:
        del articles[article_id]
    writer.commit("two")
    writer.close()
    return Shelf(Catalog(Reader(path)), list(articles.values()))


@given(phrase=PHRASES)
def test_a_phrase_is_held_by_the_articles_in_whose_texts_it_stands(shelf: Shelf, phrase: str) -> None:
    catalog, articles = shelf.catalog, shelf.articles
    ids = dict(catalog.select("SELECT number, article_id FROM article"))
    capitals = in_capitals(phrase)
    held = find_held(phrase, capitals, catalog)
    compared, any_case = pattern(phrase, cased=capitals), pattern(phrase)
    exact = pattern(phrase, cased=tuple(phrase.split()))
    counts = {one.article_id: len(compared.findall(one.text)) for one in articles}
    expected = {article_id: count for article_id, count in counts.items() if count}
    found = [ids[number] for number in held.text.tolist()]
    assert {article_id: found.count(article_id) for article_id in found} == expected
    assert {ids[one] for one in held.title.tolist()} == {
        one.article_id for one in articles if compared.search(one.title)
    }
    assert {ids[one] for one in held.any_case.tolist()} == {
        one.article_id for one in articles if any_case.search(one.text)
    }
    as_asked = {one.article_id for one in articles if any(map(exact.fullmatch, compared.findall(one.text)))}
    assert {ids[one] for one in held.as_asked.tolist()} == (as_asked if phrase != phrase.lower() else set(expected))


def test_an_article_that_goes_leaves_no_word(tmp_path: Path) -> None:
    path = tmp_path / "catalog.sqlite"
    for number, (gone, new) in enumerate([([], ["one", "two"]), (["one"], [])]):
        writer = CatalogWriter(path)
        writer.remove(gone)
        for name in new:
            writer.add(replace(COURIER, article_id=name, title=f"Of {name}", text=f"Zanzibar{name} stays"))
        writer.commit(str(number))
        writer.close()
    words = {written for (written,) in Catalog(Reader(path)).select("SELECT written FROM place")}
    assert words == {"Of", "two", "Zanzibartwo", "stays"}


def test_letters_that_count_as_one_are_one_in_the_index() -> None:
    for letter in map(chr, range(sys.maxunicode + 1)):
        if re.match(LETTER, letter):
            alike = re.compile(letters(letter))
            for other in {letter.lower(), letter.upper()}:
                assert not alike.fullmatch(other) or plain(other) == plain(letter)
