"""What of the collection could not be read, with the reasons, as HTML: a pure function, one element."""

from markupsafe import Markup

from index.upkeep import Upkeep
from page.html import render

_NAMED = 200  # of each kind; `dateline check` names all


def unread_to_html(upkeep: Upkeep | None) -> Markup:
    """Returns what stands in the folder of articles and in no row of the table.

    Args:
        upkeep: What there is to do about the index; None until somebody has looked.

    Returns:
        One ``section``; empty where everything was read.
    """
    return render("articles/unread.html", upkeep=upkeep, most=_NAMED)
