"""What was trained, in whole numbers of 8 bits.

For each multiplication ``NAME`` of ``layer.N`` (``attention.in``, which is query, key and value; ``attention.out``;
``inner``; ``outer``) there are:

- ``NAME.weight``: int8, (outputs, inputs), of the weights times ``spread``
- ``NAME.scale``: what one step of it is worth, for each output
- ``NAME.spread``: what each input is divided by, so that none stands out (Xiao et al. 2023, arXiv 2211.10438)
- ``NAME.limits``: the least and the largest of these quotients that was seen; empty where inputs stay as they are
- ``NAME.bias``

Beside these ``layer.N.norm``, ``layer.N.attention.norm`` (``scale`` and ``shift``), ``head.inner`` and ``head.outer``
(``weight`` and ``bias``).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn

from qa.rerank.pieces import Sequenced
from training.reader.model import ReaderModel, padded

SMOOTHING = 0.8  # how much of an input's size goes over to its weights: .5 to .9 measured, .7 to .85 are alike
EXACT = frozenset({"layer.0.outer"})  # a few inputs of it are 100 times as large as the rest: half of all error
_NAMES = {
    "attention.in": ("attention.self.query", "attention.self.key", "attention.self.value"),
    "attention.out": ("attention.output.dense",),
    "inner": ("intermediate.dense",),
    "outer": ("output.dense",),
}
_NORMS = {"attention.norm": "attention.output.LayerNorm", "norm": "output.LayerNorm"}

Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Extent:
    """The least and the largest value that each input of a multiplication had.

    Attributes:
        low: Shape (inputs,), at most 0.
        high: Shape (inputs,), at least 0.
    """

    low: Floats
    high: Floats


def quantise(model: ReaderModel, sequences: Sequence[Sequenced]) -> dict[str, NDArray[Any]]:
    """Rounds what was trained.

    Args:
        model: The trained model.
        sequences: Windows as they are read, to see how large inputs are.

    Returns:
        The tensors of the file that is shipped.
    """
    state = {name: value.float().numpy() for name, value in model.state_dict().items()}
    extents = _extents(model, sequences)
    tensors: dict[str, NDArray[Any]] = {}
    for number in range(len(model.encoder.encoder.layer)):
        layer, old = f"layer.{number}", f"encoder.encoder.layer.{number}"
        for name, parts in _NAMES.items():
            weight, bias = (np.concatenate([state[f"{old}.{part}.{kind}"] for part in parts]) for kind in _KINDS)
            extent = None if f"{layer}.{name}" in EXACT else extents[f"{old}.{parts[0]}"]
            rounded = _rounded(weight, extent) | {"bias": bias}
            tensors |= {f"{layer}.{name}.{kind}": value for kind, value in rounded.items()}
        for name, part in _NORMS.items():
            tensors[f"{layer}.{name}.scale"] = state[f"{old}.{part}.weight"]
            tensors[f"{layer}.{name}.shift"] = state[f"{old}.{part}.bias"]
    for name, part in (("head.inner", "head.0"), ("head.outer", "head.2")):
        tensors |= {f"{name}.{kind}": state[f"{part}.{kind}"] for kind in _KINDS}
    return tensors


_KINDS = ("weight", "bias")


def _rounded(weight: Floats, extent: Extent | None) -> dict[str, NDArray[Any]]:
    spread, limits = np.ones(weight.shape[1], dtype=np.float32), np.empty(0, dtype=np.float32)
    if extent:
        largest = np.maximum(-extent.low, extent.high) + 1e-6
        spread = largest**SMOOTHING / (np.abs(weight).max(0) + 1e-6) ** (1 - SMOOTHING)
        limits = np.array([(extent.low / spread).min(), (extent.high / spread).max()], dtype=np.float32)
    spread_out = weight * spread
    scale = np.abs(spread_out).max(1) / 127 + 1e-12
    steps = np.clip(np.round(spread_out / scale[:, None]), -127, 127).astype(np.int8)
    return {"weight": steps, "scale": scale, "spread": spread, "limits": limits}


def _extents(model: ReaderModel, sequences: Sequence[Sequenced], batch: int = 32) -> Mapping[str, Extent]:
    found: dict[str, Extent] = {}

    def watch(name: str, module: nn.Module) -> None:
        def look(_: nn.Module, given: tuple[Tensor, ...]) -> None:
            rows = given[0].reshape(-1, given[0].shape[-1])[inside]
            low, high = rows.min(0).values.clamp(max=0).numpy(), rows.max(0).values.clamp(min=0).numpy()
            old = found.get(name)
            found[name] = Extent(np.minimum(low, old.low), np.maximum(high, old.high)) if old else Extent(low, high)

        handles.append(module.register_forward_pre_hook(look))

    handles: list[Any] = []
    for name, module in model.named_modules():
        if isinstance(module, nn.Linear) and name.startswith("encoder."):
            watch(name, module)
    model.eval()
    with torch.inference_mode():
        for first in range(0, len(sequences), batch):
            given = padded(sequences[first : first + batch])
            inside = given[2].reshape(-1) > 0  # padding is never read
            model(*given)
    for handle in handles:
        handle.remove()
    return found
