"""What the server answers beside the page itself."""

from functools import partial

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import BaseRoute, Mount, Route

from index.library import Library
from page.access.security import UPLOAD_PATH
from page.api.http import build_api
from page.chat.ask import again, ask
from page.conversations.conversations import following, turns
from page.conversations.export import export
from page.drawer.added import added
from page.drawer.refresh import refresh as refresh_route
from page.drawer.upload import upload
from page.errors import in_words
from page.frame.head import corpus_id
from page.frame.live_status import live_status
from page.html.scripts import SCRIPTS_PATH, script
from page.outlets.outlets import export_outlets, outlets
from page.passage.context import context
from page.passage.feedback import Feedback, feedback
from page.reader.page import article_page
from page.state.desk import Desk


def routes(desk: Desk, library: Library) -> list[BaseRoute]:
    """Returns what the server answers beside the page itself.

    Args:
        desk: What the page works on.
        library: The articles and their index.
    """
    kept = Feedback(library.index / "feedback")

    def healthz(_request: Request) -> Response:
        return PlainTextResponse("ok")

    def readyz(_request: Request) -> Response:
        if desk.answers is not None:
            return PlainTextResponse("ready")
        error = desk.loading.state.error
        return PlainTextResponse(in_words(error) if error else "loading", 503)

    return [
        Route("/healthz", healthz),
        Route("/readyz", readyz),
        Route(f"{SCRIPTS_PATH}{{name:path}}", script),
        Route("/article/{article_id:path}", partial(article_page, desk)),
        Route("/context/{article_id:path}", partial(context, desk)),
        Route("/ask", partial(ask, desk), methods=["POST"]),
        Route("/again", partial(again, desk), methods=["POST"]),
        Route("/turns", partial(turns, desk), methods=["POST"]),
        Route("/next", partial(following, desk), methods=["POST"]),
        Route("/export/{form}", partial(export, desk), methods=["POST"]),
        Route("/status", partial(live_status, desk, corpus_id(library.index))),
        Route("/refresh", partial(refresh_route, desk), methods=["POST"]),
        Route("/outlets", partial(outlets, desk), methods=["POST"]),
        Route("/outlets/{form}", partial(export_outlets, desk), methods=["POST"]),
        Route("/feedback", partial(feedback, desk, kept), methods=["POST"]),
        Route(UPLOAD_PATH, partial(upload, desk, library.articles), methods=["POST"]),
        Route("/added", partial(added, desk), methods=["POST"]),
        Mount("/api", build_api(desk)),
    ]
