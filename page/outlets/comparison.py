"""What each outlet says as HTML, for the page: a pure function, one element without line breaks."""

from markupsafe import Markup

from page.html import render
from page.html.colours import in_order
from page.html.quotation import Quotation
from page.html.segments import Mark, segments
from qa.compare import Comparison
from qa.passage import Passage
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
        sentence=_sentence,
    )


def _sentence(quote: Passage) -> Quotation:
    """Returns a sentence, with the figure in it marked; a sentence that is marked whole needs no mark."""
    start, end = quote.citation.start, quote.citation.end
    marks = [Mark(mark.start, mark.end) for mark in quote.highlights if mark.end - mark.start < len(quote.text)]
    return Quotation(start, end, segments(quote.text, start, marks))
