import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.encode.encoder import Vector
from qa.question import Facet, Question
from qa.retrieve.encode import encode
from tests.conftest import FakeEncoder

ASKED, FERRY, ROOF = "And the tickets?", "How many jobs go with the ferry?", "Where does a school roof leak?"


def encoded(text: str) -> Vector:
    vector: Vector = FakeEncoder().encode([text])[0]
    return vector


def ask(text: str, *carried: str, leaning: float = 0.0, facets: tuple[str, ...] = ()) -> Question:
    named = tuple(Facet("Quay Courier", part) for part in facets)
    return Question(text, text, facets=named, carried=carried, leaning=leaning)


def nearness(question: Question, text: str) -> float:
    return float(encode(question, FakeEncoder())[question.text] @ encoded(text))


def test_a_question_that_stands_alone_is_its_own_vector() -> None:
    vectors = encode(ask(ASKED), FakeEncoder())
    assert list(vectors) == [ASKED]
    np.testing.assert_array_equal(vectors[ASKED], encoded(ASKED))


def test_each_part_about_an_outlet_has_its_own_vector_and_the_question_is_encoded_once(encoder: FakeEncoder) -> None:
    parts = ("QC on tickets", "Post on tickets")
    asked = " and ".join(parts)
    vectors = encode(ask(asked, facets=(*parts, asked, parts[0])), encoder)
    assert list(vectors) == [asked, *parts]
    assert encoder.encoded == [asked]
    for text, vector in vectors.items():
        np.testing.assert_array_equal(vector, encoded(text))


def test_a_follow_up_lies_nearer_to_the_question_it_leans_on_the_more_it_leans() -> None:
    near = [nearness(ask(ASKED, FERRY, leaning=leaning), FERRY) for leaning in (0, 0.2, 0.5, 2)]
    assert near == sorted(set(near))
    own = [nearness(ask(ASKED, FERRY, leaning=leaning), ASKED) for leaning in (0, 0.2, 0.5, 2)]
    assert own == sorted(set(own), reverse=True)


@pytest.mark.parametrize("leaning", [0.2, 0.5])
def test_a_follow_up_that_says_something_means_that_first(leaning: float) -> None:
    question = ask(ASKED, FERRY, ROOF, leaning=leaning)
    assert nearness(question, ASKED) > max(nearness(question, FERRY), nearness(question, ROOF))


def test_one_that_says_nothing_means_what_the_question_before_meant() -> None:
    question = ask("And why?", FERRY, leaning=2)
    assert nearness(question, FERRY) > nearness(question, "And why?")


def test_the_nearer_question_pulls_twice_as_much_as_the_one_before_it() -> None:
    assert nearness(ask(ASKED, FERRY, ROOF, leaning=1), FERRY) > nearness(ask(ASKED, ROOF, FERRY, leaning=1), FERRY)
    expected = encoded(ASKED) + encoded(FERRY) + 0.5 * encoded(ROOF)
    found = encode(ask(ASKED, FERRY, ROOF, leaning=1), FakeEncoder())[ASKED]
    np.testing.assert_allclose(found, expected / np.linalg.norm(expected), rtol=1e-5)


def test_the_parts_lean_as_the_whole_does() -> None:
    vectors = encode(ask("What of QC on tickets?", FERRY, leaning=0.5, facets=("QC on tickets",)), FakeEncoder())
    alone = encode(ask("QC on tickets", FERRY, leaning=0.5), FakeEncoder())
    np.testing.assert_allclose(vectors["QC on tickets"], alone["QC on tickets"], rtol=1e-5)
    assert list(vectors) == ["What of QC on tickets?", "QC on tickets"]


TEXT = st.text(max_size=20)


@given(TEXT, st.lists(st.slices(20), max_size=3), st.lists(TEXT, max_size=2), st.floats(0, 2))
def test_whatever_is_asked_every_text_has_one_vector_of_length_one(
    text: str, parts: list[slice], carried: list[str], leaning: float
) -> None:
    facets = [text[part] for part in parts if part.step in (None, 1)]
    vectors = encode(ask(text, *carried, leaning=leaning, facets=tuple(facets)), FakeEncoder())
    assert vectors.keys() == {text, *facets}
    for vector in vectors.values():
        assert vector.shape == (FakeEncoder.dimension,)
        assert vector.dtype == np.float32
        assert np.linalg.norm(vector) == pytest.approx(1, abs=1e-5)


def test_one_that_is_about_what_the_question_before_was_encodes_it_once(encoder: FakeEncoder) -> None:
    question = Question(ASKED, ASKED, carried=(FERRY, ROOF), leaning=2, subject=FERRY)
    vector = encode(question, encoder)[FERRY]
    assert encoder.encoded == [FERRY, ROOF]
    assert float(vector @ encoded(FERRY)) > float(vector @ encoded(ROOF)) > float(encoded(FERRY) @ encoded(ROOF))
