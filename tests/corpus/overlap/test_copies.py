import random
import re
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.metadata.sidecar import load_sidecar
from corpus.overlap.copies import FEWEST_WORDS, SAME_TEXT, SketchIndex, are_copies, find_copies, fingerprint, share
from corpus.read import read_articles
from corpus.scan import scan_corpus
from tests.shared import SHARED, needs_shared

DICE = random.Random(3)
VOCABULARY = ["".join(DICE.choices("abcdefghijklmnop", k=7)) for _ in range(5000)]


def prose(words: int, seed: int) -> str:
    """Sentences of twelve words, of which no five in a row stand anywhere else."""
    chosen = random.Random(seed).choices(VOCABULARY, k=words)
    return " ".join(" ".join(chosen[start : start + 12]).capitalize() + "." for start in range(0, len(chosen), 12))


def copies(one: str, other: str) -> bool:
    assert are_copies(fingerprint(one), fingerprint(other)) == are_copies(fingerprint(other), fingerprint(one))
    return are_copies(fingerprint(one), fingerprint(other))


REPORT = prose(300, 1)


def test_marks_space_and_case_do_not_count() -> None:
    assert copies(REPORT, REPORT.upper().replace(".", " –\n\n"))


@pytest.mark.parametrize(
    "edited",
    [
        " ".join(REPORT.split()[:100]),
        " ".join(sorted(re.findall(r"[^.]+\.", REPORT))),
        prose(40, 2) + REPORT,
        " ".join("changed" if i % 7 == 0 else word for i, word in enumerate(REPORT.split())),
        " ".join(REPORT.split()[:200]) + prose(100, 3),
    ],
    ids=["cut", "reordered", "re-headed", "every seventh word changed", "a third written anew"],
)
def test_edited_copies_are_copies_and_candidates(edited: str) -> None:
    assert copies(REPORT, edited)
    texts = {"report": fingerprint(REPORT), "other": fingerprint(prose(300, 9)), "edited": fingerprint(edited)}
    sketches = {name: text.sketch() for name, text in texts.items()}
    assert find_copies(sketches, texts.__getitem__, texts) == [("report", "edited")]


def test_a_shared_quotation_makes_no_copy() -> None:
    quotation = prose(100, 4)
    assert not copies(prose(120, 5) + quotation, prose(150, 6) + quotation)


def test_a_short_excerpt_in_a_longer_report_is_no_copy() -> None:
    assert not copies(" ".join(REPORT.split()[: FEWEST_WORDS - 1]), REPORT)
    assert copies(" ".join(REPORT.split()[:FEWEST_WORDS]), REPORT)


def test_short_texts_are_copies_when_they_are_equal() -> None:
    assert copies("The ferry stops.", "the ferry stops")
    assert not copies("The ferry stops.", "The ferry stops today.")
    assert not copies("One two three four five.", "One two three four five " + REPORT)
    assert not copies("", "")
    assert not copies("...", "!")


def test_copies_are_not_chained() -> None:
    a, b, c = (" ".join(REPORT.split()[start : start + 150]) for start in (0, 60, 120))
    texts = {"a": fingerprint(a), "b": fingerprint(b), "c": fingerprint(c)}
    sketches = {name: text.sketch() for name, text in texts.items()}
    assert find_copies(sketches, texts.__getitem__, texts) == [("a", "b"), ("b", "c")]


def test_what_is_left_out_does_not_count() -> None:
    boilerplate = prose(200, 7)
    one, other = prose(60, 8), prose(60, 9)
    spans = [(len(one), len(one) + len(boilerplate))]
    assert copies(one + boilerplate, other + boilerplate)
    assert not are_copies(fingerprint(one + boilerplate, spans), fingerprint(other + boilerplate, spans))
    assert are_copies(fingerprint(one + boilerplate, spans), fingerprint(one))


def test_only_pairs_with_a_fresh_article_are_looked_for_each_once() -> None:
    texts = {name: fingerprint(REPORT) for name in "abcd"}
    sketches = {name: text.sketch() for name, text in texts.items()}
    assert find_copies(sketches, texts.__getitem__, ["c", "d"]) == [
        ("c", "a"), ("c", "b"), ("c", "d"), ("d", "a"), ("d", "b"),
    ]  # fmt: skip
    assert find_copies(sketches, texts.__getitem__, []) == []
    assert SketchIndex([]).candidates(texts["a"].sketch()) == []


def test_the_share_is_of_the_first_text() -> None:
    half = " ".join(REPORT.split()[:150])
    assert share(fingerprint(half), fingerprint(REPORT)) == 1
    assert share(fingerprint(REPORT), fingerprint(half)) == pytest.approx(0.5, abs=0.02)


@given(st.text(), st.text())
def test_any_texts_can_be_compared(one: str, other: str) -> None:
    copies(one, other)
    assert copies(one, one) == bool(fingerprint(one).words)


@needs_shared
def test_reports_of_one_event_in_three_outlets_are_no_copies() -> None:
    root = SHARED / "data" / "basil" / "articles.jsonl"
    sidecar = load_sidecar(root)
    texts = [fingerprint(one.text) for file in scan_corpus(root).files for one in read_articles(file, sidecar).articles]
    shares = [share(*sorted(pair, key=lambda text: text.words)) for pair in combinations(texts, 2)]
    assert max(shares) < SAME_TEXT
