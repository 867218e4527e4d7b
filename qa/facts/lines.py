"""What every form of a fact sheet says of itself."""

from qa.facts.sheet import FactSheet
from qa.render.provenance import provenance_lines
from qa.render.wording import counted


def closing_lines(sheet: FactSheet) -> tuple[str, ...]:
    """Returns how a sheet came about, and what it lacks."""
    quoted = "The quotations are word for word; each stood so in its article when this was made."
    lost = f"Left out, as the words no longer stand in the articles: {counted(sheet.lost, 'quotation')}."
    return (quoted, *([lost] if sheet.lost else []), *provenance_lines(sheet.came_about))


def one_closing_line(sheet: FactSheet) -> str:
    """Returns the same in one line, for forms without room for more."""
    return " ".join(provenance_lines(sheet.came_about))
