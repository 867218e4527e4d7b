"""A whole article as HTML, with its cited passages marked: a pure function, one element without line breaks."""

from collections.abc import Iterable, Sequence

from corpus.article import Article
from page.html.addresses import link, text_fragment
from page.html.markup import Mark, Span, escaped, marked
from page.html.paragraphs import paragraphs
from page.html.pieces import flags, headline, outlet_badge, time

CHANGED = "The file has changed, or is gone, since this was indexed. This is the text as it was indexed."


def article_to_html(
    article: Article,
    at: Span | None = None,
    sentences: Iterable[Span] = (),
    outlets: Sequence[str] = (),
    *,
    others: Iterable[Span] = (),
    changed: bool = False,
) -> str:
    """Returns a whole article, with the cited passage marked.

    Args:
        article: The article as the index keeps it.
        at: Span of the passage (code points); its beginning has the id ``hit``.
        sentences: Spans of the passage to bring out.
        outlets: Every outlet of the index, for the colour of the badge.
        others: Spans of other passages that are cited, marked more lightly.
        changed: Whether the file has changed since it was indexed.

    Returns:
        One ``article``: headline, citation, paragraphs.
    """
    marks = [*(_passage_marks(at, sentences) if at else ()), *(Mark(*span, "other") for span in others)]
    body = "".join(
        f'<p dir="auto">{marked(article.text[start:end], start, marks)}</p>' for start, end in paragraphs(article.text)
    ).replace('<mark class="cited', '<mark id="hit" tabindex="-1" class="cited', 1)
    byline = f'<p class="byline">{escaped(", ".join(article.authors))}</p>' if article.authors else ""
    fragment = text_fragment(article.text[slice(*at)]) if at and article.text[slice(*at)].strip() else ""
    original = f'<p class="address">Original: {link(article.url, fragment=fragment)}</p>' if article.url else ""
    return "".join(
        (
            '<article class="story"><header>',
            f'<p class="citation">{outlet_badge(article.outlet, outlets)} {time(article)}</p>',
            f'<h1 dir="auto">{headline(article.title)}</h1>',
            byline,
            flags(article.flags),
            f'<p class="changed" role="note">{CHANGED}</p>' if changed else "",
            f'</header><div class="text">{body}</div><footer>{original}',
            f'<p class="source">File in your articles: {escaped(article.source)}</p>',
            "</footer></article>",
        )
    )


def _passage_marks(at: Span, sentences: Iterable[Span]) -> list[Mark]:
    """Cuts a passage into its sentences that were found and the words between them."""
    marks: list[Mark] = []
    position, end = at
    for left, right in sorted((max(left, at[0]), min(right, end)) for left, right in sentences):
        if position <= left < right:
            marks += [Mark(position, left, "cited"), Mark(left, right, "cited found")]
            position = right
    return [*marks, Mark(position, end, "cited")]
