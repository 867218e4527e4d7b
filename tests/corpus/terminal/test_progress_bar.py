import pytest

from corpus.progress import Progress
from corpus.terminal.progress_bar import progress_bar


def test_where_nobody_watches_short_work_writes_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    with progress_bar() as on_progress:
        on_progress(Progress("Reading articles", 1, 2))
    captured = capsys.readouterr()
    assert (captured.out, captured.err) == ("", "")


def test_where_nobody_watches_long_work_writes_a_line_now_and_then(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("corpus.terminal.progress_bar.LINE_EVERY", 0.0)
    with progress_bar() as on_progress:
        on_progress(Progress("Scanning", 0, 0))
        on_progress(Progress("Encoding passages", 1500, 3000))
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err.splitlines() == ["Scanning", "Encoding passages: 1,500 of 3,000"]


def test_a_terminal_gets_a_bar(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("TERM", "xterm")
    with progress_bar() as on_progress:
        on_progress(Progress("Encoding passages", 1500, 3000))
    captured = capsys.readouterr()
    assert captured.out == ""
    assert "Encoding passages" in captured.err
    assert "1500/3000" in captured.err
