"""Question to cited passages."""

from qa.answerer import open_answerer

__all__ = ["open_answerer"]
