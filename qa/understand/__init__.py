"""What a question says beside its words: operators, outlets, days, filters, what it leans on."""

from qa.understand.author_names import AuthorNames
from qa.understand.filters import read_day
from qa.understand.outlet_names import OutletNames
from qa.understand.parse import understand

__all__ = ["AuthorNames", "OutletNames", "read_day", "understand"]
