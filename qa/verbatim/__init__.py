"""Was it ever said: where quoted words stand in the articles word for word, and else the nearest wording."""

from qa.verbatim.answering import with_said
from qa.verbatim.find import find_said

__all__ = ["find_said", "with_said"]
