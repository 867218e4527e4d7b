"""Shows what was measured."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict
from typing import Any

from rich.table import Table

from benchmarks.quality.bootstrap import Difference
from benchmarks.quality.figures import MACRO
from benchmarks.quality.floors import Floor
from benchmarks.quality.measure import LATENCY, PRODUCT, Measured
from benchmarks.quality.part import Part


def as_table(measured: Measured) -> Table:
    """Returns a row for each figure: the value of each system, and the product less each other."""
    systems = list(measured.figures)
    table = _table([""], [*systems, *(f"less {name}" for name in systems if name != PRODUCT)], title=_title(measured))
    for figure in measured.figures[PRODUCT]:
        values = [_value(figure, measured.figures[name].get(figure)) for name in systems]
        differences = [_difference(measured.differences[name].get(figure)) for name in systems if name != PRODUCT]
        table.add_row(figure, *values, *differences)
    return table


def side_by_side(measured: Sequence[Measured], before: Mapping[str, Floor]) -> Table:
    """Returns all sets in one table: the figures before, and those of each system now; means over components apart.

    Args:
        measured: The sets.
        before: What the product had before, by set; shown where the same questions were asked.
    """
    systems = list(dict.fromkeys(name for one in measured for name in one.figures))
    table = _table(["set", ""], ["before", *systems, "less before"], title="All sets")
    for one in measured:
        then = before.get(one.name)
        known = then.figures if then and then.is_of(one) else {}
        for figure, value in one.figures[PRODUCT].items():
            if not figure.endswith(MACRO):
                values = [_value(figure, one.figures.get(name, {}).get(figure)) for name in systems]
                change = f"{value - known[figure]:+.4f}" if figure in known else ""
                table.add_row(one.name, figure, _value(figure, known.get(figure)), *values, change)
        table.add_section()
    return table


def _table(names: Sequence[str], values: Sequence[str], title: str) -> Table:
    table = Table(*names, title=title)
    for value in values:
        table.add_column(value, justify="right", no_wrap=True)
    return table


def _title(measured: Measured) -> str:
    asked = f"{measured.name}: {measured.answerable:,} answerable questions, {measured.unanswerable:,} others"
    parts = list(_narrowed(measured.part))
    return f"{asked} ({', '.join(parts)})" if parts else asked


def _narrowed(part: Part) -> Iterable[str]:
    if part.since:
        yield f"since {part.since}"
    if part.until:
        yield f"until {part.until}"
    if part.every > 1:
        yield f"every {part.every}th line"


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
