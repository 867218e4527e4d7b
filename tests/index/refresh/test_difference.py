from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from corpus.article import Article, Provenance
from corpus.stamp import Stamp
from index.catalog.catalog import Catalog
from index.errors import CorruptIndex
from index.files.held import HeldFiles
from index.files.inventory import ArticleRecord, FileChanges, FileRecord
from index.files.spellings import find_spellings
from index.refresh.difference import Difference, Revision
from tests.conftest import ARTICLES, COURIER, LEDGER, POST
from tests.index.catalog.test_catalog import make


@pytest.fixture
def old(tmp_path: Path) -> Catalog:
    return make(tmp_path / "catalog.sqlite", *ARTICLES)


def files(articles: Sequence[Article]) -> dict[str, FileRecord]:
    return {
        article.source: FileRecord(
            *(Stamp(0, 0, 0, 0), "d", article.source),
            articles=(ArticleRecord(article.article_id, article.article_id, article.source, article.outlet),),
        )
        for article in articles
    }


def revision(old: Catalog, now: Sequence[Article], fresh: Sequence[Article]) -> Revision:
    return between(files(ARTICLES), files(now), {article.source: article for article in fresh}, old)


def between(
    before: dict[str, FileRecord], after: dict[str, FileRecord], fresh: dict[str, Article], old: Catalog
) -> Revision:
    changes = FileChanges(0, "", before, after, articles_before=len(before))
    return Revision(changes, find_spellings(HeldFiles(before), before, after), fresh, old)


def test_what_was_not_read_is_unchanged(old: Catalog) -> None:
    difference = revision(old, ARTICLES, ()).difference()
    assert difference == Difference((), (), (), (), vanished=0, moved=0, unchanged=3)
    assert not difference


def test_what_was_read_and_is_the_same_is_unchanged(old: Catalog) -> None:
    assert not revision(old, ARTICLES, ARTICLES).difference()


@pytest.mark.parametrize("field", ["text", "title", "outlet"])
def test_what_is_encoded_or_indexed_makes_an_article_changed(old: Catalog, field: str) -> None:
    edited = replace(COURIER, **{field: "Another one."})  # type: ignore[arg-type]  # the three fields are texts
    difference = revision(old, (edited, POST, LEDGER), (edited,)).difference()
    assert (difference.changed, difference.updated, difference.unchanged) == ((edited,), (), 2)


def test_the_rest_of_the_record_is_updated_in_place(old: Catalog) -> None:
    edited = replace(COURIER, published=None, url=None)
    difference = revision(old, (edited, POST, LEDGER), (edited,)).difference()
    assert (difference.changed, difference.updated, difference.moved) == ((), (edited,), 0)


def test_a_moved_article_is_told_from_a_changed_one(old: Catalog) -> None:
    moved = replace(COURIER, source="sub/a.md", content_hash="c2", provenance=(Provenance("outlet", "sub/a.md"),))
    difference = revision(old, (moved, POST, LEDGER), (moved,)).difference()
    assert (difference.updated, difference.moved, difference.removed, difference.vanished) == ((moved,), 1, (), 0)


def test_an_article_with_another_id_at_the_same_place_is_removed_but_has_not_vanished(old: Catalog) -> None:
    renamed = replace(COURIER, article_id="courier-2")
    difference = revision(old, (renamed, POST), (renamed,)).difference()
    assert difference.added == (renamed,)
    assert sorted(difference.removed) == [COURIER.article_id, LEDGER.article_id]
    assert difference.vanished == 1


def test_an_unread_article_that_gets_another_id_comes_from_the_catalogue(old: Catalog) -> None:
    after = files(ARTICLES)
    after[COURIER.source] = replace(
        after[COURIER.source], articles=(ArticleRecord("new", COURIER.article_id, COURIER.source, COURIER.outlet),)
    )
    difference = between(files(ARTICLES), after, {}, old).difference()
    assert difference.added == (replace(COURIER, article_id="new"),)
    assert difference.removed == (COURIER.article_id,)


def test_an_unread_article_changes_when_others_spell_its_outlet_in_another_way(old: Catalog) -> None:
    """The index holds the three articles of two outlets; two more that are read now outnumber the first spelling."""
    shouted = [replace(COURIER, article_id=name, source=name, outlet=COURIER.outlet.upper()) for name in "yz"]
    difference = revision(old, (*ARTICLES, *shouted), shouted).difference()
    assert [(article.article_id, article.outlet) for article in difference.changed] == [
        (COURIER.article_id, COURIER.outlet.upper())
    ]
    assert difference.added == tuple(shouted)
    assert not revision(old, (*ARTICLES, shouted[0]), shouted).difference().changed  # one and one: the first is shown


def test_all_articles_are_there_whether_they_were_read_or_not(old: Catalog) -> None:
    edited = replace(POST, text="Another text.")
    assert tuple(revision(old, (COURIER, edited, LEDGER), (edited,)).articles()) == (COURIER, edited, LEDGER)


def test_an_article_that_the_catalogue_lost_is_a_corrupt_index(old: Catalog) -> None:
    lost = replace(COURIER, article_id="lost", source="lost.md")
    before = files((*ARTICLES, lost))
    with pytest.raises(CorruptIndex, match=r"lost\.md.*--rebuild"):
        list(between(before, before, {}, old).articles())
