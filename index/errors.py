"""Errors of the index; the whole tree is drawn in `corpus.errors`."""

from corpus.errors import DatelineError

REBUILD = "Run `dateline index --rebuild` to make it anew."


class IndexNotFound(DatelineError):
    """No index has been made in this folder yet."""


class CorruptIndex(DatelineError):
    """The index is there but cannot be opened or does not hold together."""


class OutdatedIndex(CorruptIndex):
    """Another version of Dateline made the index; a refresh makes it anew."""


class ModelMismatch(DatelineError):
    """The index was made with another model or other settings than those asked for."""


class ModelUnusable(DatelineError):
    """The model's files are missing, damaged, or not the ones expected."""


class NotAnIndex(DatelineError):
    """The folder holds other things and no index, so none is made in it."""


class RefreshRunning(DatelineError):
    """Another refresh of the same index holds the lock."""


class MassDeletion(DatelineError):
    """A refresh would remove most of the articles, and nobody said that it should."""


class IndexNotWritable(DatelineError):
    """The index's folder or disk takes no new files."""
