"""What the server answers: Dateline's own routes, and the few of Gradio's that the page and Gradio's clients need.

Gradio brings about a hundred routes. Some fetch an address or a file for whoever asks, some fail on a request that they
do not expect. The page needs none but its files, for its scripts talk to Dateline's own routes. Clients of Gradio call
the endpoints of `page.api.endpoints` by their names.
"""

import re
from collections.abc import Sequence
from importlib.resources import files
from pathlib import Path

from starlette.responses import PlainTextResponse
from starlette.routing import BaseRoute, Match
from starlette.types import ASGIApp, Receive, Scope, Send

NAMES = ("ask", "compare", "list", "article", "status")  # of the endpoints
JOIN, JOIN_BY_NAME = "/gradio_api/queue/join", "/gradio_api/call/v2/"  # where they are called

# The page, its colours and its icon; what clients learn of the endpoints, and how they call one.
NEEDED = frozenset(
    {
        ("GET", "/"),
        ("HEAD", "/"),
        ("GET", "/theme.css"),
        ("GET", "/favicon.ico"),
        ("GET", "/config"),
        ("GET", "/gradio_api/info"),
        ("POST", JOIN),
    }
)
QUERIED = frozenset({("GET", "/gradio_api/queue/data")})  # its query is the session that asks
_NAME = f"({'|'.join(NAMES)})"
_CALLS = re.compile(rf"POST {JOIN_BY_NAME}{_NAME}|GET /gradio_api/call/{_NAME}/[0-9a-f]{{1,64}}", re.ASCII)


class NeededRoutes:
    """Passes on what goes to a route that is needed; answers 404 to all else.

    Gradio reads queries that nothing of the page sends (a page's name, a saved state), so it gets none.
    """

    def __init__(self, app: ASGIApp, own: Sequence[BaseRoute]) -> None:
        """Wraps an application.

        Args:
            app: The application.
            own: Dateline's own routes, which answer in their own way what is asked of them wrongly.
        """
        self.app = app
        self._own = own
        self._needed = NEEDED | {("GET", path) for path in _asset_paths()}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Passes a request on, or answers 404."""
        if scope["type"] == "lifespan" or any(route.matches(scope)[0] != Match.NONE for route in self._own):
            await self.app(scope, receive, send)
            return
        asked = scope.get("method"), scope["path"]
        if asked in QUERIED:
            await self.app(scope, receive, send)
        elif asked in self._needed or _CALLS.fullmatch(f"{asked[0]} {asked[1]}"):
            await self.app({**scope, "query_string": b""}, receive, send)
        else:
            await PlainTextResponse("There is nothing here.", 404)(scope, receive, send)


def _asset_paths() -> set[str]:
    """Returns the paths of Gradio's scripts, styles and fonts: files of its package that are there."""
    frontend = Path(str(files("gradio"))) / "templates" / "frontend"
    return {
        f"/{path.relative_to(frontend).as_posix()}"
        for folder in ("assets", "static")
        for path in (frontend / folder).rglob("*")
        if path.is_file()
    }
