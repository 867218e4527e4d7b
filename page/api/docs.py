"""The description of the interface for programs as a page: the usual ones load scripts from another host."""

from collections.abc import Iterator, Mapping
from typing import Any

from fastapi import FastAPI, Request
from starlette.responses import HTMLResponse

from page.access.security import ARTICLE_POLICY
from page.html.markup import escaped
from page.html.styles import ARTICLE_STYLES

_PAGE = """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark"><title>Dateline for programs</title><style>{style}</style></head>
<body class="article-page"><main><article class="story"><header><h1>Dateline for programs</h1>
<p class="citation">Everything here as <a href="openapi.json">OpenAPI</a>. With a token, send it as
<code>Authorization: Bearer …</code>.</p></header><div class="text">{operations}</div></article></main></body></html>"""


def api_docs(api: FastAPI) -> HTMLResponse:
    """Returns the page.

    Args:
        api: The interface, with all its operations.
    """
    description = api.openapi()
    operations = "".join(
        _operation(f"{method.upper()} /api{path}", operation, description)
        for path, methods in description["paths"].items()
        for method, operation in methods.items()
    )
    page = _PAGE.format(style=ARTICLE_STYLES, operations=operations)
    return HTMLResponse(page, headers={"content-security-policy": ARTICLE_POLICY})


def add_docs(api: FastAPI) -> None:
    """Adds the page at the root of the interface."""

    @api.get("/", include_in_schema=False)
    def docs(_request: Request) -> HTMLResponse:
        return api_docs(api)


def _operation(name: str, operation: Mapping[str, Any], description: Mapping[str, Any]) -> str:
    rows = "".join(
        f"<li><code>{escaped(field)}</code>{' (needed)' if needed else ''}{escaped(f': {words}' if words else '')}</li>"
        for field, needed, words in (*_parameters(operation), *_body(operation, description))
    )
    fields = f"<ul>{rows}</ul>" if rows else ""
    return f"<h2>{escaped(name)}</h2><p>{escaped(operation.get('description', ''))}</p>{fields}"


def _parameters(operation: Mapping[str, Any]) -> Iterator[tuple[str, bool, str]]:
    for parameter in operation.get("parameters", ()):
        words = parameter.get("description") or parameter["schema"].get("description", "")
        yield parameter["name"], parameter["required"], words


def _body(operation: Mapping[str, Any], description: Mapping[str, Any]) -> Iterator[tuple[str, bool, str]]:
    if "requestBody" not in operation:
        return
    name = operation["requestBody"]["content"]["application/json"]["schema"]["$ref"].rpartition("/")[2]
    schema = description["components"]["schemas"][name]
    for field, about in schema["properties"].items():
        yield field, field in schema.get("required", ()), about.get("description", "")
