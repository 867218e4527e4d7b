"""What a question says beside its words: operators, days, other forms of words, filters, what it leans on."""

from qa.understand.filters import read_day
from qa.understand.operators import Operators
from qa.understand.other_forms import OtherForms
from qa.understand.parse import understand

__all__ = ["Operators", "OtherForms", "read_day", "understand"]
