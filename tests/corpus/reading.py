"""Reads files that a test writes."""

from pathlib import Path

from corpus.article import Article
from corpus.metadata.sidecar import load_sidecar
from corpus.read import Reading, read_articles
from corpus.scan import scan_corpus

LONG = " ".join(
    ["The council voted on Tuesday to close the old swimming pool, and nobody who spoke was in favour."] * 3
)


def read_one(folder: Path, name: str, content: str | bytes, corpus_toml: str = "") -> Reading:
    """Writes one file, with a sidecar where one is given, and reads it."""
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    if corpus_toml:
        (folder / "corpus.toml").write_text(corpus_toml, encoding="utf-8")
    file = next(file for file in scan_corpus(folder).files if file.name == name)
    return read_articles(file, load_sidecar(folder))


def read_folder(folder: Path) -> dict[str, Article]:
    """Reads all articles of a folder that has no bad file, by their source."""
    sidecar = load_sidecar(folder)
    readings = [read_articles(file, sidecar) for file in scan_corpus(folder).files]
    return {article.source: article for reading in readings for article in reading.articles}


def origins(article: Article) -> dict[str, str]:
    return {provenance.field: provenance.origin for provenance in article.provenance}
