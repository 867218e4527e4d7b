"""What answers before there is a page, and how a page takes its place."""

import json
import socket
import urllib.error
import urllib.request
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager

import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.routing import Route

from page.access.security import HEADERS
from page.door import Door, open_door
from page.errors import CannotServe
from page.settings import ServeSettings

BROWSER = {"accept": "text/html,*/*"}


def free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


@pytest.fixture
def door() -> Iterator[Door]:
    with open_door(ServeSettings(port=free_port()), None) as door:
        yield door


def get(url: str, method: str = "GET", **headers: str) -> tuple[int, dict[str, str], str]:
    request = urllib.request.Request(url, headers=headers, method=method)
    try:
        with urllib.request.urlopen(request, timeout=5) as answer:
            return answer.status, dict(answer.headers), answer.read().decode()
    except urllib.error.HTTPError as answer:
        with answer:
            return answer.code, dict(answer.headers), answer.read().decode()


def told(request: Request) -> JSONResponse:
    return JSONResponse({"path": request.url.path, "root": request.scope.get("root_path", "")})


def test_somebody_at_the_door_is_shown_that_the_server_is_starting(door: Door) -> None:
    code, headers, page = get(door.address, **BROWSER)
    assert code == 503
    assert headers["retry-after"] == "1"
    assert {name: headers[name] for name in HEADERS} == HEADERS
    assert "Dateline is starting" in page
    assert "--paper: light-dark(" in page


def test_a_program_is_told_so_in_a_line_whatever_it_asks_for(door: Door) -> None:
    for method, path in (("GET", "api/status"), ("POST", "ask"), ("GET", "status"), ("HEAD", "")):
        code, headers, words = get(door.address + path, method)
        assert code == 503
        assert headers["retry-after"] == "1"
        assert words == ("" if method == "HEAD" else "Dateline is starting. Try again in a moment.")


def test_the_server_lives_and_is_not_ready(door: Door) -> None:
    assert get(f"{door.address}healthz")[::2] == (200, "ok")
    assert get(f"{door.address}readyz")[0] == 503


def test_callers_are_checked_from_the_first_moment(door: Door) -> None:
    assert get(door.address, Host="evil.example")[0] == 400
    assert get(door.address, Origin="http://evil.example")[0] == 403
    with open_door(ServeSettings(port=free_port()), "pencil case") as guarded:
        address = guarded.address.partition("?")[0]
        assert guarded.address == f"{address}?token=pencil%20case"
        assert get(address, **BROWSER)[0] == 401
        assert get(address, Authorization="Bearer pencil case", **BROWSER)[0] == 503
        assert get(f"{address}healthz")[0] == 200


def test_it_leads_to_an_application_and_surrounds_its_life(door: Door) -> None:
    life: list[str] = []

    @asynccontextmanager
    async def lifespan(_: Starlette) -> AsyncIterator[None]:
        life.append("begun")
        yield
        life.append("ended")

    door.lead_to(Starlette(routes=[Route("/{path:path}", told)], lifespan=lifespan))
    code, headers, words = get(f"{door.address}a/b")
    assert code == 200
    assert json.loads(words) == {"path": "/a/b", "root": ""}
    assert "x-frame-options" in headers  # the checks are before it, too
    assert life == ["begun"]
    door.close()
    assert life == ["begun", "ended"]


def test_an_application_that_cannot_begin_is_said_and_the_door_can_be_closed(door: Door) -> None:
    @contextmanager
    def full() -> Iterator[None]:
        raise OSError("no room")

    @asynccontextmanager
    async def lifespan(_: Starlette) -> AsyncIterator[None]:
        with full():
            yield

    with pytest.raises(OSError, match="no room"):
        door.lead_to(Starlette(lifespan=lifespan))
    door.close()
    with pytest.raises(RuntimeError, match="closed"):
        closed_door().lead_to(Starlette())


def closed_door() -> Door:
    with open_door(ServeSettings(port=free_port()), None) as door:
        return door


def test_a_port_that_is_taken_is_said(door: Door) -> None:
    port = int(door.address.rpartition(":")[2].strip("/"))
    for host in ("127.0.0.1", "localhost"):
        with (
            pytest.raises(CannotServe, match=f"Port {port} on {host} is taken: stop what uses it, or choose another"),
            open_door(ServeSettings(host, port), None),
        ):
            pass


@pytest.mark.parametrize("host", ["192.0.2.1", "no-such-host.invalid"])
def test_a_host_that_is_none_of_this_machine_is_said(host: str) -> None:
    with (
        pytest.raises(CannotServe, match=f"{host} is no address of this machine"),
        open_door(ServeSettings(host, free_port()), "secret"),
    ):
        pass


def test_an_open_host_without_a_token_is_never_bound() -> None:
    with pytest.raises(CannotServe, match="--token"), open_door(ServeSettings(host="0.0.0.0"), None):
        pass


def test_the_newer_kind_of_address_is_listened_to_where_there_is_one() -> None:
    if not socket.has_ipv6:
        pytest.skip("no IPv6")
    with open_door(ServeSettings("::1", free_port()), None) as door:
        assert door.address.startswith("http://[::1]:")
        assert get(f"{door.address}healthz")[0] == 200
