"""The command of the page: ``dateline serve``."""

import argparse
import webbrowser
from dataclasses import replace
from urllib.parse import urljoin

from rich.console import Console

from index.library import Library
from index.location import add_location_options
from index.settings_file import read_settings_file
from page.door import ended_by_signal, open_door
from page.settings import DEFAULTS, Settings
from qa.reranker_option import add_reranker_option

_SERVE = """\
Opens the chat page on your articles. The page is up at once; what it needs is loaded meanwhile, and the index is
made first where there is none. It listens to this machine alone unless --host says otherwise.

  dateline serve --articles ~/articles
  dateline serve --open
  dateline serve --host 0.0.0.0 --token "a long secret\""""

_SERVE_END = """\
It ends with Ctrl+C. With --token, whoever opens the page must know the token: the address that is printed holds it.

A dateline.toml beside the articles is read at the start, and options win over it; `dateline status --settings` tells
what counts.

exit status: 0 ended, 1 an error, 2 a wrong option"""


def add_commands(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Adds ``serve``; it sets ``run``, which takes the parsed options and returns the exit status."""
    parser = subparsers.add_parser(
        "serve",
        help="open the chat page",
        description=_SERVE,
        epilog=_SERVE_END,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--host", help=f"address to listen to (default: {DEFAULTS.host})")
    parser.add_argument("--port", type=int, help=f"port to listen to (default: {DEFAULTS.port})")
    parser.add_argument("--token", help="secret that callers must know; needed for any host but this machine")
    parser.add_argument(
        "--mcp",
        action=argparse.BooleanOptionalAction,
        help="serve the tools of MCP for assistants, too, or not (default: not; extra `mcp`)",
    )
    parser.add_argument(
        "--watch",
        action=argparse.BooleanOptionalAction,
        help="refresh when articles change, or only when asked to (default: when they change)",
    )
    parser.add_argument("--open", action="store_true", help="open the page in the browser once it is up")
    add_reranker_option(parser)
    add_location_options(parser)
    parser.set_defaults(run=_serve)


def _serve(args: argparse.Namespace) -> int:
    settings = Settings.of(read_settings_file(args.articles))
    answers = settings.answers if args.reranker is None else replace(settings.answers, reranker=args.reranker)
    given = {key: getattr(args, key) for key in ("host", "port", "watch", "mcp")}
    served = replace(settings.serve, **{key: value for key, value in given.items() if value is not None})
    with ended_by_signal(), open_door(served, args.token) as door:
        _announce(door.address, open_browser=args.open, mcp=served.mcp)
        from page.collection import collection_session  # takes a second, and somebody is at the door
        from page.server import serve  # takes seconds

        library = Library.of(args.articles, args.index)
        serve(collection_session(library, answers), library, served, door)
    return 0


def _announce(address: str, *, open_browser: bool, mcp: bool) -> None:
    console = Console(stderr=True, soft_wrap=True, highlight=False)
    console.print(f"Dateline is at {address}  (Ctrl+C ends it)")
    if mcp:
        console.print(f"Assistants find its tools at {urljoin(address, 'mcp')}")
    if open_browser:
        webbrowser.open(address)
