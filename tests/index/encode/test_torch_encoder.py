import numpy as np
import pytest

from index.encode.encoder import Encoder

pytestmark = pytest.mark.model


def test_vectors_are_float32_of_length_one_in_the_order_of_their_texts(torch_encoder: Encoder) -> None:
    texts = [f"{'word ' * (number % 7)}{number}" for number in range(300)]  # more than are encoded at once
    vectors = torch_encoder.encode(texts)
    assert vectors.shape == (300, torch_encoder.dimension)
    assert vectors.dtype == np.float32
    assert np.linalg.norm(vectors, axis=1) == pytest.approx(np.ones(300), abs=1e-5)
    for number in (0, 255, 256, 299):
        assert torch_encoder.encode([texts[number]])[0] @ vectors[number] == pytest.approx(1, abs=1e-5)


def test_progress_is_told_while_the_work_goes_on(torch_encoder: Encoder) -> None:
    done: list[int] = []
    torch_encoder.encode_parts(["word"] * 600, [()] * 600, done.append)
    assert sum(done) == 600
    assert len(done) > 1


def test_no_text_gives_no_vector(torch_encoder: Encoder) -> None:
    assert torch_encoder.encode([]).shape == (0, 384)
    assert torch_encoder.count([]) == []


def test_a_text_longer_than_the_window_is_counted_whole(torch_encoder: Encoder) -> None:
    assert torch_encoder.count(["word " * 1000]) == [1002]
    assert torch_encoder.window == 256
