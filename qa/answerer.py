"""Asks an index: question in, verbatim passages with citations out."""

import threading
import time
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from datetime import date
from pathlib import Path

from corpus.article import Article
from corpus.progress import OnProgress
from index.catalog.files import count_of_file
from index.catalog.lists import Among, Order, all_texts, count, page, sources
from index.catalog.summary import ArticleSummary
from index.catalog.where import Doubt
from index.encode import Encoder, load_encoder
from index.errors import IndexNotFound, ModelMismatch, OutdatedIndex
from index.generation import Holdings
from index.library import Library
from index.refresh import refresh_index
from index.settings_file import read_settings_file
from index.store import FolderStore
from index.upkeep.freshness import has_changed
from qa.answer import Answer, Conversation, arranged
from qa.ask import Ask
from qa.collection import Shelf, first_page, read_inquiry, with_listing
from qa.compare import Comparison, compare, find_reports, with_silence
from qa.errors import BadQuestion
from qa.find import find
from qa.find.found import Found
from qa.find.reading import Reading
from qa.histogram import Histogram
from qa.listing import FIRST_PAGE, Listing, Page
from qa.question import Filters, Inquiry, Period, Question
from qa.quote.sayings import Sayings, find_sayings, with_sayings
from qa.rerank import RerankerDoor
from qa.settings import AnswerSettings
from qa.times import read_days
from qa.understand.speaker import read_name
from qa.verbatim import with_said

ARRANGED = 50  # passages that are looked at where the best of them are arranged in another way

DEFAULTS = AnswerSettings()
NO_FILTERS = Filters()


class Answerer:
    """Answers questions from one index; threads may share it.

    When a refresh publishes a new generation, the next call answers from it.
    """

    def __init__(
        self,
        index: Path,
        encoder: Encoder,
        settings: AnswerSettings = DEFAULTS,
    ) -> None:
        """Opens the index.

        Args:
            index: Folder of the index.
            encoder: The encoder the index was made with.
            settings: How answers are made.

        Raises:
            IndexNotFound: When there is no index in the folder.
            CorruptIndex: When it cannot be read.
            ModelMismatch: When it was made with another model.
            ModelUnusable: When the model that reads is not on this machine.
        """
        self._store = FolderStore(index)
        self._encoder = encoder
        self._settings = settings
        self._door = RerankerDoor(settings.reranker, encoder.identity)
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
            The answer; its verdict says what it is worth, and passages that do not match are the nearest material.

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
        return compare(self.found(ask))

    def found(self, ask: Ask) -> Found:
        """Returns what a question finds, or found a short while ago, for whoever looks at it in another way.

        Raises:
            BadQuestion: When the question or a filter cannot be read.
        """
        ask = self._whole(ask)
        return self._current().recent.get(ask) or self._find(ask)

    def days(self, ask: Ask) -> Histogram:
        """Counts by outlet and day the articles of a question: those of its list, else those with a match."""
        found = self.found(ask)
        question = found.answer.question
        if found.answer.is_list and question.inquiry:
            return self._current().lists.histogram(question.inquiry, question.filters.selection)
        return Histogram.of((one.outlet, one.published) for report in find_reports(found) for one in report.citations)

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

    def shelf(self, words: str = "", filters: Filters = NO_FILTERS, doubt: Doubt | None = None) -> Shelf:
        """Returns the articles that hold some words, to be looked through: a part at a time, in any order, and counted.

        Args:
            words: The words, as `listing` takes them; empty for all articles.
            filters: Where to look.
            doubt: Only articles of which this is doubted; None for all.

        Raises:
            BadQuestion: There is no word in the words, or an outlet of the filters is not in the index.
        """
        reading = self._current()
        return reading.lists.shelf(read_inquiry(words), reading.operators.displayed(filters).selection, doubt)

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

    def said(self, answer: Answer) -> Answer:
        """Returns an answer with what the articles say now of the words that its question quotes; else as it is."""
        return with_said(answer, self._current().snapshot)

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
        looked_at = limit if ask.arrangement.is_usual else max(limit, ARRANGED)
        question = reading.question(ask)

        def search(question: Question) -> Found:
            return find(question, reading, self._encoder, self._settings, looked_at, self._door)

        found = search(question)
        answer = self.listed(found.answer, limit)
        if answer.listing is None or not answer.listing.is_exact:
            found = with_silence(found, search)
            answer = self.listed(found.answer, limit)
        if question.speaker and question.speaker.lists:
            answer = with_sayings(answer, question.speaker, reading.snapshot, reading.passages)
        answer = arranged(self.said(answer), ask.arrangement, limit)
        found = replace(found, answer=replace(answer, seconds=time.perf_counter() - started))
        reading.recent.keep({ask: found})
        return found

    def article(self, article_id: str) -> Article | None:
        """Returns an article from the index, or None when there is none of this id."""
        return self._current().snapshot.catalog.article(article_id)

    def changed(self, article: Article) -> bool:
        """Returns whether the file of an article of the index is gone or has other bytes than when it was indexed."""
        return has_changed(self._current().snapshot, article.source)

    def articles(
        self, filters: Filters = NO_FILTERS, order: Order = Order.NEWEST, start: int = 0, rows: int = 100
    ) -> list[ArticleSummary]:
        """Returns a part of the list of the articles, without their texts.

        Args:
            filters: Which articles.
            order: The order of the list.
            start: Number of the first one, from 0.
            rows: How many at most.

        Raises:
            BadQuestion: An outlet of the filters is not in the index.
        """
        reading = self._current()
        selection = reading.operators.displayed(filters).selection
        return page(Among(reading.snapshot.catalog, selection), order, start, rows)

    def listed_ids(self, question: Question) -> list[str]:
        """Returns the ids of all articles of the list that a question asks for, newest first; none where it asks none.

        Args:
            question: The question as it was understood.
        """
        if question.inquiry is None:
            return []
        return self._current().lists.ids(question.inquiry, question.filters.selection)

    def texts(self) -> tuple[str, Iterator[tuple[str, str]]]:
        """Returns the name of the generation that answers, and gives the id and the text of each of its articles."""
        reading = self._current()
        return reading.holdings.generation, all_texts(reading.snapshot.catalog)

    def count(self, filters: Filters = NO_FILTERS) -> int:
        """Returns how many articles filters leave to be searched; an outlet that is gone meanwhile has none."""
        reading = self._current()
        with suppress(BadQuestion):
            filters = reading.operators.displayed(filters)
        return count(Among(reading.snapshot.catalog, filters.selection))

    def indexed(self, file: str) -> int:
        """Returns how many articles of a file are in the index, by its name among the articles."""
        return count_of_file(self._current().snapshot.catalog, file)

    def sources(self) -> list[str]:
        """Returns the places of all articles."""
        return sources(self._current().snapshot.catalog)

    def read_days(self, written: str) -> Period:
        """Reads a day, or days such as a month, as people type it; without a year the last that the articles tell of.

        Raises:
            BadDay: It names none, or may name either of two.
        """
        return read_days(written, self._current().days(date.today(), written))

    def holdings(self) -> Holdings:
        """Returns what the index holds."""
        return self._current().holdings

    def _current(self) -> Reading:
        """Returns the published generation, opened anew when a refresh has replaced it."""
        # An index that was deleted meanwhile goes on answering from what is open.
        if self._store.current() not in (None, self._seen):
            with self._lock:
                if self._store.current() not in (None, self._seen):
                    self._reading = self._open()
        return self._reading

    def _open(self) -> Reading:
        seen = self._store.current()
        snapshot = self._store.open()
        made_with = snapshot.manifest.encoder
        if made_with != self._encoder.identity:
            raise ModelMismatch(
                f"The index in {self._store.index} was made with the model {made_with}, and {self._encoder.identity} "
                "is set. Set the other again (model under [index] in dateline.toml), or run `dateline index --rebuild` "
                "to make the index anew. A page that was open meanwhile must be started anew."
            )
        reading = Reading.of(snapshot)
        self._seen = seen  # not before: what cannot be opened is tried again by the next call
        return reading


def open_answerer(
    articles: Path,
    index: Path | None = None,
    on_progress: OnProgress | None = None,
    settings: AnswerSettings | None = None,
    reranker: str | None = None,
) -> Answerer:
    """Opens the answerer of a folder of articles, and makes the index first where there is none of this version.

    Args:
        articles: Folder of articles, or one file of many.
        index: Folder of the index; None for the one that dateline.toml beside the articles names, or the usual place.
        on_progress: Told of the making.
        settings: How answers are made; None for what dateline.toml says of it, and the defaults.
        reranker: The model that reads the first passages, in place of the one of the settings.

    Raises:
        DatelineError: When the articles, dateline.toml, the index or the model cannot be used.
    """
    library = Library.of(articles, index)
    settings = settings or read_settings_file(articles).section("answers", AnswerSettings)
    if reranker is not None:
        settings = replace(settings, reranker=reranker)
    return open_library(library, settings, on_progress)


def open_library(library: Library, settings: AnswerSettings, on_progress: OnProgress | None = None) -> Answerer:
    """Opens the answerer of a library as `open_answerer` does, whatever dateline.toml says by now."""
    encoder = load_encoder(library.settings, on_progress)
    try:
        return Answerer(library.index, encoder, settings)
    except (IndexNotFound, OutdatedIndex):
        refresh_index(library, encoder=encoder, on_progress=on_progress)
        return Answerer(library.index, encoder, settings)
