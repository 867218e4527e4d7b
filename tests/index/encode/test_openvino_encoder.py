import json
import shutil
import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import pytest

from corpus.sample import SAMPLE_ARTICLES
from corpus.text.sentences import sentence_spans
from index.chunks.split import split_article
from index.chunks.tokenizer import load_tokenizer
from index.encode.encoder import Encoder
from index.encode.openvino_encoder import OpenVinoEncoder
from index.errors import ModelUnusable
from index.settings import IndexSettings
from tests.conftest import COURIER
from tests.corpus.reading import read_folder

ROOT = Path(__file__).resolve().parents[3]

pytestmark = pytest.mark.model

ODD_TEXTS = (
    "",
    " ",
    "a",
    "한국어 기사",
    "😀👩‍👩‍👧‍👦",
    "x" * 5000,
    "word " * 1000,
    "a\x00b",
    "[CLS] [SEP] [MASK]",
    "Ünïcödé",
)


@pytest.fixture(scope="module")
def passages(real_encoder: OpenVinoEncoder) -> list[str]:
    """Every passage of the sample articles, once."""
    articles, tokenizer = read_folder(SAMPLE_ARTICLES).values(), load_tokenizer()
    chunks = [split_article(article, IndexSettings(), tokenizer, real_encoder) for article in articles]
    return list(dict.fromkeys(chunk.text for several in chunks for chunk in several))


@pytest.fixture
def converted(converted_model: Path, tmp_path: Path) -> Path:
    """A copy of the converted model, to be damaged."""
    return Path(shutil.copytree(converted_model, tmp_path / "converted"))


def test_vectors_are_those_of_sentence_transformers(
    real_encoder: OpenVinoEncoder, torch_encoder: Encoder, passages: list[str]
) -> None:
    ours, theirs = real_encoder.encode(passages), torch_encoder.encode(passages)
    assert len(passages) > 20
    assert (ours * theirs).sum(axis=1).min() >= 0.9999


def test_vectors_of_odd_texts_are_those_of_sentence_transformers(
    real_encoder: OpenVinoEncoder, torch_encoder: Encoder
) -> None:
    ours, theirs = real_encoder.encode(ODD_TEXTS), torch_encoder.encode(ODD_TEXTS)
    assert (ours * theirs).sum(axis=1).min() >= 0.9995  # the shortest texts differ most in bfloat16


def test_word_pieces_are_counted_as_sentence_transformers_counts_them(
    real_encoder: OpenVinoEncoder, torch_encoder: Encoder, passages: list[str]
) -> None:
    texts = [*passages, *ODD_TEXTS]
    assert real_encoder.count(texts) == torch_encoder.count(texts)
    assert (real_encoder.window, real_encoder.dimension) == (torch_encoder.window, torch_encoder.dimension)


def test_no_passage_of_the_sample_is_cut_off(real_encoder: OpenVinoEncoder, passages: list[str]) -> None:
    assert max(real_encoder.count(passages)) <= real_encoder.window == 256


def test_vectors_are_float32_of_length_one_whatever_the_text(real_encoder: OpenVinoEncoder) -> None:
    vectors = real_encoder.encode(ODD_TEXTS)
    assert vectors.shape == (len(ODD_TEXTS), 384)
    assert vectors.dtype == np.float32
    assert np.linalg.norm(vectors, axis=1) == pytest.approx(np.ones(len(ODD_TEXTS)), abs=1e-3)


def test_no_text_gives_no_vector(real_encoder: OpenVinoEncoder) -> None:
    assert real_encoder.encode([]).shape == (0, 384)
    assert real_encoder.count([]) == []


def test_vectors_stand_in_the_order_of_their_texts_whatever_is_encoded_beside_them(
    real_encoder: OpenVinoEncoder, passages: list[str]
) -> None:
    together = real_encoder.encode(passages)
    for i in range(0, len(passages), 3):
        [alone] = real_encoder.encode([passages[i]])
        assert (together @ alone).argmax() == i
        assert together[i] @ alone >= 0.9999


def test_what_lies_beyond_the_window_makes_no_difference(real_encoder: OpenVinoEncoder) -> None:
    one, other = real_encoder.encode(["word " * 254 + "ferry", "word " * 254 + "bridge"])
    assert np.array_equal(one, other)


def test_progress_counts_every_text_once(real_encoder: OpenVinoEncoder, passages: list[str]) -> None:
    done: list[int] = []
    real_encoder.encode_parts(passages, [()] * len(passages), done.append)
    assert sum(done) == len(passages)
    assert len(done) > 1


def test_threads_that_share_an_encoder_get_their_own_vectors(
    real_encoder: OpenVinoEncoder, passages: list[str]
) -> None:
    texts = [passage[:100] for passage in passages]
    expected = [real_encoder.encode([text])[0] for text in texts]
    with ThreadPoolExecutor(8) as threads:
        found = list(threads.map(lambda text: real_encoder.encode([text])[0], texts * 3))
    assert all(np.array_equal(one, other) for one, other in zip(found, expected * 3, strict=True))


def test_sentences_inside_their_passages_are_those_of_sentence_transformers(
    real_encoder: OpenVinoEncoder, torch_encoder: Encoder, passages: list[str]
) -> None:
    spans = [sentence_spans(text) for text in passages]
    ours, theirs = real_encoder.encode_parts(passages, spans), torch_encoder.encode_parts(passages, spans)
    assert (ours.texts * real_encoder.encode(passages)).sum(axis=1).min() >= 0.9999
    assert [len(part) for part in ours.parts] == [len(several) for several in spans]
    for our, their in zip(ours.parts, theirs.parts, strict=True):
        assert (our * their).sum(axis=1).min() >= 0.9999


def test_a_sentence_is_read_with_those_around_it(real_encoder: OpenVinoEncoder) -> None:
    name, weather = "Anna Lindqvist resigned on Monday.", "The weather was fine on Monday."
    sentence = "She gave no reason."
    texts = [f"{before} {sentence}" for before in (name, weather)]
    inside = real_encoder.encode_parts(texts, [[(len(text) - len(sentence), len(text))] for text in texts])
    [asked] = real_encoder.encode(["Did Lindqvist say why she resigned?"])
    after_the_name, after_the_weather = (float(part[0] @ asked) for part in inside.parts)
    assert after_the_name > after_the_weather + 0.1


@pytest.mark.parametrize("text", ODD_TEXTS)
def test_parts_of_odd_texts_have_length_one(real_encoder: OpenVinoEncoder, text: str) -> None:
    spans = [(0, len(text)), (len(text), len(text)), (max(0, len(text) - 3), len(text))]
    [parts] = real_encoder.encode_parts([text], [spans]).parts
    assert parts.dtype == np.float32
    np.testing.assert_allclose(np.linalg.norm(parts, axis=1), 1, atol=1e-5)


def test_texts_of_one_meaning_are_nearer_than_others(real_encoder: OpenVinoEncoder) -> None:
    ferry, boat, vote = real_encoder.encode([COURIER.title, "The boat service has ended", "Parliament passed the bill"])
    assert ferry @ boat > ferry @ vote + 0.2


def cut_weights(folder: Path) -> None:
    path = folder / "model.bin"
    path.write_bytes(path.read_bytes()[:-1000])


def garble_graph(folder: Path) -> None:
    (folder / "model.xml").write_text("<net>")


def garble_tokenizer(folder: Path) -> None:
    (folder / "tokenizer.json").write_text("{}")


def garble_card(folder: Path) -> None:
    (folder / "card.json").write_text("not JSON")


def change_card(folder: Path) -> None:
    (folder / "card.json").write_text(json.dumps({"unknown": 1}))


def remove_graph(folder: Path) -> None:
    (folder / "model.xml").unlink()


def remove_weights(folder: Path) -> None:
    (folder / "model.bin").unlink()


@pytest.mark.parametrize(
    "damage",
    [cut_weights, garble_graph, garble_tokenizer, garble_card, change_card, remove_graph, remove_weights],
)
def test_a_damaged_model_is_refused_with_what_to_do(converted: Path, damage: Callable[[Path], None]) -> None:
    damage(converted)
    with pytest.raises(ModelUnusable, match=r"converted.* (delete it|delete the folder .*) and try again"):
        OpenVinoEncoder(converted)


def test_a_whole_copy_is_accepted(converted: Path, real_encoder: OpenVinoEncoder) -> None:
    assert OpenVinoEncoder(converted).identity == real_encoder.identity


def test_what_would_report_to_the_internet_cannot_be_imported() -> None:
    script = "import index.encode.openvino_encoder, openvino.tools.ovc, openvino_telemetry"
    done = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert "import of openvino_telemetry halted" in done.stderr
