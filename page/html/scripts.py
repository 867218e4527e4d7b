"""The scripts of the page: modules, each beside its view, that browsers keep until any of them changes."""

from hashlib import sha256
from pathlib import Path

from starlette.requests import Request
from starlette.responses import Response

_PAGE = Path(__file__).resolve().parents[1]
_SCRIPTS = {path.relative_to(_PAGE).as_posix(): path.read_bytes() for path in sorted(_PAGE.rglob("*.js"))}
_DIGEST = sha256(repr(_SCRIPTS).encode()).hexdigest()[:12]
SCRIPTS_PATH = f"/scripts/{_DIGEST}/"


def script(request: Request) -> Response:
    """Answers ``GET /scripts/DIGEST/chat/chat.js`` with a script; 404 where there is none of this name."""
    found = _SCRIPTS.get(request.path_params["name"])
    if found is None:
        return Response(status_code=404)
    return Response(found, media_type="text/javascript", headers={"cache-control": "max-age=31536000, immutable"})


def call(name: str, function: str) -> str:
    """Returns what Gradio runs in the browser for an event: a function of one of the scripts.

    Args:
        name: The script, for instance ``chat/chat.js``.
        function: Name of a function it exports; given what Gradio gives.
    """
    return f'async (...given) => (await import("{SCRIPTS_PATH}{name}")).{function}(...given)'
