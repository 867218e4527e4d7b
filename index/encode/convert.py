"""Converts a sentence-transformers model for OpenVINO.

Imports torch, which takes seconds: only `index.encode.load` imports this module, and only when it is needed.
"""

import json
import shutil
from dataclasses import asdict
from pathlib import Path

import openvino
import torch
from sentence_transformers import SentenceTransformer

from index.encode.openvino_encoder import CARD, ModelCard
from index.encode.torch_encoder import load_model


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
    model = load_model(source, device="cpu").eval()
    whole = _WholeModel(model, token_types="token_type_ids" in model.tokenizer(["a"]))
    example = (torch.ones(2, 16, dtype=torch.int64), torch.ones(2, 16, dtype=torch.int64))
    converted = openvino.convert_model(whole, example_input=example)
    openvino.save_model(converted, str(target / "model.xml"), compress_to_fp16=False)
    shutil.copyfile(source / "tokenizer.json", target / "tokenizer.json")
    size = (target / "model.bin").stat().st_size
    card = ModelCard(identity, int(model.get_embedding_dimension() or 0), int(model.max_seq_length or 512), size)
    (target / CARD).write_text(json.dumps(asdict(card), indent=1), encoding="utf-8")
