"""The reader in torch, as it is trained: the first layers of all-MiniLM-L6-v2 and a head."""

from collections.abc import Sequence
from typing import cast

import numpy as np
import torch
from torch import Tensor, nn
from transformers import BertModel

from qa.rerank.pieces import Sequenced
from qa.rerank.reranker import Logits


class ReaderModel(nn.Module):
    """Says how surely a sentence answers a question, as a logit.

    Names of its parameters are those of a checkpoint: ``encoder.*`` of a `transformers.BertModel`, ``head.0`` and
    ``head.2``.
    """

    def __init__(self, encoder: BertModel, layers: int, hidden: int = 256) -> None:
        """Takes the first layers of a BERT, and a new head.

        Args:
            encoder: The BERT; it is changed.
            layers: How many of its layers are kept.
            hidden: Width of the head.
        """
        super().__init__()
        encoder.encoder.layer = encoder.encoder.layer[:layers]
        encoder.config.num_hidden_layers = layers
        encoder.pooler = None
        encoder.embeddings.requires_grad_(False)
        self.encoder = encoder
        self.head = nn.Sequential(nn.Linear(2 * encoder.config.hidden_size, hidden), nn.GELU(), nn.Linear(hidden, 1))

    def forward(self, pieces: Tensor, parts: Tensor, mask: Tensor, share: Tensor) -> Tensor:
        """Returns a logit for each window, from the first piece and the mean of those of the sentence.

        Args:
            pieces: Numbers of word pieces, shape (windows, longest window).
            parts: 0 for the question's, 1 for the text's.
            mask: 1 for a piece, 0 for padding.
            share: For each piece its share in the mean of its sentence.
        """
        output = self.encoder(input_ids=pieces, token_type_ids=parts, attention_mask=mask)
        rows = cast("Tensor", output.last_hidden_state)
        sentence = torch.bmm(share.unsqueeze(1).to(rows.dtype), rows).squeeze(1)
        return cast("Tensor", self.head(torch.cat([rows[:, 0], sentence], -1)).squeeze(-1))


def padded(sequences: Sequence[Sequenced]) -> tuple[Tensor, Tensor, Tensor, Tensor]:
    """Returns windows as what `ReaderModel.forward` takes."""
    shape = len(sequences), max(len(one.pieces) for one in sequences)
    pieces, parts, mask = (np.zeros(shape, dtype=np.int64) for _ in range(3))
    share = np.zeros(shape, dtype=np.float32)
    for number, one in enumerate(sequences):
        length = len(one.pieces)
        pieces[number, :length] = one.pieces
        parts[number, one.asked : length] = 1
        mask[number, :length] = 1
        share[number, one.start : one.end] = 1 / max(1, one.end - one.start)
    return torch.from_numpy(pieces), torch.from_numpy(parts), torch.from_numpy(mask), torch.from_numpy(share)


def logits(model: ReaderModel, sequences: Sequence[Sequenced], batch: int = 32) -> Logits:
    """Reads windows."""
    model.eval()
    with torch.inference_mode():
        parts = [model(*padded(sequences[first : first + batch])).numpy() for first in range(0, len(sequences), batch)]
    return np.concatenate(parts)
