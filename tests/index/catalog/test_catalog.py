import threading
from contextlib import closing
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.article import Article, Provenance
from index.catalog.catalog import Catalog
from index.catalog.reader import Reader
from index.catalog.summary import ArticleSummary
from index.catalog.words import acronyms, synonyms, words_beginning, words_folded, words_sounding
from index.catalog.writer import CatalogWriter
from index.chunks.chunk import Chunk
from index.errors import CorruptIndex
from index.forms import Acronym
from index.search.selection import Selection
from tests.conftest import ARTICLES, COURIER, LEDGER, POST


def halves(article: Article) -> list[Chunk]:
    middle = len(article.text) // 2
    spans = ((0, middle), (middle, len(article.text)))
    return [Chunk(article.article_id, start, end, article.text[start:end]) for start, end in spans]


def make(path: Path, *articles: Article) -> Catalog:
    writer = CatalogWriter(path)
    for number, article in enumerate(articles):
        writer.add(article)
        writer.add_chunks((10 * number + i, chunk, chunk.key) for i, chunk in enumerate(halves(article)))
    writer.set_aliases({"QC": "Quay Courier"})
    writer.commit("000001-abcdef")
    writer.close()
    return Catalog(Reader(path))


@pytest.fixture
def catalog(tmp_path: Path) -> Catalog:
    """Courier has rows 0 and 1, the Post 10 and 11, the undated Ledger 20 and 21."""
    return make(tmp_path / "catalog.sqlite", *ARTICLES)


@given(
    title=st.text(st.characters(exclude_categories=["Cs"])),
    text=st.text(st.characters(exclude_categories=["Cs"]), min_size=2),
    authors=st.lists(st.text(st.characters(exclude_categories=["Cs"]))),
    published=st.none() | st.dates(),
)
def test_what_goes_in_comes_out_verbatim(
    title: str, text: str, authors: list[str], published: date | None, tmp_path_factory: pytest.TempPathFactory
) -> None:
    article = replace(
        COURIER,
        title=title,
        text=text,
        authors=tuple(authors),
        published=published,
        flags=("stub",),
        provenance=(Provenance("outlet", "corpus.toml"), Provenance("title", "front matter: title")),
        dropped=("Read more",),
        warnings=("Very short.",),
    )
    catalog = make(tmp_path_factory.mktemp("catalog") / "c.sqlite", article)
    assert catalog.article(COURIER.article_id) == article
    assert list(catalog.chunks([0, 1]).values()) == halves(article)
    catalog.close()


def test_an_unknown_article_is_none(catalog: Catalog) -> None:
    assert catalog.article("nobody") is None
    assert catalog.chunk_rows_of("nobody") == []


def test_chunks_leaves_out_rows_that_do_not_exist(catalog: Catalog) -> None:
    assert catalog.chunks([]) == {}
    assert catalog.chunks([11, 999, 0]) == {11: halves(POST)[1], 0: halves(COURIER)[0]}


def test_chunk_rows_follow_the_text(catalog: Catalog) -> None:
    assert catalog.chunk_rows_of(POST.article_id) == [10, 11]


@pytest.mark.parametrize(
    ("filters", "rows"),
    [
        ({"outlets": ("Quay Courier",)}, [0, 1]),
        ({"outlets": ("Quay Courier", "Inland Ledger")}, [0, 1, 20, 21]),
        ({"outlets": ("Nobody's",)}, []),
        ({"since": date(2026, 3, 4)}, [10, 11]),
        ({"until": date(2026, 3, 3)}, [0, 1]),
        ({"since": date(2026, 3, 3), "until": date(2026, 3, 4)}, [0, 1, 10, 11]),
        ({"until": date(2099, 1, 1)}, [0, 1, 10, 11]),
        ({"exclude": (POST.article_id,)}, [0, 1, 20, 21]),
        ({"without_outlets": ("Quay Courier", "Inland Ledger")}, [10, 11]),
        ({"authors": ("Tom Oduya", "Nobody")}, [0, 1]),
        ({"outlets": ("Harbour Post",), "exclude": (POST.article_id,)}, []),
    ],
)
def test_rows_and_counts_pass_all_filters_and_undated_articles_no_date_filter(
    catalog: Catalog,
    filters: dict[str, Any],
    rows: list[int],
) -> None:
    found = catalog.rows(Selection(**filters))
    assert found is not None
    assert found.tolist() == rows
    outlets = {row: article.outlet for row, article in zip(range(0, 30, 10), ARTICLES, strict=True)}
    assert catalog.outlets(Selection(**filters)) == {outlets[row]: 1 for row in rows if row in outlets}


def test_rows_without_a_filter_is_none(catalog: Catalog) -> None:
    assert catalog.rows(Selection()) is None


def test_lists_tell_what_the_index_holds(catalog: Catalog) -> None:
    assert catalog.chunk_count() == 6
    assert catalog.outlets() == {"Harbour Post": 1, "Inland Ledger": 1, "Quay Courier": 1}
    assert catalog.aliases() == {"QC": "Quay Courier"}
    assert catalog.days() == (date(2026, 3, 3), date(2026, 3, 4))
    assert catalog.articles()[1] == ArticleSummary(
        LEDGER.article_id, LEDGER.outlet, LEDGER.title, None, LEDGER.source, None
    )


def test_each_author_is_counted_once_an_article(tmp_path: Path) -> None:
    twice = replace(POST, authors=("Tom Oduya", "Tom Oduya", "Zoë Årsand"))
    catalog = make(tmp_path / "catalog.sqlite", COURIER, twice, LEDGER)
    assert catalog.authors() == {"Ines Rask": 1, "Tom Oduya": 2, "Zoë Årsand": 1}
    assert make(tmp_path / "none.sqlite", LEDGER).authors() == {}


def test_the_days_of_undated_articles_are_unknown(tmp_path: Path) -> None:
    assert make(tmp_path / "c.sqlite", LEDGER).days() == (None, None)


def test_rows_by_key_finds_known_keys_only(catalog: Catalog) -> None:
    first, last = (chunk.key for chunk in catalog.chunks([0, 21]).values())
    assert catalog.rows_by_key([first, last, "unknown"]) == {first: 0, last: 21}


def test_threads_share_a_catalog(catalog: Catalog) -> None:
    wrong: list[object] = []

    def read() -> None:
        for _ in range(100):
            if catalog.article(COURIER.article_id) != COURIER:
                wrong.append("article")

    threads = [threading.Thread(target=read) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert wrong == []


def test_a_removed_article_leaves_no_trace(catalog: Catalog, tmp_path: Path) -> None:
    path = tmp_path / "catalog.sqlite"
    catalog.close()
    writer = CatalogWriter(path)
    writer.remove([COURIER.article_id])
    writer.commit("000001-abcdef")
    writer.close()
    assert Catalog(Reader(path)).chunks([0, 1, 10]).keys() == {10}
    assert b"61 years" not in path.read_bytes()


def test_an_updated_record_keeps_its_chunks(tmp_path: Path, catalog: Catalog) -> None:
    catalog.close()
    writer = CatalogWriter(tmp_path / "catalog.sqlite")
    moved = replace(COURIER, source="elsewhere.md", published=None)
    writer.update(moved)
    writer.commit("000001-abcdef")
    writer.close()
    changed = Catalog(Reader(tmp_path / "catalog.sqlite"))
    assert changed.article(COURIER.article_id) == moved
    assert changed.chunk_rows_of(COURIER.article_id) == [0, 1]


@pytest.mark.parametrize("content", [None, b"", b"no database at all" * 100])
def test_a_file_that_is_no_catalogue_is_named(tmp_path: Path, content: bytes | None) -> None:
    path = tmp_path / "catalog.sqlite"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(CorruptIndex, match=r"catalog\.sqlite .*--rebuild"):
        Catalog(Reader(path))


def test_days_of_publication_are_given_by_row_and_undated_articles_left_out(catalog: Catalog) -> None:
    assert catalog.published([0, 10, 20, 99]) == {0: COURIER.published, 10: POST.published}


def test_the_newest_day_is_found_up_to_any_day(catalog: Catalog) -> None:
    assert COURIER.published
    assert POST.published
    assert catalog.newest(date(2099, 1, 1)) == POST.published
    assert catalog.newest(COURIER.published) == COURIER.published
    assert catalog.newest(date(1999, 1, 1)) is None


def test_beginnings_are_as_many_and_as_long_as_asked_for(catalog: Catalog) -> None:
    assert catalog.beginnings(2, 10) == [COURIER.text[:10], POST.text[:10]]


def test_texts_come_with_their_headlines_by_number(catalog: Catalog) -> None:
    numbers = catalog.numbers(Selection(without_outlets=(LEDGER.outlet,)))
    assert {(title, text) for _, title, text in catalog.texts(numbers)} == {
        (article.title, article.text) for article in (COURIER, POST)
    }


def test_selected_articles_are_listed_with_their_authors(catalog: Catalog) -> None:
    (article,) = catalog.articles(Selection(outlets=("Quay Courier",)))
    assert (article.article_id, article.authors) == (COURIER.article_id, COURIER.authors)


@pytest.mark.parametrize("many", [5000, 1])
def test_rows_lead_to_their_articles(catalog: Catalog, many: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("index.catalog.catalog.MANY_ROWS", many)
    numbers = catalog.numbers_of_rows(np.array([0, 10, 11, 999], dtype=np.int64)).tolist()
    assert numbers == catalog.numbers(Selection(outlets=(COURIER.outlet, POST.outlet))).tolist()


TOLD = replace(
    COURIER, text="The Coastal Rail Board (CRB) closed. Trains of Müller’s cease-fire crossed to Malmö.", title=""
)
MORE = replace(POST, text="The coastal trains of Qasem were the CRB (Coastal Rail Board).", title="")


@pytest.fixture
def told(tmp_path: Path) -> Catalog:
    return make(tmp_path / "told.sqlite", TOLD, MORE)


def test_words_are_found_without_their_accents_and_marks(told: Catalog) -> None:
    found = {word.written: word for word in words_folded(told, ["mueller", "malmo", "ceasefire", "trains", "bridge"])}
    assert set(found) == {"müller", "malmö", "cease-fire", "trains"}
    assert (found["trains"].articles, found["trains"].lower, found["trains"].capital) == (2, 1, 0)
    assert found["müller"].is_name


def test_words_are_found_by_their_sound_and_their_first_letter(told: Catalog) -> None:
    assert [word.written for word in words_sounding(told, "ksm")] == ["qasem"]
    assert {word.written for word in words_beginning(told, "c")} >= {"coastal", "cease", "closed", "courier", "crb"}
    assert all(word.folded.startswith("c") for word in words_beginning(told, "c"))


def test_the_words_and_acronyms_of_a_removed_article_are_gone(tmp_path: Path) -> None:
    path = tmp_path / "catalog.sqlite"
    make(path, TOLD, MORE)
    with closing(CatalogWriter(path)) as writer:
        writer.remove([TOLD.article_id])
        writer.commit("000001-abcdef")
    left = Catalog(Reader(path))
    assert acronyms(left) == {Acronym("CRB", "Coastal Rail Board"): 1}
    assert not words_folded(left, ["muller", "ceasefire"])
    assert [word.articles for word in words_folded(left, ["trains"])] == [1]
    assert "Müller" not in path.read_bytes().decode("utf-8", "replace")


def test_synonyms_come_back_as_they_were_given(tmp_path: Path) -> None:
    path = tmp_path / "catalog.sqlite"
    make(path, COURIER)
    groups = [["Kiev", "Kyiv"], ["Holland", "the Netherlands", "NL"]]
    for given_groups in ([["a", "b"]], groups):
        with closing(CatalogWriter(path)) as writer:
            writer.set_synonyms(given_groups)
            writer.commit("000001-abcdef")
    assert synonyms(Catalog(Reader(path))) == groups
