"""The articles behind the page: how they are opened, kept up to date and looked at, and what to ask of them."""

from functools import partial

from corpus.sample import SAMPLE_ARTICLES
from index.generation.folder import check_folder
from index.library import Library
from index.refresh import refresh_index
from index.upkeep import read_upkeep
from page.chat.suggestions import answered_examples, article_examples
from page.session import Session
from qa.opening import open_library
from qa.settings import AnswerSettings

SAMPLE_QUESTIONS = (
    "How long did the second day of the Geneva talks last?",
    "What will the repair of the harbour bridge cost?",
    "How many fish died in the River Ashel?",
    "How did Medinsky describe the negotiations?",
)


def collection_session(library: Library, answers: AnswerSettings) -> Session:
    """Returns a session of the articles, where nothing has begun.

    Args:
        library: The articles and their index.
        answers: How answers are made.

    Raises:
        NotAnIndex: The folder of the index holds other things.
        NewerIndex: A newer version of Dateline made the index.
    """
    check_folder(library.index)  # here, where the command ends with the error; later it would be the page's
    return Session(
        open_answerer=partial(open_library, library, answers),
        refresh=partial(refresh_index, library),
        suggest=answered_examples(SAMPLE_QUESTIONS) if library.articles == SAMPLE_ARTICLES else article_examples,
        look=partial(read_upkeep, library),
    )
