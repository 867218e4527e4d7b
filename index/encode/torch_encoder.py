"""The encoder on sentence-transformers: the source of the converted one, and the fall-back where that fails.

Imports torch, which takes seconds: only `index.encode.load` imports this module, and only when it is needed.
"""

import shutil
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import torch
from sentence_transformers import SentenceTransformer
from transformers.utils import logging as transformers_logging

from index.encode.encoder import Encoded, Vector
from index.encode.late_chunking import part_vectors
from index.encode.openvino_encoder import ModelCard, save_converted

transformers_logging.set_verbosity_error()  # type: ignore[no-untyped-call]  # it has no annotations
transformers_logging.disable_progress_bar()  # type: ignore[no-untyped-call]  # it has no annotations

BATCH = 32  # the default of sentence-transformers
SLICE = 8 * BATCH  # texts between two reports of progress: seconds, and enough to sort them by length


class SentenceTransformerEncoder:
    """A sentence-transformers model as it is, on the GPU where there is one."""

    def __init__(self, folder: Path, identity: str) -> None:
        """Loads the model (4 to 8 s).

        Args:
            folder: A sentence-transformers model.
            identity: Names the model and its weights.
        """
        self._model = SentenceTransformer(str(folder), local_files_only=True)
        self.identity = identity
        self.dimension = int(self._model.get_embedding_dimension() or 0)
        self.window = int(self._model.max_seq_length or 512)

    def count(self, texts: Sequence[str]) -> list[int]:
        """Counts word pieces of each text, special tokens included, without cutting anything off."""
        if not texts:
            return []  # the tokenizer fails on none
        tokenizer = self._model.tokenizer
        return [len(ids) for ids in tokenizer(list(texts), truncation=False, verbose=False)["input_ids"]]

    def encode(self, texts: Sequence[str]) -> Vector:
        """Encodes texts; see `index.encode.encoder.Encoder.encode`."""
        return self.encode_parts(texts, [()] * len(texts)).texts

    def encode_parts(
        self,
        texts: Sequence[str],
        parts: Sequence[Sequence[tuple[int, int]]],
        progress: Callable[[int], None] | None = None,
    ) -> Encoded:
        """Encodes texts and parts of them; see `index.encode.encoder.Encoder.encode_parts`."""
        vectors = np.empty((len(texts), self.dimension), dtype=np.float32)
        of_parts: list[Vector] = []
        for first in range(0, len(texts), SLICE):
            slice_ = list(texts[first : first + SLICE])
            # The types say "str", but without a choice of output all of them come, a dictionary for each text.
            outputs: Any = self._model.encode(slice_, batch_size=BATCH, output_value=None, show_progress_bar=False)
            for number, output in enumerate(outputs, start=first):
                vector = np.asarray(output["sentence_embedding"].float().cpu())
                vectors[number] = vector / np.linalg.norm(vector)
                offsets = self._offsets(texts[number])
                pieces = np.asarray(output["token_embeddings"][: len(offsets)].float().cpu())  # padding comes after
                of_parts.append(part_vectors(pieces, offsets, parts[number]))
            if progress:
                progress(len(slice_))
        return Encoded(vectors, of_parts)

    def _offsets(self, text: str) -> list[tuple[int, int]]:
        """Returns where each word piece stands in a text, special tokens as empty spans."""
        tokens = self._model.tokenizer(text, truncation=True, max_length=self.window, return_offsets_mapping=True)
        return [(start, end) for start, end in tokens["offset_mapping"]]


class _WholeModel(torch.nn.Module):
    """The model from token ids to the finished vectors, with the two inputs that the run-time encoder gives."""

    def __init__(self, model: SentenceTransformer, token_types: bool) -> None:
        super().__init__()
        self.model = model
        self.token_types = token_types

    def forward(self, input_ids: torch.Tensor, attention_mask: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
        features = {"input_ids": input_ids, "attention_mask": attention_mask}
        if self.token_types:
            features["token_type_ids"] = torch.zeros_like(input_ids)
        output = self.model(features)
        return torch.nn.functional.normalize(output["sentence_embedding"], dim=-1), output["token_embeddings"]


def convert(source: Path, identity: str, target: Path) -> None:
    """Converts a sentence-transformers model for OpenVINO, pooling and normalisation included.

    Args:
        source: Folder of the model.
        identity: Names the model and its weights.
        target: An existing empty folder, which gets the files that `OpenVinoEncoder` reads.

    Raises:
        Exception: Whatever torch or OpenVINO raise for a model that cannot be converted.
    """
    model = SentenceTransformer(str(source), device="cpu", local_files_only=True).eval()
    whole = _WholeModel(model, token_types="token_type_ids" in model.tokenizer(["a"]))
    example = (torch.ones(2, 16, dtype=torch.int64), torch.ones(2, 16, dtype=torch.int64))
    card = ModelCard(identity, int(model.get_embedding_dimension() or 0), int(model.max_seq_length or 512))
    shutil.copyfile(source / "tokenizer.json", target / "tokenizer.json")
    save_converted(whole, example, card, target)
