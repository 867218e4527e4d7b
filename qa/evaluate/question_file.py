"""Files of questions: one JSON object a line, for a batch or for an evaluation."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from qa.errors import BadQuestionFile
from qa.question import Filters

KEYS = ("id", "question", "turns", "outlets", "since", "until", "exclude", "evidence")


@dataclass(frozen=True, slots=True)
class Evidence:
    """A sentence of an article that answers a question.

    Attributes:
        sentence: The words as they stand in the article.
        file: The file that the sentence stands in, where the line names it.
        plain: The same without markup, where the file gives it.
    """

    sentence: str
    plain: str | None = None
    file: str | None = None


@dataclass(frozen=True, slots=True)
class Turn:
    """One earlier question of a conversation; its evidence is None where the file gives none."""

    question: str
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
        evidence: Sentences that answer; empty when nothing answers, None when the line does not say.
        unknown: Keys of the line that mean nothing here.
    """

    place: str
    identity: str | int
    question: str
    turns: tuple[Turn, ...] = ()
    filters: Filters = field(default_factory=Filters)
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
    meant = get_close_matches(key, KEYS, n=1)
    return f"{where[0]}{others}: the key {key!r} means nothing here" + (f"; is {meant[0]!r} meant?" if meant else ".")


def _line(place: str, number: str, line: str) -> FiledQuestion | BadLine:
    identity: str | int = number
    try:
        fields = _object(json.loads(line), "the line")
        identity = _identity(fields.get("id", number))
        return _question(place, identity, fields)
    except json.JSONDecodeError as error:
        return BadLine(place, identity, f"{error.msg} (column {error.colno})")
    except (ValueError, RecursionError) as error:
        return BadLine(place, identity, str(error))


_EXAMPLE = '{"id": "1", "question": "Who signed the treaty?"}'


def _question(place: str, identity: str | int, fields: dict[str, Any]) -> FiledQuestion:
    return FiledQuestion(
        place=place,
        identity=identity,
        question=_text(fields.get("question"), "question"),
        turns=tuple(_turn(turn) for turn in _list(fields.get("turns"), "turns")),
        filters=Filters(
            outlets=_texts(fields.get("outlets"), "outlets"),
            since=_day(fields.get("since"), "since"),
            until=_day(fields.get("until"), "until"),
            exclude=_texts(fields.get("exclude"), "exclude"),
        ),
        evidence=_evidence(fields),
        unknown=tuple(key for key in fields if key not in KEYS),
    )


def _turn(turn: object) -> Turn:
    if isinstance(turn, str):
        return Turn(_text(turn, "turns"))
    fields = _object(turn, 'each of "turns"')
    return Turn(_text(fields.get("question"), "question"), _evidence(fields))


def _evidence(fields: dict[str, Any]) -> tuple[Evidence, ...] | None:
    if fields.get("evidence") is None:
        return None
    found = [_object(one, 'each of "evidence"') for one in _list(fields["evidence"], "evidence")]
    return tuple(
        Evidence(_text(one.get("sentence"), "sentence"), _optional(one, "plain"), _optional(one, "file"))
        for one in found
    )


def _optional(fields: dict[str, Any], key: str) -> str | None:
    return _text(fields[key], key) if fields.get(key) else None


def _identity(value: object) -> str | int:
    return value if isinstance(value, int) else _text(value, "id")


def _object(value: object, what: str) -> dict[str, Any]:
    if not isinstance(value, dict):
        raise ValueError(f"{what} must be a JSON object, such as {_EXAMPLE}")
    return value


def _list(value: object, key: str) -> list[Any]:
    if value is None:
        return []
    if not isinstance(value, list):
        raise ValueError(f'"{key}" must be a list')
    return value


def _texts(value: object, key: str) -> tuple[str, ...]:
    return tuple(_text(one, key) for one in _list(value, key))


def _text(value: object, key: str) -> str:
    if not isinstance(value, str) or not value.strip():
        raise ValueError(f'"{key}" must be a text that is not empty')
    try:
        value.encode("utf-8")
    except UnicodeEncodeError as error:
        raise ValueError(f'"{key}" holds half of a character that no file can hold') from error
    return value


def _day(value: object, key: str) -> date | None:
    if value is None:
        return None
    try:
        return date.fromisoformat(_text(value, key))
    except ValueError as error:
        raise ValueError(f'"{key}" must be a day such as "2026-02-18"') from error
