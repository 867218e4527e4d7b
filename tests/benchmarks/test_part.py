import json
from datetime import date
from pathlib import Path

import pytest

from benchmarks.quality.part import Part


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "questions.jsonl"
    rows = [{"id": number, "date": f"2026-03-{number + 1:02d}"} for number in range(10)]
    path.write_text("\n".join(map(json.dumps, [*rows, {"id": "dayless"}])), encoding="utf-8")
    return path


def ids(part: Part, file: Path) -> list[object]:
    return [row["id"] for row in part.rows(file)]


def test_both_days_are_meant_with_those_between_and_a_question_without_a_day(file: Path) -> None:
    assert ids(Part(since=date(2026, 3, 4), until=date(2026, 3, 6)), file) == [3, 4, 5, "dayless"]
    assert ids(Part(until=date(2026, 3, 1)), file) == [0, "dayless"]
    assert ids(Part(every=3, since=date(2026, 3, 8)), file) == [7, "dayless"]


@pytest.mark.parametrize(("number", "every", "taken"), [(1, 11, 1), (4, 3, 4), (5, 3, 4), (11, 1, 11), (99, 1, 11)])
def test_a_sample_is_spread_over_the_file(file: Path, number: int, every: int, taken: int) -> None:
    part = Part.of(file, number)
    assert part.every == every
    assert len(part.rows(file)) == taken


def test_a_sample_is_taken_of_the_days_asked_for(file: Path) -> None:
    assert ids(Part.of(file, 2, until=date(2026, 3, 4)), file) == [0, 3]
