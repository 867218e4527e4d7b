"""A question and a sentence in its place as word pieces, in the form that the reader was trained on."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from index.cache import SharedCache
from qa.rerank.reranker import Window

QUESTION, HEADLINE, BEFORE, SENTENCE, AFTER = 32, 14, 14, 48, 14  # most pieces of each; a reader is trained on these
LONGEST = 3 + QUESTION + HEADLINE + 1 + BEFORE + SENTENCE + AFTER
_CLS, _SEP = 101, 102
_TEXTS_KEPT = 20_000  # sentences and headlines, about 10 MB

Pieces = NDArray[np.int32]


@dataclass(frozen=True, slots=True)
class Sequenced:
    """A window as the reader reads it: ``[CLS] question [SEP] headline [SEP] before sentence after [SEP]``.

    Attributes:
        pieces: Numbers of all word pieces.
        asked: How many of them are the question's part; the rest is the text's.
        start: Where the sentence begins.
        end: Where it ends.
    """

    pieces: Pieces
    asked: int
    start: int
    end: int


class WindowTokenizer:
    """Cuts windows into word pieces, each text once; threads may share it."""

    def __init__(self, tokenizer: Tokenizer) -> None:
        """Starts with nothing kept.

        Args:
            tokenizer: Of a BERT without padding and truncation.
        """
        self._tokenizer = tokenizer
        self._kept: SharedCache[str, Pieces] = SharedCache(_TEXTS_KEPT)

    def sequences(self, question: str, windows: Sequence[Window]) -> list[Sequenced]:
        """Lays out each window behind the question."""
        texts = {text for one in windows for text in (one.headline, one.before, one.sentence, one.after)}
        pieces = self._pieces(texts | {question})
        asked = np.concatenate([[_CLS], pieces[question][:QUESTION], [_SEP]]).astype(np.int32)
        return [_sequence(asked, window, pieces) for window in windows]

    def _pieces(self, texts: Iterable[str]) -> dict[str, Pieces]:
        texts = list(texts)
        kept = self._kept.get_all(texts)
        missing = [text for text in texts if text not in kept]
        encodings = self._tokenizer.encode_batch_fast(missing, add_special_tokens=False) if missing else ()
        new = {text: np.array(one.ids, dtype=np.int32) for text, one in zip(missing, encodings, strict=True)}
        self._kept.keep(new)
        return kept | new


def _sequence(asked: Pieces, window: Window, pieces: dict[str, Pieces]) -> Sequenced:
    separator = np.array([_SEP], dtype=np.int32)
    headline = pieces[window.headline][:HEADLINE]
    head = [headline, separator] if len(headline) else []
    before, sentence = pieces[window.before][-BEFORE:], pieces[window.sentence][:SENTENCE]
    start = len(asked) + sum(map(len, head)) + len(before)
    parts = [asked, *head, before, sentence, pieces[window.after][:AFTER], separator]
    return Sequenced(np.concatenate(parts), len(asked), start, start + len(sentence))
