"""A question and its answer as HTML, for the page: pure functions, one element without line breaks each."""

from collections.abc import Iterable, Mapping, Sequence
from html import escape

from corpus.article import Article
from page.chat.chips import Chip, chips, wider
from page.html.addresses import article_path, context_path, link, text_fragment
from page.html.markup import Mark, Span, escaped, marked
from page.html.paragraphs import paragraphs
from page.html.pieces import flags, headline, outlet_badge, time
from qa.answer import Answer
from qa.passage import Citation, Passage
from qa.render.plain import opening, silent_outlets
from qa.render.wording import counted, day, match, source_line

_LONG = 420  # characters; a shorter quotation is shown whole at once


def question_to_html(asked: str) -> str:
    """Returns a question in the user's own words."""
    return f'<h2 class="asked" dir="auto">{escaped(asked)}</h2>'


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
            _understood(answer),
            _shares(answer, names),
            *cards,
            _coverage(answer),
            "</section>",
        )
    )


def quotation_to_html(text: str, start: int, sentences: Sequence[Span], more: str = "", *, folded: bool = False) -> str:
    """Returns a quotation.

    Args:
        text: The words.
        start: Offset of the first in the article.
        sentences: Spans of the article to bring out.
        more: Address of the same quotation with more of the article around it; empty when there is no more.
        folded: Whether the paragraphs before and after those that are brought out wait until they are asked for.
    """
    end = start + len(text)
    left, right = _core(text, start, sentences) if folded else (start, end)
    around = f' data-more="{escape(more)}"' if more else ""
    words = "".join(
        (
            _folded(text[: left - start]),
            marked(text[left - start : right - start], left, (Mark(*span) for span in sentences)),
            _folded(text[right - start :]),
        )
    )
    return f'<blockquote dir="auto" data-at="{start}-{end}"{around}>{words}</blockquote>'


def _core(text: str, start: int, sentences: Sequence[Span]) -> Span:
    """Returns the span of the paragraphs that hold what is brought out; all of a short text, or without any such."""
    if len(text) < _LONG or not sentences:
        return start, start + len(text)
    first, last = min(left for left, _ in sentences) - start, max(right for _, right in sentences) - start
    before = text.rfind("\n", 0, max(first, 0) + 1) + 1
    after = text.find("\n", min(last, len(text)) - 1)
    return start + min(before, max(first, 0)), start + (len(text) if after < 0 else after)


def _folded(text: str) -> str:
    return f'<span class="around">{escaped(text)}</span>' if text.strip() else escaped(text)


def _heading(answer: Answer) -> str:
    first, *more = opening(answer)
    return f'<p class="lead">{escaped(first)}</p>' + "".join(
        f'<p class="searched">{escaped(line)}</p>' for line in more
    )


def _understood(answer: Answer) -> str:
    """What was understood, each to be taken away; where nothing was found, also wider searches."""
    items = "".join(f"<li>{_chip(chip)}</li>" for chip in chips(answer.question))
    understood = f'<ul class="chips" aria-label="What was understood">{items}</ul>' if items else ""
    if answer.found:
        return understood
    searches = "".join(f"<li>{_again(chip, chip.words)}</li>" for chip in wider(answer.question))
    offered = f'<ul class="wider" aria-label="Wider searches"><li>Search wider:</li>{searches}</ul>' if searches else ""
    return understood + offered


def _chip(chip: Chip) -> str:
    if not chip.kind:
        return f"<span>{escaped(chip.words)}</span>"
    return _again(chip, chip.words, 'title="Search again without this"', '<span class="sign">×</span>')


def _again(chip: Chip, words: str, attributes: str = "", sign: str = "") -> str:
    about = f'data-kind="{chip.kind}" data-value="{escape(chip.value)}"'
    return f'<button type="button" class="again" {about} {attributes}>{escaped(words)}{sign}</button>'


def _shares(answer: Answer, outlets: Sequence[str]) -> str:
    """Each outlet with its number of passages, where there is more than one outlet."""
    shares = [coverage for coverage in answer.outlets if coverage.passages]
    if not answer.found or len(shares) < 2:
        return ""
    items = "".join(
        f'<li><button type="button" class="again" data-kind="narrow" data-value="{escape(share.outlet)}" '
        f'title="Search this outlet alone">{outlet_badge(share.outlet, outlets)} {share.passages}</button></li>'
        for share in shares
    )
    return f'<ul class="shares" aria-label="Passages of each outlet">{items}</ul>'


def _card(number: int, passage: Passage, outlets: Sequence[str], article: Article | None) -> str:
    citation = passage.citation
    at, spans = (citation.start, citation.end), [(mark.start, mark.end) for mark in passage.highlights]
    address = escape(article_path(citation.article_id, at, spans))
    whole = article is not None and len(passage.text) >= len(article.text.strip())
    more = "" if whole else context_path(citation.article_id, at, spans)
    quotation = quotation_to_html(passage.text, citation.start, spans, more, folded=True)
    return "".join(
        (
            f'<article class="psg" data-source="{escape(source_line(citation))}">',
            f'<p class="citation">{outlet_badge(citation.outlet, outlets)} {time(citation)}</p>',
            f'<h3 dir="auto"><a class="cite" href="{address}" title="Read it in the article">',
            f'<span class="number">{number}</span> <span>{headline(citation.title)}</span></a></h3>',
            quotation,
            _also_in(passage.also_in),
            flags(citation.flags),
            _foot(passage, article),
            _tools(has_more=bool(more) or '<span class="around">' in quotation),
            "</article>",
        )
    )


def _foot(passage: Passage, article: Article | None) -> str:
    citation = passage.citation
    parts = (_position(citation, article), match(passage), ", ".join(citation.authors))
    items = [*(f"<span>{escaped(part)}</span>" for part in parts if part)]
    if citation.url:
        items.append(link(citation.url, "original", text_fragment(passage.text)))
    return f'<p class="foot">{" ".join(items)}</p>'


def _tools(*, has_more: bool) -> str:
    more = '<button type="button" class="more">More context</button>' if has_more else ""
    return (
        f'<div class="tools">{more}<button type="button" class="copy">Copy quote + source</button>'
        '<button type="button" class="address">Copy link</button>'
        '<span class="rate" role="group" aria-label="Does this passage answer?"><span>Does it answer?</span>'
        '<button type="button" data-verdict="answers" aria-pressed="false">Yes</button>'
        '<button type="button" data-verdict="misses" aria-pressed="false">No</button>'
        '<button type="button" data-verdict="wrong-source" aria-pressed="false">Wrong source</button></span></div>'
    )


def _position(citation: Citation, article: Article | None) -> str:
    if citation.page:
        return f"page {citation.page}"
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


def _coverage(answer: Answer) -> str:
    silent = silent_outlets(answer)
    if not silent or not answer.found:
        return ""
    return (
        f'<details class="coverage"><summary>No passage shown from {counted(len(silent), "other outlet")}</summary>'
        f"<span>{escaped(', '.join(silent))}</span></details>"
    )
