"""Where the index of a corpus lives."""

import hashlib
from pathlib import Path

import platformdirs


def index_folder(articles: Path, index: Path | None = None) -> Path:
    """Returns the folder of the index, which need not exist yet.

    The folder of articles belongs to the user and is never written to, so the default lies in the user's own
    data folder, one index for each corpus.

    Args:
        articles: The folder of articles, or the one file that holds them.
        index: The folder the user asked for, if any.
    """
    if index is not None:
        return index.expanduser().resolve()
    place = articles.expanduser().resolve()
    digest = hashlib.sha256(str(place).encode("utf-8", "surrogateescape")).hexdigest()[:12]
    return platformdirs.user_data_path("dateline", appauthor=False) / "indexes" / f"{place.stem}-{digest}"
