"""The times that questions and articles name, and the order by date that a question asks for."""

from qa.times.order import find_order
from qa.times.periods import Days, find_periods, read_days

__all__ = ["Days", "find_order", "find_periods", "read_days"]
