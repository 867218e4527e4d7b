import threading
import time
from concurrent.futures import ThreadPoolExecutor

import pytest

from corpus.progress import OnProgress, Progress
from index.errors import RefreshRunning
from page.session.job import Job


class Errand:
    """Work that stops until it is let go."""

    def __init__(self) -> None:
        self.told, self.go, self.runs = threading.Event(), threading.Event(), 0
        self.error: BaseException | None = None

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


def test_whoever_asks_during_a_run_gets_one_more_after_it() -> None:
    errand = Errand()
    job = Job(errand.run)
    assert job.request() == 1
    assert errand.told.wait(5)
    assert [job.request() for _ in range(5)] == [2] * 5
    assert not job.wait(0.01, run=1)
    errand.go.set()
    assert job.wait(5)
    assert errand.runs == job.state.runs == 2
    assert job.request() == 3
    assert job.wait(5)


def test_a_run_can_be_waited_for_while_the_next_goes_on() -> None:
    go = {1: threading.Event(), 2: threading.Event()}
    runs = iter(go)
    job = Job(lambda _: go[next(runs)].wait(5))
    first, second = job.request(), job.request()
    go[first].set()
    assert job.wait(5, run=first)
    assert job.state.running
    assert not job.wait(0.01, run=second)
    go[second].set()
    assert job.wait(5, run=second)


def test_a_run_that_failed_is_waited_for_until_the_next_has_ended() -> None:
    errand = Errand()
    errand.error = RefreshRunning("Another refresh is running.")
    errand.go.set()
    second = threading.Event()

    def work(on_progress: OnProgress) -> int:
        if errand.runs:
            assert second.wait(5)
        return errand.run(on_progress)

    job = Job(work)
    assert [job.request(), job.request()] == [1, 2]
    assert not job.wait(0.1, run=1)
    second.set()
    assert job.wait(5, run=1)
    assert (job.state.runs, job.state.succeeded) == (2, 0)


def test_a_number_that_was_never_given_is_waited_for_only_while_work_goes_on() -> None:
    job = Job(lambda _: None)
    assert job.wait(5, run=9)
    job.request()
    assert job.wait(5, run=9)
    assert not job.state.running


def test_each_request_is_met_by_a_run_that_begins_after_it() -> None:
    began: list[int] = []
    job = Job(lambda _: began.append(time.monotonic_ns()))

    def ask(_: int) -> tuple[int, int]:
        at = time.monotonic_ns()
        return at, job.request()

    with ThreadPoolExecutor(8) as people:
        asked = list(people.map(ask, range(400)))
    assert job.wait(5)
    assert all(at <= began[run - 1] for at, run in asked)
    assert len(began) == max(run for _, run in asked)


@pytest.mark.parametrize("fails", [False, True])
def test_what_is_allowed_is_allowed_to_one_run(fails: bool) -> None:
    held, runs = threading.Event(), list[dict[str, bool]]()

    def work(_: OnProgress, **allowed: bool) -> None:
        runs.append(allowed)
        assert held.wait(5)
        if fails:
            raise RefreshRunning("Another refresh is running.")

    job = Job(work)
    job.request(rebuild=True, allow_mass_delete=False)
    job.request()
    job.request(rebuild=False, allow_mass_delete=True)
    job.request(rebuild=False, allow_mass_delete=False)
    held.set()
    assert job.wait(5)
    job.request()
    assert job.wait(5)
    assert runs == [
        {"rebuild": True, "allow_mass_delete": False},
        {"rebuild": False, "allow_mass_delete": True},
        {},
    ]


class Panic(BaseException):
    """What a library in Rust raises when it gives up is no Exception."""


@pytest.mark.parametrize("error", [RefreshRunning("Another refresh is running."), ZeroDivisionError(), Panic()])
def test_a_failure_is_kept_beside_the_last_good_result(error: BaseException) -> None:
    errand = Errand()
    errand.go.set()
    job = Job(errand.run)
    job.start()
    assert job.wait(5)
    errand.error = error
    job.start()
    assert job.wait(5)
    assert (job.state.running, job.state.result, job.state.error) == (False, 1, error)
    assert (job.state.runs, job.state.succeeded) == (2, 1)


def test_a_failure_is_told_until_a_run_has_succeeded_and_stops_none() -> None:
    errand = Errand()
    errand.error = RefreshRunning("Another refresh is running.")
    job = Job(errand.run)
    job.request()
    assert errand.told.wait(5)
    errand.told.clear()
    job.request()
    errand.go.set()
    assert job.wait(5)
    assert errand.runs == 2
    errand.go.clear()
    job.request()
    assert (job.state.running, job.state.error) == (True, errand.error)
    errand.error = None
    errand.go.set()
    assert job.wait(5)
    assert (job.state.error, job.state.succeeded) == (None, 3)
