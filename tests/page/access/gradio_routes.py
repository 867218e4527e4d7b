"""Prints method and path of each route that Gradio brings: ``python -m tests.page.access.gradio_routes``.

A process of its own, since Gradio's application leaves sockets and loops behind.
"""

from collections.abc import Iterator, Sequence

import gradio as gr
from starlette.routing import BaseRoute

from page.frame.layout import build_page


def of_gradio(routes: Sequence[BaseRoute]) -> Iterator[str]:
    """Yields the routes of an application, those of its routers as well."""
    for route in routes:
        if router := getattr(route, "original_router", None):
            yield from of_gradio(router.routes)
        else:
            for method in getattr(route, "methods", None) or [type(route).__name__]:
                yield f"{method} {getattr(route, 'path', '')}"


if __name__ == "__main__":
    for line in sorted(set(of_gradio(gr.routes.App.create_app(build_page()).routes))):
        print(line)  # noqa: T201  # whoever started it reads this
