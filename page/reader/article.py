"""A whole article as HTML, with its cited passages marked: a pure function, one element without line breaks."""

from collections.abc import Iterable

from markupsafe import Markup

from corpus.article import Article
from page.html import render
from page.html.addresses import original, text_fragment
from page.html.colours import in_order
from page.html.paragraphs import paragraphs
from page.html.segments import Mark, Span, segments
from qa.passage import Citation
from qa.render.wording import flags

CHANGED = "The file has changed, or is gone, since this was indexed. This is the text as it was indexed."


def article_to_html(
    article: Article,
    at: Span | None = None,
    sentences: Iterable[Span] = (),
    outlets: Iterable[str] = (),
    *,
    others: Iterable[Span] = (),
    told: str = "",
    changed: bool = False,
) -> Markup:
    """Returns a whole article, with the cited passage marked.

    Args:
        article: The article as the index keeps it.
        at: Span of the passage (code points).
        sentences: Spans to bring out, of the passage if there is one. Where it begins, or else the first of these, has
            the id ``hit``.
        outlets: Every outlet of the index, for the colour of the badge.
        others: Spans of other passages that are cited, marked more lightly.
        told: What has changed since the passage was quoted; empty where nothing has.
        changed: Whether the file has changed since it was indexed.

    Returns:
        One ``article``: headline, citation, paragraphs.
    """
    marks = [Mark(*span, "other") for other in others for span in (_beside(other, at) if at else [other])]
    found = sorted(sentences)
    marks += _passage_marks(at, found) if at else [Mark(*span, "cited found") for span in found]
    cut = [segments(article.text[start:end], start, marks) for start, end in paragraphs(article.text)]
    quoted = article.text[slice(*(at or next(iter(found), (0, 0))))]
    return render(
        "reader/article.html",
        article=article,
        marks=flags(Citation.of(article, 0, 0)),
        outlets=in_order(outlets),
        changes=list(filter(None, (told, CHANGED if changed else ""))),
        paragraphs=cut,
        hit=next((piece for pieces in cut for piece in pieces if piece.kind.startswith("cited")), None),
        address=original(article.url or "", text_fragment(quoted) if quoted.strip() else ""),
    )


def _beside(other: Span, at: Span) -> tuple[Span, Span]:
    """Returns what of another passage stands before and after the cited one; what ends before it begins is none."""
    return (other[0], min(other[1], at[0])), (max(other[0], at[1]), other[1])


def _passage_marks(at: Span, sentences: Iterable[Span]) -> list[Mark]:
    """Cuts a passage into its sentences that were found and the words between them."""
    marks: list[Mark] = []
    position, end = at
    for left, right in ((max(left, at[0]), min(right, end)) for left, right in sentences):
        if position <= left < right:
            marks += [Mark(position, left, "cited"), Mark(left, right, "cited found")]
            position = right
    return [*marks, Mark(position, end, "cited")]
