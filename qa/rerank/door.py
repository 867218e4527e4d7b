"""The door to the model that reads: which one, loaded when the first question needs it, or why none."""

import threading
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from tokenizers import Tokenizer

from index.encode.load import DEFAULT_IDENTITY, WEIGHTS, default_model, find_model
from qa.rerank.choose import Chosen
from qa.rerank.language import is_english
from qa.rerank.reader import Reader
from qa.rerank.readings import Readings
from qa.rerank.reranker import Reranker
from qa.rerank.weights import READER_SHA256, Embeddings, load_weights
from qa.settings import OWN_RERANKER

OWN: Final = OWN_RERANKER
NONE: Final = "none"

_OTHER_MODEL = "the index was made with another model than the one it was trained with"
_OTHER_LANGUAGE = "it was trained on English, and the question seems to be in another language"


class RerankerDoor:
    """The model that reads questions to one index; threads may share it."""

    def __init__(self, name: str = OWN, encoder: str = DEFAULT_IDENTITY) -> None:
        """Finds the model; nothing is loaded yet.

        Args:
            name: ``"dateline"`` for the one that comes with it, ``"none"``, or the path or name of a cross-encoder of
                sentence-transformers on this machine.
            encoder: Identity of the encoder of the index.

        Raises:
            ModelUnusable: When it is not on this machine.
        """
        self._name = name
        self._encoder = encoder
        self._folder = None if name in (OWN, NONE) else find_model(name)
        self._loaded: Reranker | None = None
        self._lock = threading.Lock()

    @property
    def reads(self) -> bool:
        """Whether there is a model at all."""
        return self._name != NONE

    def skipped(self, question: str) -> str:
        """Says why a question is not for the model, as the rest of a sentence; empty where it is."""
        if self._name != OWN:
            return ""
        if self._encoder != DEFAULT_IDENTITY:
            return _OTHER_MODEL
        return "" if is_english(question) else _OTHER_LANGUAGE

    def read(self, question: str, chosen: Sequence[Chosen]) -> Readings:
        """Reads sentences, with the model loaded first where it is not yet.

        Args:
            question: The question, whole.
            chosen: The sentences.

        Raises:
            ModelUnusable: When the model cannot be loaded.
        """
        if not self.reads or not chosen:
            return Readings()
        if reason := self.skipped(question):
            return Readings(skipped=reason)
        model = self._model()
        logits = model.read(question, [one.window for one in chosen]).tolist()
        return Readings(
            model.identity,
            logits={(one.row, one.sentence): logit for one, logit in zip(chosen, logits, strict=True)},
        )

    def _model(self) -> Reranker:
        with self._lock:
            if self._loaded is None:
                self._loaded = _load(self._name, self._folder)
            return self._loaded


def _load(name: str, folder: Path | None) -> Reranker:
    if folder is None:
        source = default_model()
        tokenizer = Tokenizer.from_file(str(source / "tokenizer.json"))
        return Reader(f"{name}@{READER_SHA256[:16]}", load_weights(), Embeddings.of(source / WEIGHTS), tokenizer)
    from qa.rerank.cross_encoder import CrossEncoderReranker

    return CrossEncoderReranker(folder, name)
