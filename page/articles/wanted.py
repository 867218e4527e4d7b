"""Which articles the table shows, as the address of the page says it and its script posts it."""

from collections.abc import Mapping
from datetime import date
from urllib.parse import urlencode

from pydantic import BaseModel, ConfigDict, Field

from index.catalog.lists import Order
from index.catalog.where import Doubt
from page.limits import MOST_LISTED, MOST_ROWS
from qa.question import Filters
from qa.understand import read_day

ROWS = 50  # of the table at first, and each time more are asked for


def in_address(one: Doubt | Order) -> str:
    """Returns how an order or a doubt is called in an address."""
    return one.name.lower().replace("_", "-")


ORDERS: Mapping[str, Order] = {in_address(one): one for one in Order}
DOUBTS: Mapping[str, Doubt] = {in_address(one): one for one in Doubt}


class Wanted(BaseModel):
    """What the table shows. Words and days are what somebody typed; an order or a doubt that is none counts as none.

    Attributes:
        words: Words that the articles hold; empty for all.
        outlets: Only these; empty for all.
        since: First day of publication.
        until: Last one.
        order: Name of the order.
        doubt: Name of a doubt, to show only articles of which that is doubted.
        start: Number of the first row, from 0.
        rows: How many rows at most.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    words: str = ""
    outlets: tuple[str, ...] = ()
    since: str = ""
    until: str = ""
    order: str = ""
    doubt: str = ""
    start: int = Field(default=0, ge=0, le=MOST_ROWS)
    rows: int = Field(default=ROWS, ge=1, le=MOST_LISTED)

    @property
    def filters(self) -> Filters:
        """What narrows them beside words and doubt.

        Raises:
            BadQuestion: A day cannot be read, or the last day lies before the first.
        """
        return Filters(self.outlets, self._day(self.since), self._day(self.until))

    @property
    def ordered(self) -> Order:
        """The order of the rows."""
        return ORDERS.get(self.order, Order.NEWEST)

    @property
    def doubted(self) -> Doubt | None:
        """The doubt that all of them share; None where that is not asked for."""
        return DOUBTS.get(self.doubt)

    @property
    def is_narrowed(self) -> bool:
        """Whether they are not all articles."""
        return bool(self.words.strip() or self.filters != Filters() or self.doubted)

    def address(self, **changes: str | tuple[str, ...]) -> str:
        """Returns the address that shows the same but for some changes, from its first row on."""
        said = self.model_copy(update=changes)
        fields = {
            "view": "articles",
            "words": said.words.strip(),
            "outlet": said.outlets,
            "since": said.since,
            "until": said.until,
            "doubt": said.doubt,
            "order": said.order,
        }
        return "/?" + urlencode({name: value for name, value in fields.items() if value}, doseq=True)

    @staticmethod
    def _day(written: str) -> date | None:
        return read_day(written) if written.strip() else None
