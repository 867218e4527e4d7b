"""What the server answers: Dateline's own routes, and the few of Gradio's that the page needs.

Gradio brings about a hundred routes. Some fetch an address or a file for whoever asks, some run functions, and some
fail on a request that they do not expect. None of these is needed: the page's scripts talk to Dateline's own routes.
"""

from collections.abc import Sequence
from importlib.resources import files
from pathlib import Path

from starlette.responses import PlainTextResponse
from starlette.routing import BaseRoute, Match
from starlette.types import ASGIApp, Receive, Scope, Send

# The page, its colours and its icon.
NEEDED = frozenset(
    {
        ("GET", "/"),
        ("HEAD", "/"),
        ("GET", "/theme.css"),
        ("GET", "/favicon.ico"),
    }
)


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
        elif (scope.get("method"), scope["path"]) in self._needed:
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
