"""What somebody sees who comes while the server is starting."""

import pytest
from playwright.sync_api import Page, expect
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import HTMLResponse
from starlette.routing import Route

from page.door import open_door
from page.settings import ServeSettings
from tests.page.browser.axe import findings
from tests.page.door.test_door import free_port

pytestmark = pytest.mark.ui


def shown(request: Request) -> HTMLResponse:
    return HTMLResponse(f"<title>There</title><h1>The page, {request.url.query}</h1>")


def test_the_page_comes_by_itself_where_it_was_asked_for(tab: Page) -> None:
    with open_door(ServeSettings(port=free_port()), None) as door:
        tab.goto(f"{door.address}?q=ferry")
        expect(tab.get_by_role("status")).to_contain_text("Dateline is starting")
        assert findings(tab) == []
        door.lead_to(Starlette(routes=[Route("/", shown), Route("/status", shown)]))
        expect(tab.get_by_role("heading")).to_have_text("The page, q=ferry")


def test_a_start_that_fails_is_said(tab: Page) -> None:
    with open_door(ServeSettings(port=free_port()), None) as door:
        tab.goto(door.address)
    expect(tab.get_by_role("status")).to_contain_text("Dateline does not answer")
