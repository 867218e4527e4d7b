"""A cross-encoder of the user's own, in the place of the reader."""

import warnings
from pathlib import Path

import numpy as np
import pytest

from index.errors import ModelUnusable
from qa.rerank import Chosen, RerankerDoor
from qa.rerank.reranker import Window

with warnings.catch_warnings():
    warnings.simplefilter("ignore")  # of torch and transformers, about themselves
    from transformers import BertConfig, BertForSequenceClassification, BertTokenizer

CHOSEN = [Chosen(3, n, Window("Ferry", "", sentence, "")) for n, sentence in enumerate(("it stops", "jobs go with it"))]


def tiny(folder: Path, labels: int = 1) -> Path:
    """Saves a tiny cross-encoder with random weights."""
    folder.mkdir()
    vocabulary = "[PAD] [UNK] [CLS] [SEP] [MASK] why does the ferry stop it stops jobs go with".split()
    (folder / "vocab.txt").write_text("\n".join(dict.fromkeys(vocabulary)), encoding="utf-8")
    BertTokenizer(vocab_file=str(folder / "vocab.txt")).save_pretrained(folder)
    config = BertConfig(
        vocab_size=16, hidden_size=16, num_hidden_layers=1, num_attention_heads=2, intermediate_size=16,
        max_position_embeddings=64,
    )  # fmt: skip
    config.num_labels = labels
    BertForSequenceClassification(config).save_pretrained(folder)
    return folder


@pytest.mark.filterwarnings("ignore")
def test_it_reads_in_any_language(tmp_path: Path) -> None:
    name = str(tiny(tmp_path / "tiny"))
    readings = RerankerDoor(name, "other-model@0123").read("Warum fährt die Fähre nicht?", CHOSEN)
    assert (readings.model, readings.skipped) == (name, "")
    assert set(readings.logits) == {(3, 0), (3, 1)}
    assert np.isfinite(list(readings.logits.values())).all()


@pytest.mark.filterwarnings("ignore")
def test_one_that_classifies_is_refused(tmp_path: Path) -> None:
    door = RerankerDoor(str(tiny(tmp_path / "classes", labels=3)))
    with pytest.raises(ModelUnusable, match="gives 3 numbers"):
        door.read("Why?", CHOSEN)


@pytest.mark.filterwarnings("ignore")
def test_a_folder_without_a_model_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ModelUnusable, match="cannot be loaded as a cross-encoder"):
        RerankerDoor(str(tmp_path)).read("Why?", CHOSEN)
