"""What the server answers beside the page itself."""

from functools import partial

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import BaseRoute, Mount, Route

from index.library import Library
from index.workspace.folder import WORKSPACE_NAME, FolderWorkspace
from page.access.security import UPLOAD_PATH
from page.api import build_api
from page.articles import articles, unread
from page.chat.ask import again, ask
from page.chat.more import more
from page.conversations.conversations import following, turns
from page.conversations.export import export
from page.corrections.corrections import correct, correction, put_back, read_again, take_out
from page.drawer.added import added
from page.drawer.live_status import live_status
from page.drawer.refresh import refresh as refresh_route
from page.drawer.upload import upload
from page.errors import in_words
from page.frame.head import corpus_id
from page.html.scripts import SCRIPTS_PATH, script
from page.lists.lists import export_list, lists
from page.outlets.outlets import export_outlets, outlets
from page.passage.context import context
from page.passage.earlier_feedback import move_earlier
from page.passage.feedback import Feedback, feedback
from page.pictures.days import days
from page.pictures.timeline import timeline
from page.reader import article_page
from page.searches.searches import delete_search, mark_seen, open_search, rename_search, save_search
from page.searches.watch import Watch
from page.session import Session
from page.sheet.sheet import export_sheet, sentences, sheet
from qa.news import Searches


def routes(session: Session, library: Library) -> list[BaseRoute]:
    """Returns what the server answers beside the page itself.

    Args:
        session: What the page works on.
        library: The articles and their index.
    """
    workspace = FolderWorkspace(library.index / WORKSPACE_NAME)
    move_earlier(library.index, workspace)
    kept = Feedback(workspace)
    searches = Searches(workspace)
    watch = Watch(session, searches)

    def healthz(_request: Request) -> Response:
        return PlainTextResponse("ok")

    def readyz(_request: Request) -> Response:
        if session.answers is not None:
            return PlainTextResponse("ready")
        error = session.loading.state.error
        return PlainTextResponse(in_words(error) if error else "loading", 503)

    return [
        Route("/healthz", healthz),
        Route("/readyz", readyz),
        Route(f"{SCRIPTS_PATH}{{name:path}}", script),
        Route("/article/{article_id:path}", partial(article_page, session)),
        Route("/context/{article_id:path}", partial(context, session)),
        Route("/ask", partial(ask, session), methods=["POST"]),
        Route("/again", partial(again, session), methods=["POST"]),
        Route("/more", partial(more, session), methods=["POST"]),
        Route("/turns", partial(turns, session), methods=["POST"]),
        Route("/next", partial(following, session), methods=["POST"]),
        Route("/export/{form}", partial(export, session), methods=["POST"]),
        Route("/status", partial(live_status, session, corpus_id(library.index), watch.shown)),
        Route("/refresh", partial(refresh_route, session), methods=["POST"]),
        Route("/outlets", partial(outlets, session), methods=["POST"]),
        Route("/outlets/{form}", partial(export_outlets, session), methods=["POST"]),
        Route("/articles", partial(articles, session), methods=["POST"]),
        Route("/articles/unread", partial(unread, session), methods=["POST"]),
        Route("/days", partial(days, session), methods=["POST"]),
        Route("/timeline", partial(timeline, session), methods=["POST"]),
        Route("/list", partial(lists, session), methods=["POST"]),
        Route("/list/{form}", partial(export_list, session), methods=["POST"]),
        Route("/searches/save", partial(save_search, session, searches), methods=["POST"]),
        Route("/searches/open", partial(open_search, session, searches), methods=["POST"]),
        Route("/searches/seen", partial(mark_seen, session, searches), methods=["POST"]),
        Route("/searches/rename", partial(rename_search, session, searches), methods=["POST"]),
        Route("/searches/delete", partial(delete_search, session, searches), methods=["POST"]),
        Route("/sheet", partial(sheet, session, workspace), methods=["POST"]),
        Route("/sheet/{form}", partial(export_sheet, session, workspace), methods=["POST"]),
        Route("/sentences/{article_id:path}", partial(sentences, session)),
        Route("/feedback", partial(feedback, session, kept), methods=["POST"]),
        Route(UPLOAD_PATH, partial(upload, session, library.articles), methods=["POST"]),
        Route("/added", partial(added, session), methods=["POST"]),
        Route("/correction", partial(correction, session, library.articles), methods=["POST"]),
        Route("/correct", partial(correct, session, library.articles), methods=["POST"]),
        Route("/take-out", partial(take_out, session, library.articles), methods=["POST"]),
        Route("/put-back", partial(put_back, session, library.articles), methods=["POST"]),
        Route("/read-again", partial(read_again, session), methods=["POST"]),
        Mount("/api", build_api(session)),
    ]
