"""Lets a request wait for a refresh, for a while and without keeping a question waiting."""

from anyio import CapacityLimiter, to_thread

from page.session.session import Session

PATIENCE = 3.0  # seconds that a request waits; the server cannot end sooner

_WAITING = CapacityLimiter(8)  # requests that wait at the same time; no question waits behind them


async def wait_for(session: Session, run: int) -> None:
    """Waits until a refresh has succeeded, until nothing goes on any more, or until `PATIENCE` is over."""
    await to_thread.run_sync(_wait, session, run, limiter=_WAITING)


def _wait(session: Session, run: int) -> None:
    if session.refreshing.wait(PATIENCE, run=run):
        session.loading.wait(PATIENCE)  # a refresh has the index opened where that was impossible before
