"""Who may talk to the server, and what a browser may do with its answers.

The page binds to this machine alone unless it is given a token. Against a web page that tries to talk to it from the
same browser there are three checks: the host it was called by, the origin of the caller, and a policy for content.
"""

import asyncio
from contextlib import suppress

from starlette.datastructures import Headers, MutableHeaders
from starlette.middleware import Middleware
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from corpus.formats.kinds import LARGEST
from page.access.host import is_loopback
from page.access.login import TokenRequired
from page.access.rate_limit import RateLimit
from page.errors import CannotServe

LARGEST_BODY = 1_000_000  # bytes; the longest honest request is a conversation to save
LARGEST_UPLOAD = LARGEST  # bytes; a smaller limit of a kind is checked later
UPLOAD_PATH = "/upload"
PATIENCE = 2  # seconds for the rest of a request that is refused

# Gradio needs inline scripts and styles, and its HTML component needs eval.
PAGE_POLICY = (
    "default-src 'self'; script-src 'self' 'unsafe-inline' 'unsafe-eval'; style-src 'self' 'unsafe-inline'; "
    "img-src 'self' data: blob:; font-src 'self' data:; connect-src 'self'; worker-src 'self' blob:; "
    "frame-src 'none'; object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'"
)
HEADERS = {
    "content-security-policy": PAGE_POLICY,
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=()",
    "referrer-policy": "no-referrer",
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
}


def middleware(host: str, token: str | None) -> list[Middleware]:
    """Returns the checks for a server, outermost first.

    Args:
        host: Name or address that the server binds to.
        token: What a caller must know; None for none.

    Raises:
        CannotServe: The host can be reached from other machines, and there is no token.
    """
    if not token and not is_loopback(host):
        raise CannotServe(
            f"{host} can be reached from other machines, so a token is needed: add --token with a secret of your own, "
            "or serve this machine alone with --host 127.0.0.1."
        )
    # A hostile page can point a name of its own at this machine. Without a token only our own names are answered; with
    # one any name is, for the page knows neither the token nor the cookie, which belongs to the name it was set under.
    names = ["*"] if token else ["127.0.0.1", "localhost", "[::1]", host]
    checks = [
        Middleware(SafeHeaders),
        Middleware(TrustedHostMiddleware, allowed_hosts=names, www_redirect=False),
        Middleware(SameOrigin),
        Middleware(RateLimit),
        Middleware(BodyLimit, largest=LARGEST_BODY, largest_upload=LARGEST_UPLOAD),
    ]
    return [*checks, Middleware(TokenRequired, token=token)] if token else checks


class SafeHeaders:
    """Adds the security headers to every answer that does not bring its own."""

    def __init__(self, app: ASGIApp) -> None:
        """Wraps an application."""
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Passes a request on."""

        async def send_safely(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    headers.setdefault(name, value)
            await send(message)

        await self.app(scope, receive, send_safely)


class SameOrigin:
    """Refuses requests that a page of another site makes, and names of this server that a request only claims.

    Browsers tell of themselves where a request comes from. A link to the page may be followed from anywhere.
    """

    def __init__(self, app: ASGIApp) -> None:
        """Wraps an application."""
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Passes a request on, or answers 403."""
        if scope["type"] in {"http", "websocket"}:
            headers = Headers(scope=scope)
            if _is_foreign(headers) and not _is_followed_link(scope, headers):
                await PlainTextResponse("This page does not answer to other sites.", 403)(scope, receive, send)
                return
            scope["headers"] = [pair for pair in scope["headers"] if not pair[0].startswith(b"x-forwarded-")]
        await self.app(scope, receive, send)


def _is_foreign(headers: Headers) -> bool:
    origin = headers.get("origin")
    if origin is not None and origin.lower().partition("://")[2] != headers.get("host", "").lower():
        return True
    return headers.get("sec-fetch-site", "none") not in {"none", "same-origin"}


def _is_followed_link(scope: Scope, headers: Headers) -> bool:
    is_document = (headers.get("sec-fetch-mode"), headers.get("sec-fetch-dest")) == ("navigate", "document")
    return is_document and scope.get("method") == "GET" and "origin" not in headers


class BodyTooLarge(Exception):
    """A request brings more than the limit."""


class BodyLimit:
    """Refuses large requests, by their declared size and by what really comes."""

    def __init__(self, app: ASGIApp, largest: int, largest_upload: int) -> None:
        """Wraps an application.

        Args:
            app: The application.
            largest: Bytes a request may bring.
            largest_upload: Bytes an article may bring that is added.
        """
        self.app = app
        self.largest = largest
        self.largest_upload = largest_upload

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Passes a request on, or answers 413."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        received, largest = 0, self.largest_upload if scope["path"] == UPLOAD_PATH else self.largest

        async def receive_counted() -> Message:
            nonlocal received
            message = await receive()
            received += len(message.get("body", b""))
            if received > largest:
                raise BodyTooLarge
            return message

        declared = Headers(scope=scope).get("content-length", "0")
        try:
            if not declared.isdecimal() or int(declared) > largest:
                raise BodyTooLarge
            await self.app(scope, receive_counted, send)
        except BodyTooLarge:
            await _read_away(receive, 2 * largest)
            await PlainTextResponse(f"A request may bring {largest:,} bytes.", 413)(scope, receive, send)


async def _read_away(receive: Receive, most: int) -> None:
    """Takes in the rest of a request that is refused: a client that still sends reads no answer."""
    with suppress(TimeoutError):
        async with asyncio.timeout(PATIENCE):
            more = True
            while more and most > 0:
                message = await receive()
                most -= len(message.get("body", b""))
                more = message.get("more_body", False)


ARTICLE_POLICY = (
    "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
