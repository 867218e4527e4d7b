"""The tools for assistants, called by a real client of the protocol over the real server."""

import asyncio
import json
import sys
from collections.abc import Awaitable, Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any, TypeVar

import httpx2
import pytest
from mcp import Client
from mcp.client.streamable_http import streamable_http_client
from mcp.types import CallToolResult, TextContent
from starlette.applications import Starlette
from starlette.testclient import TestClient

from index.library import Library
from page.api.mcp import build_mcp
from page.door import open_door
from page.errors import CannotServe
from page.server import serve
from page.session.session import Session
from page.settings import ServeSettings
from tests.page.conftest import Served, fill, serving
from tests.page.door.test_door import free_port
from tests.page.newsroom import Newsroom

Told = TypeVar("Told")

QUESTION = "How many jobs go with the Marlin?"
HELLO = json.dumps({"jsonrpc": "2.0", "id": 1, "method": "tools/list", "params": {}}).encode()
SPEAKS = {"content_type": "application/json", "accept": "application/json, text/event-stream"}


def connected(url: str, work: Callable[[Client], Awaitable[Told]], **headers: str) -> Told:
    """Runs some calls of one client."""

    async def run() -> Told:
        async with (
            httpx2.AsyncClient(headers=headers) as http,
            Client(streamable_http_client(f"{url}/mcp", http_client=http)) as client,
        ):
            return await work(client)

    # In a thread of its own: the browser of other tests keeps a loop running in this one.
    with ThreadPoolExecutor(1) as thread:
        return thread.submit(lambda: asyncio.run(run())).result()


def call(server: Served, tool: str, **arguments: object) -> CallToolResult:
    return connected(server.url, lambda client: client.call_tool(tool, arguments))


def timeless(told: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in told.items() if name != "seconds"}


def refusal(result: CallToolResult) -> str:
    assert result.is_error
    (content,) = result.content
    assert isinstance(content, TextContent)
    return content.text


def test_an_assistant_finds_the_functions_of_the_interface_and_reads_what_they_do(server: Served) -> None:
    listed = connected(server.url, lambda client: client.list_tools())
    tools = {tool.name: tool for tool in listed.tools}
    assert set(tools) == {"ask", "compare", "list_articles", "quotes", "article", "status"}
    assert "word for word" in (tools["ask"].description or "")
    assert tools["ask"].input_schema["required"] == ["question"]
    assert all(field["description"] for field in tools["ask"].input_schema["properties"].values())
    assert all(tool.annotations and tool.annotations.read_only_hint for tool in tools.values())


def test_tools_answer_as_the_interface_does(server: Served) -> None:
    body = {"question": "And the union?", "turns": [QUESTION], "outlets": ["Harbour Post"], "since": "2026-03-01"}
    posted = json.loads(server.send("POST", "/api/ask", json.dumps(body).encode(), content_type="application/json")[2])
    wanted = {"words": "Marlin", "outlets": ["Harbour Post"], "limit": 1}
    listed = server.send("POST", "/api/list", json.dumps(wanted).encode(), content_type="application/json")[2]
    for path, result in (
        (json.loads(listed), call(server, "list_articles", **wanted)),
        (posted, call(server, "ask", **body)),
        (json.loads(server.get("/api/articles/courier-1")[2]), call(server, "article", article_id="courier-1")),
        (json.loads(server.get("/api/status")[2]), call(server, "status")),
    ):
        assert result.structured_content
        assert timeless(result.structured_content) == timeless(path)
        (content,) = result.content
        assert isinstance(content, TextContent)
        assert json.loads(content.text) == result.structured_content


def test_a_tool_counts_yesterday_from_the_day_it_is_given_as_the_interface_does(server: Served) -> None:
    body = {"question": "Which jobs went yesterday?", "today": "2026-03-10"}
    posted = json.loads(server.send("POST", "/api/ask", json.dumps(body).encode(), content_type="application/json")[2])
    told = call(server, "ask", **body).structured_content
    assert told
    assert [period["first"] for period in told["understood"]["periods"]] == ["2026-03-09"]
    assert timeless(told) == timeless(posted)


@pytest.mark.parametrize(
    ("tool", "arguments", "words"),
    [
        ("ask", {"question": "?!"}, "The question is empty; ask in words."),
        ("ask", {"question": QUESTION, "since": "soon"}, "since"),
        ("list_articles", {"words": "?!"}, "There is no word in"),
        ("list_articles", {"limit": 10**6}, "limit"),
        ("ask", {"question": QUESTION, "top": 10**6}, "top"),
        ("ask", {"question": QUESTION, "turns": ["x"] * 21}, "turns"),
        ("article", {"article_id": "/etc/passwd"}, "No article of the index has the id '/etc/passwd'."),
        ("article", {"article_id": "courier-1.json"}, "No article of the index has the id"),
    ],
)
def test_what_cannot_be_done_is_refused_with_a_reason(
    server: Served, tool: str, arguments: dict[str, object], words: str
) -> None:
    assert words in refusal(call(server, tool, **arguments))


def test_other_sites_names_and_large_requests_are_refused(server: Served) -> None:
    assert server.send("POST", "/mcp", HELLO, **SPEAKS, origin="http://evil.example")[0] == 403
    assert server.send("POST", "/mcp", HELLO, **SPEAKS, host="evil.example")[0] == 400
    assert server.send("POST", "/mcp", HELLO, **SPEAKS, content_length="2000000")[0] == 413
    assert server.send("POST", "/mcp", b"not json", **SPEAKS)[0] == 400


def test_without_the_token_nothing_is_told(tmp_path: Path) -> None:
    with serving(fill(tmp_path), token="a secret") as served:
        assert served.send("POST", "/mcp", HELLO, **SPEAKS)[0] == 401
        assert served.send("POST", "/mcp", HELLO, **SPEAKS, authorization="Bearer guess")[0] == 401
        status = connected(served.url, lambda client: client.call_tool("status", {}), authorization="Bearer a secret")
        assert status.structured_content
        assert "index" in status.structured_content


def test_a_fault_of_the_program_tells_nothing_of_its_insides(session: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(_: str) -> None:
        raise RuntimeError("/home/someone/secret")

    monkeypatch.setattr(session.opened(), "article", broken)
    tools = build_mcp(session)
    asked = {"name": "article", "arguments": {"article_id": "courier-1"}}
    body = {"jsonrpc": "2.0", "id": 1, "method": "tools/call", "params": asked}
    with TestClient(Starlette(routes=tools.routes, lifespan=tools.lifespan)) as client:
        told = client.post("/mcp", json=body, headers={"accept": "application/json, text/event-stream"})
    assert told.json()["result"]["isError"]
    assert "Something went wrong inside Dateline (RuntimeError)" in told.text
    assert "secret" not in told.text


def test_a_missing_extra_is_named(newsroom: Newsroom, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(sys.modules, "page.api.mcp")
    monkeypatch.setitem(sys.modules, "mcp.server.mcpserver", None)  # what an import meets where the package is not
    settings = ServeSettings(port=free_port(), mcp=True)
    with pytest.raises(CannotServe, match=r'pip install "dateline\[mcp\]"'), open_door(settings, None) as door:
        serve(Session(newsroom.open, newsroom.refresh), Library(tmp_path, tmp_path), settings, door)
