"""The interface for programs once more, as tools for assistants that speak the Model Context Protocol (MCP).

It is served at ``/mcp`` beside ``/api``, behind the same checks of host, origin, token, size and rate, and offers the
same functions. No session is kept, so that nothing is lost when the server starts anew.
"""

import logging
from collections.abc import Callable, Sequence
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass
from functools import wraps
from inspect import Parameter, Signature
from typing import Annotated, Any, ParamSpec, TypeVar

from mcp.server.mcpserver import MCPServer
from mcp.server.mcpserver.exceptions import ToolError
from mcp.server.transport_security import TransportSecuritySettings
from mcp.types import ToolAnnotations
from pydantic import Field
from starlette.applications import Starlette
from starlette.routing import BaseRoute

from corpus.errors import DatelineError
from page.api import programs
from page.api.programs import AskRequest, ListRequest, QuotesRequest
from page.errors import in_words
from page.session import Session
from qa.understand.filters import FilterFields

PATH = "/mcp"
INSTRUCTIONS = """\
Dateline searches news articles that the user collected. `ask` returns passages of them, word for word, each with
outlet, headline, date and place in the article; it writes nothing itself. `verdict` says whether the articles answer
("answers"), may answer ("may": say so), or do not ("no"). Only passages with `matches` bear on the question; the others
are the nearest material, and no answer. `list_articles` counts and lists every article that holds some words.
Quote passages exactly and name their outlet and date."""

Parameters = ParamSpec("Parameters")
Fields = TypeVar("Fields", bound=FilterFields)
Lifespan = Callable[[Starlette], AbstractAsyncContextManager[None]]

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class McpService:
    """What a server needs to offer the tools.

    Attributes:
        routes: What answers at `PATH`.
        lifespan: Must surround the time in which it does.
    """

    routes: Sequence[BaseRoute]
    lifespan: Lifespan


def build_mcp(session: Session) -> McpService:
    """Builds the tools.

    Args:
        session: What they work on.
    """
    server = MCPServer("Dateline", instructions=INSTRUCTIONS, log_level="WARNING")
    for tool in _tools(session):
        server.add_tool(_in_words(tool), annotations=ToolAnnotations(read_only_hint=True, open_world_hint=False))
    app = server.streamable_http_app(
        streamable_http_path=PATH,
        json_response=True,
        stateless_http=True,
        # `page.access.security` checks host and origin of every request, for this machine and with a token for others.
        transport_security=TransportSecuritySettings(enable_dns_rebinding_protection=False),
    )
    return McpService(app.routes, lambda _: server.session_manager.run())


def _tools(session: Session) -> tuple[Callable[..., dict[str, Any]], ...]:
    """Returns the tools; each docstring is what an assistant reads of it."""

    def ask(request: AskRequest) -> dict[str, Any]:
        """Answers a question with passages of the articles, word for word, each with its source."""
        return programs.ask(session, request)

    def compare(request: AskRequest) -> dict[str, Any]:
        """Compares what the outlets say: a quotation of each, figures side by side, who reported first."""
        return programs.compare(session, request)

    def list_articles(request: ListRequest) -> dict[str, Any]:
        """Lists every article that holds some words as they stand, by date, each with a sentence; counts them, too."""
        return programs.articles(session, request)

    def quotes(request: QuotesRequest) -> dict[str, Any]:
        """Lists what somebody says, every quotation with its speaker and its source, newest first."""
        return programs.quotes(session, request)

    def article(
        article_id: Annotated[str, Field(description="Id of an article, as passages give it")],
    ) -> dict[str, Any]:
        """Returns a whole article as the index keeps it: text, outlet, headline, date, authors, address."""
        return programs.article(session, article_id)

    def status() -> dict[str, Any]:
        """Tells how many articles of how many outlets can be asked, of which days, and what work goes on."""
        return programs.status(session)

    return (
        _with_fields(ask, AskRequest),
        _with_fields(compare, AskRequest),
        _with_fields(list_articles, ListRequest),
        _with_fields(quotes, QuotesRequest),
        article,
        status,
    )


def _with_fields(tool: Callable[[Fields], dict[str, Any]], form: type[Fields]) -> Callable[..., dict[str, Any]]:
    """Gives a tool the fields of its request as parameters, which is where assistants look for them."""

    @wraps(tool)
    def call(**fields: object) -> dict[str, Any]:
        return tool(form.model_validate(fields))

    parameters = [
        Parameter(
            name,
            Parameter.KEYWORD_ONLY,
            annotation=Annotated[field.annotation, field],
            default=Parameter.empty if field.is_required() else field.default,
        )
        for name, field in form.model_fields.items()
    ]
    call.__signature__ = Signature(parameters, return_annotation=dict[str, Any])  # type: ignore[attr-defined]  # what `inspect.signature` reads
    return call


def _in_words(tool: Callable[Parameters, dict[str, Any]]) -> Callable[Parameters, dict[str, Any]]:
    """Has a tool fail with the words that a user would read."""

    @wraps(tool)
    def call(*args: Parameters.args, **kwargs: Parameters.kwargs) -> dict[str, Any]:
        try:
            return tool(*args, **kwargs)
        except Exception as error:
            if not isinstance(error, DatelineError):
                log.exception("A tool failed.")
            raise ToolError(in_words(error)) from error

    return call
