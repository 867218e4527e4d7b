"""Which model reads, and why none does."""

from pathlib import Path

import pytest

from index.encode.load import DEFAULT_IDENTITY
from index.errors import ModelUnusable
from qa.rerank import Chosen, RerankerDoor
from qa.rerank.door import NONE, OWN
from qa.rerank.language import is_english
from qa.rerank.reranker import Window
from qa.rerank.weights import load_weights

CHOSEN = [Chosen(3, 0, Window("", "", "The ferry stops.", "It is old."))]


def test_without_a_model_nothing_is_read_and_nothing_is_said() -> None:
    readings = RerankerDoor(NONE).read("Why does the ferry stop?", CHOSEN)
    assert (readings.model, readings.skipped, readings.of_passages()) == ("", "", {})


def test_the_own_reader_is_skipped_for_another_encoder_and_says_so() -> None:
    readings = RerankerDoor(OWN, "other-model@0123").read("Why does the ferry stop?", CHOSEN)
    assert "another model" in readings.skipped
    assert not readings.logits


def test_the_own_reader_is_skipped_for_another_language_and_says_so() -> None:
    assert (
        "another language" in RerankerDoor(OWN, DEFAULT_IDENTITY).read("Warum fährt die Fähre nicht?", CHOSEN).skipped
    )


@pytest.mark.parametrize("name", ["nobody/no-such-model", "no/such/folder"])
def test_a_cross_encoder_that_is_not_there_is_named_at_once(name: str) -> None:
    with pytest.raises(ModelUnusable, match=name):
        RerankerDoor(name)


@pytest.mark.parametrize(
    "question", ["Why does the ferry stop?", "Medinsky talks Geneva", "Macron pension reform", "Le Pen trial verdict?"]
)
def test_english_questions_and_names_are_english(question: str) -> None:
    assert is_english(question)


@pytest.mark.parametrize(
    "question",
    [
        "Warum fährt die Fähre nicht mehr?",
        "Combien de poissons sont morts dans la rivière ?",
        "¿Cuánto costará la reparación del puente?",
        "Quanto costerà la riparazione del ponte?",
        "Почему паром не ходит?",
        "渡轮为什么停运?",
    ],
)
def test_questions_in_other_languages_are_not(question: str) -> None:
    assert not is_english(question)


def test_missing_and_changed_weights_are_refused(tmp_path: Path) -> None:
    with pytest.raises(ModelUnusable, match="cannot be read"):
        load_weights(tmp_path / "none.safetensors", "0" * 64)
    (tmp_path / "changed.safetensors").write_bytes(b"changed")
    with pytest.raises(ModelUnusable, match="is not the expected file"):
        load_weights(tmp_path / "changed.safetensors", "0" * 64)
