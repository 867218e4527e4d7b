"""The reader says what the model says that was trained, over a small one with random weights."""

from pathlib import Path

import numpy as np
import pytest
import torch
from safetensors.numpy import save_file
from tokenizers import Tokenizer
from tokenizers.models import WordPiece
from tokenizers.pre_tokenizers import Whitespace
from transformers import BertConfig, BertModel

from qa.rerank.pieces import BEFORE, SENTENCE, WindowTokenizer
from qa.rerank.reader import BATCH, Reader
from qa.rerank.reranker import Window
from qa.rerank.weights import Embeddings
from training.reader.model import ReaderModel, logits
from training.reader.quantise import quantise

WORDS = "the marlin ferry stops on monday for good and 14 jobs go with it says lindqvist lines in estermouth".split()
QUESTION = "the jobs go with the marlin"


def tokenizer() -> Tokenizer:
    vocabulary = {"[UNK]": 0, "[CLS]": 101, "[SEP]": 102} | {word: 103 + n for n, word in enumerate(WORDS)}
    made = Tokenizer(WordPiece(vocabulary, unk_token="[UNK]"))
    made.pre_tokenizer = Whitespace()
    return made


def words(count: int, start: int) -> str:
    return " ".join(WORDS[(start * 7 + n * 3) % len(WORDS)] for n in range(count))


def windows() -> list[Window]:
    """Windows of all lengths, with and without headline and neighbours, one without a word in its sentence."""
    made = [Window(words(n % 9, n), words(n % 21, n), words(1 + n * 5 % 60, n), words(n % 17, n)) for n in range(40)]
    return [*made, Window("", "", "", "")]


@pytest.fixture(scope="module")
def model() -> ReaderModel:
    torch.manual_seed(5)
    config = BertConfig(
        vocab_size=200, hidden_size=64, num_hidden_layers=3, num_attention_heads=2, intermediate_size=96
    )
    made = ReaderModel(BertModel(config), layers=2, hidden=24)
    for parameter in made.parameters():
        torch.nn.init.normal_(parameter, std=0.3)
    torch.nn.init.normal_(made.head.get_parameter("2.weight"), std=6.0)
    return made.eval()


@pytest.fixture(scope="module")
def embeddings(model: ReaderModel, tmp_path_factory: pytest.TempPathFactory) -> Embeddings:
    file: Path = tmp_path_factory.mktemp("model") / "model.safetensors"
    state = model.encoder.embeddings.state_dict()
    save_file({f"embeddings.{name}": value.numpy() for name, value in state.items() if "ids" not in name}, file)
    return Embeddings.of(file)


def rounded(model: ReaderModel) -> ReaderModel:
    """The model with its weights as they are after rounding."""
    sequences = WindowTokenizer(tokenizer()).sequences(QUESTION, windows())
    tensors = quantise(model, sequences)
    state = dict(model.state_dict())
    old = {"attention.out": "attention.output.dense", "inner": "intermediate.dense", "outer": "output.dense"}

    def weight(name: str) -> torch.Tensor:
        steps, scale, spread = (tensors[f"{name}.{kind}"] for kind in ("weight", "scale", "spread"))
        return torch.from_numpy((steps * scale[:, None] / spread).astype(np.float32))

    for number in range(2):
        layer = f"encoder.encoder.layer.{number}"
        for new, part in old.items():
            state[f"{layer}.{part}.weight"] = weight(f"layer.{number}.{new}")
        of_three = weight(f"layer.{number}.attention.in").chunk(3)
        for part, value in zip(("query", "key", "value"), of_three, strict=True):
            state[f"{layer}.attention.self.{part}.weight"] = value
    made = ReaderModel(BertModel(BertConfig(**(model.encoder.config.to_dict() | {"num_hidden_layers": 2}))), 2, 24)
    made.load_state_dict(state)
    return made.eval()


def test_the_graph_computes_what_torch_does_with_the_same_weights(model: ReaderModel, embeddings: Embeddings) -> None:
    sequences = WindowTokenizer(tokenizer()).sequences(QUESTION, windows())
    reader = Reader("r", quantise(model, sequences), embeddings, tokenizer(), exact=True)
    ours, theirs = reader.read(QUESTION, windows()), logits(rounded(model), sequences)
    assert len(ours) > BATCH
    assert ours.dtype == np.float32
    np.testing.assert_allclose(ours, theirs, atol=2e-3)
    assert theirs.std() > 0.1


def test_numbers_of_8_bits_lose_little(model: ReaderModel, embeddings: Embeddings) -> None:
    sequences = WindowTokenizer(tokenizer()).sequences(QUESTION, windows())
    ours = Reader("r", quantise(model, sequences), embeddings, tokenizer()).logits(sequences)
    theirs = logits(model, sequences)
    assert np.corrcoef(ours, theirs)[0, 1] > 0.98


def test_a_window_is_read_alike_whatever_is_read_beside_it(model: ReaderModel, embeddings: Embeddings) -> None:
    sequences = WindowTokenizer(tokenizer()).sequences(QUESTION, windows())
    reader = Reader("r", quantise(model, sequences), embeddings, tokenizer(), exact=True)
    together = reader.read(QUESTION, windows())
    for number in (0, 17, 40):
        np.testing.assert_allclose(reader.read(QUESTION, windows()[number : number + 1]), together[number], atol=1e-3)
    assert reader.read(QUESTION, []).shape == (0,)


def test_a_window_is_laid_out_as_in_training() -> None:
    tokens = {"[CLS]": 101, "[SEP]": 102} | {word: 103 + n for n, word in enumerate(WORDS)}
    with_all, without = WindowTokenizer(tokenizer()).sequences(
        "the ferry", [Window("marlin", "jobs go", "it stops", "on monday"), Window("", "", "it stops", "")]
    )
    written = "[CLS] the ferry [SEP] marlin [SEP] jobs go it stops on monday [SEP]".split()
    assert with_all.pieces.tolist() == [tokens[word] for word in written]
    assert (with_all.asked, with_all.start, with_all.end) == (4, 8, 10)
    assert without.pieces.tolist() == [tokens[word] for word in "[CLS] the ferry [SEP] it stops [SEP]".split()]
    assert (without.asked, without.start, without.end) == (4, 4, 6)


def test_what_is_too_long_is_cut_next_to_the_sentence() -> None:
    [long] = WindowTokenizer(tokenizer()).sequences(
        words(50, 0), [Window(words(30, 1), "ferry " + words(30, 2), words(90, 3), words(30, 4))]
    )
    assert (long.asked, long.end - long.start) == (34, SENTENCE)
    assert len(long.pieces) == 34 + 15 + 14 + SENTENCE + 14 + 1
    [kept] = WindowTokenizer(tokenizer()).sequences("the", [Window("", "ferry " + "lines " * (BEFORE - 1), "it", "")])
    assert kept.pieces[3] == 103 + WORDS.index("ferry")
