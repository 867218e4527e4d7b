"""What each outlet says as HTML, for the page: a pure function, one element without line breaks."""

from markupsafe import Markup

from page.html import render
from page.html.colours import in_order
from page.html.quotation import sentence
from qa.compare import Comparison
from qa.render.plain import comparison_opening


def comparison_to_html(comparison: Comparison) -> Markup:
    """Returns what each outlet says.

    Args:
        comparison: The comparison.

    Returns:
        One ``section``. The text of each ``blockquote`` is exactly a sentence of an article.
    """
    found = comparison.answer.found
    return render(
        "outlets/comparison.html",
        comparison=comparison,
        found=found,
        lead=comparison_opening(comparison),
        outlets=in_order(coverage.outlet for coverage in comparison.answer.outlets),
        sentence=sentence,
    )
