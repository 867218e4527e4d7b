"""Opens an answerer: of a folder of articles, with what its settings say."""

from dataclasses import replace
from pathlib import Path

from corpus.progress import OnProgress
from index.encode import load_encoder
from index.errors import IndexNotFound, OutdatedIndex
from index.library import Library
from index.refresh import refresh_index
from index.settings_file import read_settings_file
from qa.answerer import Answerer
from qa.settings import AnswerSettings


def open_answerer(
    articles: Path,
    index: Path | None = None,
    on_progress: OnProgress | None = None,
    settings: AnswerSettings | None = None,
    reranker: str | None = None,
) -> Answerer:
    """Opens the answerer of a folder of articles, and makes the index first where there is none of this version.

    Args:
        articles: Folder of articles, or one file of many.
        index: Folder of the index; None for the one that dateline.toml beside the articles names, or the usual place.
        on_progress: Told of the making.
        settings: How answers are made; None for what dateline.toml says of it, and the defaults.
        reranker: The model that reads the first passages, in place of the one of the settings.

    Raises:
        DatelineError: When the articles, dateline.toml, the index or the model cannot be used.
    """
    library = Library.of(articles, index)
    settings = settings or read_settings_file(articles).section("answers", AnswerSettings)
    if reranker is not None:
        settings = replace(settings, reranker=reranker)
    return open_library(library, settings, on_progress)


def open_library(library: Library, settings: AnswerSettings, on_progress: OnProgress | None = None) -> Answerer:
    """Opens the answerer of a library as `open_answerer` does, whatever dateline.toml says by now."""
    encoder = load_encoder(library.settings, on_progress)
    try:
        return Answerer(library.index, encoder, settings)
    except (IndexNotFound, OutdatedIndex):
        refresh_index(library, encoder=encoder, on_progress=on_progress)
        return Answerer(library.index, encoder, settings)
