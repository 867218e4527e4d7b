"""Many questions at once, from a file to a file."""

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from corpus.progress import OnProgress, Progress
from corpus.whole_file import replace_file
from qa.answer import Answer, Conversation
from qa.ask import Ask
from qa.errors import BadQuestion, BadQuestionFile
from qa.evaluate.question_file import BadLine, FiledQuestion, read_lines, unknown_keys
from qa.render.json import answer_to_dict

_OPENED = re.compile(r"/dev/(?:stdout|stderr|fd/)|/proc/")


class Asker(Protocol):
    """Whoever answers a question; `qa.answerer.Answerer` does."""

    def answer(self, ask: Ask) -> Answer:
        """Answers one question."""
        ...


@dataclass(frozen=True, slots=True)
class BatchReport:
    """What came of a batch.

    Attributes:
        answered: Number of questions answered.
        problems: What could not be asked, one sentence a line, which is named.
        warnings: What was passed over.
    """

    answered: int
    problems: tuple[str, ...]
    warnings: tuple[str, ...]


def answer_file(
    asker: Asker, questions: Path, out: Path, limit: int | None = None, on_progress: OnProgress | None = None
) -> BatchReport:
    """Answers every question of a file, in order.

    A line that cannot be asked becomes a line of the answers that says why, in its place. The answers take their place
    only when all are there: an error leaves the file of answers as it was. A file that holds anything else is not
    written over.

    Args:
        asker: Answers the questions.
        questions: The file of questions (see `qa.evaluate.question_file`).
        out: The file of answers to write, one JSON object a line.
        limit: How many passages an answer may have, None for the usual number.
        on_progress: Told after each answer.

    Raises:
        BadQuestionFile: The file of questions cannot be read or is empty, or `out` cannot be written or holds
            something else.
    """
    lines = read_lines(questions)
    problems: list[str] = []
    try:
        _check(out, questions)
        _write(out, _answers(asker, lines, limit, problems, on_progress))
    except OSError as error:
        raise BadQuestionFile(f"Cannot write the answers to {out}: {error.strerror}.") from error
    warnings = unknown_keys(line for line in lines if isinstance(line, FiledQuestion))
    return BatchReport(len(lines) - len(problems), tuple(problems), warnings)


def answer_question(asker: Asker, filed: FiledQuestion, limit: int | None = None) -> Answer:
    """Asks the question of a line in the light of its earlier ones and under its filters.

    Args:
        asker: Answers the questions.
        filed: The line.
        limit: How many passages an answer may have, None for the usual number.

    Raises:
        BadQuestionFile: One of the questions or filters cannot be used; the line is named.
    """
    before = Conversation(tuple(turn.question for turn in filed.turns))
    try:
        return asker.answer(Ask(filed.question, before, filed.filters, limit, filed.today))
    except BadQuestion as error:
        raise BadQuestionFile(f"{filed.place}: {error}") from error


def _answers(
    asker: Asker,
    lines: Sequence[FiledQuestion | BadLine],
    limit: int | None,
    problems: list[str],
    on_progress: OnProgress | None,
) -> Iterator[str]:
    for done, line in enumerate(lines, start=1):
        try:
            if isinstance(line, BadLine):
                raise BadQuestionFile(f"{line.place}: {line.reason}.")
            fields = answer_to_dict(answer_question(asker, line, limit))
        except BadQuestionFile as error:
            problems.append(str(error))
            fields = {"error": str(error)}
        yield json.dumps({"id": line.identity, **fields}, ensure_ascii=False) + "\n"
        if on_progress:
            on_progress(Progress("Answering", done, len(lines)))


def _check(out: Path, questions: Path) -> None:
    """Refuses a place whose present content would be lost and is not the answers of an earlier batch."""
    if out.is_block_device():
        raise BadQuestionFile(f"{out} is a disk, and its files would be lost; give another file as --out.")
    if not _is_replaced(out) or not out.exists():
        return
    if out.samefile(questions):
        raise BadQuestionFile(f"{out} holds the questions, which would be lost; give another file as --out.")
    if not _holds_answers(out):
        raise BadQuestionFile(
            f"{out} is there already and holds something other than answers, which would be lost; give another file "
            "as --out, or move it away."
        )


def _is_replaced(out: Path) -> bool:
    """Returns whether `out` names a file; pipes, devices and what somebody opened already are written to."""
    return not _OPENED.match(str(out.absolute())) and (out.is_file() or not out.exists())


def _holds_answers(path: Path) -> bool:
    try:
        with path.open(encoding="utf-8") as file:
            return all(_is_answer(json.loads(line)) for line in file)
    except (ValueError, RecursionError):
        return False


def _is_answer(fields: object) -> bool:
    return isinstance(fields, dict) and "id" in fields and ("passages" in fields or fields.keys() == {"id", "error"})


def _write(out: Path, lines: Iterator[str]) -> None:
    if _is_replaced(out):
        replace_file(out, lines)
        return
    with out.open("a", encoding="utf-8") as file:  # "w" would empty the file that /dev/stdout may lead to
        file.writelines(lines)
