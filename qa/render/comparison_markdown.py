"""A comparison as Markdown, to keep or to pass on: every quotation with its full source."""

from collections.abc import Iterator

from qa.compare.comparison import Comparison, Figures
from qa.render.compared import (
    NEAREST,
    alike_lines,
    coverage_line,
    figures_line,
    matching_words,
    report_words,
    without_line,
    wordings,
)
from qa.render.markdown import quotation, shown, source
from qa.render.wording import counted, day


def comparison_to_markdown(comparison: Comparison) -> str:
    """Writes a comparison as Markdown in which nothing of an article can act as markup.

    Args:
        comparison: What each outlet says to a question.
    """
    blocks = [f"# {shown(comparison.answer.question.asked)}", "What each outlet says."]
    blocks.append(shown(coverage_line(comparison) if comparison.answer.found else NEAREST))
    blocks += _figures(comparison.figures)
    blocks += map(shown, alike_lines(comparison))
    for row in comparison.rows:
        about = f"{day(row.quote.citation.published)}, {matching_words(row.matching, row.articles)}"
        blocks += [f"## {shown(row.outlet)}, {about}", quotation(row.quote), source(row.quote)]
    if comparison.without:
        blocks += ["## Outlets without a match", _listed(without_line(one) for one in comparison.without)]
    if comparison.timeline or comparison.undated:
        blocks += ["## Timeline", _listed(_timeline(comparison))]
    return "\n\n".join(blocks) + "\n"


def _figures(figures: tuple[Figures, ...]) -> Iterator[str]:
    if figures:
        yield "## Figures given"
    for heading in figures:
        yield f"### {shown(heading.heading)}"
        yield shown(figures_line(heading))
        for group in heading.groups:
            yield f"**{shown(wordings(group))}** ({counted(len(group), 'outlet')})"
            for figure in group:
                yield f"{shown(figure.outlet)}, {day(figure.quote.citation.published)}:"
                yield quotation(figure.quote)
                yield source(figure.quote)


def _timeline(comparison: Comparison) -> Iterator[str]:
    for report in (*comparison.timeline, *comparison.undated):
        yield f"{day(report.citation.published)}: {report_words(report, comparison)}"


def _listed(lines: Iterator[str]) -> str:
    return "\n".join(f"- {shown(line)}" for line in lines)
