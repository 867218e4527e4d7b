"""The description of the interface for programs as a page: the usual ones load scripts from another host."""

from collections.abc import Iterator, Mapping
from typing import Any

from fastapi import FastAPI, Request
from starlette.responses import HTMLResponse

from page.access import ARTICLE_POLICY
from page.html import render


def api_docs(api: FastAPI) -> HTMLResponse:
    """Returns the page.

    Args:
        api: The interface, with all its operations.
    """
    description = api.openapi()
    page = render(
        "api/docs.html",
        title="Dateline for programs",
        paths=description["paths"],
        fields=lambda operation: (*_parameters(operation), *_body(operation, description)),
    )
    return HTMLResponse(page, headers={"content-security-policy": ARTICLE_POLICY})


def add_docs(api: FastAPI) -> None:
    """Adds the page at the root of the interface."""

    @api.get("/", include_in_schema=False)
    def docs(_request: Request) -> HTMLResponse:
        return api_docs(api)


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
