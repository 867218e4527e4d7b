"""Figures of passages: what each is of, and which of them speak of one thing."""

from qa.figures.asked import asked_alone, asked_figure
from qa.figures.figure import Figure, find_figures

__all__ = ["Figure", "asked_alone", "asked_figure", "find_figures"]
