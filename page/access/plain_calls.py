"""What a call to one of Gradio's endpoints may bring: plain values, for one of our own.

Gradio looks into what a call brings for files and addresses to fetch, whatever the endpoint. So nothing reaches it that
could name one, and nothing but what is needed for the call.
"""

import json
from collections.abc import Collection, Iterator
from typing import Annotated

from pydantic import BaseModel, Field, RootModel, ValidationError
from starlette.datastructures import MutableHeaders
from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from page.access.needed_routes import JOIN, JOIN_BY_NAME

_Plain = str | int | float | bool | None | list[str]


class _Joining(BaseModel):
    """How clients call: values in the order of the parameters, and where they wait for the answer."""

    data: Annotated[list[_Plain], Field(max_length=20)]
    fn_index: int
    session_hash: Annotated[str, Field(max_length=64, pattern=r"^[\w-]+$")]


class _JoiningByName(RootModel[dict[str, _Plain]]):
    """Values by the names of the parameters."""


class PlainCalls:
    """Passes a call on with what it may bring, anew in JSON; answers 422 to another."""

    def __init__(self, app: ASGIApp, endpoints: Collection[int]) -> None:
        """Wraps an application.

        Args:
            app: The application.
            endpoints: Numbers of the endpoints that may be called.
        """
        self.app = app
        self._endpoints = endpoints

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Passes a request on, or answers 422."""
        if scope.get("method") != "POST" or not scope["path"].startswith((JOIN, JOIN_BY_NAME)):
            await self.app(scope, receive, send)
            return
        try:
            body = self._plain(scope["path"], await Request(scope, receive).body())
        except ValidationError:
            answer = PlainTextResponse("An endpoint takes plain values, and lists of texts.", 422)
            await answer(scope, receive, send)
            return
        except KeyError:
            await PlainTextResponse("There is no such endpoint.", 404)(scope, receive, send)
            return

        whole: Iterator[Message] = iter([{"type": "http.request", "body": body}])

        async def receive_anew() -> Message:
            return next(whole, None) or await receive()

        headers = MutableHeaders(raw=[*scope["headers"]])
        headers["content-type"], headers["content-length"] = "application/json", str(len(body))
        await self.app({**scope, "headers": headers.raw}, receive_anew, send)

    def _plain(self, path: str, body: bytes) -> bytes:
        if path != JOIN:
            return json.dumps(_JoiningByName.model_validate_json(body).root).encode()
        joining = _Joining.model_validate_json(body)
        if joining.fn_index not in self._endpoints:
            raise KeyError(joining.fn_index)
        return joining.model_dump_json().encode()
