"""Makes the file of the reader that is shipped: ``python -m training.reader.export CHECKPOINT``.

How large inputs are is seen on the sample articles that come with Dateline, so the same checkpoint gives the same file
on every machine.
"""

import argparse
import hashlib
import json
import random
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import torch
from safetensors.numpy import save
from tokenizers import Tokenizer
from transformers import BertModel

from corpus.metadata import load_sidecar
from corpus.read import read_articles
from corpus.sample import SAMPLE_ARTICLES
from corpus.scan import scan_corpus
from corpus.text import sentence_spans
from index.encode.load import WEIGHTS, default_model
from qa.rerank.pieces import Sequenced, WindowTokenizer
from qa.rerank.reader import Reader
from qa.rerank.reranker import Window
from qa.rerank.weights import READER, Embeddings
from training.reader.model import ReaderModel, logits
from training.reader.quantise import quantise

QUESTIONS = Path("benchmarks/sample_questions.jsonl")
WINDOWS = 300


def sample_windows(tokenizer: Tokenizer, count: int = WINDOWS) -> list[Sequenced]:
    """Returns sentences of the sample articles, each with a question at random, the same ones each time."""
    lines = QUESTIONS.read_text(encoding="utf-8").splitlines()
    questions = [json.loads(line)["question"] for line in lines]
    windows, chance = list(_windows()), random.Random(0)
    cut, texts = WindowTokenizer(tokenizer), chance.choices(windows, k=count)
    return [sequence for one in texts for sequence in cut.sequences(chance.choice(questions), [one])]


def _windows() -> Iterator[Window]:
    sidecar = load_sidecar(SAMPLE_ARTICLES)
    for file in scan_corpus(SAMPLE_ARTICLES).files:
        for article in read_articles(file, sidecar).articles:
            sentences = ["", *(article.text[start:end] for start, end in sentence_spans(article.text)), ""]
            for number in range(1, len(sentences) - 1):
                yield Window(article.title, *sentences[number - 1 : number + 2])


def load_checkpoint(file: Path) -> ReaderModel:
    """Reads what was trained.

    Args:
        file: The state of a `ReaderModel` over the first layers of all-MiniLM-L6-v2, as `torch.save` writes it.
    """
    state = torch.load(file, map_location="cpu", weights_only=True)
    layers = len({name.split(".")[3] for name in state if name.startswith("encoder.encoder.layer.")})
    model = ReaderModel(BertModel.from_pretrained(default_model()), layers, len(state["head.0.bias"]))
    frozen = model.encoder.embeddings.word_embeddings.weight.clone()
    model.load_state_dict({name: value for name, value in state.items() if "pooler" not in name})
    if not torch.equal(frozen, model.encoder.embeddings.word_embeddings.weight):
        raise SystemExit(f"{file}: the embeddings were trained, too; only what stands above them is shipped.")
    return model


def export(checkpoint: Path, target: Path) -> str:
    """Writes the file that is shipped.

    Returns:
        What is to be known of it: its digest, its size, and how far its logits are from those of torch.
    """
    tokenizer = Tokenizer.from_file(str(default_model() / "tokenizer.json"))
    model, sequences = load_checkpoint(checkpoint), sample_windows(tokenizer)
    tensors = quantise(model, sequences)
    content = save(tensors)
    target.write_bytes(content)
    reader = Reader("reader", tensors, Embeddings.of(default_model() / WEIGHTS), tokenizer)
    apart = np.abs(reader.logits(sequences) - logits(model, sequences))
    return (
        f'READER_SHA256 = "{hashlib.sha256(content).hexdigest()}"\n'
        f"{target}: {len(content) / 1e6:.1f} MB; logits of {len(sequences)} windows apart from torch: "
        f"mean {apart.mean():.3f}, most {apart.max():.3f}"
    )


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("checkpoint", type=Path, help="state of the trained model, as torch.save writes it")
    parser.add_argument("--out", type=Path, default=READER, help=f"file to write (default: {READER})")
    args = parser.parse_args()
    print(export(args.checkpoint, args.out))
