"""Files of questions: one JSON object a line, for a batch or for an evaluation."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from difflib import get_close_matches
from pathlib import Path
from typing import Annotated

from pydantic import BeforeValidator, StringConstraints, ValidationError

from qa.errors import BadQuestion, BadQuestionFile
from qa.question import Filters
from qa.understand.filters import Day, FilterFields

_EXAMPLE = '{"id": "1", "question": "Who signed the treaty?"}'
_NO_OBJECT = f"must be a JSON object, such as {_EXAMPLE}"
_REASONS = {
    "tuple_type": "must be a list",
    "dataclass_type": _NO_OBJECT,
    "string_unicode": "holds half of a character that no file can hold",
}

Text = Annotated[str, StringConstraints(pattern=r"\S")]


@dataclass(frozen=True, slots=True)
class Evidence:
    """A sentence of an article that answers a question.

    Attributes:
        sentence: The words as they stand in the article.
        file: The file that the sentence stands in, where the line names it.
        plain: The same without markup, where the file gives it.
    """

    sentence: Text
    plain: str | None = None
    file: str | None = None


@dataclass(frozen=True, slots=True)
class Turn:
    """One earlier question of a conversation; its evidence is None where the file gives none."""

    question: Text
    evidence: tuple[Evidence, ...] | None = None


@dataclass(frozen=True, slots=True)
class FiledQuestion:
    """One line of a question file.

    Attributes:
        place: File and number of the line, for messages.
        identity: The ``id`` of the line as it is written, else its number.
        question: What is asked.
        turns: Earlier questions of the conversation, oldest first.
        filters: What the line fixes.
        today: The day of the question, from which "last week" is counted; None for the day on which it is asked.
        evidence: Sentences that answer; empty when nothing answers, None when the line does not say.
        unknown: Keys of the line that mean nothing here.
    """

    place: str
    identity: str | int
    question: str
    turns: tuple[Turn, ...] = ()
    filters: Filters = field(default_factory=Filters)
    today: date | None = None
    evidence: tuple[Evidence, ...] | None = None
    unknown: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class BadLine:
    """A line that holds no question.

    Attributes:
        place: File and number of the line.
        identity: The ``id`` of the line where it can be read, else its number.
        reason: What is wrong with it.
    """

    place: str
    identity: str | int
    reason: str


def read_questions(path: Path) -> tuple[FiledQuestion, ...]:
    """Reads every question of a file that holds nothing else; keys it does not know are passed over.

    Args:
        path: A UTF-8 file with one JSON object a line; empty lines are skipped.

    Returns:
        The questions in their order, at least one.

    Raises:
        BadQuestionFile: The file cannot be read, holds no question, or a line (which is named) is not as it should be.
    """
    lines = read_lines(path)
    for line in lines:
        if isinstance(line, BadLine):
            raise BadQuestionFile(f"{line.place}: {line.reason}.")
    return tuple(line for line in lines if isinstance(line, FiledQuestion))


def read_lines(path: Path) -> tuple[FiledQuestion | BadLine, ...]:
    """Reads a file of questions line by line.

    Args:
        path: A UTF-8 file with one JSON object a line; empty lines are skipped.

    Returns:
        What each line holds, in their order, at least one.

    Raises:
        BadQuestionFile: The file cannot be read, or it is empty.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise BadQuestionFile(f"Cannot read the questions in {path}: {error.strerror}.") from error
    except UnicodeDecodeError as error:
        raise BadQuestionFile(f"Cannot read the questions in {path}: it is not a text in UTF-8.") from error
    lines = [
        _line(f"{path}, line {number}", str(number), line)
        for number, line in enumerate(text.split("\n"), start=1)
        if line.strip()
    ]
    if not lines:
        raise BadQuestionFile(f"{path} holds no question: write one JSON object a line, such as {_EXAMPLE}.")
    return tuple(lines)


def unknown_keys(questions: Iterable[FiledQuestion]) -> tuple[str, ...]:
    """Says which keys were passed over, one sentence each, with the key that was probably meant."""
    places: dict[str, list[str]] = {}
    for question in questions:
        for key in question.unknown:
            places.setdefault(key, []).append(question.place)
    return tuple(_passed_over(key, where) for key, where in places.items())


def _passed_over(key: str, where: Sequence[str]) -> str:
    others = f" and {len(where) - 1:,} more" if len(where) > 1 else ""
    meant = get_close_matches(key, _Line.model_fields, n=1)
    return f"{where[0]}{others}: the key {key!r} means nothing here" + (f"; is {meant[0]!r} meant?" if meant else ".")


def _turn(written: object) -> object:
    return {"question": written} if isinstance(written, str) else written


class _Line(FilterFields):
    """A line as it is written."""

    id: int | Text | None = None
    question: Text
    turns: tuple[Annotated[Turn, BeforeValidator(_turn)], ...] = ()
    today: Day | None = None
    evidence: tuple[Evidence, ...] | None = None


def _line(place: str, number: str, line: str) -> FiledQuestion | BadLine:
    identity: str | int = number
    try:
        fields = json.loads(line)
        if not isinstance(fields, dict):
            return BadLine(place, identity, f"the line {_NO_OBJECT}")
        if isinstance(fields.get("id"), str | int):
            identity = fields["id"]
        read = _Line.model_validate({key: value for key, value in fields.items() if value is not None})
        unknown = tuple(key for key in fields if key not in _Line.model_fields)
        return FiledQuestion(
            place, identity, read.question, read.turns, read.filters, read.today, read.evidence, unknown
        )
    except json.JSONDecodeError as error:
        return BadLine(place, identity, f"{error.msg} (column {error.colno})")
    except ValidationError as error:
        return BadLine(place, identity, _reason(error))
    except (BadQuestion, RecursionError) as error:
        return BadLine(place, identity, str(error).removesuffix("."))


def _reason(error: ValidationError) -> str:
    """Says what is wrong with the first value that cannot be read."""
    first = error.errors()[0]
    keys = [part for part in first["loc"] if isinstance(part, str)]
    key = "id" if keys[0] == "id" else keys[-1]
    if first["type"] == "value_error":
        return f'"{key}": {first["ctx"]["error"]}'.removesuffix(".")
    each = "each of " if first["type"] == "dataclass_type" else ""
    return f'{each}"{key}" {_REASONS.get(first["type"], "must be a text that is not empty")}'
