"""What each outlet says to a question, side by side. It holds no verdict."""

from qa.compare.comparison import Comparison, FigureGroup
from qa.compare.outlets import compare
from qa.compare.silence import with_silence

__all__ = ["Comparison", "FigureGroup", "compare", "with_silence"]
