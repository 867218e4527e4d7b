"""Trains the reader: ``python -m training.reader.train GROUPS.jsonl.gz OUT.pt [--before DAY] [--start CHECKPOINT]``.

The reader learns from questions with passages of which some sentences are known to answer. What ships was trained in
two runs of one pass each: on all questions but those of the news from July 2024 on, on which it was measured, and then,
with `--start`, `--since` and half the rate, on those and some of the others. Two cores read some forty windows a
second: about an hour in all.

The loss of a batch is the cross-entropy of its sentences, and for each question half of a softmax over them that should
fall on those that answer.
"""

import argparse
import gzip
import json
import math
import random
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import torch
from tokenizers import Tokenizer
from torch import Tensor, nn
from transformers import BertModel

from corpus.progress import OnProgress, Progress
from corpus.terminal.progress_bar import progress_bar
from index.encode.load import default_model
from qa.rerank.pieces import Sequenced, WindowTokenizer
from qa.rerank.reranker import Window
from training.reader.model import ReaderModel, padded

LAYERS = 3  # the first ones: reading with all six takes twice as long
TOGETHER = 8  # questions in a batch
NEWS = "rtq"  # name of the source with questions on the news, whose ids begin with the day
TIMES = 4  # that each of these is read in one pass
POSITIVES, NEGATIVES = 2, 4  # passages of a question at most
RATE, HEAD_RATE = 1.5e-4, 1e-3
WARM_UP = 100  # steps in which the rate rises
MORE_FOR_ANSWERS = 2.0  # what a sentence that answers counts against one that does not

Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Labelled:
    """A sentence to be read, and whether it answers."""

    window: Sequenced
    answers: bool


class Choice:
    """Chooses sentences of passages to learn from."""

    def __init__(self, rows: Sequence[Row], tokenizer: Tokenizer, seed: int = 0) -> None:
        """Counts the words of all sentences, to tell which one is likest to a question.

        Args:
            rows: Questions with ``question``, and ``positive`` and ``negative`` passages: lists of ``sentences`` with
                ``labels``, 1 where one answers, 0 where not, -1 where it is not known.
            tokenizer: Of the model.
            seed: Of the choice.
        """
        self._cut = WindowTokenizer(tokenizer)
        self._chance = random.Random(seed)
        sentences = [
            one for row in rows for kind in ("positive", "negative") for p in row[kind] for one in p["sentences"]
        ]
        self._number = len(sentences)
        self._holders = Counter(word for one in sentences for word in _words(one))

    def of(self, row: Row, other: Row) -> list[Labelled]:
        """Returns sentences of a question's passages, and one of another question's, which does not answer."""
        chosen = [*self._from(row, "positive", POSITIVES), *self._from(row, "negative", NEGATIVES)]
        strange = (other["positive"] or other["negative"])[0]["sentences"]
        return [*chosen, self._labelled(row["question"], strange, self._chance.randrange(len(strange)), answers=False)]

    def _from(self, row: Row, kind: str, most: int) -> Iterator[Labelled]:
        for passage in self._chance.sample(row[kind], min(most, len(row[kind]))):
            sentences, labels = passage["sentences"], passage["labels"]
            asked = _words(row["question"])
            likest = max(range(len(sentences)), key=lambda n: sum(map(self._rarity, asked & _words(sentences[n]))))
            numbers = {likest}
            if right := [number for number, label in enumerate(labels) if label == 1]:
                numbers.add(self._chance.choice(right))
                numbers.add(self._chance.randrange(len(sentences)))
            for number in sorted(numbers):
                if labels[number] >= 0:
                    yield self._labelled(row["question"], sentences, number, answers=labels[number] == 1)

    def _labelled(self, question: str, sentences: Sequence[str], number: int, *, answers: bool) -> Labelled:
        before, after = sentences[number - 1] if number else "", (*sentences[number + 1 : number + 2], "")[0]
        [window] = self._cut.sequences(question, [Window("", before, sentences[number], after)])
        return Labelled(window, answers)

    def _rarity(self, word: str) -> float:
        return math.log(1 + self._number / (1 + self._holders[word]))


def train(model: ReaderModel, rows: Sequence[Row], choice: Choice, rate: float, on_progress: OnProgress) -> None:
    """Reads all questions once, in an order by chance, and learns."""
    rows, steps = random.Random(0).sample(list(rows), len(rows)), len(rows) // TOGETHER
    groups = [
        {"params": model.encoder.encoder.parameters(), "lr": rate},
        {"params": model.head.parameters(), "lr": HEAD_RATE * rate / RATE},
    ]
    optimiser = torch.optim.AdamW(groups, weight_decay=0.01)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimiser, lambda step: min(1.0, (step + 1) / WARM_UP) * max(0.02, 1 - step / steps)
    )
    model.train()
    for step in range(steps):
        batch = rows[step * TOGETHER : (step + 1) * TOGETHER]
        of_question = [choice.of(row, batch[(number + 1) % TOGETHER]) for number, row in enumerate(batch)]
        with torch.autocast("cpu", dtype=torch.bfloat16):
            logits = model(*padded([one.window for own in of_question for one in own])).float()
        optimiser.zero_grad()
        loss_of(logits, of_question).backward()  # type: ignore[no-untyped-call]  # torch's
        nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        optimiser.step()
        schedule.step()
        on_progress(Progress("Reading questions", (step + 1) * TOGETHER, len(rows)))


def loss_of(logits: Tensor, of_question: Sequence[Sequence[Labelled]]) -> Tensor:
    """Returns the loss of a batch; see above.

    Args:
        logits: Of all sentences, question by question, shape (sentences,).
        of_question: The sentences of each question.
    """
    answers = torch.tensor([float(one.answers) for own in of_question for one in own])
    weight = torch.tensor(MORE_FOR_ANSWERS)
    loss = nn.functional.binary_cross_entropy_with_logits(logits, answers, pos_weight=weight)
    start = 0
    for own in of_question:
        scores, right = logits[start : start + len(own)], answers[start : start + len(own)] > 0
        if right.any() and not right.all():
            loss = loss + 0.5 / len(of_question) * (torch.logsumexp(scores, 0) - torch.logsumexp(scores[right], 0))
        start += len(own)
    return loss


def rows_of(file: Path, since: str, before: str) -> list[Row]:
    """Reads the questions, those on the news several times.

    Args:
        file: Lines of JSON, compressed.
        since: First day of those on the news, YYYYMMDD.
        before: Day after the last of them.
    """
    with gzip.open(file, "rt", encoding="utf-8") as lines:
        rows: list[Row] = [json.loads(line) for line in lines]
    news = [row for row in rows if row["source"] == NEWS and since <= row["id"][:8] < before]
    return [*(row for row in rows if row["source"] != NEWS), *news * TIMES]


def _words(text: str) -> set[str]:
    return set(re.findall(r"[a-z0-9]{3,}", text.lower()))


def main() -> None:
    """Trains and saves."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("groups", type=Path, help="questions with passages, lines of JSON, compressed")
    parser.add_argument("out", type=Path, help="file for what was trained")
    parser.add_argument("--since", default="00000000", metavar="YYYYMMDD", help="first day of questions on the news")
    parser.add_argument("--before", default="99999999", metavar="YYYYMMDD", help="the day after the last of them")
    parser.add_argument("--start", type=Path, metavar="CHECKPOINT", help="go on with what was trained before")
    parser.add_argument("--rate", type=float, default=RATE, help="rate of learning (default: %(default)s)")
    args = parser.parse_args()
    torch.manual_seed(0)
    rows = rows_of(args.groups, args.since, args.before)
    model = ReaderModel(BertModel.from_pretrained(default_model()), LAYERS)
    if args.start:
        model.load_state_dict(torch.load(args.start, map_location="cpu", weights_only=True))
    choice = Choice(rows, Tokenizer.from_file(str(default_model() / "tokenizer.json")))
    with progress_bar() as on_progress:
        train(model, rows, choice, args.rate, on_progress)
    torch.save(model.state_dict(), args.out)


if __name__ == "__main__":
    main()
