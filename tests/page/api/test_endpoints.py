"""What clients of Gradio find and are answered, and that it is no way around the checks."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from page.access.needed_routes import NAMES
from tests.page.conftest import ROOT, Served, fill, serving

JSON = {"content_type": "application/json"}
QUESTION = "How many jobs go with the Marlin ferry?"
# A process of its own, since the client leaves threads behind.
PROGRAM = """
import json, os, sys
os.environ.update(HF_HUB_OFFLINE="1", HF_HUB_DISABLE_TELEMETRY="1")
from gradio_client import Client
url, token, *calls = sys.argv[1:]
try:
    client = Client(url, verbose=False, headers={"Authorization": f"Bearer {token}"} if token else None)
except Exception as error:
    raise SystemExit(print(json.dumps({"refused": str(error)})))
told = {"endpoints": client.view_api(return_format="dict", print_info=False)["named_endpoints"], "answers": []}
for call in calls:
    name, *arguments = json.loads(call)
    try:
        told["answers"].append(client.predict(*arguments[0], api_name=f"/{name}", **arguments[1]))
    except Exception as error:
        told["answers"].append(str(error))
print(json.dumps(told))
"""


def told(url: str, *calls: tuple[str, list[Any], dict[str, Any]], token: str = "") -> dict[str, Any]:
    command = [sys.executable, "-c", PROGRAM, url, token, *map(json.dumps, calls)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True, timeout=60)
    return dict(json.loads(done.stdout.splitlines()[-1]))


def same(answer: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in answer.items() if name != "seconds"}


def test_the_endpoints_have_their_names_and_answer_like_the_interface(server: Served) -> None:
    outlet = {"outlets": ["Quay Courier"]}
    got = told(
        server.url,
        ("ask", [QUESTION], {}),
        ("compare", [], {"question": QUESTION}),
        ("list", ["Marlin"], {"limit": 1} | outlet),
        ("article", ["courier-1"], {}),
        ("status", [], {}),
    )
    assert [answer for answer in got["answers"] if isinstance(answer, str)] == []  # the words of an error
    assert set(got["endpoints"]) == {"/ask", "/compare", "/list", "/article", "/status"}
    parameters = got["endpoints"]["/ask"]["parameters"]
    names = ["question", "turns", "outlets", "since", "until", "authors", "top"]
    assert [one["parameter_name"] for one in parameters] == names
    assert [one["parameter_has_default"] for one in parameters] == [False] + [True] * 6
    asked = f"question={QUESTION.replace(' ', '+')}"
    paths = (f"ask?{asked}", f"compare?{asked}", "list?words=Marlin&limit=1&outlet=Quay+Courier", "articles/courier-1")
    for answer, path in zip(got["answers"], (*paths, "status"), strict=True):
        assert same(answer) == same(json.loads(server.get(f"/api/{path}")[2]))


def test_what_cannot_be_answered_is_said_in_words(server: Served) -> None:
    got = told(
        server.url,
        ("ask", [""], {}),
        ("ask", ["ferry"], {"since": "sometime"}),
        ("list", [], {"limit": 0}),
        ("article", ["../etc/passwd"], {}),
    )["answers"]
    assert "question: Field required" in got[0]
    assert "“sometime” is not a day" in got[1]
    assert "limit: Input should be greater than or equal to 1" in got[2]
    assert got[3] == "No article of the index has the id '../etc/passwd'."


def test_the_token_is_asked_for(tmp_path: Path) -> None:
    with serving(fill(tmp_path), token="pencil case") as guarded:
        assert "refused" in told(guarded.url, token="a guess")
        for path in ("/config", "/gradio_api/info", "/gradio_api/queue/data?session_hash=a"):
            assert guarded.get(path)[0] == 401
        for path in ("/gradio_api/queue/join", "/gradio_api/call/v2/status"):
            assert guarded.send("POST", path, b"{}")[0] == 401
        answer = told(guarded.url, ("status", [], {}), token="pencil case")["answers"][0]
        assert "working" in answer


def test_a_call_with_curl_is_answered(server: Served) -> None:
    code, _, words = server.send("POST", "/gradio_api/call/v2/article", b'{"article_id": "courier-1"}', **JSON)
    assert code == 200
    code, _, words = server.get(f"/gradio_api/call/article/{json.loads(words)['event_id']}")
    assert code == 200
    assert words.startswith("event: complete")
    assert "Marlin ferry stops for good" in words


@pytest.mark.parametrize("path", ["/etc/passwd", "http://93.184.216.34/x", "pyproject.toml"])
def test_no_call_can_name_a_file_or_an_address(server: Served, path: str) -> None:
    forged = {"path": path, "url": path, "meta": {"_type": "gradio.FileData"}}
    for value in (forged, [forged], [[path]]):
        body = json.dumps({"article_id": value}).encode()
        assert server.send("POST", "/gradio_api/call/v2/article", body, **JSON)[0] == 422
        body = json.dumps({"data": [value], "fn_index": 2, "session_hash": "a"}).encode()
        assert server.send("POST", "/gradio_api/queue/join", body, **JSON)[0] == 422


def test_only_the_endpoints_can_be_called(server: Served) -> None:
    events = json.loads(server.get("/config")[2])["dependencies"]
    named = {event["id"] for event in events if event["api_name"] in NAMES and not event["targets"]}
    assert len(named) == len(NAMES)
    for number in {*range(-1, 20)} - named:
        body = json.dumps({"data": [], "fn_index": number, "session_hash": "a"}).encode()
        assert server.send("POST", "/gradio_api/queue/join", body, **JSON)[0] == 404
