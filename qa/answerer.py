"""Asks an index: question in, verbatim passages with citations out."""

import time
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from datetime import date
from pathlib import Path

from corpus.article import Article
from index.catalog.files import count_of_file
from index.catalog.lists import Among, Order, all_texts, count, page, sources
from index.catalog.summary import ArticleSummary
from index.catalog.where import Doubt
from index.encode import Encoder
from index.generation import Holdings
from index.upkeep.freshness import has_changed
from qa.answer import Answer, Conversation, arranged
from qa.ask import Ask
from qa.collection import Shelf, first_page, read_inquiry, with_listing
from qa.collection.histogram import Histogram
from qa.compare import Comparison, compare, find_reports, with_silence
from qa.errors import BadQuestion
from qa.find import find
from qa.find.current import CurrentReading
from qa.find.found import Found
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
        self._encoder = encoder
        self._settings = settings
        self._door = RerankerDoor(settings.reranker, encoder.identity)
        self._reading = CurrentReading(index, encoder.identity)

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
        return self._reading.current().recent.get(ask) or self._find(ask)

    def days(self, ask: Ask) -> Histogram:
        """Counts by outlet and day the articles of a question: those of its list, else those with a match."""
        found = self.found(ask)
        question = found.answer.question
        if found.answer.is_list and question.inquiry:
            return self._reading.current().lists.histogram(question.inquiry, question.filters.selection)
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
        reading = self._reading.current()
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
        reading = self._reading.current()
        return reading.lists.shelf(read_inquiry(words), reading.operators.displayed(filters).selection, doubt)

    def listed(self, answer: Answer, limit: int | None = None) -> Answer:
        """Returns an answer with the list that its question asks for, as the articles are now; else as it is.

        Args:
            answer: The answer.
            limit: How many of the list's quotations are its passages, where the list answers.
        """
        question, reading = answer.question, self._reading.current()
        if question.inquiry is None:
            return answer
        listing = reading.lists.page(question.inquiry, question.filters.selection, first_page(question))
        return with_listing(answer, listing, limit or self._settings.passages, reading.holdings.outlets)

    def said(self, answer: Answer) -> Answer:
        """Returns an answer with what the articles say now of the words that its question quotes; else as it is."""
        return with_said(answer, self._reading.current().snapshot)

    def quotations(self, name: str, about: str = "", filters: Filters | None = None) -> Sayings:
        """Returns all that somebody says in the articles.

        Args:
            name: Who: "Boris Ahl", "Ahl", "the mayor".
            about: On what; empty for anything.
            filters: Where to look.

        Raises:
            BadQuestion: When there is no name, or an outlet of the filters is not in the index.
        """
        reading = self._reading.current()
        selection = reading.operators.displayed(filters or NO_FILTERS).selection
        return find_sayings(read_name(name), about, selection, reading.snapshot, reading.passages)

    def _whole(self, ask: Ask) -> Ask:
        """Fills in what the asker left to the settings and to the day."""
        return replace(ask, limit=ask.limit or self._settings.passages, today=ask.today or date.today())

    def _find(self, ask: Ask) -> Found:
        started = time.perf_counter()
        reading = self._reading.current()
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
        return self._reading.current().snapshot.catalog.article(article_id)

    def changed(self, article: Article) -> bool:
        """Returns whether the file of an article of the index is gone or has other bytes than when it was indexed."""
        return has_changed(self._reading.current().snapshot, article.source)

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
        reading = self._reading.current()
        selection = reading.operators.displayed(filters).selection
        return page(Among(reading.snapshot.catalog, selection), order, start, rows)

    def listed_ids(self, question: Question) -> list[str]:
        """Returns the ids of all articles of the list that a question asks for, newest first; none where it asks none.

        Args:
            question: The question as it was understood.
        """
        if question.inquiry is None:
            return []
        return self._reading.current().lists.ids(question.inquiry, question.filters.selection)

    def texts(self) -> tuple[str, Iterator[tuple[str, str]]]:
        """Returns the name of the generation that answers, and gives the id and the text of each of its articles."""
        reading = self._reading.current()
        return reading.holdings.generation, all_texts(reading.snapshot.catalog)

    def count(self, filters: Filters = NO_FILTERS) -> int:
        """Returns how many articles filters leave to be searched; an outlet that is gone meanwhile has none."""
        reading = self._reading.current()
        with suppress(BadQuestion):
            filters = reading.operators.displayed(filters)
        return count(Among(reading.snapshot.catalog, filters.selection))

    def indexed(self, file: str) -> int:
        """Returns how many articles of a file are in the index, by its name among the articles."""
        return count_of_file(self._reading.current().snapshot.catalog, file)

    def sources(self) -> list[str]:
        """Returns the places of all articles."""
        return sources(self._reading.current().snapshot.catalog)

    def read_days(self, written: str) -> Period:
        """Reads a day, or days such as a month, as people type it; without a year the last that the articles tell of.

        Raises:
            BadDay: It names none, or may name either of two.
        """
        return read_days(written, self._reading.current().days(date.today(), written))

    def holdings(self) -> Holdings:
        """Returns what the index holds."""
        return self._reading.current().holdings
