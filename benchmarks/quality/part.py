"""Which questions of a file are asked."""

import json
from dataclasses import dataclass
from datetime import date
from math import ceil
from pathlib import Path
from typing import Any

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the questions of a file.

    Attributes:
        every: Takes every so manieth line, from the first on, of those that the days leave.
        since: Day of the first question, inclusive; questions without a day are asked whatever the days are.
        until: Day of the last one, inclusive.
    """

    every: int = 1
    since: date | None = None
    until: date | None = None

    @classmethod
    def of(cls, path: Path, number: int, since: date | None = None, until: date | None = None) -> "Part":
        """Returns a part of about so many questions of a file, spread over all of it."""
        between = cls(1, since, until)
        return cls(max(1, ceil(len(between.rows(path)) / number)), since, until)

    @property
    def has_days(self) -> bool:
        """Whether days narrow it."""
        return bool(self.since or self.until)

    def rows(self, path: Path) -> list[Row]:
        """Reads the lines of a file of JSON lines that belong to it."""
        rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
        return [row for row in rows if self._holds(day_asked(row))][:: self.every]

    def _holds(self, day: date | None) -> bool:
        return day is None or (self.since or day) <= day <= (self.until or day)


WHOLE = Part()


def day_asked(row: Row) -> date | None:
    """Returns the day on which the question of a line was asked, where the line says so."""
    text = row.get("date") or row.get("asked")
    return date.fromisoformat(text.replace("/", "-")) if text else None
