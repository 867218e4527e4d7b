"""The operators that a question may hold, read to its words and to conditions on articles."""

from qa.query.grammar import Query, is_plain, read_condition, read_query
from qa.query.quotations import Quotation, quotations
from qa.query.written import written

__all__ = ["Query", "Quotation", "is_plain", "quotations", "read_condition", "read_query", "written"]
