"""Takes in articles that are dropped on the page, and has them read at once."""

import tempfile
from pathlib import Path

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse

from corpus.errors import DatelineError
from corpus.upload import Added, add_upload
from page.session import Session


async def upload(session: Session, articles: Path, request: Request) -> JSONResponse:
    """Answers ``POST /upload?name=bridge.txt``, whose body is a file, as soon as the file lies among the articles.

    The name is never used as a path. How large a file may be is decided by its kind, and before that by
    `page.access.security`.

    Args:
        session: Refreshes the index afterwards.
        articles: The folder of articles.
        request: The request.

    Returns:
        What was copied: ``{"name", "articles", "problems", "new", "run"}``. ``new`` is false when the same file lay
        there already; ``run`` is the number of the refresh that reads it (see `page.drawer.added`). Or 422 with
        ``{"error"}`` in words.
    """

    def add_and_request(path: Path, name: str) -> tuple[Added, int]:
        # In one thread: whoever sent it may be gone by then.
        return add_upload(path, name, articles), session.refreshing.request()

    with tempfile.TemporaryDirectory(prefix="dateline-upload-") as folder:
        path = Path(folder) / "file"
        with path.open("wb") as file:
            async for piece in request.stream():
                file.write(piece)
        try:
            name = request.query_params.get("name", "article")
            added, run = await run_in_threadpool(add_and_request, path, name)
        except DatelineError as error:
            return JSONResponse({"error": str(error)}, 422)
    problems = [problem.reason for problem in added.problems]
    copied = {"name": added.path.name, "articles": len(added.articles), "problems": problems, "new": added.new}
    return JSONResponse({**copied, "run": run})
