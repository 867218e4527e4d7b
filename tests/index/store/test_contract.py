"""What every store promises, tested on each of them: the same articles give the same rows, hits and texts."""

import random
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from index.catalog.lists import Among, count
from index.errors import RefreshRunning
from index.generation import IndexSnapshot
from index.library import Library
from index.refresh import refresh_index
from index.search import ALL, Hit, Selection, terms
from index.search.condition import Author, Condition, Near, Not, Outlet, Prefix, Published, Word
from index.store import FolderStore, open_snapshot
from tests.conftest import FakeEncoder
from tests.index.newsroom import STORES, write_article

OUTLETS = ("Quay Courier", "Harbour 'Post'", 'The "Inland" Ledger', "Ostseé Zeitung")
AUTHORS = ("Ines Rask", "Tom O'Duya", "Zoë Årsand")
PLACES = "Estermouth Osk Marlin Kelder Ostrand Thistlegate Northmere Vall".split()
DEEDS = "ferry bridge council harbour mayor protest strike budget school hospital railway lighthouse fishery".split()
SAID = "opened closed delayed repaired planned refused praised counted paid sold rebuilt flooded".split()
FIRST = date(2026, 1, 1)
ARTICLES, QUESTIONS = 150, 200


def sentence(chance: random.Random) -> str:
    return (
        f"The {chance.choice(DEEDS)} of {chance.choice(PLACES)} was {chance.choice(SAID)} on day "
        f"{chance.randint(1, 400)}, said the {chance.choice(DEEDS)} of {chance.choice(PLACES)}."
    )


def write_articles(folder: Path) -> None:
    chance = random.Random(17)
    for number in range(ARTICLES):
        fields = {"outlet": chance.choice(OUTLETS), "title": sentence(chance)[:-1].replace(",", "")}
        if number % 7:
            fields["date"] = (FIRST + timedelta(days=chance.randint(0, 200))).isoformat()
        if number % 3:
            fields["author"] = chance.choice(AUTHORS)
        text = "\n\n".join(" ".join(sentence(chance) for _ in range(4)) for _ in range(chance.randint(1, 9)))
        write_article(folder, f"{number:03}.md", text, **fields)


@dataclass(frozen=True)
class Shop:
    """The same articles in one store, with what changes them."""

    articles: Path
    index: Path
    store: str

    def refresh(self) -> IndexSnapshot:
        refresh_index(Library(self.articles, self.index, store=self.store), encoder=FakeEncoder())
        return self.open()

    def open(self) -> IndexSnapshot:
        return open_snapshot(self.index)


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Articles that no test changes, and their index in the first store."""
    folder = tmp_path_factory.mktemp("contract")
    write_articles(folder / "articles")
    Shop(folder / "articles", folder / STORES[0], STORES[0]).refresh()
    return folder


@pytest.fixture(scope="module", params=STORES)
def snapshot(request: pytest.FixtureRequest, shared: Path) -> IndexSnapshot:
    return Shop(shared / "articles", shared / request.param, request.param).refresh()


@pytest.fixture(scope="module")
def first(shared: Path) -> IndexSnapshot:
    """The first store, to which all are compared."""
    return open_snapshot(shared / STORES[0])


@pytest.fixture(params=STORES)
def shop(request: pytest.FixtureRequest, tmp_path: Path) -> Shop:
    for number in range(6):
        write_article(tmp_path / "articles", f"{number}.md", f"The heron number {number} stood.", outlet="One")
    return Shop(tmp_path / "articles", tmp_path / "index", request.param)


def questions() -> list[str]:
    chance = random.Random(18)
    return [sentence(chance) for _ in range(QUESTIONS)]


def encoded(text: str) -> NDArray[np.float32]:
    vector: NDArray[np.float32] = FakeEncoder().encode([text])[0]
    return vector


def ranked(hits: list[Hit]) -> list[tuple[float, int]]:
    """Hits with equal scores in one order, whatever order a store has for them."""
    return sorted((round(-hit.score, 4), hit.row) for hit in hits)


SELECTIONS = (
    ALL,
    Selection(outlets=OUTLETS[1:2]),
    Selection(outlets=OUTLETS[1:3], since=date(2026, 2, 1)),
    Selection(without_outlets=OUTLETS[:2], until=date(2026, 5, 1)),
    Selection(authors=AUTHORS[1:]),
    Selection(authors=(AUTHORS[2],), outlets=(OUTLETS[3],), since=date(2026, 1, 5), until=date(2026, 6, 1)),
    Selection(outlets=("nobody'); DROP TABLE article",)),
    Selection(conditions=(Word("lighthouse"),)),
    Selection(conditions=(Word("ferry of Osk"), Not(Word("budget")))),
    Selection(conditions=(Prefix("light"), Outlet(OUTLETS[2]))),
    Selection(conditions=(Near("harbour Marlin", 5),), outlets=OUTLETS[:3]),
    Selection(conditions=(Author(AUTHORS[0]), Published(date(2026, 3, 1), None))),
)


@pytest.mark.parametrize("selection", SELECTIONS)
def test_a_selection_means_the_same_rows_and_no_search_leaves_them(
    snapshot: IndexSnapshot, first: IndexSnapshot, selection: Selection
) -> None:
    def rows(one: IndexSnapshot) -> list[int]:
        found = one.catalog.rows(selection)
        return list(range(one.manifest.chunks)) if found is None else found.tolist()

    allowed = rows(snapshot)
    assert allowed == rows(first)
    question = "The ferry of Osk was delayed, said the mayor of Marlin"
    meaning = snapshot.dense.search(encoded(question), 10_000, selection)
    assert sorted(hit.row for hit in meaning) == allowed
    words = snapshot.lexical.search(question, 10_000, selection)
    assert {hit.row for hit in words} == {hit.row for hit in first.lexical.search(question, 10_000, selection)}
    assert {hit.row for hit in words} <= set(allowed)


def test_two_hundred_questions_find_the_same_first_ten_by_meaning(
    snapshot: IndexSnapshot, first: IndexSnapshot
) -> None:
    for question in questions():
        found, expected = (one.dense.search(encoded(question), 10) for one in (snapshot, first))
        assert [hit.score for hit in found] == pytest.approx([hit.score for hit in expected], abs=1e-5)
        last = round(-expected[-1].score, 4)
        assert [one for one in ranked(found) if one[0] < last] == [one for one in ranked(expected) if one[0] < last]


def test_two_hundred_questions_find_nearly_the_same_first_twenty_by_words(
    snapshot: IndexSnapshot, first: IndexSnapshot
) -> None:
    shared = []
    for question in questions():
        found, expected = (one.lexical.search(question, 20) for one in (snapshot, first))
        shared.append(len({hit.row for hit in found} & {hit.row for hit in expected}) / len(expected))
    assert sum(shared) / len(shared) >= 0.95


def test_words_are_as_common_and_stand_in_the_same_rows(snapshot: IndexSnapshot, first: IndexSnapshot) -> None:
    assert len(snapshot.lexical) == len(first.lexical) == snapshot.manifest.chunks
    for word in (*DEEDS, *SAID, "the", "nowhere", "400"):
        [term] = terms(word)
        assert snapshot.lexical.frequency(term) == first.lexical.frequency(term)
        assert sorted(snapshot.lexical.rows_with(term)) == sorted(first.lexical.rows_with(term))


@pytest.mark.parametrize(
    "phrase", ["ferry of Osk", "said the mayor", "mayor said the", "lighthouse", "of Vall was sold"]
)
def test_a_phrase_is_required_as_it_stands(snapshot: IndexSnapshot, first: IndexSnapshot, phrase: str) -> None:
    found, expected = (one.lexical.search("harbour", 1000, phrases=(phrase,)) for one in (snapshot, first))
    assert {hit.row for hit in found} == {hit.row for hit in expected}
    assert all(
        set(terms(phrase)) <= set(terms(chunk.text))
        for chunk in snapshot.catalog.chunks([h.row for h in found]).values()
    )


def test_every_row_is_its_text_word_for_word_with_the_vectors_of_it(snapshot: IndexSnapshot) -> None:
    rows = list(range(snapshot.manifest.chunks))
    chunks, vectors, sentences = (
        snapshot.catalog.chunks(rows),
        snapshot.dense.vectors(rows),
        snapshot.dense.sentences(rows),
    )
    assert sorted(chunks) == sorted(sentences) == rows
    for row in rows:
        article = snapshot.catalog.article(chunks[row].article_id)
        assert article
        assert article.text[chunks[row].start : chunks[row].end] == chunks[row].text
        assert vectors[row] == pytest.approx(encoded(chunks[row].text), abs=1e-6)
        assert np.linalg.norm(sentences[row], axis=1) == pytest.approx(1, abs=1e-3)


CONDITIONS: tuple[Condition, ...] = (Word("heron"), Prefix("quet"), Near("quetzal flew", 2))


def test_what_is_removed_or_changed_is_gone_at_once_and_a_reader_keeps_its_own(shop: Shop) -> None:
    before = shop.refresh()
    write_article(shop.articles, "3.md", "A quetzal flew over the quay.", outlet="Two", date="2026-03-01")
    (shop.articles / "4.md").unlink()
    after = shop.refresh()
    assert [len(one.lexical) for one in (before, after)] == [len(one.dense) for one in (before, after)] == [6, 5]
    for one, herons, quetzals in ((before, 6, 0), (after, 4, 1)):
        assert len(one.lexical.search("heron", 100)) == herons
        assert len(one.lexical.search("quetzal", 100)) == quetzals
        assert one.lexical.frequency("heron") == herons
        assert len(one.dense.search(encoded("heron"), 100)) == herons + quetzals
        assert [count(Among(one.catalog, Selection(conditions=(each,)))) for each in CONDITIONS] == [
            herons,
            quetzals,
            quetzals,
        ]
        assert one.catalog.outlets() == ({"One": herons, "Two": 1} if quetzals else {"One": 6})
        assert len(one.dense.search(encoded("x"), 100, Selection(outlets=("Two",), since=date(2026, 3, 1)))) == quetzals


def test_a_day_that_changes_is_the_one_that_is_searched(shop: Shop) -> None:
    write_article(shop.articles, "3.md", "The heron number 3 stood.", outlet="One", date="2026-03-01")
    shop.refresh()
    write_article(shop.articles, "3.md", "The heron number 3 stood.", outlet="One", date="2026-04-01")
    snapshot = shop.refresh()
    for since, found in ((date(2026, 3, 15), 1), (date(2026, 4, 2), 0)):
        selection = Selection(since=since)
        assert len(snapshot.dense.search(encoded("heron"), 10, selection)) == found
        assert len(snapshot.lexical.search("heron", 10, selection)) == found


def test_one_writer_works_and_the_other_is_told(shop: Shop) -> None:
    shop.refresh()
    with FolderStore(shop.index).alone(), pytest.raises(RefreshRunning, match="another process"):
        shop.refresh()
    write_article(shop.articles, "3.md", "A quetzal flew.", outlet="Two")
    assert len(shop.refresh().lexical.search("quetzal", 10)) == 1
