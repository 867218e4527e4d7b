from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.routing import Route
from starlette.testclient import TestClient

from page.access.rate_limit import RateLimit


class Clock:
    now = 0.0

    def __call__(self) -> float:
        return self.now


async def answer(_request: Request) -> PlainTextResponse:
    return PlainTextResponse("ok")


def codes(limit: RateLimit, client: str, calls: int) -> list[int]:
    with TestClient(limit, client=(client, 5000)) as caller:
        return [caller.get("/").status_code for _ in range(calls)]


def test_another_machine_may_make_some_calls_at_once_and_then_so_many_a_second() -> None:
    clock = Clock()
    limit = RateLimit(Starlette(routes=[Route("/", answer)]), burst=3, per_second=2, clock=clock)
    assert codes(limit, "192.0.2.1", 5) == [200, 200, 200, 429, 429]
    assert codes(limit, "192.0.2.2", 1) == [200]
    clock.now = 1.0
    assert codes(limit, "192.0.2.1", 3) == [200, 200, 429]
    clock.now = 100.0
    assert codes(limit, "192.0.2.1", 4) == [200, 200, 200, 429]


def test_this_machine_is_not_limited() -> None:
    limit = RateLimit(Starlette(routes=[Route("/", answer)]), burst=1, per_second=0.001)
    assert codes(limit, "127.0.0.1", 5) == [200] * 5


def test_who_is_refused_is_told_how_long_to_wait() -> None:
    limit = RateLimit(Starlette(routes=[Route("/", answer)]), burst=1, per_second=0.25, clock=Clock())
    with TestClient(limit, client=("192.0.2.1", 5000)) as caller:
        caller.get("/")
        assert caller.get("/").headers["retry-after"] == "4"
