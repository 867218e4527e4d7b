"""The reader: the small model that comes with Dateline and reads a question and a sentence in its place together."""

import threading
from collections.abc import Sequence

import numpy as np
import openvino
from numpy.typing import NDArray
from tokenizers import Tokenizer

from qa.rerank.batch import inputs_of
from qa.rerank.graph import build
from qa.rerank.pieces import Sequenced, WindowTokenizer
from qa.rerank.reranker import Logits, Window
from qa.rerank.weights import Embeddings, Tensors

BATCH = 32  # windows; an answer needs fewer


class Reader:
    """A `qa.rerank.reranker.Reranker`; threads may share it, calls take turns, as one already uses every core."""

    def __init__(
        self, identity: str, weights: Tensors, embeddings: Embeddings, tokenizer: Tokenizer, *, exact: bool = False
    ) -> None:
        """Builds the model (about 0.2 s).

        Args:
            identity: Names it.
            weights: What was trained.
            embeddings: Those below its first layer.
            tokenizer: That of the embeddings.
            exact: Compute in float32, as slowly as that is.
        """
        tokenizer.no_padding()
        tokenizer.no_truncation()
        core = openvino.Core()
        capable = () if exact else core.get_property("CPU", "OPTIMIZATION_CAPABILITIES")
        precision = "bf16" if "BF16" in capable else "f32"
        model = core.compile_model(
            build(weights, embeddings, in_bytes="INT8" in capable),
            "CPU",
            {"INFERENCE_PRECISION_HINT": precision, "PERFORMANCE_HINT": "LATENCY"},
        )
        self.identity = identity
        self._embeddings = embeddings
        self._tokenizer = WindowTokenizer(tokenizer)
        self._request = model.create_infer_request()
        self._lock = threading.Lock()

    def read(self, question: str, windows: Sequence[Window]) -> Logits:
        """Reads windows; see `qa.rerank.reranker.Reranker.read`."""
        return self.logits(self._tokenizer.sequences(question, windows))

    def logits(self, sequences: Sequence[Sequenced]) -> Logits:
        """Reads windows in word pieces, those of like length together."""
        order = sorted(range(len(sequences)), key=lambda number: len(sequences[number].pieces))
        logits = np.empty(len(sequences), dtype=np.float32)
        for first in range(0, len(order), BATCH):
            numbers = order[first : first + BATCH]
            batch = [sequences[number] for number in numbers]
            inputs = inputs_of(batch) | {"embedded": self._embedded(batch)}
            with self._lock:
                self._request.infer(inputs)
                logits[numbers] = self._request.get_output_tensor(0).data[:, 0]
        return logits

    def _embedded(self, batch: Sequence[Sequenced]) -> NDArray[np.float32]:
        """Returns the sum of the embeddings of each piece, one row after the other."""
        pieces = np.concatenate([one.pieces for one in batch])
        places = np.concatenate([np.arange(len(one.pieces)) for one in batch])
        part = np.concatenate([np.arange(len(one.pieces)) >= one.asked for one in batch]).astype(np.int64)
        embedded: NDArray[np.float32] = self._embeddings.words[pieces] + self._embeddings.placed[part, places]
        return embedded
