"""The table of articles as HTML: a pure function, one element without line breaks."""

from collections.abc import Iterable
from datetime import date

from markupsafe import Markup

from index.catalog.lists import Order
from page.articles.doubts import NAMES, doubts_of
from page.articles.spans import spans
from page.articles.wanted import ROWS, Wanted, in_address
from page.html import render
from page.html.colours import in_order
from page.html.quotation import sentence
from page.pictures.days import days_to_html
from qa.collection import Shelf
from qa.render.listing import IN_ANY_FORM, sought_words
from qa.render.wording import counted, day, day_span

_OUTLETS = 12  # that are shown at once
_NO_COUNTS = {"picture": "", "shares": (), "others": (), "spans": (), "doubts": ()}

# What a column is called, its order from the top down, and the other way round.
_COLUMNS = (
    ("Day", Order.NEWEST, Order.OLDEST),
    ("Outlet", Order.OUTLET, Order.OUTLET_BACKWARDS),
    ("Headline", Order.HEADLINE, Order.HEADLINE_BACKWARDS),
)
_RISING = (Order.OLDEST, Order.OUTLET, Order.HEADLINE)


def table_to_html(shelf: Shelf, wanted: Wanted, outlets: Iterable[str], today: date) -> Markup:
    """Returns the articles that are wanted, with their counts and what narrows them.

    Args:
        shelf: The articles.
        wanted: Which these are, and which rows are shown.
        outlets: Every outlet of the index, for their colours.
        today: Articles that are dated later are doubted.

    Returns:
        One ``section``. Further rows come without counts.
    """
    entries = shelf.part(wanted.ordered, wanted.start, wanted.rows)
    end = wanted.start + len(entries)
    return render(
        "articles/table.html",
        wanted=wanted,
        total=shelf.total,
        lead=lead_line(shelf),
        chips=list(_chips(wanted)),
        **(_NO_COUNTS if wanted.start else _counts(shelf, wanted, outlets)),
        columns=[_column(wanted, *column) for column in _COLUMNS],
        rows=[(entry, doubts_of(entry, today)) for entry in entries],
        outlets=in_order(outlets),
        forms_from=shelf.exact - wanted.start if shelf.exact and shelf.in_forms else None,
        in_any_form=IN_ANY_FORM,
        sentence=sentence,
        end=end,
        shown=f"Shown: {end:,} of {shelf.total:,}.",
        offer=f"Show {counted(min(ROWS, shelf.total - end), 'more article')}" if end < shelf.total else "",
    )


def lead_line(shelf: Shelf) -> str:
    """Says how many articles there are."""
    if not shelf.sought.phrases:
        return counted(shelf.total, "article") if shelf.total else "No article"
    hold = "holds" if shelf.exact == 1 else "hold"
    words = sought_words(shelf.sought)
    line = f"{counted(shelf.exact, 'article')} {hold} {words}" if shelf.exact else f"No article holds {words}"
    more = f"{shelf.in_forms:,} more" if shelf.exact else counted(shelf.in_forms, "article")
    return f"{line}; {more} with all of the words in other forms" if shelf.in_forms else line


def _counts(shelf: Shelf, wanted: Wanted, outlets: Iterable[str]) -> dict[str, object]:
    doubts = {} if wanted.doubted else shelf.doubts
    dated = spans(shelf.days)
    return {
        "picture": days_to_html(shelf.histogram, outlets, is_list=True) if len(dated) > 1 else "",
        "shares": shelf.outlets[:_OUTLETS],
        "others": shelf.outlets[_OUTLETS:],
        "spans": dated,
        "doubts": [(NAMES[doubt], in_address(doubt), number) for doubt, number in doubts.items()],
    }


def _chips(wanted: Wanted) -> Iterable[tuple[str, str]]:
    """Gives what narrows the table, each with the address that takes it back."""
    if words := wanted.words.strip():
        yield f"“{words}”", wanted.address(words="")
    for outlet in wanted.outlets:
        yield f"only {outlet}", wanted.address(outlets=tuple(one for one in wanted.outlets if one != outlet))
    filters = wanted.filters
    if filters.since and filters.until:
        yield day_span([filters.since, filters.until]), wanted.address(since="", until="")
    elif filters.since:
        yield f"from {day(filters.since)}", wanted.address(since="")
    elif filters.until:
        yield f"until {day(filters.until)}", wanted.address(until="")
    if wanted.doubted:
        yield NAMES[wanted.doubted], wanted.address(doubt="")


def _column(wanted: Wanted, name: str, down: Order, back: Order) -> tuple[str, str, str]:
    """Returns a column's name, how it is sorted, and the address that sorts by it or turns it round."""
    now = wanted.ordered
    sorted_by = ("ascending" if now in _RISING else "descending") if now in (down, back) else ""
    return name, sorted_by, wanted.address(order=in_address(back if now is down else down))
