"""All that somebody says in the articles: each quotation with its speaker and its source."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from itertools import groupby

from corpus.article import Article
from index.catalog.words import words_folded
from index.forms import foldings
from index.generation import IndexSnapshot
from index.search import Selection
from qa.answer import Answer, Verdict, coverage
from qa.language import TermWeights, content_terms
from qa.passage import Citation, Highlight, Passage
from qa.question import Speaker
from qa.retrieve import PassageCache
from qa.retrieve.spoken import topic_of
from qa.speech import Quotation
from qa.speech.same import last_name

_MOST = 50  # paragraphs in one answer; `dateline quotes` lists all
_ON_IT = 0.5  # share of what is asked about, from which a paragraph with the one before it is on it


@dataclass(frozen=True, slots=True)
class Saying:
    """Something that somebody says.

    Attributes:
        speaker: Who, by the fullest name that the article gives him.
        direct: Whether it stands in quotation marks, rather than being reported.
        quote: The paragraph that it stands in, with the quotation marked in it; its copies are those of the quotation.
    """

    speaker: str
    direct: bool
    quote: Passage

    @property
    def words(self) -> Highlight:
        """The quotation itself."""
        return self.quote.highlights[0]


@dataclass(frozen=True, slots=True)
class Sayings:
    """All that somebody says.

    Attributes:
        speaker: Who, as he was asked for.
        about: On what; empty for anything.
        sayings: The newest first, those of an article in its order.
        articles: How many articles name him.
    """

    speaker: str
    about: str
    sayings: tuple[Saying, ...]
    articles: int


def find_sayings(
    speaker: Speaker, about: str, selection: Selection, snapshot: IndexSnapshot, passages: PassageCache
) -> Sayings:
    """Finds all that somebody says.

    Args:
        speaker: Who.
        about: On what; empty for anything.
        selection: Where to look.
        snapshot: The index.
        passages: Its passages, whose quotations are kept.
    """
    last = last_name(speaker.name)
    names = {last.lower()} | {word.written for word in words_folded(snapshot.catalog, foldings(last))}
    rows = {hit.row for name in names for hit in snapshot.lexical.search("", len(snapshot.lexical), selection, [name])}
    named = {chunk.article_id for chunk in snapshot.catalog.chunks(sorted(rows)).values()}
    articles = [article for one in named if (article := snapshot.catalog.article(one))]
    articles.sort(
        key=lambda article: (-(article.published or date.min).toordinal(), article.outlet, article.article_id)
    )
    topic = topic_of(TermWeights.of(about, snapshot.lexical), speaker)
    found = [
        saying
        for article in articles
        for saying in _of_article(article, passages.spoken(article.article_id, speaker.name).said, topic)
    ]
    return Sayings(speaker.name, about, tuple(_folded(found)), len(articles))


def with_sayings(answer: Answer, speaker: Speaker, snapshot: IndexSnapshot, passages: PassageCache) -> Answer:
    """Gives an answer all that somebody says within the time and the outlets asked for, where there is anything.

    Args:
        answer: What the search found.
        speaker: Whose words the question asks for.
        snapshot: The index.
        passages: Its passages.
    """
    question = answer.question
    filters = question.filters
    selection = replace(filters.selection, outlets=filters.outlets or question.outlets)
    about = question.subject
    for period in question.periods:
        about = about.replace(period.words, " ")
        selection = replace(selection, since=selection.since or period.first, until=selection.until or period.last)
    said = find_sayings(speaker, about, selection, snapshot, passages).sayings
    paragraphs = tuple(_paragraphs(said))[:_MOST]
    if not paragraphs:
        return answer
    outlets = coverage(paragraphs, {one.outlet: one.articles for one in answer.outlets})
    return replace(answer, passages=paragraphs, verdict=Verdict.ANSWERS, confidence=1.0, outlets=outlets)


def _paragraphs(sayings: Iterable[Saying]) -> Iterator[Passage]:
    """Yields the paragraphs that hold some sayings, each once, with all of them marked."""
    for _, group in groupby(sayings, key=lambda one: (one.quote.citation.article_id, one.quote.citation.start)):
        quotes = [saying.quote for saying in group]
        yield replace(quotes[0], highlights=tuple(mark for quote in quotes for mark in quote.highlights))


def _of_article(article: Article, said: Iterable[Quotation], topic: TermWeights) -> Iterator[Saying]:
    for one in said:
        start = article.text.rfind("\n", 0, one.start) + 1
        end = article.text.find("\n", one.end)
        end = len(article.text) if end < 0 else end
        before = article.text[:start].rstrip().rpartition("\n")[2]
        if topic.weights and topic.share({*content_terms(before), *content_terms(article.text[start:end])}) < _ON_IT:
            continue
        mark = Highlight(one.start, one.end, article.text[one.start : one.end])
        quote = Passage(article.text[start:end], Citation.of(article, start, end), 1.0, (mark,))
        yield Saying(one.speaker, one.direct, quote)


def _folded(sayings: Iterable[Saying]) -> list[Saying]:
    """Names the articles that repeat a quotation beside the first that has it, rather than the quotation again."""
    kept: dict[str, Saying] = {}
    for one in sayings:
        words = " ".join(content_terms(one.words.text))
        known = kept.get(words)
        if known is None:
            kept[words] = one
        elif known.quote.citation.article_id != one.quote.citation.article_id:
            quote = replace(known.quote, also_in=(*known.quote.also_in, one.quote.citation))
            kept[words] = replace(known, quote=quote)
    return list(kept.values())
