"""The token that opens the server to other machines."""

import secrets
from http.cookies import CookieError, SimpleCookie
from pathlib import Path
from urllib.parse import parse_qsl, quote, unquote, urlencode

from starlette.datastructures import Headers
from starlette.responses import HTMLResponse, RedirectResponse
from starlette.types import ASGIApp, Receive, Scope, Send

COOKIE = "dateline_token"
OPEN_PATHS = frozenset({"/healthz", "/readyz"})  # without a token: probes that tell nothing
LOGIN = Path(__file__).with_name("login.html").read_text(encoding="utf-8")  # it says nothing, and is needed at once


class TokenRequired:
    """Asks every caller for the token: in the address once, in a cookie from then on, or as a bearer token."""

    def __init__(self, app: ASGIApp, token: str) -> None:
        """Wraps an application.

        Args:
            app: The application.
            token: What a caller must know.
        """
        self.app = app
        self.token = token.encode()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Passes a request on, remembers a token given in the address, or answers 401."""
        if (
            scope["type"] not in {"http", "websocket"}
            or (scope["path"] in OPEN_PATHS and scope.get("method") in {"GET", "HEAD"})
            or self._knows(Headers(scope=scope))
        ):
            await self.app(scope, receive, send)
            return
        query = parse_qsl(scope["query_string"].decode("latin-1"), keep_blank_values=True)
        if any(name == "token" and self._is_token(value) for name, value in query):
            await self._remember(scope, [pair for pair in query if pair[0] != "token"])(scope, receive, send)
            return
        await HTMLResponse(LOGIN, 401, {"www-authenticate": "Bearer"})(scope, receive, send)

    def _knows(self, headers: Headers) -> bool:
        scheme, _, bearer = headers.get("authorization", "").partition(" ")
        return (scheme.lower() == "bearer" and self._is_token(bearer)) or self._is_token(cookie(headers))

    def _is_token(self, given: str) -> bool:
        return secrets.compare_digest(given.encode(), self.token)

    def _remember(self, scope: Scope, query: list[tuple[str, str]]) -> RedirectResponse:
        address = quote(scope["path"]) + (f"?{urlencode(query)}" if query else "")
        response = RedirectResponse("/" + address.lstrip("/"), 303)
        response.set_cookie(COOKIE, quote(self.token), httponly=True, samesite="lax")
        return response


def cookie(headers: Headers) -> str:
    """Returns the token that a browser remembered; empty when there is none."""
    try:
        found = SimpleCookie(headers.get("cookie", "")).get(COOKIE)
    except CookieError:
        return ""
    return unquote(found.value) if found else ""
