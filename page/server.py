"""The server of the page: what it listens to, and how it starts and ends."""

import logging
import os
import signal
import socket
import tempfile
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType
from typing import TYPE_CHECKING
from urllib.parse import quote

from starlette.middleware import Middleware

from index.library import Library
from index.upkeep.watch import watch_corpus
from page.access import middleware
from page.access.needed_routes import NeededRoutes
from page.errors import CannotServe
from page.frame import build_page, build_theme
from page.frame.head import page_head
from page.routes import routes
from page.session import Session
from page.settings import DEFAULTS, ServeSettings

if TYPE_CHECKING:  # it needs an extra
    from page.api.mcp import McpService

_TAKEN = "Port {port} on {host} is taken: stop what uses it, or choose another with --port."

log = logging.getLogger(__name__)


def serve(
    session: Session,
    library: Library,
    settings: ServeSettings = DEFAULTS,
    *,
    token: str | None = None,
    announce: Callable[[str], None] = log.info,
) -> None:
    """Serves the page until SIGTERM or Ctrl+C.

    The page is up at once; the model and the index are loaded meanwhile, in a thread. Call it in the main thread: it
    takes over the two signals.

    Args:
        session: What the page works on; nothing of it has begun yet.
        library: The articles, to which the page adds files, and their index: what readers say of passages is kept in
            its folder, and conversations belong to it.
        settings: What to listen to, and what to do beside that.
        token: What a caller must know; None for no token.
        announce: Called with the address of the page once it answers (with the token in it, if there is one).

    Raises:
        CannotServe: The port is taken, the host is open to others and there is no token, or the extra for `mcp` is
            missing.
    """
    host, port = settings.host, settings.port
    checks = middleware(host, token)
    _check_port(host, port)  # before a thread loads the model: a process cannot end well in the middle of that
    tools = _tools(session) if settings.mcp else None
    own = [*routes(session, library), *(tools.routes if tools else ())]
    page = build_page()
    session.loading.start()
    with _stop_signal() as stopped, _private_folder():
        try:
            _, address, _ = page.launch(
                app_kwargs={
                    "routes": own,
                    "lifespan": tools.lifespan if tools else None,
                    "middleware": [*checks, Middleware(NeededRoutes, own=own)],
                    "docs_url": None,
                    "redoc_url": None,
                },
                server_name=f"[{host}]" if ":" in host and "[" not in host else host,
                server_port=port,
                theme=build_theme(),
                head=page_head(library.index),
                prevent_thread_lock=True,
                quiet=True,
                share=False,
                inbrowser=False,
                show_error=False,
                ssr_mode=False,
                pwa=False,
                mcp_server=False,
                run_history=False,
                enable_monitoring=False,
                footer_links=[],
                allowed_paths=[],
                max_file_size=0,
            )
        except OSError as error:
            raise CannotServe(_TAKEN.format(port=port, host=host)) from error
        if settings.watch:
            arguments = library.articles, session.follow, stopped
            threading.Thread(target=watch_corpus, args=arguments, name="dateline-watch", daemon=True).start()
        announce(f"{address}?token={quote(token)}" if token else address)
        stopped.wait()
        page.close(verbose=False)


def _tools(session: Session) -> "McpService":
    try:
        from page.api.mcp import build_mcp
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] != "mcp":
            raise
        raise CannotServe('--mcp needs the extra `mcp`: pip install "dateline[mcp]".') from error
    return build_mcp(session)


def _check_port(host: str, port: int) -> None:
    """Tries whether the port can be listened to."""
    try:
        with socket.create_server((host, port)):
            pass
    except socket.gaierror as error:
        raise CannotServe(f"{host} is no address of this machine; serve it with --host 127.0.0.1.") from error
    except OSError as error:
        raise CannotServe(_TAKEN.format(port=port, host=host)) from error


@contextmanager
def _stop_signal() -> Iterator[threading.Event]:
    """Turns SIGTERM and Ctrl+C into an event, so that the server ends in order and not in the middle of something."""
    stopped = threading.Event()

    def stop(_signal: int, _frame: FrameType | None) -> None:
        stopped.set()

    before = {number: signal.signal(number, stop) for number in (signal.SIGTERM, signal.SIGINT)}
    try:
        yield stopped
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


@contextmanager
def _private_folder() -> Iterator[None]:
    """Gives Gradio a folder for its files that nobody else can read and that goes when the server ends."""
    with tempfile.TemporaryDirectory(prefix="dateline-") as folder:
        os.environ["GRADIO_TEMP_DIR"] = folder
        yield
