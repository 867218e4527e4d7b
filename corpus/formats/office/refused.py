"""Files that office programs can open and this one cannot: each is named with what to do."""

from corpus.errors import UnreadableFile
from corpus.formats.draft import Hints, Parsed
from corpus.text.decoding import OLE_MAGIC


def refuse_old_word(data: bytes, hints: Hints) -> Parsed:
    """Says that a file of Word 97 is not read.

    Raises:
        UnreadableFile: Always.
    """
    del hints
    old = data.startswith(OLE_MAGIC)
    raise UnreadableFile(
        "is a file of Word 97, which is not read; save it as .docx" if old else "is damaged or no Word file"
    )


def refuse_locked(data: bytes, hints: Hints) -> Parsed:
    """Says that a file of an office program is protected by a password.

    Raises:
        UnreadableFile: Always.
    """
    del data, hints
    raise UnreadableFile("is protected by a password; save it without one")
