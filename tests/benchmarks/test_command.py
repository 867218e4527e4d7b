import pytest

from benchmarks.command import run_dateline


def test_a_run_is_timed_and_weighed() -> None:
    run = run_dateline("index", "--help")
    assert "usage: dateline index" in run.output
    assert 0 < run.seconds < 60
    assert 2**20 < run.peak_bytes < 2**33


def test_a_command_that_fails_ends_the_benchmark(capfd: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit, match="ended with status 2"):
        run_dateline("index", "--no-such-option")
    assert "--no-such-option" in capfd.readouterr().err
