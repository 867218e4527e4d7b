"""The server as another program meets it."""

import json
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

from page.access.security import HEADERS
from tests.page.conftest import ROOT, Served, fill, serving

JSON = {"content_type": "application/json"}
POSTS = ("/ask", "/again", "/turns", "/outlets", "/export/csv", "/feedback", "/upload?name=a.txt", "/added", "/refresh")
FORGED = {
    "path": "/etc/passwd",
    "meta": {"_type": "gradio.FileData"},
    "orig_name": "a.txt",
    "url": "file:///etc/passwd",
}


def test_probes_page_and_interface_answer_with_the_security_headers(server: Served) -> None:
    for path in ("/", "/healthz", "/readyz", "/api/status", "/status", "/theme.css"):
        code, headers, _ = server.get(path)
        assert code == 200
        lower = {name.lower(): value for name, value in headers.items()}
        assert {name: lower[name] for name in HEADERS} == HEADERS


def config(page: str) -> dict[str, Any]:
    """Returns what Gradio's script is told in the page."""
    told = page.partition("window.gradio_config = ")[2]
    return dict(json.JSONDecoder().raw_decode(told)[0])


def test_the_page_names_nothing_outside_and_holds_no_connection(server: Served) -> None:
    told = config(server.get("/")[2])
    assert told["analytics_enabled"] is False
    assert told["connect_heartbeat"] is False
    assert told.get("space_id") is None


def test_no_event_of_the_page_calls_a_function_of_gradio(server: Served) -> None:
    events = config(server.get("/")[2])["dependencies"]
    assert len([event for event in events if event["targets"]]) == 2
    assert not any(event["backend_fn"] for event in events if event["targets"])


def test_a_wrong_host_and_a_wrong_origin_are_refused_everywhere(server: Served) -> None:
    for path in ("/", "/api/status", "/status", "/theme.css", "/article/courier-1", *POSTS):
        assert server.get(path, Host="evil.example")[0] == 400
        code, _, _ = server.get(path, Origin="http://evil.example")
        assert code == 403
        assert server.send("POST", path, b"{}", Origin="http://evil.example")[0] == 403


def test_no_path_given_from_outside_opens_a_file(server: Served) -> None:
    answers = []
    for path in (
        "file=/etc/passwd", "file=../../etc/passwd", "file=%2Fetc%2Fpasswd", "file=pyproject.toml", "proxy=http://127.0.0.1/",
        f"file={server.folder}/courier-1.json",
    ):  # fmt: skip
        code, _, body = server.get(f"/gradio_api/{path}")
        assert code in {400, 403, 404}
        answers.append(body)
    for path in (
        "/article//etc/passwd",
        "/api/articles//etc/passwd",
        "/static/..%2F..%2F..%2Fetc/passwd",
        "/assets//etc/passwd",
    ):
        code, _, body = server.get(path)
        assert code in {403, 404}
        answers.append(body)
    assert not [answer for answer in answers if "root:" in answer or '"id": "courier-1"' in answer]


def test_large_requests_are_refused(server: Served) -> None:
    assert server.send("POST", "/api/ask", b" " * 2_000_000, **JSON)[0] == 413


def test_a_token_guards_everything_but_the_probes(tmp_path: Path) -> None:
    with serving(fill(tmp_path), token="pencil case") as guarded:
        deadline = time.monotonic() + 20
        while guarded.get("/readyz")[0] != 200 and time.monotonic() < deadline:
            time.sleep(0.05)
        for path in (
            "/",
            "/status",
            "/theme.css",
            "/api/status",
            "/api/ask?question=Marlin",
            "/article/courier-1",
            "/context/courier-1?at=0-5",
            *POSTS,
        ):
            assert guarded.get(path)[0] == 401
            assert guarded.send("POST", path, b"{}")[0] == 401
        assert guarded.get("/api/status", Authorization="Bearer pencil case")[0] == 200


def test_a_port_that_is_taken_is_said(server: Served) -> None:
    port = server.url.rpartition(":")[2]
    command = [sys.executable, "-m", "tests.page.newsroom", str(server.folder), port, "", "32"]
    ended = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=30, check=False)
    assert ended.returncode == 1
    assert f"CannotServe: Port {port} on 127.0.0.1 is taken" in ended.stderr
