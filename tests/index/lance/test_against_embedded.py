"""The same articles in both stores: what one finds, the other finds."""

import random
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

import numpy as np
import pytest

from corpus.article import Article
from index.generation import IndexSnapshot
from index.lance import LanceEngine
from index.lance.upkeep import Upkeep
from index.search import ALL, Hit, Selection
from index.search.condition import Any, Near, Not, Outlet, Prefix, Published, Word
from index.store import open_snapshot
from index.store.engines import ENGINES
from tests.index.lance.shelf import Shelf, rows_of

OUTLETS = ("Quay Courier", "Harbour Post", "L'Écho d'Osk", 'The "Ledger"')
AUTHORS = ("Ines Rask", "Tom O'Duya", "Ann Lee")
FIRST = date(2026, 1, 1)
QUESTIONS = 200
WORDS = [f"{first}{second}" for first in ("bor", "ma", "tel", "kin", "sud", "ver") for second in "aeiou"]
WORDS += [word + ending for word in WORDS for ending in ("ndo", "rix", "sk")]


def some_words(chance: random.Random, count: int) -> list[str]:
    """Words of which a few are common and most rare, as in any language."""
    return chance.choices(WORDS, weights=[1 / (rank + 1) for rank in range(len(WORDS))], k=count)


def made_up(chance: random.Random, number: int) -> Article:
    paragraphs = [" ".join(some_words(chance, chance.randrange(5, 40))) + "." for _ in range(chance.randrange(1, 6))]
    day = FIRST + timedelta(chance.randrange(60)) if chance.random() < 0.9 else None
    return Article(
        article_id=f"a{number}",
        outlet=chance.choice(OUTLETS),
        title=" ".join(some_words(chance, chance.randrange(0, 6))),
        text="\n\n".join(paragraphs),
        source=f"{number}.md",
        content_hash=str(number),
        published=day,
        authors=tuple(chance.sample(AUTHORS, chance.randrange(0, 3))),
    )


@dataclass(frozen=True)
class Both:
    articles: Sequence[Article]
    faiss: IndexSnapshot
    lance: IndexSnapshot
    asked: Shelf


@pytest.fixture(scope="module")
def both(tmp_path_factory: pytest.TempPathFactory) -> Both:
    chance, folder = random.Random(17), tmp_path_factory.mktemp("both")
    articles = [made_up(chance, number) for number in range(250)]
    shelves = {store: Shelf(folder / store, store) for store in ("faiss", "lance")}
    opened = {store: shelf.apply(articles) for store, shelf in shelves.items()}
    return Both(articles, opened["faiss"], opened["lance"], shelves["lance"])


def questions() -> list[str]:
    chance = random.Random(3)
    return [" ".join(some_words(chance, chance.randrange(2, 14))) for _ in range(QUESTIONS)]


SELECTIONS = (
    ALL,
    Selection(outlets=("L'Écho d'Osk",)),
    Selection(outlets=('The "Ledger"', "Quay Courier", "unknown")),
    Selection(without_outlets=("Quay Courier", "L'Écho d'Osk")),
    Selection(authors=("Tom O'Duya",)),
    Selection(authors=("Ann Lee", "Ines Rask")),
    Selection(since=date(2026, 1, 10), until=date(2026, 1, 20)),
    Selection(until=date(2025, 1, 1)),
    Selection(exclude=(*(f"a{number}" for number in range(200)), "unknown")),
    Selection(conditions=(Word("bora maa"),)),
    Selection(conditions=(Prefix("kino"),)),
    Selection(conditions=(Prefix("b"), Not(Word("borandos")))),
    Selection(conditions=(Near("bora teli", 2),)),
    Selection(conditions=(Any((Outlet("Harbour Post"), Published(date(2026, 2, 1), None))),)),
    Selection(conditions=(Word("zebra"),)),
    Selection(outlets=("Quay Courier",), since=date(2026, 1, 15), conditions=(Not(Word("mae")),)),
)


def rows(hits: Sequence[Hit]) -> list[int]:
    return [hit.row for hit in hits]


@pytest.mark.parametrize("selection", SELECTIONS, ids=range(len(SELECTIONS)))
@pytest.mark.parametrize("listed", [2_000, 1], ids=["asked with the search", "filtered after it"])
def test_the_same_rows_remain_of_every_selection(
    both: Both, selection: Selection, listed: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("index.lance.where.NUMBERS_LISTED", listed)
    opened, every = open_snapshot(both.asked.index), len(both.faiss.dense)  # anew: filters are kept
    vector, text = both.asked.vector("bora maa kino"), " ".join(WORDS)
    assert set(rows(opened.dense.search(vector, every, selection))) == set(
        rows(both.faiss.dense.search(vector, every, selection))
    )
    assert set(rows(opened.lexical.search(text, every, selection))) == set(
        rows(both.faiss.lexical.search(text, every, selection))
    )
    nearest = [[hit.score for hit in one.dense.search(vector, 5, selection)] for one in (opened, both.faiss)]
    assert nearest[0] == pytest.approx(nearest[1], abs=1e-5)


def test_the_same_ten_are_the_nearest_in_meaning(both: Both) -> None:
    for question in questions():
        ours, theirs = (one.dense.search(both.asked.vector(question), 10) for one in (both.lance, both.faiss))
        assert [hit.score for hit in ours] == pytest.approx([hit.score for hit in theirs], abs=1e-5)
        last = theirs[-1].score + 1e-5  # rows as far away as the tenth may change places with it
        assert {hit.row for hit in ours if hit.score > last} == {hit.row for hit in theirs if hit.score > last}


def test_nearly_the_same_twenty_hold_the_words(both: Both) -> None:
    alike = []
    for question in questions():
        ours, theirs = (set(rows(one.lexical.search(question, 20))) for one in (both.lance, both.faiss))
        alike.append(len(ours & theirs) / max(1, len(theirs)))
    assert np.mean(alike) >= 0.95


def test_an_index_of_vectors_finds_nearly_all_of_them(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    chance = random.Random(5)
    monkeypatch.setitem(ENGINES, "lance", lambda: LanceEngine(Upkeep(scanned=300)))
    shelf = Shelf(tmp_path, "lance")
    articles = [made_up(chance, number) for number in range(250)]
    snapshot = shelf.apply(articles)
    assert snapshot.manifest.state["probes"] > 0
    exact = Shelf(tmp_path / "exact", "faiss").apply(articles)
    found = []
    for question in questions():
        ours, theirs = (one.dense.search(shelf.vector(question), 10) for one in (snapshot, exact))
        found.append(len(set(rows(ours)) & set(rows(theirs))) / 10)
        scores = {hit.row: hit.score for hit in theirs}
        assert all(hit.score == pytest.approx(scores.get(hit.row, hit.score), abs=1e-5) for hit in ours)
    assert np.mean(found) >= 0.97


@pytest.mark.parametrize("phrases", [("bora maa",), ("mae",), ("bora", "teli"), ("maa zebra",)])
def test_the_same_rows_hold_phrases(both: Both, phrases: tuple[str, ...]) -> None:
    for text in ("", "kino sudo"):
        ours, theirs = (set(rows(one.lexical.search(text, 1000, phrases=phrases))) for one in (both.lance, both.faiss))
        assert ours == theirs


def test_the_same_words_are_as_common(both: Both) -> None:
    for word in (*WORDS, "zebra", "courier"):
        assert both.lance.lexical.frequency(word) == both.faiss.lexical.frequency(word)
        assert sorted(both.lance.lexical.rows_with(word)) == sorted(both.faiss.lexical.rows_with(word))


@pytest.mark.parametrize("words", [["bora"], ["bora", "maa"], ["zebra"], ["maa", "maa"]])
def test_the_same_rows_hold_words_side_by_side(both: Both, words: list[str]) -> None:
    assert both.lance.lexical.holding(words).tolist() == both.faiss.lexical.holding(words).tolist()


@pytest.mark.parametrize("listed", [100, 0], ids=["looked up", "read"])
@pytest.mark.parametrize("letters", ["b", "bor", "borand", "KINÖ", "zebra", "x" * 100])
def test_the_same_rows_hold_a_word_that_begins_so(
    both: Both, letters: str, listed: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("index.lance.held.WORDS_LISTED", listed)
    ours, theirs = (one.lexical.beginning(letters).tolist() for one in (both.lance, both.faiss))
    assert ours == sorted(theirs)


def test_vectors_and_those_of_sentences_are_what_was_put_in(both: Both) -> None:
    wanted = sorted(rows_of(both.lance.catalog, "a7") | rows_of(both.lance.catalog, "a9"))[::-1]
    assert np.array_equal(both.lance.dense.vectors(wanted), both.faiss.dense.vectors(wanted))
    ours, theirs = both.lance.dense.sentences(wanted), both.faiss.dense.sentences(wanted)
    assert set(ours) == set(theirs) == set(wanted)
    assert all(np.array_equal(ours[row], theirs[row]) for row in wanted)
