"""Settings of the index: those whose change needs everything read again, and where and how it is kept."""

import hashlib
import json
from dataclasses import asdict, dataclass
from typing import Literal

from corpus.errors import BadSettings
from index.settings_file import Folder, FolderOrName

CLEANING_RULES = 7  # raise when the rules of corpus/ change what text or metadata an article gets
CHUNKING_RULES = 4  # raise when what is cut, encoded or indexed changes
DEFAULT_MODEL = "all-MiniLM-L6-v2"


@dataclass(frozen=True, slots=True)
class IndexSettings:
    """How articles become rows.

    Attributes:
        model: ``"all-MiniLM-L6-v2"`` for the one that comes with Dateline, else the path or name of any
            sentence-transformers model on this machine.
        chunk_tokens: Most tokens (tiktoken, cl100k) of a chunk; the encoder's window may make it shorter.
    """

    model: FolderOrName = DEFAULT_MODEL
    chunk_tokens: int = 200

    def __post_init__(self) -> None:
        """Checks the values.

        Raises:
            BadSettings: When a value cannot work.
        """
        if not 32 <= self.chunk_tokens <= 2000:
            raise BadSettings(f"chunk_tokens is {self.chunk_tokens}; it must lie between 32 and 2000.")
        if not self.model:
            raise BadSettings("model is empty; give the name or path of a sentence-transformers model.")

    def fingerprint(self) -> str:
        """Returns 16 hexadecimal digits that change when a setting or a rule changes what is indexed."""
        parts = {**asdict(self), "cleaning": CLEANING_RULES, "chunking": CHUNKING_RULES}
        return hashlib.sha256(json.dumps(parts, sort_keys=True).encode()).hexdigest()[:16]


@dataclass(frozen=True, slots=True)
class IndexSection(IndexSettings):
    """What ``[index]`` of dateline.toml says: how articles become rows, and where and how these are kept.

    Attributes:
        folder: Folder of the index; None for the usual place.
        store: What keeps the vectors and words of an index that is made; one that is there keeps what it has.
    """

    folder: Folder | None = None
    store: Literal["faiss", "lance"] = "faiss"

    @property
    def settings(self) -> IndexSettings:
        """How articles become rows, which alone decides whether they must be made anew."""
        return IndexSettings(self.model, self.chunk_tokens)
