"""A library: articles, the index that is made of them, and how."""

import hashlib
from dataclasses import dataclass
from pathlib import Path
from typing import Self

import platformdirs

from index.settings import IndexSection, IndexSettings
from index.settings_file import read_settings_file

_DEFAULTS = IndexSettings()


@dataclass(frozen=True, slots=True)
class Library:
    """Articles and their index.

    Attributes:
        articles: The folder of articles, or the one file that holds them. Nothing is ever written there but what
            the user adds or corrects.
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
        """Finds the index of articles, and how it is made: as dateline.toml says, or as usual.

        The folder of articles belongs to the user, so the default lies in the user's own data folder, one index for
        each corpus.

        Args:
            articles: The folder of articles, or the one file that holds them.
            index: The folder the user asked for, if any; it wins over the one that dateline.toml names.

        Raises:
            BadSettings: dateline.toml cannot be used as it is written.
        """
        said = read_settings_file(articles).section("index", IndexSection)
        folder = index.expanduser().resolve() if index is not None else said.folder or _usual_folder(articles)
        return cls(articles, folder, said.settings, said.store)


def _usual_folder(articles: Path) -> Path:
    place = articles.expanduser().resolve()
    digest = hashlib.sha256(str(place).encode("utf-8", "surrogateescape")).hexdigest()[:12]
    indexes = platformdirs.user_data_path("dateline", appauthor=False) / "indexes"
    return indexes / f"{place.stem}-{digest}"
