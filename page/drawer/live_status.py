"""What every open tab shows of the session, as status.js fetches it: often while work goes on, seldom otherwise."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from hashlib import sha256

from starlette.requests import Request
from starlette.responses import Response

from page.drawer.status import Status, read_status
from page.html import render
from page.session import Session


@dataclass(frozen=True, slots=True)
class ShownSearches:
    """What every tab shows of the saved searches.

    Attributes:
        html: The list of them.
        new: How many have anything new.
        soon: Whether more of that will be known soon.
    """

    html: str = ""
    new: int = 0
    soon: bool = False


def live_status(session: Session, corpus: str, searches: Callable[[], ShownSearches], request: Request) -> Response:
    """Answers ``GET /status``.

    Args:
        session: What the page works on.
        corpus: Tells these articles from others that were served under the same address.
        searches: Tells what is shown of the saved searches.
        request: The request; with the tag of what its tab shows in ``if-none-match``, as browsers send it.

    Returns:
        ``{"corpus", "generation", "line", "card", "welcome", "busy", "outlets", "searches", "soon"}``: which index
        answers, HTML for three places of the page, whether work goes on, a pair of label and name for each outlet, the
        list of saved searches, and whether more will be known of them soon. 304 without a body where the tab shows all
        that already.
    """
    saved = searches()
    told = {"corpus": corpus, **_shown(read_status(session, saved.new)), "searches": saved.html, "soon": saved.soon}
    body = json.dumps(told, ensure_ascii=False).encode()
    headers = {"etag": f'"{sha256(body).hexdigest()[:16]}"', "cache-control": "private, no-cache"}
    if request.headers.get("if-none-match") == headers["etag"]:
        return Response(status_code=304, headers=headers)
    return Response(body, media_type="application/json", headers=headers)


def _shown(status: Status) -> dict[str, object]:
    return {
        "generation": status.generation,
        "line": status.line,
        "card": status.card,
        "welcome": render("frame/welcome.html", status=status),
        "busy": status.busy,
        "outlets": [(f"{outlet} ({articles:,})", outlet) for outlet, articles in status.outlets],
    }
