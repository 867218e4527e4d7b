"""What the user fixed by hand, read the same in options, operators, fields of the page, files and requests."""

import re
from dataclasses import fields
from datetime import date
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, Field

from qa.errors import BadDay
from qa.query import read_condition, written
from qa.question import Filters

_DAY = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)


def read_day(written: object) -> date:
    """Reads a day.

    Raises:
        BadDay: It is not one.
    """
    if isinstance(written, date):
        return written
    text = str(written).strip()
    try:
        if not _DAY.fullmatch(text):  # the library also takes weeks, and days without dashes
            raise ValueError
        return date.fromisoformat(text)
    except ValueError as error:
        raise BadDay(f"“{text[:40]}” is not a day; write it like 2026-02-18.") from error


Day = Annotated[date, BeforeValidator(read_day)]


class FilterFields(BaseModel):
    """The filters as a JSON object holds them, beside its other fields."""

    outlets: tuple[str, ...] = Field((), description="Search only these outlets; empty means all")
    since: Day | None = Field(None, description="First day of publication, such as 2026-02-18")
    until: Day | None = Field(None, description="Last day of publication")
    exclude: tuple[str, ...] = Field((), description="Ids of articles to leave out")
    without_outlets: tuple[str, ...] = Field((), description="Leave these outlets out")
    authors: tuple[str, ...] = Field((), description="Search only articles by these authors; empty means all")

    @property
    def filters(self) -> Filters:
        """What they fix.

        Raises:
            BadQuestion: The last day lies before the first.
        """
        return Filters(
            self.outlets,
            self.since,
            self.until,
            self.exclude,
            without_outlets=self.without_outlets,
            authors=self.authors,
        )


class SavedFilters(BaseModel):
    """All of `qa.question.Filters` as plain values, which can be kept and sent: conditions as operators."""

    outlets: tuple[str, ...] = ()
    since: date | None = None
    until: date | None = None
    exclude: tuple[str, ...] = ()
    unread: tuple[str, ...] = ()
    without_outlets: tuple[str, ...] = ()
    authors: tuple[str, ...] = ()
    conditions: tuple[str, ...] = ()

    @property
    def filters(self) -> Filters:
        """What the user fixed.

        Raises:
            BadQuestion: A condition cannot be read, or the last day lies before the first.
        """
        given = {field.name: getattr(self, field.name) for field in fields(Filters)}
        return Filters(**given | {"conditions": tuple(map(read_condition, self.conditions))})


def saved_filters(filters: Filters) -> dict[str, Any]:
    """Returns filters as the fields of `SavedFilters`."""
    given = {field.name: getattr(filters, field.name) for field in fields(filters)}
    return given | {"conditions": tuple(map(written, filters.conditions))}
