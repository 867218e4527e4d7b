import re

import pytest
from starlette.testclient import TestClient

from page.html.scripts import SCRIPTS_PATH
from tests.page.conftest import ROOT

SCRIPTS = sorted(path.relative_to(ROOT / "page").as_posix() for path in (ROOT / "page").rglob("*.js"))


def test_each_script_is_sent_to_be_kept_for_good(client: TestClient) -> None:
    assert "chat/chat.js" in SCRIPTS
    for name in SCRIPTS:
        answer = client.get(SCRIPTS_PATH + name)
        assert answer.text == (ROOT / "page" / name).read_text("utf-8")
        assert answer.headers["content-type"].startswith("text/javascript")
        assert "immutable" in answer.headers["cache-control"]


@pytest.mark.parametrize(
    "path",
    [f"{SCRIPTS_PATH}nothing.js", f"{SCRIPTS_PATH}server.py", f"{SCRIPTS_PATH}../server.py", "/scripts/0/chat/chat.js"],
)
def test_nothing_else_is_sent(client: TestClient, path: str) -> None:
    assert client.get(path).status_code == 404


def test_every_event_that_gradio_tells_of_is_heard() -> None:
    told = re.findall(r'tell\("([\w:]+)"\)', (ROOT / "page/frame/layout.py").read_text("utf-8"))
    assert len(told) == 2
    sources = "".join((ROOT / "page" / name).read_text("utf-8") for name in SCRIPTS)
    assert [event for event in told if f'document.addEventListener("{event}"' not in sources] == []


def test_every_import_of_a_script_is_a_script() -> None:
    for name in SCRIPTS:
        folder = (ROOT / "page" / name).parent
        for imported in re.findall(r'(?:from|import) "([^"]+)"', (ROOT / "page" / name).read_text("utf-8")):
            assert (folder / imported).is_file(), f"{name} imports {imported}"
