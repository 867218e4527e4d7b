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


def tell(event: str) -> str:
    """Returns what Gradio runs in the browser for an event of its own: it tells the scripts, and returns their answer.

    They are told at once, so that nothing is typed between a question and its being taken over; those that are not
    loaded yet are told once they are (see main.js).

    Args:
        event: Name of an event of the document; its ``detail`` has what Gradio gives as ``given``, and takes the
            ``answer``.
    """
    told = f'new CustomEvent("{event}", {{ detail: {{ given, answer: [] }} }})'
    tell = "if (window.datelineListens) document.dispatchEvent(told); else (window.datelineUntold ??= []).push(told);"
    return f"(...given) => {{ const told = {told}; {tell} return told.detail.answer; }}"
