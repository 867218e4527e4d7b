"""An answer as HTML, for the page: a pure function, one element without line breaks."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import count

from markupsafe import Markup

from corpus.article import Article
from page.chat.chips import wider
from page.chat.listing import listing_to_html
from page.chat.said import said_cards
from page.html import render
from page.html.addresses import context_path, original, text_fragment
from page.html.colours import in_order
from page.html.paragraphs import paragraphs
from page.html.quotation import Quotation, quotation
from page.html.segments import Span
from qa.answer import Answer
from qa.arrangement import By
from qa.passage import Citation, Passage
from qa.render.plain import COMPARED, opening, silent_outlets
from qa.render.remarks import Kind, offers, remarks
from qa.render.wording import match, nearest_heading
from qa.speech.naming import find_naming

ORDERS = ((By.BEST, "Best first"), (By.NEWEST, "Newest first"), (By.OLDEST, "Oldest first"))


@dataclass(frozen=True, slots=True)
class PassageCard:
    """A passage as it is shown.

    Attributes:
        passage: The passage.
        rank: Its place in the whole ranking, from 1.
        number: Its number in the answer, from 1; None where it does not match.
        quotation: Its words.
        place: Where in the article they stand.
        about: What else stands below them: how the passage was found, who wrote it.
        original: Address of the original, opened at the passage; empty where there is none to link to.
    """

    passage: Passage
    rank: int
    number: int | None
    quotation: Quotation
    place: str
    about: tuple[str, ...]
    original: str


@dataclass(frozen=True, slots=True)
class NewFirst:
    """What is new in the answer to a saved search, which comes first.

    Attributes:
        above: What stands above the passages, or above the list: how much is new, and the new articles of a list.
        rest: Number of the first passage that is not new; None where there is none.
    """

    above: Markup
    rest: int | None


def answer_to_html(
    answer: Answer, articles: Mapping[str, Article] | None = None, new: NewFirst | None = None, further: int = 0
) -> Markup:
    """Returns an answer: what was understood, then numbered passages with their citations, the nearest material folded.

    Args:
        answer: What the articles say.
        articles: Cited articles by id, to tell which paragraph a passage stands in; may lack any.
        new: What is new in it.
        further: How many further passages may be asked for.

    Returns:
        One ``section``. The text of each ``blockquote`` is exactly the passage (``<br>`` for a line break).
    """
    cards = list(_cards(answer, articles or {}))
    outlets = [coverage.outlet for coverage in answer.outlets]
    shares = [coverage for coverage in answer.outlets if coverage.passages]
    return render(
        "chat/answer.html",
        answer=answer,
        opening=opening(answer),
        chips=remarks(answer.question),
        wider=offers(answer.question) if answer.found else wider(answer.question),
        outlets=in_order(outlets),
        narrow=Kind.NARROW,
        shares=shares if answer.found and len(shares) > 1 and not answer.listing else (),
        days=answer.found,
        cards=[card for card in cards if card.number],
        nearest=[card for card in cards if not card.number],
        nearest_heading=nearest_heading(answer),
        listing=listing_to_html(answer.listing, outlets) if answer.listing else "",
        silent=silent_outlets(answer) if answer.found else (),
        new=new,
        said=list(said_cards(answer)),
        compared=COMPARED,
        further=further,
        orders=ORDERS,
    )


def _cards(answer: Answer, articles: Mapping[str, Article]) -> Iterator[PassageCard]:
    numbers = count(1)
    for rank, passage in enumerate(() if answer.is_list else answer.passages, start=1):
        number = next(numbers) if passage.matches else None
        yield _card(passage, rank, number, articles.get(passage.citation.article_id))


def _card(passage: Passage, rank: int, number: int | None, article: Article | None) -> PassageCard:
    citation = passage.citation
    spans = [(mark.start, mark.end) for mark in passage.highlights]
    is_whole = article is not None and len(passage.text) >= len(article.text.strip())
    more = "" if is_whole else context_path(passage)
    about = (match(passage), ", ".join(citation.authors))
    return PassageCard(
        passage=passage,
        rank=rank,
        number=number,
        quotation=quotation(passage.text, citation.start, spans, more, folded=True, kept=_naming(passage)),
        place=_place(citation, article),
        about=tuple(filter(None, about)),
        original=original(citation.url or "", text_fragment(passage.text)),
    )


def _naming(passage: Passage) -> list[Span]:
    """Returns the sentences that name who says what is brought out: the fold hides none of them."""
    if "\n" not in passage.text:
        return []
    start = passage.citation.start
    named = (find_naming(passage.text, mark.start - start, mark.end - start) for mark in passage.highlights)
    return [(start + naming.start, start + naming.end) for naming in named if naming]


def _place(citation: Citation, article: Article | None) -> str:
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
