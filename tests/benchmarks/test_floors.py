"""The floors of the figures, the figures before, and the command that checks them."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from rich.console import Console

from benchmarks.quality import floors
from benchmarks.quality.__main__ import main
from benchmarks.quality.floors import Floor
from benchmarks.quality.measure import PRODUCT, Measured
from benchmarks.quality.part import WHOLE, Part
from benchmarks.quality.report import side_by_side
from benchmarks.quality.sets import SETS
from tests.shared import needs_shared


def measured(**figures: float) -> Measured:
    return Measured("ferry", "abc", WHOLE, 10, 0, {PRODUCT: {**figures, "median ms": 5.0}}, {})


def test_a_figure_below_its_floor_is_told() -> None:
    floor = {"ferry": Floor("abc", 1, {"any@4": 0.9})}
    assert floors.check([measured(**{"any@4": 0.8996})], floor) == []
    assert floors.check([measured(**{"any@4": 0.8994})], floor) == ["ferry: any@4 is 0.8994, below its floor of 0.9."]
    assert floors.check([measured()], floor) == ["ferry: any@4 is None, below its floor of 0.9."]
    assert "has no floors" in floors.check([measured()], {})[0]


def test_what_is_no_better_for_being_more_has_no_floor() -> None:
    figures = Floor.of(measured(**{"any@4": 0.9, "says answers": 0.5, "says no": 0.2, "may unanswered": 0.4})).figures
    assert figures == {"any@4": 0.9}


def shown(measured: Measured, before: Floor) -> str:
    console = Console(width=100)
    with console.capture() as capture:
        console.print(side_by_side([measured], {"ferry": before}))
    return capture.get()


def test_all_sets_stand_side_by_side_with_the_figures_before() -> None:
    now = measured(**{"any@4": 0.75, "any@4 macro": 0.5})
    now.figures["BM25"] = {"any@4": 0.625}
    text = shown(now, Floor("abc", 1, {"any@4": 0.5}))
    [row] = [line for line in text.splitlines() if "any@4" in line]
    assert [cell.strip() for cell in row.split("│")[1:-1]] == [
        "ferry",
        "any@4",
        "0.5000",
        "0.7500",
        "0.6250",
        "+0.2500",
    ]


@pytest.mark.parametrize("part", [Part(2), Part(since=date(2026, 3, 3))])
def test_figures_of_other_questions_are_not_those_before(part: Part) -> None:
    other = replace(measured(**{"any@4": 0.75}), part=part)
    assert "0.5000" not in shown(other, Floor("abc", 1, {"any@4": 0.5}))


@pytest.mark.parametrize("floor", [Floor("other", 1, {}), Floor("abc", 2, {})])
def test_floors_of_other_questions_are_no_floors(floor: Floor) -> None:
    [complaint] = floors.check([measured()], {"ferry": floor})
    assert "the file of questions has changed" in complaint or "--every" in complaint


def test_a_floor_is_the_lowest_measured_and_not_lowered_by_the_way(tmp_path: Path) -> None:
    path = tmp_path / "floors.json"

    def update(value: float, *, allow_lower: bool = False) -> list[str]:
        floor = Floor.of(measured(**{"any@4": value}), measured(**{"any@4": 1.0}))
        return floors.update({"ferry": floor}, allow_lower=allow_lower, path=path)

    assert update(0.8) == []
    assert update(0.9) == []
    before = path.read_bytes()
    assert update(0.7) == ["ferry: any@4 is 0.7, below its floor of 0.9."]
    assert path.read_bytes() == before
    assert update(0.7, allow_lower=True) == []
    assert floors.read_floors(path) == {"ferry": Floor("abc", 1, {"any@4": 0.7})}


def test_a_set_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(SystemExit, match="No set is called typo; there are sample, "):
        main(["--sets", "sample,typo"])
    with pytest.raises(SystemExit, match="holds no questions for mtrag"):
        main(["--sets", "mtrag", "--data", str(tmp_path)])


def test_every_0th_question_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["--every", "0"])
    assert "argument --every: 0 is not a number from 1 on" in capsys.readouterr().err


def test_floors_are_of_all_days(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["--check", "--since", "2026-01-01"])
    assert "--since and --until go with neither --check nor --update" in capsys.readouterr().err


def test_every_set_has_floors() -> None:
    assert floors.read_floors().keys() <= {one.name for one in SETS}
    assert "sample" in floors.read_floors()


@pytest.mark.model
def test_the_sample_keeps_its_floors(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--sets", "sample", "--alone", "--check"]) == 0, capsys.readouterr().out


@pytest.mark.model
@needs_shared
def test_the_five_sources_keep_their_floors(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--sets", "sources", "--alone", "--check"]) == 0, capsys.readouterr().out
