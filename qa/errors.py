"""Errors of questions and answers; the whole tree is drawn in `corpus.errors`."""

from corpus.errors import DatelineError


class BadQuestion(DatelineError):
    """The question is empty or too long, or one of its filters cannot be read."""


class BadQuery(BadQuestion):
    """An operator of the question cannot be read; the message says where it stands."""


class BadDay(BadQuestion, ValueError):
    """What stands where a day should stand is none; for whoever reads options or files, a value like any wrong one."""


class BadQuestionFile(DatelineError):
    """A batch or evaluation file cannot be read."""


class NoSuchSearch(DatelineError):
    """No saved search has this id or name."""


class TooManySearches(DatelineError):
    """No more searches can be saved."""
