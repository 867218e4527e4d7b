"""What the user fixed by hand, read the same in options, operators, fields of the page, files and requests."""

import re
from datetime import date
from typing import Annotated

from pydantic import BaseModel, BeforeValidator, Field

from qa.errors import BadDay
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
