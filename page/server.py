"""The server of the page: what it answers with once all is loaded, and how that begins and ends."""

import logging
import os
import tempfile
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

import gradio as gr
from fastapi import FastAPI
from starlette.middleware import Middleware
from starlette.routing import BaseRoute

from index.library import Library
from index.upkeep.watch import watch_corpus
from page.access.needed_routes import NeededRoutes
from page.access.plain_calls import PlainCalls
from page.api.endpoints import add_endpoints
from page.door import Door
from page.errors import CannotServe
from page.frame import build_page, build_theme
from page.frame.head import page_head
from page.routes import routes
from page.session import Session
from page.settings import ServeSettings

if TYPE_CHECKING:  # it needs an extra
    from page.api.mcp import McpService

log = logging.getLogger(__name__)


def serve(
    session: Session,
    library: Library,
    settings: ServeSettings,
    door: Door,
    *,
    announce: Callable[[str], None] = log.info,
) -> None:
    """Lets the page in at a door, and serves it until something is raised, as `dateline serve` does on a signal.

    The page is up at once; the model and the index are loaded meanwhile, in a thread.

    Args:
        session: What the page works on; nothing of it has begun yet.
        library: The articles, to which the page adds files, and their index: what readers say of passages is kept in
            its folder, and conversations belong to it.
        settings: What to do beside listening.
        door: Where people come in.
        announce: Called with the address of the page once the page itself answers.

    Raises:
        CannotServe: The extra for `mcp` is missing.
    """
    tools = _tools(session) if settings.mcp else None
    own = [*routes(session, library), *(tools.routes if tools else ())]
    session.loading.start()
    with _private_folder():
        door.lead_to(_application(session, own, tools, page_head(library.index)))
        announce(door.address)
        stopped = threading.Event()
        if settings.watch:
            arguments = library.articles, session.follow, stopped
            threading.Thread(target=watch_corpus, args=arguments, name="dateline-watch", daemon=True).start()
        try:
            threading.Event().wait()
        finally:
            stopped.set()


def _application(session: Session, own: list[BaseRoute], tools: "McpService | None", head: str) -> FastAPI:
    """Returns what answers: Dateline's own routes, and Gradio's behind them."""
    page = build_page()
    endpoints = add_endpoints(page, session)
    application = FastAPI(
        routes=own,
        lifespan=tools.lifespan if tools else None,
        middleware=[Middleware(NeededRoutes, own=own), Middleware(PlainCalls, endpoints=endpoints)],
        docs_url=None,
        redoc_url=None,
        openapi_url=None,
    )
    gr.mount_gradio_app(
        application,
        page,
        path="/",
        app_kwargs={"docs_url": None, "redoc_url": None},
        theme=build_theme(),
        head=head,
        show_error=False,
        ssr_mode=False,
        pwa=False,
        mcp_server=False,
        run_history=False,
        enable_monitoring=False,
        footer_links=["api"],  # without it there is no description of the endpoints at /?view=api
        allowed_paths=[],
        max_file_size=0,
    )
    page.has_launched = True  # as long as it is not set, Gradio hands out every file that is asked for
    return application


def _tools(session: Session) -> "McpService":
    try:
        from page.api.mcp import build_mcp
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] != "mcp":
            raise
        raise CannotServe('--mcp needs the extra `mcp`: pip install "dateline[mcp]".') from error
    return build_mcp(session)


@contextmanager
def _private_folder() -> Iterator[None]:
    """Gives Gradio a folder for its files that nobody else can read and that goes when the server ends."""
    with tempfile.TemporaryDirectory(prefix="dateline-") as folder:
        os.environ["GRADIO_TEMP_DIR"] = folder
        yield
