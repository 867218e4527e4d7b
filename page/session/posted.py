"""What the page's scripts post: read like any stranger's word, and answered once the articles are loaded."""

import logging
import time
from collections.abc import Callable
from typing import TypeVar

from pydantic import BaseModel, ValidationError
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

from corpus.errors import DatelineError
from page.errors import NotReady, in_words
from page.session.session import Session
from qa.answerer import Answerer

UNREADABLE = "The page sent what cannot be read. Load it again."

Posted = TypeVar("Posted", bound=BaseModel)

log = logging.getLogger(__name__)


async def answer_posted(
    session: Session, request: Request, form: type[Posted], respond: Callable[[Posted, Answerer], Response]
) -> Response:
    """Answers a request of a script. This is where the errors of the page become words for its reader.

    Args:
        session: What the page works on.
        request: The request, whose body is JSON.
        form: What the body must be.
        respond: Answers it; called in a thread.

    Returns:
        What `respond` returns. Otherwise an error in words: 422 the body is of another form; 503 the articles are not
        loaded, with ``retry-after`` while they are being loaded; 400 the user can mend it; 500 the program cannot.
    """
    try:
        posted = form.model_validate_json(await request.body())
    except ValidationError:
        return PlainTextResponse(UNREADABLE, 422)
    try:
        session.asked = time.monotonic()
        return await run_in_threadpool(respond, posted, session.opened())
    except NotReady as error:
        return PlainTextResponse(in_words(error), 503, {"retry-after": "1"} if session.progress() else None)
    except DatelineError as error:
        return PlainTextResponse(in_words(error), 400)
    except Exception as error:
        log.exception("A request of the page could not be answered.")
        return PlainTextResponse(in_words(error), 500)
