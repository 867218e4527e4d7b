"""Floors: figures of the product that no change may fall below unnoticed."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path

from benchmarks.quality.figures import Figures
from benchmarks.quality.measure import LATENCY, PRODUCT, Measured
from benchmarks.quality.verdicts import SHARES

FLOORS = Path(__file__).resolve().parent / "floors.json"
BEFORE = FLOORS.with_name("before.json")  # of the version that this one is compared with
NO_FLOORS = SHARES | {LATENCY}
EPSILON = 0.0005  # floors are written with four digits, and sums of floats differ in the last ones
ROUNDED = 4


@dataclass(frozen=True, slots=True)
class Floor:
    """The floors of one set; they mean nothing for other questions.

    Attributes:
        sha256: Of the file of questions.
        every: Every so manieth line of it was asked.
        figures: Least value by name.
    """

    sha256: str
    every: int
    figures: Figures

    @classmethod
    def of(cls, *measured: Measured) -> "Floor":
        """Returns the lowest figures of one set, measured once or several times."""
        ours = [one.figures[PRODUCT] for one in measured]
        names = [name for name in ours[0] if name not in NO_FLOORS]
        figures = {name: round(min(figures[name] for figures in ours), ROUNDED) for name in names}
        return cls(measured[0].sha256, measured[0].part.every, figures)

    def is_of(self, measured: Measured) -> bool:
        """Says whether they hold for the questions that were asked."""
        asked = measured.part
        return (self.sha256, self.every) == (measured.sha256, asked.every) and not asked.has_days

    def complaints(self, name: str, other: "Floor") -> list[str]:
        """Says in what another floor, or what was measured, is lower than this one.

        Args:
            name: Name of the set.
            other: What is compared.
        """
        if self.sha256 != other.sha256:
            return [f"{name}: the file of questions has changed since its floors were written."]
        if self.every != other.every:
            return [f"{name}: its floors hold for --every {self.every}, not for --every {other.every}."]
        return [
            f"{name}: {figure} is {other.figures.get(figure)}, below its floor of {least}."
            for figure, least in self.figures.items()
            if other.figures.get(figure, float("-inf")) < least - EPSILON
        ]


def read_floors(path: Path = FLOORS) -> dict[str, Floor]:
    """Reads the floors by the name of their set; none where there is no file."""
    if not path.is_file():
        return {}
    return {name: Floor(**floor) for name, floor in json.loads(path.read_text(encoding="utf-8")).items()}


def check(measured: Iterable[Measured], floors: Mapping[str, Floor]) -> list[str]:
    """Returns what is wrong: figures below their floor, sets without one."""
    wrong = []
    for one in measured:
        if one.name in floors:
            wrong += floors[one.name].complaints(one.name, Floor.of(one))
        else:
            wrong.append(f"{one.name}: it has no floors; write them with --update.")
    return wrong


def update(new: Mapping[str, Floor], *, allow_lower: bool, path: Path = FLOORS) -> list[str]:
    """Writes floors; those of other sets stay.

    Args:
        new: Floors by the name of their set.
        allow_lower: Write floors, too, that are lower than before or cannot be compared with them.
        path: The file.

    Returns:
        Why nothing was written; empty when all was.
    """
    floors = read_floors(path)
    refused = [text for name in new.keys() & floors.keys() for text in floors[name].complaints(name, new[name])]
    if refused and not allow_lower:
        return sorted(refused)
    merged = {name: asdict(floor) for name, floor in sorted({**floors, **new}.items())}
    path.write_text(json.dumps(merged, indent=1) + "\n", encoding="utf-8")
    return []
