"""What articles share: lines an outlet repeats, copies of one text, names of one story."""

from corpus.overlap.copies import find_copies
from corpus.overlap.repeated import find_repeated

__all__ = ["find_copies", "find_repeated"]
