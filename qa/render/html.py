"""An answer and an article as HTML, for the page: pure functions, one element without line breaks each."""

from collections.abc import Iterable, Mapping, Sequence
from html import escape

from corpus.article import Article
from qa.answer import Answer
from qa.passage import Citation, Passage
from qa.question import Question
from qa.render.markup import Mark, Span, article_path, escaped, link, marked, outlet_badge, paragraphs
from qa.render.plain import opening, silent_outlets, understood
from qa.render.wording import counted, day, flag, match


def question_to_html(asked: str) -> str:
    """Returns a question in the user's own words."""
    return f'<h2 class="asked" dir="auto">{escaped(asked)}</h2>'


def notice_to_html(words: str, *, kind: str = "notice") -> str:
    """Returns a remark of the program, such as an error, as one paragraph.

    Args:
        words: What happened and what to do next.
        kind: Class of the paragraph: ``"notice"``, ``"error"`` or ``"busy"``.
    """
    return f'<p class="{escape(kind)}">{escaped(words)}</p>'


def answer_to_html(answer: Answer, articles: Mapping[str, Article] | None = None) -> str:
    """Returns an answer: what was understood, then numbered passages with their citations.

    Args:
        answer: What the articles say.
        articles: Cited articles by id, to tell which paragraph a passage stands in; may lack any.

    Returns:
        One ``section``. The text of each ``blockquote`` is exactly the passage (``<br>`` for a line break).
    """
    names = [coverage.outlet for coverage in answer.outlets]
    cards = [
        _card(number, passage, names, (articles or {}).get(passage.citation.article_id))
        for number, passage in enumerate(answer.passages, start=1)
    ]
    return "".join(
        (
            f'<section class="answer{"" if answer.found else " missing"}">',
            _heading(answer),
            _understood(answer.question),
            _shares(answer, names),
            *cards,
            _coverage(answer),
            "</section>",
        )
    )


def article_to_html(
    article: Article, at: Span | None = None, sentences: Iterable[Span] = (), outlets: Sequence[str] = ()
) -> str:
    """Returns a whole article, with the cited passage marked.

    Args:
        article: The article as the index keeps it.
        at: Span of the passage (code points); its beginning has the id ``hit``.
        sentences: Spans of the passage to bring out.
        outlets: Every outlet of the index, for the colour of the badge.

    Returns:
        One ``article``: headline, citation, paragraphs.
    """
    marks = _passage_marks(at, sentences) if at else []
    body = "".join(
        f'<p dir="auto">{marked(article.text[start:end], start, marks)}</p>' for start, end in paragraphs(article.text)
    ).replace("<mark ", '<mark id="hit" tabindex="-1" ', 1)
    byline = f'<p class="byline">{escaped(", ".join(article.authors))}</p>' if article.authors else ""
    original = f'<p class="address">{link(article.url)}</p>' if article.url else ""
    return "".join(
        (
            '<article class="story"><header>',
            f'<p class="citation">{outlet_badge(article.outlet, outlets)} {_time(article)}</p>',
            f'<h1 dir="auto">{_headline(article.title)}</h1>',
            byline,
            _flags(article.flags),
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


def _heading(answer: Answer) -> str:
    first, *more = opening(answer)
    return f'<p class="lead">{escaped(first)}</p>' + "".join(
        f'<p class="searched">{escaped(line)}</p>' for line in more
    )


def _understood(question: Question) -> str:
    items = "".join(f"<li>{escaped(remark)}</li>" for remark in understood(question))
    return f'<ul class="chips" title="What was understood">{items}</ul>' if items else ""


def _shares(answer: Answer, outlets: Sequence[str]) -> str:
    """Each outlet with its number of passages, where there is more than one outlet."""
    shares = [coverage for coverage in answer.outlets if coverage.passages]
    if not answer.found or len(shares) < 2:
        return ""
    items = "".join(f"<li>{outlet_badge(share.outlet, outlets)} {share.passages}</li>" for share in shares)
    return f'<ul class="shares" title="Passages of each outlet">{items}</ul>'


def _card(number: int, passage: Passage, outlets: Sequence[str], article: Article | None) -> str:
    citation = passage.citation
    spans = [(highlight.start, highlight.end) for highlight in passage.highlights]
    address = escape(article_path(citation.article_id, (citation.start, citation.end), spans))
    quotation = marked(passage.text, citation.start, (Mark(*span) for span in spans))
    return "".join(
        (
            '<article class="psg">',
            f'<p class="citation">{outlet_badge(citation.outlet, outlets)} {_time(citation)}</p>',
            f'<h3 dir="auto"><a class="cite" href="{address}" title="Read it in the article">',
            f'<span class="number">{number}</span> <span>{_headline(citation.title)}</span></a></h3>',
            f'<blockquote dir="auto">{quotation}</blockquote>',
            _also_in(passage.also_in),
            _flags(citation.flags),
            _foot(passage, article),
            "</article>",
        )
    )


def _foot(passage: Passage, article: Article | None) -> str:
    citation = passage.citation
    parts = (_position(citation, article), match(passage), ", ".join(citation.authors))
    items = [*(f"<span>{escaped(part)}</span>" for part in parts if part)]
    if citation.url:
        items.append(link(citation.url, "original"))
    return f'<p class="foot">{" ".join(items)}</p>'


def _position(citation: Citation, article: Article | None) -> str:
    if article is None:
        return f"characters {citation.start:,}–{citation.end:,}"
    spans = paragraphs(article.text)
    touched = [
        number for number, (start, end) in enumerate(spans, 1) if start < citation.end and citation.start < end
    ] or [0]
    if touched[0] == touched[-1]:
        return f"paragraph {touched[0]} of {len(spans)}"
    return f"paragraphs {touched[0]}–{touched[-1]} of {len(spans)}"


def _also_in(copies: Iterable[Citation]) -> str:
    places = [f"{copy.outlet}, {day(copy.published)}" for copy in copies]
    return f'<p class="also">also in: {escaped("; ".join(places))} (same text)</p>' if places else ""


def _flags(flags: Iterable[str]) -> str:
    items = "".join(f"<li>{escaped(flag(name))}</li>" for name in flags)
    return f'<ul class="flags">{items}</ul>' if items else ""


def _time(dated: Article | Citation) -> str:
    words = day(dated.published)
    return f'<time datetime="{dated.published}">{words}</time>' if dated.published else f"<span>{words}</span>"


def _headline(title: str) -> str:
    return escaped(title) if title.strip() else "<i>No headline</i>"


def _coverage(answer: Answer) -> str:
    silent = silent_outlets(answer)
    if not silent or not answer.found:
        return ""
    return (
        f'<details class="coverage"><summary>No passage shown from {counted(len(silent), "other outlet")}</summary>'
        f"<span>{escaped(', '.join(silent))}</span></details>"
    )
