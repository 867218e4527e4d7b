import pytest

from benchmarks.ask_speed import main

pytestmark = pytest.mark.model


def test_the_table_names_both_ways_to_ask_and_the_machine(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--runs", "1", "--limit", "3"]) == 0
    shown = capsys.readouterr().out
    assert "cold, 1 runs" in shown
    assert "warm, 3 questions" in shown
    assert "cores" in shown
