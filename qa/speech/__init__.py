"""Who said what: quotations in a text, each with its speaker, and whether two names are one person's."""

from qa.speech.quotation import Quotation
from qa.speech.quotations import find_quotations
from qa.speech.same import is_by

__all__ = ["Quotation", "find_quotations", "is_by"]
