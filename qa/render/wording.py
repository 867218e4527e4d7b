"""The words that introduce answers and comparisons: verdicts, counts, days, matches. Never a percentage."""

from collections.abc import Iterable, Sequence
from datetime import date

from corpus.metadata.times import until_words
from qa.answer import Answer, Silent, Verdict
from qa.compare import Comparison, FigureGroup
from qa.compare.comparison import NoMatch, Report
from qa.passage import Citation, Passage

# Words alone tell the verdicts apart: no colour has to be seen.
VERDICTS = {
    Verdict.ANSWERS: "The articles answer this",
    Verdict.MAY: "The articles may answer this",
    Verdict.NO: "The articles do not answer this",
}
CAUTION = "This is not sure: read what follows before you rely on it."
NEAREST = f"{VERDICTS[Verdict.NO]}. The nearest sentence of each outlet, which is not an answer:"


_WORDINGS = 3  # different ways to write one figure that a summary shows
_NAMED_OUTLETS = 8  # more names than this say less than their number


FLAGS = {
    "ai-generated": "AI-generated page",
    "encoding-guessed": "Encoding guessed: accents may be wrong",
    "stub": "Perhaps not the whole article",
}


def counted(number: int, noun: str) -> str:
    """Returns a number and its noun, such as ``"1 passage"`` or ``"1,204 articles"``."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def day(published: date | None) -> str:
    """Returns a day as a reader writes it, such as ``"17 February 2026"``; unknown days are named as such."""
    return f"{published.day} {published:%B} {published.year}" if published else "date unknown"


def day_span(days: Iterable[date]) -> str:
    """Returns the span of some days, such as ``"17–19 February 2026"``; empty when there are none."""
    known = sorted(days)
    if not known:
        return ""
    first, last = known[0], known[-1]
    if first == last:
        return day(last)
    if first.year != last.year:
        return f"{day(first)} – {day(last)}"
    if first.month != last.month:
        return f"{first.day} {first:%B} – {day(last)}"
    return f"{first.day}–{day(last)}"


def lead(answer: Answer) -> str:
    """Returns the line above the passages that match: the verdict, how many, from how many outlets, of which days."""
    passages = answer.matching
    outlets = {passage.citation.outlet for passage in passages}
    number = f"{counted(len(passages), 'passage')} from {counted(len(outlets), 'outlet')}"
    line = f"{VERDICTS[answer.verdict]}: {number}"
    days = [passage.citation.published for passage in passages]
    span = day_span(known for known in days if known)
    undated = days.count(None)
    if not span:
        return f"{line}, {'date' if undated == 1 else 'dates'} unknown"
    return f"{line}, {span}" + (f"; {undated} without a date" if undated else "")


def nearest_heading(answer: Answer) -> str:
    """Returns the line above the passages that do not match."""
    worth = "less likely to answer" if answer.found else "not an answer"
    return f"Nearest material, {worth}: {counted(len(answer.nearest), 'passage')}"


def outlet_names(outlets: Sequence[str]) -> str:
    """Names outlets, the first few where they are many."""
    more = len(outlets) - _NAMED_OUTLETS
    named = ", ".join(outlets[:_NAMED_OUTLETS])
    return f"{named} and {counted(more, 'more outlet')}" if more > 0 else named


def silence(answer: Answer) -> str:
    """Says who of those that are asked for has nothing, and which others have something; empty where all have."""
    if not answer.silent:
        return ""
    searched = [f"the {counted(one.articles, 'article')} {_whose(one)}" for one in answer.silent if one.articles]
    without = [_whose(one) for one in answer.silent if not one.articles]
    lines = [f"No matching passage in {', nor in '.join(searched)}"] if searched else []
    lines += [f"No article searched is {', nor '.join(without)}"] if without else []
    line = ". ".join(lines)
    if not answer.elsewhere:
        return f"{line}."
    others = len(answer.elsewhere)
    have = "has" if others == 1 else "have"
    return f"{line}; {counted(others, 'other outlet')} {have} one: {outlet_names(answer.elsewhere)}."


def _whose(silent: Silent) -> str:
    return f"{'by' if silent.is_author else 'of'} {silent.name}"


def source_line(citation: Citation) -> str:
    """Returns the source of a quotation as one line for notes: outlet, headline, day, authors, page, address."""
    parts = (
        citation.outlet,
        f"“{citation.title}”" if citation.title.strip() else "no headline",
        day(citation.published),
        f"by {' and '.join(citation.authors)}" if citation.authors else "",
        f"page {citation.page}" if citation.page else "",
        citation.url or "",
        *flags(citation),
    )
    return " ".join(", ".join(part for part in parts if part).split())


def match(passage: Passage) -> str:
    """Returns why a passage is there: found by its words, by its meaning, or by both."""
    found_by = {"words": passage.words_rank, "meaning": passage.meaning_rank}
    names = [name for name, rank in found_by.items() if rank is not None]
    return f"matches in {' and '.join(names)}" if names else ""


def flags(citation: Citation) -> tuple[str, ...]:
    """Returns what a reader should know of the article that is cited, in words; an embargo that holds first."""
    return (*embargo(citation), *map(flag, citation.flags))


def embargo(citation: Citation) -> tuple[str, ...]:
    """Returns the words of an embargo that held when the article was cited; none where there was none."""
    return (f"Embargoed until {until_words(citation.embargo)}",) if citation.embargo else ()


def flag(name: str) -> str:
    """Returns a remark on an article in words a reader understands."""
    return FLAGS.get(name, name.replace("-", " ").replace("_", " ").capitalize())


def heading(comparison: Comparison) -> str:
    """Returns the line above a comparison: who has something, or what the rows are where it is no answer."""
    answer = comparison.answer
    if answer.found:
        doubt = f"{VERDICTS[Verdict.MAY]}." if answer.verdict is Verdict.MAY else ""
        return " ".join(filter(None, (doubt, coverage_line(comparison), silence(answer))))
    if answer.silent and not answer.is_narrowed:
        return f"{silence(answer)} What they say:"
    return " ".join(filter(None, (silence(answer), NEAREST)))


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


def figures_line(figures: FigureGroup) -> str:
    """Returns who gives what, such as "3 outlets: just two hours; 1 outlet: barely 90 minutes"."""
    return "; ".join(f"{counted(len(group), 'outlet')}: {wordings(group)}" for group in figures.groups)


def wordings(group: tuple[Passage, ...]) -> str:
    """Returns the figures of one group as they are written, each once."""
    words = list(dict.fromkeys(" ".join(quote.highlights[0].text.split()) for quote in group))
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
