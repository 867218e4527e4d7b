"""A fact sheet as Markdown: a block quotation each, its source as a footnote."""

from collections.abc import Iterable

from qa.cite import Run, Style
from qa.facts.lines import closing_lines
from qa.facts.sheet import FactSheet
from qa.render.markdown import address, quotation, shown
from qa.render.provenance import HEADING


def sheet_to_markdown(sheet: FactSheet, style: Style) -> str:
    """Writes a fact sheet as Markdown in which nothing of an article can act as markup.

    Args:
        sheet: The sheet.
        style: How sources are cited.
    """
    blocks = [f"# {shown(sheet.title)}"]
    for number, fact in enumerate(sheet.facts, start=1):
        blocks.append(f"{quotation(fact.quote)}[^{number}]")
        blocks += [shown(line) for line in fact.note.splitlines() if line.strip()]
    notes = [f"[^{number}]: {_runs(style.cite(fact.entry))}" for number, fact in enumerate(sheet.facts, start=1)]
    ending = "\n".join(f"- {shown(line)}" for line in closing_lines(sheet))
    return "\n\n".join([*blocks, *notes, f"## {HEADING}", ending]) + "\n"


def _runs(runs: Iterable[Run]) -> str:
    return "".join(map(_run, runs))


def _run(run: Run) -> str:
    if run.is_address:
        return address(run.text)
    words = run.text.strip()
    written = f"*{shown(words)}*" if run.is_italic else shown(words)
    return run.text.replace(words, written) if words else run.text
