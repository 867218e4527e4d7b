"""A list of articles as HTML, for the page: a pure function, one element without line breaks."""

from collections.abc import Iterable

from markupsafe import Markup

from page.html import render
from page.html.colours import in_order
from page.html.quotation import sentence
from qa.listing import Listing, Where
from qa.render.listing import IN_ANY_FORM, shown_line, silent_line
from qa.render.remarks import Kind
from qa.render.wording import counted

MORE = 100  # rows that "show more" brings
_CHIPS = 10  # outlets that are shown at once


def listing_to_html(listing: Listing, outlets: Iterable[str]) -> Markup:
    """Returns a list of articles, or some further rows of it.

    Args:
        listing: The list, with the rows to show.
        outlets: Every outlet of the index, for their colours.

    Returns:
        One ``section``. The text of each ``blockquote`` is exactly a sentence of an article.
    """
    end = listing.start + len(listing.rows)
    return render(
        "chat/listing.html",
        listing=listing,
        **row_values(outlets),
        narrow=Kind.NARROW,
        most=max((one.articles for one in listing.outlets), default=1),
        shares=listing.outlets[:_CHIPS],
        others=listing.outlets[_CHIPS:],
        silent=silent_line(listing),
        rows=list(enumerate(listing.rows, start=listing.start)),
        in_any_form=IN_ANY_FORM,
        shown=shown_line(listing) and f"Shown: {end:,} of {listing.counts.listed:,}.",
        next=end if end < listing.counts.listed else None,
        offer=f"Show {counted(min(MORE, listing.counts.listed - end), 'more article')}",
    )


def row_values(outlets: Iterable[str]) -> dict[str, object]:
    """Returns what ``listed``, which prints a row, needs beside the row.

    Args:
        outlets: Every outlet of the index, for their colours.
    """
    return {"outlets": in_order(outlets), "in_headline": Where.HEADLINE, "sentence": sentence}
