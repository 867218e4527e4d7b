"""The source of a quotation as styles and reference managers want it: a newspaper article, whatever is known of it."""

from qa.cite.entry import Entry
from qa.cite.run import Run, plain
from qa.cite.styles import STYLES, Style

__all__ = ["STYLES", "Entry", "Run", "Style", "plain"]
