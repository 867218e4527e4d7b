"""Whether an article in the index is still what its file says."""

from pathlib import Path

from corpus.scan import SourceFile
from corpus.stamp import Stamp
from index.catalog.files import file_record, scanned_ns
from index.generation import IndexSnapshot


def has_changed(snapshot: IndexSnapshot, source: str) -> bool:
    """Says whether the file of an article has other bytes than when it was indexed, or is gone.

    Args:
        snapshot: The generation that holds the article.
        source: The article's source: its file's path inside the corpus, with ``#n`` for record n of a file of many.
    """
    catalog, name = snapshot.catalog, source
    record = file_record(catalog, name)
    if record is None:
        name = source.rpartition("#")[0]
        record = file_record(catalog, name)
    if record is None:
        return True
    corpus = Path(snapshot.manifest.corpus)
    path = corpus / name if corpus.is_dir() else corpus
    try:
        file = SourceFile(path, name, Stamp.of(path.stat()))
    except OSError:
        return True
    return record.may_have_changed(file, scanned_ns(catalog)) and record.has_changed(file)
