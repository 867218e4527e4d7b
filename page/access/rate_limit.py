"""A limit on how often another machine may call."""

import math
import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass

from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Receive, Scope, Send

from page.access.host import is_loopback

MOST_CLIENTS = 10_000  # remembered at the same time; the one unheard of for longest is forgotten first


@dataclass(slots=True)
class _Bucket:
    """What a client may still do: calls left at a time in seconds."""

    left: float
    at: float


class RateLimit:
    """Lets each client make some calls at once and then so many a second (a token bucket); answers 429 beyond.

    Whoever sits at this machine is not limited: nobody needs protection from themselves.
    """

    def __init__(
        self, app: ASGIApp, burst: int = 200, per_second: float = 20, clock: Callable[[], float] = time.monotonic
    ) -> None:
        """Wraps an application.

        Args:
            app: The application.
            burst: Calls at once; opening the page takes about 80.
            per_second: Calls a second from then on; an open tab makes one while work goes on.
            clock: Tells the time in seconds.
        """
        self.app = app
        self._burst, self._per_second, self._clock = burst, per_second, clock
        self._buckets: OrderedDict[str, _Bucket] = OrderedDict()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Passes a request on, or answers 429."""
        client = (scope.get("client") or ("", 0))[0]
        if scope["type"] not in {"http", "websocket"} or is_loopback(client) or self._may(client):
            await self.app(scope, receive, send)
            return
        wait = {"retry-after": str(math.ceil(1 / self._per_second))}
        await PlainTextResponse("Too many requests. Wait a moment.", 429, wait)(scope, receive, send)

    def _may(self, client: str) -> bool:
        now = self._clock()
        bucket = self._buckets.setdefault(client, _Bucket(self._burst, now))
        self._buckets.move_to_end(client)
        if len(self._buckets) > MOST_CLIENTS:
            self._buckets.popitem(last=False)
        bucket.left = min(self._burst, bucket.left + (now - bucket.at) * self._per_second)
        bucket.at = now
        if bucket.left < 1:
            return False
        bucket.left -= 1
        return True
