"""A library: articles, the index that is made of them, and how."""

import hashlib
from dataclasses import dataclass
from pathlib import Path
from typing import Self

import platformdirs

from index.settings import IndexSettings

_DEFAULTS = IndexSettings()


@dataclass(frozen=True, slots=True)
class Library:
    """Articles and their index.

    Attributes:
        articles: The folder of articles, or the one file that holds them. Nothing is ever written there but uploads.
        index: Folder of the index, which need not exist yet.
        settings: How articles become rows.
        store: What keeps the vectors and words of an index that is made; one that is there keeps what it has.
    """

    articles: Path
    index: Path
    settings: IndexSettings = _DEFAULTS
    store: str = "faiss"

    @classmethod
    def of(cls, articles: Path, index: Path | None = None) -> Self:
        """Finds the index of articles.

        The folder of articles belongs to the user, so the default lies in the user's own data folder, one index for
        each corpus.

        Args:
            articles: The folder of articles, or the one file that holds them.
            index: The folder the user asked for, if any.
        """
        if index is not None:
            return cls(articles, index.expanduser().resolve())
        place = articles.expanduser().resolve()
        digest = hashlib.sha256(str(place).encode("utf-8", "surrogateescape")).hexdigest()[:12]
        indexes = platformdirs.user_data_path("dateline", appauthor=False) / "indexes"
        return cls(articles, indexes / f"{place.stem}-{digest}")
