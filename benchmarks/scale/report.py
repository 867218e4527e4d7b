"""The figures of all collections: in one table, and as JSON."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from statistics import median
from typing import Any

import numpy as np
from rich.table import Table

from benchmarks.scale.asking import Asking
from benchmarks.scale.enduring import Enduring
from benchmarks.scale.finding import Finding
from benchmarks.scale.refreshing import Refreshing

Cells = dict[str, str]


@dataclass(frozen=True, slots=True)
class Measured:
    """What was measured of one collection in one store; None where it was not asked for.

    Attributes:
        store: Name of the store.
        size: Name of the size.
        articles: Number of articles.
        passages: Number of passages.
        disk: Bytes of the index.
        same_words: Mean share of the first rows of the search of words that the first store has there too.
        asking: See `benchmarks.scale.asking`.
        refreshing: See `benchmarks.scale.refreshing`.
        finding: See `benchmarks.scale.finding`.
        enduring: See `benchmarks.scale.enduring`.
    """

    store: str
    size: str
    articles: int
    passages: int
    disk: int
    same_words: float | None = None
    asking: Asking | None = None
    refreshing: Refreshing | None = None
    finding: Finding | None = None
    enduring: Enduring | None = None

    def cells(self) -> Cells:
        """Returns the figures by name, as they are printed."""
        cells = {
            "articles": f"{self.articles:,}",
            "passages": f"{self.passages:,}",
            "disk": _bytes(self.disk),
        }
        if self.asking:
            cells |= _of_asking(self.asking)
        if self.finding:
            cells |= _of_finding(self.finding)
        if self.same_words is not None:
            cells["words as the first store"] = f"{self.same_words:.3f}"
        if self.refreshing:
            cells |= _of_refreshing(self.refreshing)
        if self.enduring:
            cells |= _of_enduring(self.enduring)
        return cells

    def to_dict(self) -> dict[str, Any]:
        """Returns all for JSON, but what was only kept to be compared."""
        data = asdict(self)
        for measure, kept in (("asking", "shown"), ("finding", "first")):
            if data[measure]:
                del data[measure][kept]
        return data


def table_of(measured: Sequence[Measured]) -> Table:
    """Returns the table: a column for each collection in each store."""
    table = Table("", title="Dateline at several sizes")
    for one in measured:
        table.add_column(f"{one.store} {one.size}", justify="right")
    columns = [one.cells() for one in measured]
    for name in dict.fromkeys(name for cells in columns for name in cells):
        table.add_row(name, *(cells.get(name, "") for cells in columns))
    return table


def json_of(measured: Sequence[Measured], machine: str) -> str:
    """Returns all figures as JSON."""
    return json.dumps({"machine": machine, "measured": [one.to_dict() for one in measured]}, indent=1)


def _of_asking(asking: Asking) -> Cells:
    half, most = np.percentile(1000 * np.array(asking.warm), (50, 95))
    return {
        "open the index": _seconds(asking.opened),
        "open it for questions": _seconds(asking.answerer),
        "process start to first answer": _seconds(asking.first),
        "memory of the process": _bytes(asking.peak),
        f"warm answer, {len(asking.warm)} questions, median": f"{half:.0f} ms",
        "warm answer, p95": f"{most:.0f} ms",
    }


def _of_finding(finding: Finding) -> Cells:
    recall = {f"recall@{depth} of vectors": f"{share:.3f}" for depth, share in finding.recall.items()}
    return {
        **recall,
        "search of vectors, median": f"{1000 * finding.vectors:.1f} ms",
        "search of words, median": f"{1000 * finding.words:.1f} ms",
    }


def _of_refreshing(refreshing: Refreshing) -> Cells:
    parts: dict[str, list[float]] = {}
    for one in refreshing.changed:
        for name, seconds in one.parts.items():
            parts.setdefault(name, []).append(seconds)
    number = len(refreshing.changed)
    return {
        f"refresh of one article, {number} runs, median": _seconds(median(one.seconds for one in refreshing.changed)),
        **{f"  {name}": _seconds(median(each)) for name, each in parts.items()},
        "refresh of nothing": _seconds(refreshing.nothing.seconds),
        "memory of the refreshing process": _bytes(refreshing.peak),
    }


def _of_enduring(enduring: Enduring) -> Cells:
    pairs: Mapping[str, tuple[float, float]] = {
        "  question before and after": enduring.idle,
        "  question meanwhile, first and last tenth": enduring.busy,
        "  refresh, first and last tenth": enduring.refresh,
    }
    return {
        "refreshes in a row": f"{enduring.refreshes:,}",
        "  wrong or missing rows": f"{len(enduring.wrong):,}",
        "  questions meanwhile": f"{enduring.answers:,}",
        **{name: f"{1000 * one:.0f} and {1000 * other:.0f} ms" for name, (one, other) in pairs.items()},
        "  disk before, after, at most": f"{' / '.join(map(_bytes, (*enduring.disk, enduring.most_disk)))}",
    }


def _seconds(seconds: float) -> str:
    return f"{seconds:.2f} s"


def _bytes(number: int) -> str:
    return f"{number / 2**20:,.0f} MiB"
