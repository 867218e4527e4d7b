"""The training of the reader, on a tiny model with words of its own."""

import gzip
import json
import warnings
from pathlib import Path

import numpy as np
import pytest
import torch
from tokenizers import Tokenizer
from tokenizers.models import WordLevel
from tokenizers.pre_tokenizers import Whitespace

from corpus.progress import Progress
from training.reader.model import ReaderModel, logits
from training.reader.train import Choice, Labelled, loss_of, rows_of, train

with warnings.catch_warnings():
    warnings.simplefilter("ignore")  # of torch and transformers, about themselves
    from transformers import BertConfig, BertModel

WORDS = "who came anna boris the ferry stops rain falls today it was late".split()


def tokenizer() -> Tokenizer:
    made = Tokenizer(
        WordLevel({"[UNK]": 0, **{word: number for number, word in enumerate(WORDS, 1)}}, unk_token="[UNK]")
    )
    made.pre_tokenizer = Whitespace()
    return made


def passage(*sentences: str, answers: int | None = None) -> dict[str, list[str] | list[int]]:
    return {"sentences": list(sentences), "labels": [int(number == answers) for number in range(len(sentences))]}


ROWS = [
    {
        "source": "rtq",
        "id": f"2024{month:02}01_{number}",
        "question": f"who came {'today' if number % 2 else 'late'}",
        "positive": [passage("it was late", f"{'anna' if number % 2 else 'boris'} came", answers=1)],
        "negative": [passage("the ferry stops", "rain falls today")],
    }
    for month in (5, 8)
    for number in range(8)
]


def test_each_question_is_read_with_what_answers_it_and_what_does_not() -> None:
    chosen = Choice(ROWS, tokenizer()).of(ROWS[0], ROWS[1])
    assert [one.answers for one in chosen].count(True) == 1
    assert [one.answers for one in chosen].count(False) >= 2


def test_sentences_of_which_it_is_not_known_are_left_out() -> None:
    unknown = {**ROWS[0], "positive": [{"sentences": ["anna came"], "labels": [-1]}]}
    assert not any(one.answers for one in Choice(ROWS, tokenizer()).of(unknown, ROWS[1]))


def test_the_days_tell_which_questions_on_the_news_are_read(tmp_path: Path) -> None:
    file = tmp_path / "groups.jsonl.gz"
    others = [{**ROWS[0], "source": "squad", "id": "x"}]
    with gzip.open(file, "wt", encoding="utf-8") as lines:
        lines.writelines(f"{json.dumps(row)}\n" for row in (*ROWS, *others))
    before, after = rows_of(file, "00000000", "20240701"), rows_of(file, "20240701", "99999999")
    assert {row["id"][:6] for row in before if row["source"] == "rtq"} == {"202405"}
    assert {row["id"][:6] for row in after if row["source"] == "rtq"} == {"202408"}
    assert [row["source"] for row in before].count("squad") == 1


def test_the_loss_falls_when_what_answers_rises() -> None:
    windows = Choice(ROWS, tokenizer()).of(ROWS[0], ROWS[1])
    right = torch.tensor([2.0 if one.answers else -2.0 for one in windows])
    assert loss_of(right, [windows]) < loss_of(torch.zeros(len(windows)), [windows]) < loss_of(-right, [windows])


@pytest.mark.filterwarnings("ignore")
def test_a_tiny_reader_learns_who_came() -> None:
    torch.manual_seed(3)
    config = BertConfig(
        vocab_size=200, hidden_size=32, num_hidden_layers=2, num_attention_heads=2, intermediate_size=32
    )
    model, choice, seen = (
        ReaderModel(BertModel(config), layers=1, hidden=16),
        Choice(ROWS, tokenizer()),
        list[Progress](),
    )
    train(model, ROWS * 30, choice, 5e-3, seen.append)
    assert seen[-1].done == len(ROWS) * 30
    read: list[Labelled] = choice.of(ROWS[0], ROWS[1])
    found = logits(model, [one.window for one in read])
    assert read[int(np.argmax(found))].answers
