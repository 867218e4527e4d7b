"""The words a comparison is introduced with: counts and days, as a reading help. Never a verdict on an outlet."""

from qa.compare.comparison import Comparison, Figures, GivenFigure, NoMatch, Report
from qa.render.wording import counted, day, day_span

NEAREST = "The articles do not answer this. The nearest sentence of each outlet, which is not an answer:"
_WORDINGS = 3  # different ways to write one figure that a summary shows


def coverage_line(comparison: Comparison) -> str:
    """Returns who has something, such as "4 outlets have a matching passage, 3 independent texts; ..."."""
    if not comparison.rows:
        return "No outlet has a matching passage."
    outlets = len(comparison.rows)
    line = (
        f"{counted(outlets, 'outlet')} {'has' if outlets == 1 else 'have'} a matching passage, "
        f"{counted(comparison.independent, 'independent text')}"
    )
    if comparison.first is None or comparison.last is None:
        return f"{line}; no date known."
    if comparison.first == comparison.last:
        return f"{line}; {day(comparison.first)}."
    return f"{line}; first {day_span([comparison.first])}, latest {day(comparison.last)}."


def without_line(one: NoMatch) -> str:
    """Says that an outlet has no match; it may have reported all the same."""
    return f"No matching passage found in the {counted(one.articles, 'article')} of {one.outlet}"


def matching_words(matching: int, articles: int) -> str:
    """Returns how many of an outlet's articles match."""
    return f"{matching:,} of {counted(articles, 'article')}"


def figures_line(figures: Figures) -> str:
    """Returns who gives what, such as "3 outlets: just two hours; 1 outlet: barely 90 minutes"."""
    return "; ".join(f"{counted(len(group), 'outlet')}: {wordings(group)}" for group in figures.groups)


def wordings(group: tuple[GivenFigure, ...]) -> str:
    """Returns the figures of one group as they are written, each once."""
    words = list(dict.fromkeys(" ".join(figure.words.split()) for figure in group))
    more = ", ..." if len(words) > _WORDINGS else ""
    return ", ".join(words[:_WORDINGS]) + more


def alike_lines(comparison: Comparison) -> tuple[str, ...]:
    """Names the outlets whose sentences are alike, one line for each group of at least two."""
    return tuple(f"Similar sentences: {', '.join(group)}" for group in comparison.alike if len(group) > 1)


def report_words(report: Report, comparison: Comparison) -> str:
    """Returns what a report on the timeline is, after its day; all of the first day are marked."""
    citation = report.citation
    words = f"{citation.outlet}: {' '.join(citation.title.split()) or 'No headline'}"
    if report.same_text:
        words += f" (same text: {', '.join(copy.outlet for copy in report.same_text)})"
    day_of_it = citation.published
    return f"{words} (first day)" if day_of_it is not None and day_of_it == comparison.first else words
