"""The reader as a graph for OpenVINO: a BERT of a few layers, and a head that says how surely a sentence answers.

Weights are whole numbers of 8 bits, and so are the inputs of most multiplications, which on a CPU takes two thirds of
the time that bfloat16 takes. How they were made of what was trained tells training/reader/quantise.py.
"""

from typing import Any

import numpy as np
import openvino
from numpy.typing import NDArray
from openvino import opset13 as ops

from qa.rerank.weights import Embeddings, Tensors

HEAD = 32  # width of a head of attention
_EPSILON = 1e-12
_LEVELS = 256

Node = Any  # openvino ships no types
_FORMS = {
    "embedded": [-1, -1],
    "mask": [-1, 1, 1, -1],
    "grid": [-1, -1],
    "back": [-1],
    "asked": [-1],
    "asked_grid": [-1, -1],
    "asked_back": [-1],
    "first": [-1],
    "share": [-1, -1],
}
_FLOATS = frozenset({"embedded", "mask", "share"})


def build(weights: Tensors, embeddings: Embeddings, *, in_bytes: bool) -> openvino.Model:
    """Builds the graph.

    Args:
        weights: What was trained.
        embeddings: Those below the first layer; only their normalisation stands in the graph.
        in_bytes: Round inputs to 8 bits, too. Without it the graph gives the weights as they are stored, exactly.

    Returns:
        A model whose inputs are ``embedded`` (the sum of embeddings of each piece) and those of `qa.rerank.batch`, and
        whose output is one logit for each window, shape (number of windows, 1).
    """
    return _Builder(weights, in_bytes).model(embeddings)


class _Builder:
    def __init__(self, weights: Tensors, in_bytes: bool) -> None:
        self._weights = weights
        self._in_bytes = in_bytes
        self._inputs = {name: _input(name) for name in _FORMS}
        self._width = len(weights["layer.0.attention.norm.scale"])
        self._layers = sum(name.endswith("attention.norm.scale") for name in weights)

    def model(self, embeddings: Embeddings) -> openvino.Model:
        rows = _normed(self._inputs["embedded"], embeddings.scale, embeddings.shift)
        for number in range(self._layers - 1):
            rows = self._layer(f"layer.{number}", rows, rows, "grid", "back")
        asked = _rows(rows, self._inputs["asked"])
        rows = self._layer(f"layer.{self._layers - 1}", rows, asked, "asked_grid", "asked_back")
        mean = ops.matmul(self._inputs["share"], rows, False, False)
        both = ops.concat([_rows(rows, self._inputs["first"]), mean], 1)
        logits = self._plain("head.outer", ops.gelu(self._plain("head.inner", both), "erf"))
        return openvino.Model([logits], list(self._inputs.values()), "reader")

    def _layer(self, name: str, rows: Node, asked: Node, grid: str, back: str) -> Node:
        """Returns the rows that are asked for, having looked at all rows of their windows."""
        width, attention = self._width, f"{name}.attention.in"
        # One multiplication for all three is faster than three, but in the last layer they are of different rows.
        if asked is rows:
            laid = ops.gather(self._linear(attention, rows), self._inputs[grid], _whole(0))
            query, key, value = (self._heads(_columns(laid, width * n, width)) for n in range(3))
        else:
            laid = ops.gather(self._linear(attention, rows, width), self._inputs["grid"], _whole(0))
            key, value = (self._heads(_columns(laid, width * n, width)) for n in range(2))
            questions = self._linear(attention, asked, 0, width)
            query = self._heads(ops.gather(questions, self._inputs[grid], _whole(0)))
        likeness = ops.multiply(ops.matmul(query, key, False, True), _constant(HEAD**-0.5))
        shares = ops.softmax(ops.add(likeness, self._inputs["mask"]), -1)
        seen = ops.transpose(ops.matmul(shares, value, False, False), _whole([0, 2, 1, 3]))
        seen = _rows(ops.reshape(seen, _whole([-1, width]), False), self._inputs[back])
        middle = self._normed(f"{name}.attention", ops.add(self._linear(f"{name}.attention.out", seen), asked))
        inner = ops.gelu(self._linear(f"{name}.inner", middle), "erf")
        return self._normed(name, ops.add(self._linear(f"{name}.outer", inner), middle))

    def _heads(self, laid: Node) -> Node:
        parted = ops.reshape(laid, _whole([0, 0, self._width // HEAD, HEAD]), True)
        return ops.transpose(parted, _whole([0, 2, 1, 3]))

    def _normed(self, name: str, rows: Node) -> Node:
        return _normed(rows, self._weights[f"{name}.norm.scale"], self._weights[f"{name}.norm.shift"])

    def _linear(self, name: str, rows: Node, start: int = 0, end: int | None = None) -> Node:
        """Multiplies rows with some columns of a layer's weights."""
        cut = slice(start, end)
        weight, scale = self._weights[f"{name}.weight"][cut], self._weights[f"{name}.scale"][cut, None]
        spread, limits = self._weights[f"{name}.spread"], self._weights[f"{name}.limits"]
        if self._in_bytes and len(limits):
            low, high = (_constant(limit * spread[None]) for limit in limits)
            rows = ops.fake_quantize(rows, low, high, _constant(limits[0]), _constant(limits[1]), _LEVELS)
            factors = ops.multiply(ops.convert(ops.constant(weight), "f32"), _constant(scale))
        else:
            factors = _constant(weight * scale / spread)
        product = ops.matmul(rows, factors, False, True)
        return ops.add(product, _constant(self._weights[f"{name}.bias"][None, cut]))

    def _plain(self, name: str, rows: Node) -> Node:
        product = ops.matmul(rows, _constant(self._weights[f"{name}.weight"]), False, True)
        return ops.add(product, _constant(self._weights[f"{name}.bias"][None]))


def _input(name: str) -> Node:
    node = ops.parameter(_FORMS[name], np.float32 if name in _FLOATS else np.int32)
    node.output(0).set_names({name})
    return node


def _constant(values: NDArray[Any] | float) -> Node:
    return ops.constant(np.ascontiguousarray(values, dtype=np.float32))


def _whole(values: int | list[int]) -> Node:
    return ops.constant(np.array(values, dtype=np.int64))


def _rows(rows: Node, numbers: Node) -> Node:
    return ops.gather(rows, numbers, _whole(0))


def _columns(laid: Node, start: int, width: int) -> Node:
    return ops.slice(laid, _whole([start]), _whole([start + width]), _whole([1]), _whole([2]))


def _normed(rows: Node, scale: NDArray[np.float32], shift: NDArray[np.float32]) -> Node:
    evened = ops.mvn(rows, _whole([-1]), True, _EPSILON, "inside_sqrt")
    return ops.add(ops.multiply(evened, _constant(scale)), _constant(shift))
