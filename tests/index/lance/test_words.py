from dataclasses import replace
from pathlib import Path

import pytest

from index.generation import IndexSnapshot
from index.lance import LanceEngine
from index.lance.upkeep import Upkeep
from index.search import OtherForm, Selection, terms
from index.store import ENGINES
from tests.conftest import COURIER
from tests.index.lance.shelf import Shelf

TEXTS = (
    "The NCTA struck.",
    "The North Coast Transport Authority met.",
    "Transport to the north coast.",
    "It rained.",
    "An email came.",
    "A mail by the name of email came, and email.",
    "Talks about peace, the ferry and the harbour.",
)
NCTA, LONG = tuple(terms("NCTA")), tuple(terms("North Coast Transport Authority"))


@pytest.fixture(scope="module")
def snapshot(tmp_path_factory: pytest.TempPathFactory) -> IndexSnapshot:
    article = replace(COURIER, text="\n\n".join(TEXTS), title="Envoys meet again", authors=("Ines Rask",))
    return Shelf(tmp_path_factory.mktemp("words") / "index", "lance").apply([article])


def rows_of(snapshot: IndexSnapshot, text: str, *forms: OtherForm) -> list[int]:
    return [hit.row for hit in snapshot.lexical.search(text, 10, forms=forms)]


@pytest.mark.parametrize("text", ["Quay Courier", "envoys", "Rask"])
def test_outlet_headline_and_authors_find_a_passage(snapshot: IndexSnapshot, text: str) -> None:
    assert set(rows_of(snapshot, text)) == set(range(len(TEXTS)))


@pytest.mark.parametrize("text", ["", " ", "?!", "\x00", "—"])
def test_a_question_without_words_finds_nothing(snapshot: IndexSnapshot, text: str) -> None:
    assert rows_of(snapshot, text) == []
    assert snapshot.lexical.search(text, 10, Selection(outlets=("Quay Courier",))) == []


@pytest.mark.parametrize("text", ["talks AND (", "body:talks", "talks^9", '"talks', "-talks", "row:0 OR *", "talks\\"])
def test_no_character_of_a_question_is_an_operator(snapshot: IndexSnapshot, text: str) -> None:
    assert (6 in rows_of(snapshot, text)) is ("talk" in terms(text))


def test_a_word_that_stands_twice_in_the_question_counts_twice(snapshot: IndexSnapshot) -> None:
    once, twice = (snapshot.lexical.search(text, 1)[0].score for text in ("email", "email email"))
    assert twice == pytest.approx(2 * once)


def test_another_form_finds_what_the_words_find(snapshot: IndexSnapshot) -> None:
    for text, form in (
        ("NCTA", OtherForm(NCTA, LONG, 0.3)),
        ("North Coast Transport Authority", OtherForm(LONG, NCTA, 4.0)),
    ):
        found = rows_of(snapshot, text, form)
        assert set(found[:2]) == {0, 1}
        assert found[2:] == ([] if text == "NCTA" else [2])


def test_a_form_of_what_the_question_does_not_say_changes_nothing(snapshot: IndexSnapshot) -> None:
    plain = snapshot.lexical.search("NCTA rained", 10)
    assert snapshot.lexical.search("NCTA rained", 10, forms=(OtherForm(tuple(terms("ferry")), LONG),)) == plain


def test_a_row_that_holds_both_forms_counts_by_the_better_one(snapshot: IndexSnapshot) -> None:
    form = OtherForm(tuple(terms("email")), tuple(terms("mail")), 1.0)
    alone = [{hit.row: hit.score for hit in snapshot.lexical.search(text, 10)} for text in ("email", "mail", "came")]
    both = {hit.row: hit.score for hit in snapshot.lexical.search("email came", 10, forms=(form,))}
    for row, score in both.items():
        best = max(one.get(row, 0.0) for one in alone[:2])
        assert score == pytest.approx(best + alone[2].get(row, 0.0))
    assert set(both) == {4, 5}


def test_other_forms_keep_to_the_selection_and_to_phrases(snapshot: IndexSnapshot) -> None:
    form = OtherForm(NCTA, LONG, 1.0)
    assert snapshot.lexical.search("NCTA", 10, Selection(outlets=("Nobody",)), forms=(form,)) == []
    found = snapshot.lexical.search("NCTA", 10, phrases=("the north",), forms=(form,))
    assert {hit.row for hit in found} == {1, 2}
    assert found[0].row == 1


@pytest.mark.parametrize(
    "text", ["", "\x00\x00", "x" * 100_000, "a " * 50_000, "😀" * 1000, "\ud7ff\U0010ffff", "' OR 1=1 --"]
)
def test_any_text_can_be_added_and_asked_for(tmp_path: Path, text: str) -> None:
    article = replace(COURIER, text=f"{text}\n\nferry", title=text[:50], outlet=text[:50] or "x", authors=(text[:50],))
    snapshot = Shelf(tmp_path / "index", "lance").apply([article])
    assert len(snapshot.lexical) == 2
    snapshot.lexical.search(text, 5, phrases=[text[:200]])
    only = Selection(outlets=(article.outlet,), authors=article.authors)
    assert {hit.row for hit in snapshot.lexical.search("ferry", 5, only)} >= {1}
    snapshot.close()


def test_rows_that_are_gone_take_no_places_of_those_that_are_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(ENGINES, "lance", lambda: LanceEngine(Upkeep(commits=1)))  # files are put together each time
    shelf = Shelf(tmp_path / "index", "lance")
    shelf.apply([replace(COURIER, article_id=f"old-{number}", text="A ferry came.") for number in range(9)])
    for number in range(6):
        fresh = replace(COURIER, article_id=f"new-{number}", text="A ferry came, and it was much too late again.")
        snapshot = shelf.apply([fresh], gone=[f"old-{number}"])
    held = snapshot.lexical.search("ferry", 100)
    assert len(held) == 9
    assert all(snapshot.lexical.search("ferry", limit) == held[:limit] for limit in range(1, 10))
