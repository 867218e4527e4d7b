import pytest

from benchmarks.counts import main

pytestmark = pytest.mark.model


def test_lists_of_the_sample_are_those_of_a_plain_count(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--number", "30"]) == 0
    shown = capsys.readouterr().out
    assert "30 of 30 equal" in shown
    assert "cores" in shown
