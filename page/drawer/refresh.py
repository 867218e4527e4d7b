"""Refreshes what only the user can decide: a rebuild, and the removal of most articles."""

from pydantic import BaseModel, ConfigDict, ValidationError
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

from page.state.desk import Desk
from page.state.posted import UNREADABLE


class Allowed(BaseModel):
    """What a refresh may do (see `page.state.desk.Refresh`)."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    allow_mass_delete: bool = False
    rebuild: bool = False


async def refresh(desk: Desk, request: Request) -> Response:
    """Answers ``POST /refresh``, an `Allowed`: starts the refresh, or says that work goes on."""
    try:
        allowed = Allowed.model_validate_json(await request.body())
    except ValidationError:
        return PlainTextResponse(UNREADABLE, 422)
    if desk.progress() or not desk.refreshing.start(**allowed.model_dump()):
        return PlainTextResponse("Other work goes on: wait until it has ended.", 409)
    return PlainTextResponse("started", 202)
