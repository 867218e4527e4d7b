"""What is answered while the server is starting: a page to look at, which opens the real one as soon as it is there."""

from pathlib import Path

from starlette.datastructures import Headers
from starlette.responses import HTMLResponse, PlainTextResponse, Response
from starlette.types import Receive, Scope, Send

_PAGE = Path(__file__).resolve().parents[1]
_NOT_YET = {"retry-after": "1", "cache-control": "no-store"}
STARTING = "Dateline is starting. Try again in a moment."


def _read(name: str) -> str:
    return (_PAGE / name).read_text(encoding="utf-8")


# No template: what prints those is among the things that are still being loaded.
PAGE = _read("door/starting.html").replace("<style>", f"<style>{_read('frame/colours.css')}", 1)


async def starting(scope: Scope, receive: Receive, send: Send) -> None:
    """Answers whatever is asked; nothing but the probe for life succeeds."""
    if scope["type"] == "http":
        await _answer(scope)(scope, receive, send)


def _answer(scope: Scope) -> Response:
    if scope["path"] == "/healthz":
        return PlainTextResponse("ok")
    if scope["path"] == "/readyz":
        return PlainTextResponse("starting", 503, _NOT_YET)
    if scope["method"] == "GET" and "text/html" in Headers(scope=scope).get("accept", ""):
        return HTMLResponse(PAGE, 503, _NOT_YET)
    return PlainTextResponse(STARTING, 503, _NOT_YET)
