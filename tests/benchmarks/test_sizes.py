import json
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import numpy as np
import pytest

from benchmarks.quality.built import KeptVectors, build, read_lines
from benchmarks.quality.cases import Case
from benchmarks.quality.forms import FORMS
from benchmarks.quality.sizes import ask_all, ask_small, figures, main
from benchmarks.quality.small import Near, Neighbours, collections
from benchmarks.quality.systems import IndexedCorpus
from corpus.progress import Progress
from corpus.text import sentence_spans
from tests.conftest import FakeEncoder

DAY = date(2026, 3, 1)
CASE = Case(
    "q",
    "Which ferry stopped at Estermouth?",
    "q",
    answers=("Marlin",),
    articles=frozenset({"n00"}),
    holders=frozenset({"n00", "n01"}),
    asked=DAY,
)


def ignore(progress: Progress) -> None:
    """Takes no notice."""


def line(number: int) -> str:
    text = "The Marlin ferry stopped at Estermouth. It had run for years."
    if number > 1:
        text = f"A ferry of harbour {number} is late." if number > 20 else f"Town {number} plans a bridge of stone."
    day = (DAY - timedelta(days=3 * number)).isoformat()
    return json.dumps(
        {"id": f"n{number:02d}", "title": f"Report {number}", "date": day, "outlet": "Post", "text": text}
    )


@pytest.fixture(scope="module")
def articles(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path: Path = tmp_path_factory.mktemp("large") / "articles.jsonl"
    path.write_text("".join(f"{line(number)}\n" for number in range(40)), encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def large(articles: Path, tmp_path_factory: pytest.TempPathFactory) -> IndexedCorpus:
    return IndexedCorpus.open(articles, tmp_path_factory.mktemp("index"), FakeEncoder(), ignore)


def ids(numbers: Sequence[int]) -> list[str]:
    return [f"n{number:02d}" for number in numbers]


def test_those_near_are_of_the_days_around_or_on_the_matter_and_do_not_hold_the_answer(large: IndexedCorpus) -> None:
    neighbours = Neighbours(large)
    assert neighbours.others(CASE, Near.DAYS) == ids(range(2, 40))
    late = replace(CASE, question="Is a ferry of harbour 30 late?", holders=frozenset({"n31"}))
    by_meaning = neighbours.others(late, Near.MATTER)
    assert by_meaning[0] == "n30"
    assert set(by_meaning) == {*ids(range(31)), *ids(range(32, 40))}


def test_an_article_answers_that_has_a_passage_that_does(large: IndexedCorpus) -> None:
    case = replace(CASE, articles=frozenset({"n00", "n01", "n30"}))
    assert Neighbours(large).with_passages(case, FORMS["answers"]).articles == {"n00", "n01"}


def test_an_article_without_a_day_is_the_last(large: IndexedCorpus) -> None:
    undated = replace(CASE, asked=None)
    assert len(Neighbours(large).others(undated, Near.DAYS)) == 38


def test_a_collection_of_five_holds_one_article_that_answers_and_four_of_those_near() -> None:
    case = replace(CASE, articles=frozenset({"n00", "n01"}))
    [small] = collections([case], 5, lambda _: ids(range(2, 40)))
    assert small.cases == (case,)
    assert len(small.articles) == 5
    assert len(small.articles & case.articles) == 1
    assert small.articles - case.articles <= set(ids(range(2, 18)))
    assert small.holders(case) == tuple(small.articles & case.articles)
    assert list(collections([case], 5, lambda _: ids(range(2, 40)))) == [small]


def test_questions_of_near_days_share_a_collection() -> None:
    cases = [replace(CASE, identity=str(number), asked=DAY - timedelta(days=number)) for number in range(5)]
    late, early = collections(cases, 30, lambda case: [f"{case.identity}-{number}" for number in range(40)])
    assert [case.identity for case in late.cases] == ["4", "3", "2"]
    assert [case.identity for case in early.cases] == ["1", "0"]
    assert {name.split("-")[0] for name in late.articles - CASE.articles} == {"2", "3", "4"}
    assert "n00" in late.articles


def test_a_small_index_has_the_vectors_of_the_large_one_and_words_of_its_own(
    articles: Path, large: IndexedCorpus, tmp_path: Path
) -> None:
    lines = read_lines(articles)
    assert isinstance(large.encoder, FakeEncoder)
    encoded = len(large.encoder.encoded)
    small = build([lines["n00"], lines["n30"]], large, tmp_path)
    assert len(large.encoder.encoded) == encoded
    assert {one.article_id for one in small.snapshot.catalog.articles()} == {"n00", "n30"}
    [row], [known] = (one.snapshot.catalog.chunk_rows_of("n30") for one in (small, large))
    assert np.array_equal(small.snapshot.dense.vectors([row]), large.snapshot.dense.vectors([known]))
    sentences, others = (one.snapshot.catalog.sentences([at], 384)[at] for one, at in ((small, row), (large, known)))
    assert np.array_equal(sentences, others)


def test_what_the_large_index_has_not_is_encoded_in_its_place(large: IndexedCorpus) -> None:
    known, new = "The Marlin ferry stopped at Estermouth. It had run for years.", "A new text. Of two sentences."
    kept = KeptVectors(large.snapshot, large.encoder)
    parts = [sentence_spans(text) for text in (new, known, new)]
    mixed, plain = (one.encode_parts([new, known, new], parts) for one in (kept, FakeEncoder()))
    assert np.allclose(mixed.texts, plain.texts)
    assert all(np.allclose(*both, atol=0.01) for both in zip(mixed.parts, plain.parts, strict=True))


def test_each_question_is_asked_with_what_answers_it_and_without(articles: Path, large: IndexedCorpus) -> None:
    form = FORMS["answers"]
    smalls = collections([CASE], 5, lambda _: ids(range(2, 40)))
    [small] = ask_small(smalls, read_lines(articles), large, form, ignore)
    [every] = ask_all([CASE], large, form, ignore)
    for asked, most in ((small, 5), (every, 10)):
        assert asked.whole.passages[0].article_id in {"n00", "n01"}
        assert not {one.article_id for one in asked.without.passages} & CASE.holders
        assert len(asked.whole.passages) <= most
        counted = figures(form, [asked])
        assert counted["answer@1"] == 1
        assert {"AUROC excluded", "decided"} <= counted.keys()


def test_a_collection_of_nothing_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["--sizes", "5,0"])
    assert "0 is not a number of articles" in capsys.readouterr().err
