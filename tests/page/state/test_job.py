import threading

import pytest

from corpus.progress import OnProgress, Progress
from index.errors import RefreshRunning
from page.state.job import Job


class Errand:
    """Work that stops until it is let go."""

    def __init__(self) -> None:
        self.told, self.go, self.runs = threading.Event(), threading.Event(), 0
        self.error: Exception | None = None

    def run(self, on_progress: OnProgress) -> int:
        self.runs += 1
        on_progress(Progress("Reading", self.runs, 2))
        self.told.set()
        assert self.go.wait(5)
        if self.error:
            raise self.error
        return self.runs


def test_a_job_shows_its_progress_and_then_its_result() -> None:
    errand = Errand()
    job = Job(errand.run)
    before = job.state
    assert (before.running, before.result, before.ended) == (False, None, None)
    assert job.start()
    assert errand.told.wait(5)
    during = job.state
    assert (during.running, during.progress) == (True, Progress("Reading", 1, 2))
    assert not job.wait(0.01)
    errand.go.set()
    assert job.wait(5)
    after = job.state
    assert (after.running, after.result, after.error) == (False, 1, None)
    assert after.ended is not None


def test_a_job_never_runs_twice_at_the_same_time() -> None:
    errand = Errand()
    job = Job(errand.run)
    assert [job.start() for _ in range(5)] == [True, False, False, False, False]
    errand.go.set()
    assert job.wait(5)
    assert errand.runs == 1
    assert job.start()
    assert job.wait(5)
    assert job.state.result == 2


@pytest.mark.parametrize("error", [RefreshRunning("Another refresh is running."), ZeroDivisionError()])
def test_a_failure_is_kept_beside_the_last_good_result(error: Exception) -> None:
    errand = Errand()
    errand.go.set()
    job = Job(errand.run)
    job.start()
    assert job.wait(5)
    errand.error = error
    job.start()
    assert job.wait(5)
    assert (job.state.running, job.state.result, job.state.error) == (False, 1, error)
