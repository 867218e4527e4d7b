"""What is shown of what was found: chosen, word for word, cited, marked, with how sure it is."""

from qa.quote.cite import quote
from qa.quote.confidence import Judged, Signals, source_of
from qa.quote.sought import Sought

__all__ = ["Judged", "Signals", "Sought", "quote", "source_of"]
