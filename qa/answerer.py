"""Asks an index: question in, verbatim passages with citations out."""

import math
import threading
import time
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from pathlib import Path

from corpus.article import Article
from corpus.progress import OnProgress
from index.cache import SharedCache
from index.encode import Encoder, load_encoder
from index.errors import IndexNotFound, ModelMismatch, OutdatedIndex
from index.library import Library
from index.refresh import refresh_index
from index.search import LexicalIndex, terms
from index.search.condition import All, Condition
from index.store import Catalog, Holdings, IndexSnapshot, current_generation, open_snapshot
from index.store.catalog import ArticleSummary
from index.upkeep.freshness import has_changed
from qa.answer import Answer, Conversation, coverage
from qa.ask import Ask
from qa.collection import Lists, first_page, with_listing
from qa.compare import Comparison, compare, with_silence
from qa.figures import asked_alone
from qa.found import Found
from qa.language import TermWeights
from qa.language.timeless import needed_terms
from qa.listing import FIRST_PAGE, Listing, Page
from qa.passage import Passage
from qa.question import Filters, Inquiry, Question
from qa.quote import Judged, Signals, quote, source_of
from qa.quote.cite import NOTHING
from qa.quote.confidence import confidence
from qa.quote.sayings import Sayings, find_sayings, with_sayings
from qa.quote.select import Selected, select
from qa.retrieve import PassageCache, retrieve
from qa.retrieve.encode import encode
from qa.retrieve.spoken import topic_of
from qa.retrieve.timely import fitting
from qa.retrieve.wordings import joined, other_wordings
from qa.settings import AnswerSettings
from qa.speech import Quotation
from qa.times import Days
from qa.times.calendar import is_month_first
from qa.times.periods import NUMERIC
from qa.understand import KnownAuthors, Operators, OtherForms, OutletNames, understand
from qa.understand.author_names import AuthorNames
from qa.understand.speaker import read_name

DEFAULTS = AnswerSettings()
NO_FILTERS = Filters()
SEARCHES_KEPT = 32  # a few hundred kilobytes
_READ_FOR_ORDER = (200, 2000)  # articles, and code points of each: where the day stands in their dates
JUDGED = 3  # passages that the confidence looks at


@dataclass(frozen=True)
class _Reading:
    """A snapshot and what is derived from it once."""

    snapshot: IndexSnapshot
    names: OutletNames
    authors: AuthorNames
    operators: Operators
    forms: OtherForms
    holdings: Holdings
    passages: PassageCache
    recent: SharedCache[Ask, Found]
    lists: Lists

    @cached_property
    def month_first(self) -> bool:
        """Whether its articles write the month before the day."""
        return is_month_first(self.snapshot.catalog.beginnings(*_READ_FOR_ORDER))

    def days(self, today: date, question: str) -> Days:
        """Returns what the days of a question are counted from; an article that is dated in the future moves none."""
        latest = self.holdings.last
        future = latest is not None and latest > today
        month_first = bool(NUMERIC.search(question)) and self.month_first
        return Days(today, self.snapshot.catalog.newest(today) if future else latest, month_first)


class Answerer:
    """Answers questions from one index; threads may share it.

    When a refresh publishes a new generation, the next call answers from it.
    """

    def __init__(self, index: Path, encoder: Encoder, settings: AnswerSettings = DEFAULTS) -> None:
        """Opens the index.

        Args:
            index: Folder of the index.
            encoder: The encoder the index was made with.
            settings: How answers are made.

        Raises:
            IndexNotFound: When there is no index in the folder.
            CorruptIndex: When it cannot be read.
            ModelMismatch: When it was made with another model.
        """
        self._index = index
        self._encoder = encoder
        self._settings = settings
        self._lock = threading.Lock()
        self._reading = self._open()

    def ask(
        self,
        question: str,
        conversation: Conversation | None = None,
        filters: Filters | None = None,
        limit: int | None = None,
        today: date | None = None,
    ) -> Answer:
        """Answers a question as `answer` does, from the parts of an `Ask`."""
        return self.answer(Ask(question, conversation or Conversation(), filters or Filters(), limit, today))

    def answer(self, ask: Ask) -> Answer:
        """Answers a question.

        Returns:
            The answer; when nothing answers, ``found`` is false and the passages are the nearest material.

        Raises:
            BadQuestion: When the question or a filter cannot be read.
            CorruptIndex: When a passage is not, word for word, what its article says.
        """
        return self._find(self._whole(ask)).answer

    def compare(self, ask: Ask) -> Comparison:
        """Compares what the outlets say to a question.

        Args:
            ask: The question; its limit is that of the answer, and the comparison holds every outlet with a passage
                that matches.

        Returns:
            The comparison, with the answer to the same question in it: both are made of one search, and of the one
            that was made for `answer` where that was a short while ago.

        Raises:
            BadQuestion: When the question or a filter cannot be read.
            CorruptIndex: When a passage is not, word for word, what its article says.
        """
        ask = self._whole(ask)
        return compare(self._current().recent.get(ask) or self._find(ask))

    def listing(self, inquiry: Inquiry, filters: Filters = NO_FILTERS, page: Page = FIRST_PAGE) -> Listing:
        """Lists the articles of the collection that hold some words.

        Args:
            inquiry: The words; without any, all articles are listed.
            filters: Where to look, beside what the inquiry says itself.
            page: Which rows of the list are shown, and in which order.

        Raises:
            BadQuestion: An outlet of the filters is not in the index.
        """
        reading = self._current()
        return reading.lists.page(inquiry, reading.operators.displayed(filters).selection, page)

    def listed(self, answer: Answer, limit: int | None = None) -> Answer:
        """Returns an answer with the list that its question asks for, as the articles are now; else as it is.

        Args:
            answer: The answer.
            limit: How many of the list's quotations are its passages, where the list answers.
        """
        question, reading = answer.question, self._current()
        if question.inquiry is None:
            return answer
        listing = reading.lists.page(question.inquiry, question.filters.selection, first_page(question))
        return with_listing(answer, listing, limit or self._settings.passages, reading.holdings.outlets)

    def quotations(self, name: str, about: str = "", filters: Filters | None = None) -> Sayings:
        """Returns all that somebody says in the articles.

        Args:
            name: Who: "Boris Ahl", "Ahl", "the mayor".
            about: On what; empty for anything.
            filters: Where to look.

        Raises:
            BadQuestion: When there is no name, or an outlet of the filters is not in the index.
        """
        reading = self._current()
        selection = reading.operators.displayed(filters or NO_FILTERS).selection
        return find_sayings(read_name(name), about, selection, reading.snapshot, reading.passages)

    def _whole(self, ask: Ask) -> Ask:
        """Fills in what the asker left to the settings and to the day."""
        return replace(ask, limit=ask.limit or self._settings.passages, today=ask.today or date.today())

    def _find(self, ask: Ask) -> Found:
        started = time.perf_counter()
        reading = self._current()
        limit = ask.limit or self._settings.passages
        days = reading.days(ask.today or date.today(), ask.question)
        question = reading.forms.with_forms(understand(ask, reading.names, days, reading.operators, reading.authors))
        found = self._search(question, reading, limit)
        if question.inquiry is None:
            found = with_silence(found, lambda wider: self._search(wider, reading, limit))
        answer = self.listed(found.answer, limit)
        if question.speaker and question.speaker.lists:
            answer = with_sayings(answer, question.speaker, reading.snapshot, reading.passages)
        found = replace(found, answer=replace(answer, seconds=time.perf_counter() - started))
        reading.recent.keep({ask: found})
        return found

    def _search(self, question: Question, reading: _Reading, limit: int) -> Found:
        snapshot, settings = reading.snapshot, self._settings
        vectors = encode(question, self._encoder)
        candidates = retrieve(question, vectors, snapshot, settings, reading.passages)
        if wordings := list(other_wordings(question)):
            others = (
                retrieve(one, encode(one, self._encoder), snapshot, settings, reading.passages) for one in wordings
            )
            candidates = joined((candidates, *others))
        shown = reading.passages.read([candidate.row for candidate in candidates[: 4 * limit + 20]])
        chosen = select(candidates, shown, limit, math.ceil(limit * settings.article_share))
        weights = TermWeights.of(" ".join((question.subject, *question.carried[:1])), snapshot.lexical, question.also)
        vector = vectors[question.subject]
        topic = topic_of(weights, question.speaker) if question.speaker else NOTHING
        asked = asked_alone(question.subject)
        passages = tuple(
            quote(choice, weights, vector, asked, snapshot, _said(question, choice, reading.passages), topic)
            for choice in chosen
        )
        judged = _judged(question, chosen, passages, snapshot.lexical)
        sure = confidence(Signals.of(weights, vector, judged)) if passages else 0.0
        answer = Answer(
            question=question,
            passages=passages,
            found=sure >= settings.found_threshold,
            confidence=sure,
            outlets=coverage(passages, reading.holdings.outlets),
            generation=snapshot.generation,
            seconds=0.0,
            met=() if candidates else _met(question.filters, snapshot.catalog),
        )
        return Found(answer, vectors, candidates, weights, snapshot, reading.passages)

    def article(self, article_id: str) -> Article | None:
        """Returns an article from the index, or None when there is none of this id."""
        return self._current().snapshot.catalog.article(article_id)

    def changed(self, article: Article) -> bool:
        """Returns whether the file of an article of the index is gone or has other bytes than when it was indexed."""
        return has_changed(self._current().snapshot, article.source)

    def summaries(self) -> list[ArticleSummary]:
        """Returns all articles without their texts, by outlet, newest first, undated ones last."""
        return self._current().snapshot.catalog.articles()

    def holdings(self) -> Holdings:
        """Returns what the index holds."""
        return self._current().holdings

    def _current(self) -> _Reading:
        """Returns the published generation, opened anew when a refresh has replaced it."""
        # An index that was deleted meanwhile goes on answering from what is open.
        if current_generation(self._index) not in (None, self._reading.snapshot.generation):
            with self._lock:
                if current_generation(self._index) not in (None, self._reading.snapshot.generation):
                    self._reading = self._open()
        return self._reading

    def _open(self) -> _Reading:
        snapshot = open_snapshot(self._index)
        made_with = snapshot.manifest.encoder
        if made_with != self._encoder.identity:
            raise ModelMismatch(
                f"The index in {self._index} was made with {made_with}, not {self._encoder.identity}; "
                "run `dateline index` with the same model, or `dateline index --rebuild`."
            )
        holdings = snapshot.holdings()
        names = OutletNames(holdings.outlets, snapshot.catalog.aliases())
        return _Reading(
            snapshot,
            names,
            _author_names(snapshot, names),
            Operators(names, KnownAuthors(snapshot.catalog.authors()), snapshot.words_beginning),
            OtherForms(snapshot.catalog, snapshot.lexical),
            holdings,
            PassageCache(snapshot.catalog, snapshot.dense.dimension),
            SharedCache(SEARCHES_KEPT),
            Lists(snapshot),
        )


def open_answerer(
    articles: Path,
    index: Path | None = None,
    on_progress: OnProgress | None = None,
    settings: AnswerSettings = DEFAULTS,
) -> Answerer:
    """Opens the answerer of a folder of articles, and makes the index first where there is none of this version.

    Args:
        articles: Folder of articles, or one file of many.
        index: Folder of the index; None for the usual place.
        on_progress: Told of the making.
        settings: How answers are made.

    Raises:
        DatelineError: When the articles, the index or the model cannot be used.
    """
    library = Library.of(articles, index)
    encoder = load_encoder(library.settings, on_progress)
    try:
        return Answerer(library.index, encoder, settings)
    except (IndexNotFound, OutdatedIndex):
        refresh_index(library, encoder=encoder, on_progress=on_progress)
        return Answerer(library.index, encoder, settings)


def _met(filters: Filters, catalog: Catalog) -> tuple[tuple[Condition, int], ...]:
    """Counts for each condition the articles that meet it, for whoever wonders why none meets all."""
    parts = [part for one in filters.conditions for part in (one.parts if isinstance(one, All) else (one,))]
    others = filters.selection
    return tuple((part, len(catalog.numbers(replace(others, conditions=(part,))))) for part in parts)


def _author_names(snapshot: IndexSnapshot, outlets: OutletNames) -> AuthorNames:
    """Collects the authors but for outlets that sign as such."""
    lexical = snapshot.lexical
    names = (name for name in snapshot.catalog.authors() if outlets.resolve(name) is None)
    return AuthorNames(names, lambda word: any(lexical.frequency(term) for term in terms(word)))


def _judged(
    question: Question, chosen: Sequence[Selected], passages: Sequence[Passage], lexical: LexicalIndex
) -> list[Judged]:
    shown = list(zip(chosen, passages, strict=True))[:JUDGED]
    return [
        Judged(
            source_of(question, passage.citation),
            choice.passage,
            choice.candidate.score - choice.candidate.boost,
            needed_terms(question, fitting(passage.text, passage.citation.published, question.periods), lexical),
        )
        for choice, passage in shown
    ]


def _said(question: Question, choice: Selected, passages: PassageCache) -> Sequence[Quotation]:
    if question.speaker is None:
        return ()
    return passages.spoken(choice.passage.chunk.article_id, question.speaker.name).rows.get(choice.candidate.row, ())
