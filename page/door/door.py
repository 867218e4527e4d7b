"""The door: what the server listens with. It answers from the first moment, and lets another application in later."""

import asyncio
import errno
import socket
import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future
from contextlib import contextmanager
from typing import Any
from urllib.parse import quote

import uvicorn
from starlette.applications import Starlette
from starlette.types import ASGIApp, Receive, Scope, Send

from page.access import middleware
from page.door.starting import starting
from page.errors import CannotServe
from page.settings import ServeSettings

PATIENCE = 3  # seconds that answers under way get when the server ends


class Door:
    """A server in a thread of its own. Whoever comes before there is anything to lead to is shown that it is starting.

    Attributes:
        address: Where it is, for a browser; with the token, if there is one.
    """

    def __init__(self, address: str, sockets: Sequence[socket.socket], checked: Callable[[ASGIApp], ASGIApp]) -> None:
        """Opens the door.

        Args:
            address: Where it is.
            sockets: What it listens to.
            checked: Puts the checks of a caller before an application.
        """
        self.address = address
        self._application: ASGIApp = starting
        self._sockets = [*sockets]
        self._behind: Future[Starlette] = Future()
        self._led: Future[None] = Future()
        config = uvicorn.Config(
            checked(self._answer),
            lifespan="off",
            log_config=None,
            access_log=False,
            timeout_graceful_shutdown=PATIENCE,
        )
        self._server = uvicorn.Server(config)
        self._thread = threading.Thread(target=lambda: asyncio.run(self._serve()), name="dateline-door", daemon=True)
        self._thread.start()

    def lead_to(self, application: Starlette) -> None:
        """Has an application answer from now on; what surrounds its life surrounds what is left of the server's.

        Raises:
            Exception: What its start raised.
        """
        self._behind.set_result(application)
        self._led.result()

    def close(self) -> None:
        """Ends the server, once those have their answers who wait for one."""
        self._server.should_exit = True
        self._thread.join(PATIENCE + 2)

    async def _answer(self, scope: Scope, receive: Receive, send: Send) -> None:
        await self._application(scope, receive, send)

    async def _serve(self) -> None:
        serving = asyncio.ensure_future(self._server.serve(self._sockets))
        behind = asyncio.wrap_future(self._behind)
        either: set[asyncio.Future[Any]] = {serving, behind}
        await asyncio.wait(either, return_when=asyncio.FIRST_COMPLETED)
        if behind.done():
            await self._lead(behind.result(), serving)
        else:
            self._led.set_exception(serving.exception() or RuntimeError("The door is closed."))

    async def _lead(self, application: Starlette, serving: "asyncio.Future[None]") -> None:
        try:
            async with application.router.lifespan_context(application):
                self._application = application
                self._led.set_result(None)
                await serving
        except Exception as error:
            if self._led.done():
                raise
            self._led.set_exception(error)
            await serving


@contextmanager
def open_door(settings: ServeSettings, token: str | None) -> Iterator[Door]:
    """Opens a door until the block ends.

    Args:
        settings: What to listen to.
        token: What a caller must know; None for no token.

    Raises:
        CannotServe: The port is taken, the host is none of this machine, or it is open to others and there is no token.
    """
    host, port = settings.host, settings.port
    checks = middleware(host, token)
    sockets = _listening(host.strip("[]"), port)

    def checked(application: ASGIApp) -> ASGIApp:
        for check in reversed(checks):
            application = check.cls(application, *check.args, **check.kwargs)
        return application

    named = f"[{host}]" if ":" in host and "[" not in host else host
    address = f"http://{'localhost' if host == '0.0.0.0' else named}:{port}/"
    door = Door(f"{address}?token={quote(token)}" if token else address, sockets, checked)
    try:
        yield door
    finally:
        door.close()


def _listening(host: str, port: int) -> list[socket.socket]:
    """Listens to every address that a host name has.

    One that this machine does not have is passed over: a name may have an address of the newer kind without this
    machine knowing that kind.
    """
    sockets: list[socket.socket] = []
    try:
        found = {(kind, place[:2]) for kind, _, _, _, place in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)}
        for kind, place in sorted(found):
            try:
                sockets.append(socket.create_server(place, family=kind, backlog=2048))
            except OSError as error:
                if error.errno == errno.EADDRINUSE:
                    raise
    except socket.gaierror:
        pass  # told below
    except OSError as error:
        for one in sockets:
            one.close()
        message = f"Port {port} on {host} is taken: stop what uses it, or choose another with --port."
        raise CannotServe(message) from error
    if not sockets:
        raise CannotServe(f"{host} is no address of this machine; serve it with --host 127.0.0.1.")
    return sockets
