"""Refreshes what only the user can decide: a rebuild, and the removal of most articles."""

from pydantic import BaseModel, ConfigDict, ValidationError
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

from page.session import Session
from page.session.posted import UNREADABLE


class Allowed(BaseModel):
    """What a refresh may do (see `page.session.session.Refresh`)."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    allow_mass_delete: bool = False
    rebuild: bool = False


async def refresh(session: Session, request: Request) -> Response:
    """Answers ``POST /refresh``, an `Allowed`, with 202: the refresh begins now, or after the one that goes on.

    What is allowed is allowed to that refresh alone. Should it fail, the user is asked again.
    """
    try:
        allowed = Allowed.model_validate_json(await request.body())
    except ValidationError:
        return PlainTextResponse(UNREADABLE, 422)
    session.refreshing.request(**allowed.model_dump())
    return PlainTextResponse("asked for", 202)
