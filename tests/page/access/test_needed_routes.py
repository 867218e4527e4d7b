"""Which of Gradio's routes answer, and that no request makes the server call out or fail."""

import json
import random
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.routing import Route
from starlette.testclient import TestClient

from page.access.needed_routes import NEEDED, QUERIED, NeededRoutes
from tests.page.conftest import ROOT, Served, fill, serving
from tests.page.newsroom import OUTGOING

KNOWN = Path(__file__).with_name("gradio_routes.txt")
WITH_FILES = {"GET /assets/{path:path}", "GET /static/{path:path}"}  # open for files that are there
WITH_NAMES = {"POST /gradio_api/call/v2/{api_name}", "GET /gradio_api/call/{api_name}/{event_id}"}  # of endpoints
REQUESTS = 600
FORGED = {"path": "http://93.184.216.34/x", "url": "http://93.184.216.34/x", "meta": {"_type": "gradio.FileData"}}


def known() -> dict[str, str]:
    """Returns method and path of every known route of Gradio, and whether it is needed or closed."""
    lines = (line.partition(" ") for line in KNOWN.read_text("utf-8").splitlines())
    return {route: state for state, _, route in lines}


def test_every_route_of_gradio_is_known_as_needed_or_closed() -> None:
    """A new version that brings a route fails here: see what it does before it is written into the list."""
    listed = subprocess.run(
        [sys.executable, "-m", "tests.page.access.gradio_routes"], cwd=ROOT, check=True, capture_output=True, text=True
    )
    assert set(listed.stdout.splitlines()) == known().keys()
    needed = {route for route, state in known().items() if state == "needed"}
    assert needed == {f"{method} {path}" for method, path in NEEDED | QUERIED} | WITH_FILES | WITH_NAMES


async def echo(request: Request) -> PlainTextResponse:
    return PlainTextResponse(f"{request.url.path}?{request.url.query}")


@pytest.fixture
def guarded() -> TestClient:
    own = [Route("/ask", echo, methods=["POST"]), Route("/article/{article_id:path}", echo)]
    gradio = [Route("/{path:path}", echo, methods=["GET", "POST", "HEAD", "DELETE"])]
    return TestClient(Starlette(routes=[*own, *gradio], middleware=[Middleware(NeededRoutes, own=own)]))


def test_own_routes_answer_in_their_own_way(guarded: TestClient) -> None:
    assert guarded.post("/ask?a=1").text == "/ask?a=1"
    assert guarded.get("/article/a/b").text.startswith("/article/a/b")


def test_the_page_and_its_files_answer_without_a_query(guarded: TestClient) -> None:
    for path in ("/", "/theme.css", "/static/js/iframeResizer.contentWindow.min.js"):
        assert guarded.get(f"{path}?page=other&deep_link=x").text == f"{path}?"


def test_clients_reach_the_endpoints_and_nothing_else_by_name(guarded: TestClient) -> None:
    assert guarded.get("/gradio_api/queue/data?session_hash=a").text == "/gradio_api/queue/data?session_hash=a"
    assert guarded.post("/gradio_api/call/v2/ask?a=1").text == "/gradio_api/call/v2/ask?"
    assert guarded.get("/gradio_api/call/ask/0af3").text == "/gradio_api/call/ask/0af3?"
    for path in ("call/v2/predict", "call/v2/ask/", "call/ask", "call/ask/..", "call/ask/0af3/a", "run/ask", "api/ask"):
        assert guarded.post(f"/gradio_api/{path}").status_code == 404
        assert guarded.get(f"/gradio_api/{path}").status_code == 404


@pytest.mark.parametrize(
    "path",
    [
        "/config/",
        "/openapi.json",
        "/login",
        "/static/",
        "/static/nothing.js",
        "/static/js/../../index.html",
        "/assets",
        "/assets/%2e%2e/index.html",
        "/index.html",
        "/gradio_api/file=http://93.184.216.34/x",
        "/gradio_api/startup-events/",
        "/GRADIO_API/startup-events",
    ],
)
def test_all_else_is_not_there(guarded: TestClient, path: str) -> None:
    for method in ("GET", "POST", "DELETE"):
        assert guarded.request(method, path).status_code == 404


def test_another_method_is_not_there_either(guarded: TestClient) -> None:
    assert guarded.post("/").status_code == 404
    assert guarded.post("/theme.css").status_code == 404


@pytest.fixture(scope="module")
def watched(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    with serving(fill(tmp_path_factory.mktemp("watched"))) as served:
        served.ready()
        yield served


def test_random_requests_to_gradio_reach_nothing_and_never_fail(watched: Served) -> None:
    choice = random.Random(20260309)
    paths = [route.partition(" ")[2] for route in sorted(known())]
    values = [
        "a", "0", "-1", "../..", "%00", "x" * 3000, "http://93.184.216.34/x.txt?secret", "https://example.org/a.svg",
        "/etc/passwd", "predict", "é", "{}", "a/b",
    ]  # fmt: skip
    bodies = [
        b"", b"{", b"[]", b"null", b"\xff\xfe", b'{"data": [], "fn_index": 0, "session_hash": "a"}',
        json.dumps({"data": [FORGED]}).encode(),
        b'{"fn_name": "a", "component_id": 1, "session_hash": "a", "data": {}}', b"x" * 100_000,
        *(json.dumps({"data": data, "fn_index": number, "session_hash": "a"}).encode() for number in (-1, 1, 2, 99)
          for data in (["a"], [FORGED], {"question": FORGED}, [[FORGED] * 7], [None] * 7)),
    ]  # fmt: skip
    kinds = ["application/json", "text/plain", "multipart/form-data; boundary=x", "multipart/form-data", "é/é"]
    for _ in range(REQUESTS):
        prefix = choice.choice(["", "/gradio_api"])
        path = choice.choice(paths)
        while "{" in path:
            before, _, rest = path.partition("{")
            path = before + quote(choice.choice(values), safe="/:%") + rest.partition("}")[2]
        query = choice.choice(["", "?page=x", "?deep_link=aaaa", "?url=http://93.184.216.34", "?__theme=dark", "?%ff"])
        method = choice.choice(["GET", "HEAD", "POST", "PUT", "DELETE", "PATCH"])
        body = choice.choice(bodies) if method in {"POST", "PUT", "PATCH"} else None
        kind = choice.choice(kinds).encode().decode("latin-1")
        code, _, _ = watched.send(method, prefix + path + query, body, content_type=kind)
        assert code < 500, f"{method} {prefix}{path}{query} gave {code}"
    assert not (watched.folder / OUTGOING).exists()
    assert watched.get("/api/status")[0] == 200


def test_a_call_to_another_machine_would_be_noticed(tmp_path: Path) -> None:
    program = (
        "import socket; from pathlib import Path; from tests.page.newsroom import note_outgoing;"
        f"note_outgoing(Path({str(tmp_path)!r})); s = socket.socket(); s.settimeout(0.01);"
        "s.connect_ex(('127.0.0.1', 9)); s.connect_ex(('192.0.2.1', 9))"
    )
    subprocess.run([sys.executable, "-c", program], check=True, timeout=60)
    assert (tmp_path / OUTGOING).read_text("utf-8") == "socket.connect 192.0.2.1\n"
