import argparse
import json
from datetime import date
from pathlib import Path

import pytest

from benchmarks.quality.options import add_part_options, part_of
from benchmarks.quality.part import WHOLE, Part


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


@pytest.mark.parametrize(
    ("options", "usual", "part"),
    [
        ([], None, WHOLE),
        ([], 6, Part(2)),
        (["--every", "3"], 6, Part(3)),
        (["--sample", "3"], None, Part(4)),
        (
            ["--sample", "2", "--since", "2026-03-05", "--until", "2026-03-08"],
            None,
            Part(3, date(2026, 3, 5), date(2026, 3, 8)),
        ),
    ],
)
def test_options_ask_for_a_part(file: Path, options: list[str], usual: int | None, part: Part) -> None:
    parser = argparse.ArgumentParser()
    add_part_options(parser, usual)
    assert part_of(file, parser.parse_args(options)) == part


def test_every_and_sample_exclude_each_other(capsys: pytest.CaptureFixture[str]) -> None:
    parser = argparse.ArgumentParser()
    add_part_options(parser, 6)
    with pytest.raises(SystemExit):
        parser.parse_args(["--every", "2", "--sample", "3"])
    assert "not allowed with" in capsys.readouterr().err
