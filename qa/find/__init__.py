"""From a question to what is found: an index as it is read, one search of it, and what that found."""

from qa.find.found import Found
from qa.find.reading import Reading
from qa.find.search import find

__all__ = ["Found", "Reading", "find"]
