"""What a question says beside its words: operators, outlets, days, filters, what it leans on."""

from qa.understand.filters import read_day
from qa.understand.known_authors import KnownAuthors
from qa.understand.operators import Operators
from qa.understand.other_forms import OtherForms
from qa.understand.outlet_names import OutletNames
from qa.understand.parse import understand

__all__ = ["KnownAuthors", "Operators", "OtherForms", "OutletNames", "read_day", "understand"]
