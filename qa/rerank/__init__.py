"""A model that reads question and sentences together and says how surely each one answers."""

from qa.rerank.choose import Chosen, choose
from qa.rerank.door import RerankerDoor
from qa.rerank.readings import Readings, reordered

__all__ = ["Chosen", "Readings", "RerankerDoor", "choose", "reordered"]
