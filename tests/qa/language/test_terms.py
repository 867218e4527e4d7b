from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.chunks.chunk import Chunk
from index.embedded.lexical import LexicalIndex
from index.embedded.lexical_writer import LexicalWriter
from index.store import open_snapshot
from qa.language.terms import FUNCTION_WORDS, TermWeights, content_terms
from qa.question import Also
from tests.conftest import COURIER
from tests.qa.stories import Stories, story

TEXTS = (
    "The ferry to Estermouth stops.",
    "The ferry to the island runs on.",
    "The ferry costs money.",
    "Estermouth builds a bridge.",
)


def pairs(text: str) -> set[tuple[str, str]]:
    return set(pairwise(content_terms(text)))


@pytest.fixture(scope="module")
def lexical(tmp_path_factory: pytest.TempPathFactory) -> LexicalIndex:
    return index_words(tmp_path_factory.mktemp("words"), TEXTS)


def index_words(folder: Path, texts: Sequence[str]) -> LexicalIndex:
    words = LexicalWriter(folder)
    for row, text in enumerate(texts):
        words.add(row, COURIER, Chunk(COURIER.article_id, 0, len(text), text))
    words.commit()
    return LexicalIndex.open(folder)


def test_the_fewer_passages_hold_a_word_the_more_it_weighs(lexical: LexicalIndex) -> None:
    weights = TermWeights.of("ferry Estermouth bridge submarine", lexical).weights
    assert list(weights) == content_terms("ferry Estermouth bridge submarine")
    ferry, estermouth, bridge, submarine = weights.values()
    assert 0 < ferry < estermouth < bridge < submarine


def test_words_that_say_nothing_of_the_subject_weigh_nothing(lexical: LexicalIndex) -> None:
    weights = TermWeights.of("What did they say about the ferry?", lexical)
    assert weights.weights.keys() == TermWeights.of("ferry", lexical).weights.keys()
    assert FUNCTION_WORDS.isdisjoint(weights.weights)


def test_a_question_without_a_subject_has_no_share_of_anything(lexical: LexicalIndex) -> None:
    weights = TermWeights.of("Who was it?", lexical)
    assert weights.share({"ferri"}) == weights.pair_share({("ferri", "bridg")}) == 0.0


def test_a_rarer_word_makes_a_larger_share(lexical: LexicalIndex) -> None:
    weights = TermWeights.of("ferry bridge", lexical)
    ferry, bridge = weights.weights
    assert weights.share({ferry}) < weights.share({bridge})
    assert weights.share({ferry}) + weights.share({bridge}) == pytest.approx(1)


def test_only_words_side_by_side_in_the_order_of_the_question_are_a_pair(lexical: LexicalIndex) -> None:
    weights = TermWeights.of("dog bites man", lexical)
    assert weights.pair_share(pairs("The dog bites the man.")) == pytest.approx(1)
    assert weights.pair_share(pairs("A dog bites a postman.")) == pytest.approx(0.5)
    assert weights.pair_share(pairs("Man bites dog.")) == 0


def test_one_word_has_no_pairs(lexical: LexicalIndex) -> None:
    assert TermWeights.of("ferry", lexical).pair_share({("ferri", "ferri")}) == 0


@given(st.text(max_size=40), st.text(max_size=40))
def test_shares_lie_between_none_and_all_of_the_question(lexical: LexicalIndex, asked: str, told: str) -> None:
    weights = TermWeights.of(asked, lexical)
    words = content_terms(told)
    assert 0 <= weights.share(set(words)) <= 1 + 1e-9
    assert 0 <= weights.pair_share(set(pairwise(words))) <= 1 + 1e-9
    own = content_terms(asked)
    assert weights.share(set(own)) == pytest.approx(1 if own else 0)
    assert weights.pair_share(set(pairwise(own))) == pytest.approx(1 if len(own) > 1 else 0)


def test_text_that_was_edited_away_does_not_turn_a_weight_around(tmp_path: Path) -> None:
    stories = Stories(tmp_path)
    told = {f"a{i}": f"The ferry number {i} left." for i in range(5)}
    for edit in range(4):
        told["a0"] = f"The ferry number 0 left {edit} hours late."
        stories.write(*(story(article_id, "Quay Courier", text) for article_id, text in told.items()))
        stories.refresh()
    weights = TermWeights.of("ferry submarine", open_snapshot(stories.index).lexical)
    ferry, submarine = weights.weights.values()
    assert 0 < ferry < submarine
    assert 0 <= weights.share({"ferri"}) <= 1


def test_each_sentence_has_the_share_of_its_own_terms(lexical: LexicalIndex) -> None:
    weights = TermWeights.of("Which ferry to Estermouth?", lexical)
    sentences = [content_terms(text) for text in (*TEXTS, "Nothing.")]
    places = {term: [i for i, own in enumerate(sentences) if term in own] for own in sentences for term in own}
    assert weights.shares(places, len(sentences)) == pytest.approx([weights.share(set(own)) for own in sentences])
    assert TermWeights.of("", lexical).shares(places, 2) == [0, 0]


def test_a_share_is_the_same_to_its_last_digit_in_every_process() -> None:
    """The order of a set is another one in each process, and a sum in another order has another last digit."""
    weights = {f"word-{number}": 1 / (number + 3) for number in range(40)}
    there = list(weights.values())[:30]
    assert TermWeights(weights, {}).share(set(list(weights)[:30])) == sum(there) / sum(weights.values())


NCTA = Also("NCTA", "North Coast Transport Authority", "acronym")
LONG = Also("North Coast Transport Authority", "NCTA", "acronym")


@pytest.mark.parametrize(
    ("asked", "also", "told"),
    [
        ("NCTA strike", NCTA, "The North Coast Transport Authority strike lasted."),
        ("strike of North Coast Transport Authority", LONG, "A strike of NCTA drivers."),
        ("archtect Danner", Also("archtect", "architect", "slip"), "Architect Danner spoke."),
        ("ceasefire talks", Also("ceasefire", "cease-fire", "spelling"), "The cease-fire talks."),
    ],
)
def test_a_text_that_holds_another_form_holds_the_words(
    lexical: LexicalIndex, asked: str, also: Also, told: str
) -> None:
    weights = TermWeights.of(asked, lexical, (also,))
    words = content_terms(told)
    assert weights.share(set(words)) == pytest.approx(1)
    assert weights.shares(dict.fromkeys(words, (0,)), 1) == pytest.approx([1])
    assert weights.pair_share(pairs(told)) == pytest.approx(1)
    assert TermWeights.of(asked, lexical).share(set(words)) < 1
    assert weights.weights.keys() == TermWeights.of(asked, lexical).weights.keys()


def test_half_of_another_form_is_not_it(lexical: LexicalIndex) -> None:
    weights = TermWeights.of("NCTA", lexical, (NCTA,))
    assert weights.share(set(content_terms("The transport authority of the north."))) == 0
    long = TermWeights.of(LONG.words, lexical, (LONG,))
    assert 0 < long.share(set(content_terms("The transport authority."))) < 1
    assert long.pair_share(pairs("A ferry and a bridge.")) == 0


def test_a_text_that_holds_both_forms_does_not_count_twice(lexical: LexicalIndex) -> None:
    weights = TermWeights.of("NCTA ferry", lexical, (NCTA,))
    words = set(content_terms("NCTA, the North Coast Transport Authority."))
    assert weights.share(words) == pytest.approx(TermWeights.of("NCTA ferry", lexical, (NCTA,)).share({"ncta"}))


def test_other_forms_of_words_that_are_not_there_do_not_count(lexical: LexicalIndex) -> None:
    assert TermWeights.of("ferry", lexical, (NCTA,)) == TermWeights.of("ferry", lexical)


def test_a_word_weighs_what_its_forms_weigh_together(lexical: LexicalIndex) -> None:
    slip = Also("ferrry", "ferry", "slip")
    assert (
        TermWeights.of("ferrry", lexical, (slip,)).weights["ferrri"]
        == TermWeights.of("ferry", lexical).weights["ferri"]
    )
