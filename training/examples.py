"""Questions with the passages that a search finds for them, and which of those answer."""

import zlib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from benchmarks.quality.cases import Case, read_cases
from benchmarks.quality.forms import FORMS
from benchmarks.quality.sets import QuestionSet
from benchmarks.quality.systems import Found, IndexedCorpus, Shown
from corpus.progress import OnProgress, Progress
from index.search import terms
from qa.answer import Conversation
from qa.ask import Ask
from qa.find.reading import Reading
from qa.question import Filters
from qa.retrieve import Candidate, retrieve
from qa.retrieve.encode import encode
from qa.settings import AnswerSettings

LOOKED_AT = AnswerSettings(looked_at=40)  # more than are looked at in an answer, so that few are missed for good
FOLDS = 5


@dataclass(frozen=True, slots=True)
class Example:
    """A question with what a search found.

    Attributes:
        group: What it shares with others: a week, or a component. Questions of one group are in one fold.
        length: Its number of different terms.
        seen: Features of the passages that were looked at, shape (n, number of features), float64.
        answers: Which of them answer, shape (n,), bool.
    """

    group: str
    length: int
    seen: NDArray[np.float64]
    answers: NDArray[np.bool_]

    @property
    def fold(self) -> int:
        """The fold to which its group belongs, from 0."""
        return zlib.crc32(self.group.encode()) % FOLDS

    @property
    def teaches(self) -> bool:
        """Whether some of its passages answer, and some do not."""
        return bool(self.answers.any() and not self.answers.all())


def collect(questions: QuestionSet, corpus: IndexedCorpus, data: Path, on_progress: OnProgress) -> Iterator[Example]:
    """Searches for the answerable questions of a set that follow no others.

    Outlets and speakers that they name are not looked up: what is learnt is the ranking that stands before that.

    Args:
        questions: The set.
        corpus: Its articles.
        data: Folder of the development data.
        on_progress: Told of the questions done.
    """
    reading = Reading.of(corpus.snapshot)
    cases = [case for case in read_cases(data / questions.questions) if case.answerable and not case.before]
    for done, case in enumerate(cases, start=1):
        ask = Ask(case.question, Conversation(case.before), Filters(), None, case.asked)
        question = replace(reading.question(ask), facets=(), authors=(), speaker=None)
        vectors = encode(question, corpus.encoder)
        found = retrieve(question, vectors, corpus.snapshot, LOOKED_AT, reading.passages)
        looked_at = [one for one in found if any(one.features[4:])]
        yield Example(
            group_of(case),
            len(set(terms(question.subject))),
            np.array([one.features for one in looked_at]).reshape(len(looked_at), -1),
            np.array([_answers(questions.form, case, one, reading) for one in looked_at], dtype=np.bool_),
        )
        on_progress(Progress(questions.name, done, len(cases)))


def group_of(case: Case) -> str:
    """Returns what a question shares with others: the week in which it was asked, or its evidence."""
    if case.asked is None:
        return case.component
    year, week, _ = case.asked.isocalendar()
    return f"{year}-{week}"


def _answers(form: str, case: Case, candidate: Candidate, reading: Reading) -> bool:
    chunk = reading.passages.read([candidate.row])[candidate.row].chunk
    article = reading.snapshot.catalog.article(chunk.article_id)
    assert article is not None  # the catalogue has the article of each of its chunks
    shown = Shown(chunk.text, chunk.article_id, None, article.title, article.published)
    return FORMS[form].shows(case, Found((shown,), 0.0, 0.0), 1)
