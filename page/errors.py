"""Errors of the page (the whole tree is drawn in `corpus.errors`), and any error in words for its readers."""

from corpus.errors import DatelineError


class CannotServe(DatelineError):
    """The page cannot be served as asked: the port, the address without a token, or an extra that is missing."""


class NotReady(DatelineError):
    """The articles are not loaded yet, or cannot be."""


class RefreshFailed(DatelineError):
    """A refresh in the background failed; the message is what the page says of it."""


class NoSuchArticle(DatelineError):
    """The index has no article of this id."""


class FormUnavailable(DatelineError):
    """A form of a file needs an extra that is missing."""


def in_words(error: BaseException) -> str:
    """Returns what the page says of an error: its own words, or that the fault is the program's."""
    if isinstance(error, DatelineError):
        return str(error)
    return f"Something went wrong inside Dateline ({type(error).__name__}). The details are in its log."
