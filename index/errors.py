"""Errors of the index; the whole tree is drawn in `corpus.errors`."""

from pathlib import Path

from corpus.errors import DatelineError


class IndexNotFound(DatelineError):
    """No index has been made in this folder yet."""

    def __init__(self, index: Path) -> None:
        """Makes the message.

        Args:
            index: The folder.
        """
        super().__init__(f"No index in {index} yet: run `dateline index`.")


class CorruptIndex(DatelineError):
    """The index is there but cannot be opened or does not hold together."""

    advice = "Run `dateline index --rebuild` to make it anew."

    def __init__(self, path: Path | str, reason: str) -> None:
        """Makes the message: what is wrong, and what to do.

        Args:
            path: What is not as it should be: a file or folder, or what else there is a word for.
            reason: What is wrong with it, as the rest of a sentence that begins with it.
        """
        super().__init__(f"{path} {reason}. {self.advice}")


class OutdatedIndex(CorruptIndex):
    """An earlier version of Dateline made the index; a refresh takes over what it can, or makes it anew."""

    advice = "Run `dateline index` to renew it."


class NewerIndex(DatelineError):
    """A newer version of Dateline made the index; this one leaves it alone."""

    def __init__(self, folder: Path) -> None:
        """Makes the message.

        Args:
            folder: Folder of the generation.
        """
        super().__init__(
            f"{folder} was made by a newer version of Dateline than this one. Nothing was changed there. Update "
            "Dateline, or give --index another folder."
        )


class ModelMismatch(DatelineError):
    """The index was made with another model or other settings than those asked for."""


class ModelUnusable(DatelineError):
    """The model's files are missing, damaged, or not the ones expected."""


class NotAnIndex(DatelineError):
    """The folder holds other things and no index, so none is made in it."""


class StoreMismatch(DatelineError):
    """The index is kept in another store than the one asked for."""


class StoreUnusable(DatelineError):
    """What keeps the vectors and words is not installed, or not there."""


class RefreshRunning(DatelineError):
    """Another refresh of the same index holds the lock."""


class MassDeletion(DatelineError):
    """A refresh would remove most of the articles, and nobody said that it should."""


class IndexNotWritable(DatelineError):
    """The index's folder or disk takes no new files."""


class WorkspaceUnusable(DatelineError):
    """What users write cannot be kept, or cannot be read any more."""
