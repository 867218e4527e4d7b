"""What each outlet says to a question, side by side. It holds no verdict."""

from qa.compare.comparison import Comparison, FigureGroup, Report
from qa.compare.outlets import compare
from qa.compare.reports import find_reports
from qa.compare.silence import with_silence

__all__ = ["Comparison", "FigureGroup", "Report", "compare", "find_reports", "with_silence"]
