import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.routing import Route
from starlette.testclient import TestClient

from page.access.host import is_loopback
from page.access.login import COOKIE
from page.access.security import HEADERS, LARGEST_BODY, middleware
from page.errors import CannotServe

SECRET = "correct horse; battery"


async def echo(request: Request) -> PlainTextResponse:
    body = await request.body()
    forwarded = request.headers.get("x-forwarded-host", "none")
    return PlainTextResponse(f"{len(body)} {forwarded} {request.query_params}")


def client(host: str = "127.0.0.1", token: str | None = None, name: str = "127.0.0.1:7860") -> TestClient:
    routes = [Route(path, echo, methods=["GET", "POST"]) for path in ("/", "/healthz", "/a/{rest:path}")]
    return TestClient(Starlette(routes=routes, middleware=middleware(host, token)), base_url=f"http://{name}")


@pytest.mark.parametrize("host", ["127.0.0.1", "127.8.8.8", "localhost", "::1", "[::1]", "LOCALHOST"])
def test_this_machine_alone_needs_no_token(host: str) -> None:
    assert is_loopback(host)
    assert middleware(host, None)


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.168.1.5", "example.org", ""])
@pytest.mark.parametrize("token", [None, ""])
def test_an_open_host_without_a_token_is_refused(host: str, token: str | None) -> None:
    with pytest.raises(CannotServe, match="--token"):
        middleware(host, token)


def test_every_answer_carries_the_security_headers() -> None:
    for path, code in (("/", 200), ("/nothing", 404)):
        answer = client().get(path)
        assert answer.status_code == code
        assert {name: answer.headers[name] for name in HEADERS} == HEADERS


@pytest.mark.parametrize("name", ["evil.example", "evil.example:7860", "127.0.0.1.evil.example", "169.254.169.254"])
def test_another_name_for_this_machine_is_refused(name: str) -> None:
    assert client(name=name).get("/").status_code == 400


@pytest.mark.parametrize("name", ["127.0.0.1:7860", "localhost:7860", "localhost", "[::1]:7860"])
def test_our_own_names_are_answered(name: str) -> None:
    assert client(name=name).get("/").status_code == 200


@pytest.mark.parametrize(
    "origin",
    ["http://evil.example", "null", "http://127.0.0.1:7861", "http://127.0.0.1:7860.evil.example", "", "http://[x"],
)
@pytest.mark.parametrize("method", ["GET", "POST", "OPTIONS"])
def test_other_sites_are_refused(origin: str, method: str) -> None:
    assert client().request(method, "/", headers={"origin": origin}).status_code == 403


SCRIPT = {"sec-fetch-mode": "no-cors", "sec-fetch-dest": "script"}
LINK = {"sec-fetch-mode": "navigate", "sec-fetch-dest": "document"}


@pytest.mark.parametrize("site", ["cross-site", "same-site", "", "SAME-ORIGIN"])
@pytest.mark.parametrize("path", ["/", "/a/b", "/nothing"])
def test_whatever_another_site_fetches_is_refused(site: str, path: str) -> None:
    """Browsers send no origin with the picture or the script that a page of another site names."""
    for method in ("GET", "POST", "HEAD"):
        told = {"sec-fetch-site": site, **SCRIPT}
        assert client().request(method, path, headers=told).status_code == 403


@pytest.mark.parametrize("site", ["same-origin", "none"])
def test_what_the_page_and_its_user_fetch_is_answered(site: str) -> None:
    assert client().get("/", headers={"sec-fetch-site": site, **SCRIPT}).status_code == 200


def test_a_link_from_another_site_can_be_followed_but_not_shown_within_it() -> None:
    followed = {"sec-fetch-site": "cross-site", **LINK}
    assert client().get("/a/b", headers=followed).status_code == 200
    assert client().post("/a/b", headers=followed).status_code == 403
    assert client().get("/a/b", headers={**followed, "sec-fetch-dest": "iframe"}).status_code == 403
    assert client().get("/a/b", headers={**followed, "origin": "null"}).status_code == 403


def test_the_page_itself_is_answered() -> None:
    assert client().post("/", headers={"origin": "http://127.0.0.1:7860"}).status_code == 200


def test_a_name_that_a_request_only_claims_is_not_passed_on() -> None:
    assert client().get("/", headers={"x-forwarded-host": "evil.example"}).text.startswith("0 none")


def test_a_large_request_is_refused_by_its_declared_size() -> None:
    assert client().post("/", content=b"x" * LARGEST_BODY).text.startswith(f"{LARGEST_BODY} ")
    assert client().post("/", content=b"x" * (LARGEST_BODY + 1)).status_code == 413
    assert client().post("/", content=b"x", headers={"content-length": "-1"}).status_code == 413


def test_a_large_request_is_refused_by_what_really_comes() -> None:
    def pieces() -> object:
        for _ in range(LARGEST_BODY // 1000 + 2):
            yield b"x" * 1000

    assert client().post("/", content=pieces()).status_code == 413  # type: ignore[arg-type]  # an iterator of bytes


def test_without_the_token_nothing_but_the_probe_is_answered() -> None:
    guarded = client("0.0.0.0", SECRET, "news.example")
    assert guarded.get("/healthz").status_code == 200
    assert guarded.post("/healthz").status_code == 401
    for path in ("/", "/a/b", "/a/healthz", "/a?token=wrong", "/?token="):
        assert guarded.get(path).status_code == 401
    for headers in ({"authorization": "Bearer wrong"}, {"authorization": SECRET}, {"cookie": f"{COOKIE}=wrong"}):
        assert guarded.get("/", headers=headers).status_code == 401


def test_the_token_opens_as_a_bearer_token() -> None:
    guarded = client("0.0.0.0", SECRET, "news.example")
    assert guarded.get("/", headers={"authorization": f"Bearer {SECRET}"}).status_code == 200


def test_the_token_in_the_address_is_remembered_and_taken_out_of_it() -> None:
    guarded = client("0.0.0.0", SECRET, "news.example")
    answer = guarded.get("/a/b%20c", params={"token": SECRET, "q": "x&y"}, follow_redirects=False)
    assert (answer.status_code, answer.headers["location"]) == (303, "/a/b%20c?q=x%26y")
    assert "HttpOnly" in answer.headers["set-cookie"]
    assert guarded.get("/").status_code == 200
    assert guarded.get("/a/b").status_code == 200


@pytest.mark.parametrize("path", ["//evil.example/a", "/\\evil.example/a"])
def test_the_token_never_leads_to_another_site(path: str) -> None:
    guarded = client("0.0.0.0", SECRET, "news.example")
    answer = guarded.get(f"http://news.example{path}", params={"token": SECRET}, follow_redirects=False)
    assert answer.status_code == 303
    assert answer.headers["location"].startswith("/")
    assert not answer.headers["location"].startswith(("//", "/\\"))
