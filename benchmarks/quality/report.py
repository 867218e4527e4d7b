"""Shows what was measured."""

from dataclasses import asdict
from typing import Any

from rich.table import Table

from benchmarks.quality.bootstrap import Difference
from benchmarks.quality.measure import LATENCY, PRODUCT, Measured


def as_table(measured: Measured) -> Table:
    """Returns a row for each figure: the value of each system, and the product less each other."""
    systems = list(measured.figures)
    title = f"{measured.name}: {measured.answerable:,} answerable questions, {measured.unanswerable:,} others"
    if measured.every > 1:
        title += f" (every {measured.every}th line)"
    table = Table("", *systems, *(f"less {name}" for name in systems if name != PRODUCT), title=title)
    for column in table.columns[1:]:
        column.justify = "right"
        column.no_wrap = True
    for figure in measured.figures[PRODUCT]:
        values = [_value(figure, measured.figures[name].get(figure)) for name in systems]
        differences = [_difference(measured.differences[name].get(figure)) for name in systems if name != PRODUCT]
        table.add_row(figure, *values, *differences)
    return table


def _value(figure: str, value: float | None) -> str:
    if value is None:
        return ""
    return f"{value:.1f}" if figure == LATENCY else f"{value:.4f}"


def _difference(difference: Difference | None) -> str:
    if difference is None:
        return ""
    return f"{difference.mean:+.3f} ({difference.low:+.3f} to {difference.high:+.3f})"


def as_json(measured: Measured) -> dict[str, Any]:
    """Returns the same for a file."""
    return asdict(measured)
