"""Errors that are shown to the user, from the lowest layer up.

DatelineError
├── CorpusNotFound        the folder or file of articles is not there
├── EmptyCorpus           it is there, but no article could be read from it
├── UnreadableFile        one file cannot be read; listed in the report, the rest goes on
├── BadSidecar            corpus.toml or sources.csv cannot be used as written
├── BadCorrection         a field of an article cannot be what somebody typed
├── NotMoved              an article cannot be taken out, or put back
├── BadSettings           a setting has a value that cannot work
├── index.errors
│   ├── IndexNotFound     no index has been made yet
│   ├── CorruptIndex      the index is there but cannot be opened
│   │   └── OutdatedIndex an earlier version of Dateline made it
│   ├── NewerIndex        a newer version of Dateline made it
│   ├── NotAnIndex        the folder holds other things and no index
│   ├── IndexNotWritable  the index's folder or disk takes no new files
│   ├── ModelMismatch     the index was made with another model
│   ├── ModelUnusable     the model's files are missing or not the expected ones
│   ├── StoreMismatch     the index is kept in another store
│   ├── StoreUnusable     what keeps the vectors and words is not installed
│   ├── RefreshRunning    another refresh holds the lock
│   ├── MassDeletion      most articles would vanish; the user must say so
│   └── WorkspaceUnusable what users write cannot be kept, or read any more
├── qa.errors
│   ├── BadQuestion       an empty question, or a filter that cannot be read
│   │   ├── BadQuery      an operator that cannot be read
│   │   └── BadDay        a day that is none
│   ├── BadQuestionFile   a batch or evaluation file that cannot be read
│   ├── NoSuchSearch      no saved search has this id or name
│   └── TooManySearches   no more searches can be saved
└── page.errors
    ├── CannotServe       the port is taken, the address is open to others without a token, or an extra is missing
    ├── NoSuchArticle     the index has no article of this id
    ├── NotReady          the articles are not loaded yet, or cannot be
    ├── RefreshFailed     a refresh in the background failed
    └── FormUnavailable   a form of a file needs an extra that is missing

Each message says what happened, to which file, and what to do next. They reach the user where what he asked for ends:
in `app.main`, in the routes of the page, and in `page.api`. Below these an error is caught only where work goes on
without what failed; its message stands in the report of that work.
"""

from collections.abc import Mapping
from dataclasses import dataclass


class DatelineError(Exception):
    """Base of every error that is meant to be read by the user."""


class CorpusNotFound(DatelineError):
    """The folder or file of articles is not there."""


class EmptyCorpus(DatelineError):
    """No article could be read from the folder or file."""


class UnreadableFile(DatelineError):
    """One file cannot be read. The message is the reason alone; the report names the file beside it."""


class BadSidecar(DatelineError):
    """A corpus.toml or sources.csv cannot be used as it is written."""


class BadCorrection(DatelineError):
    """Fields of an article cannot be what somebody typed.

    Attributes:
        reasons: Name of each such field -> why, one sentence.
    """

    def __init__(self, reasons: Mapping[str, str]) -> None:
        """Says it of all of them."""
        super().__init__(" ".join(f"{name}: {reason}" for name, reason in reasons.items()))
        self.reasons = reasons


class NotMoved(DatelineError):
    """An article cannot be taken out, or put back."""


class BadSettings(DatelineError):
    """A setting has a value that cannot work."""


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that was left out.

    Attributes:
        source: Path inside the corpus (posix), with ``#n`` for a record, or the sidecar's name.
        reason: What is wrong, in one line.
    """

    source: str
    reason: str
