"""Many questions at once, from a file to a file."""

import json
import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Protocol

from index.progress import OnProgress, Progress
from qa.answer import Answer
from qa.conversation import Conversation
from qa.errors import BadQuestion, BadQuestionFile
from qa.question import Filters
from qa.question_file import FiledQuestion, read_questions
from qa.render.json import answer_to_dict


class Asker(Protocol):
    """Whoever answers a question; `qa.answerer.Answerer` does."""

    def ask(
        self,
        asked: str,
        conversation: Conversation | None = None,
        filters: Filters | None = None,
        limit: int | None = None,
    ) -> Answer:
        """Answers one question, in the light of a conversation."""
        ...


def answer_file(
    asker: Asker, questions: Path, out: Path, limit: int | None = None, on_progress: OnProgress | None = None
) -> int:
    """Answers every question of a file, in order.

    All lines are read before the first question is asked, and the answers take their place only when all are there:
    an error leaves the file of answers as it was.

    Args:
        asker: Answers the questions.
        questions: The file of questions (see `qa.question_file`).
        out: The file of answers to write, one JSON object a line.
        limit: How many passages an answer may have, None for the usual number.
        on_progress: Told after each answer.

    Returns:
        The number of answers written.

    Raises:
        BadQuestionFile: The questions cannot be read or one (whose line is named) cannot be asked, or `out` cannot be
            written.
    """
    filed = read_questions(questions)
    lines = _answers(asker, filed, limit, on_progress)
    try:
        _replace(out, lines)
    except OSError as error:
        raise BadQuestionFile(f"Cannot write the answers to {out}: {error.strerror}.") from error
    return len(filed)


def answer_question(asker: Asker, filed: FiledQuestion, limit: int | None = None) -> Answer:
    """Asks the earlier questions of a line one after the other, then its own, all under its filters.

    Args:
        asker: Answers the questions.
        filed: The line.
        limit: How many passages an answer may have, None for the usual number.

    Returns:
        The answer to the line's own question.

    Raises:
        BadQuestionFile: One of the questions or filters cannot be used; the line is named.
    """
    conversation = Conversation()
    try:
        for turn in filed.turns:
            conversation = conversation.with_answer(asker.ask(turn.question, conversation, filed.filters, limit))
        return asker.ask(filed.question, conversation, filed.filters, limit)
    except BadQuestion as error:
        raise BadQuestionFile(f"{filed.place}: {error}") from error


def _answers(
    asker: Asker, filed: Sequence[FiledQuestion], limit: int | None, on_progress: OnProgress | None
) -> Iterator[str]:
    for done, question in enumerate(filed, start=1):
        answer = answer_question(asker, question, limit)
        yield json.dumps({"id": question.identity, **answer_to_dict(answer)}, ensure_ascii=False) + "\n"
        if on_progress:
            on_progress(Progress("Answering", done, len(filed)))


def _replace(out: Path, lines: Iterator[str]) -> None:
    """Writes beside `out` and then takes its place in one step; a device such as /dev/stdout is written directly."""
    if out.exists() and not out.is_file():
        with out.open("w", encoding="utf-8") as file:
            file.writelines(lines)
        return
    target = out.resolve()
    part = target.with_name(f".{target.name}.{os.getpid()}.part")
    try:
        with part.open("w", encoding="utf-8") as file:
            file.writelines(lines)
            file.flush()
            os.fsync(file.fileno())
        part.replace(target)
    finally:
        part.unlink(missing_ok=True)
