"""What readers say of passages, kept as test cases that ``dateline eval`` reads."""

import json
import threading
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Literal

from pydantic import Field
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

from corpus.whole_file import replace_file
from page.chat import SavedTurn, restore
from page.chat.saved import Following
from page.session import Session, answer_posted
from qa.answer import Answer
from qa.answerer import Answerer

TEST_CASES = "test_cases.jsonl"  # what answers: a question file (see `qa.evaluate.question_file`)
REJECTED = "rejected.jsonl"  # what does not, in the same form but without evidence: nobody said yet what does

REASONS = frozenset({"misses", "wrong-source"})


class Verdict(Following):
    """What a reader says of one passage.

    Attributes:
        turn: The question and its answer.
        rank: Which passage, from 1.
        verdict: What is said of it; ``"withdrawn"`` takes back what was said before.
    """

    turn: SavedTurn
    rank: int = Field(ge=1)
    verdict: Literal["answers", "misses", "wrong-source", "withdrawn"]


class Feedback:
    """The verdicts of readers, in two files of one folder."""

    def __init__(self, folder: Path) -> None:
        """Keeps verdicts in a folder, which is made with the first."""
        self._folder = folder
        self._lock = threading.Lock()

    def record(self, verdict: Verdict, answer: Answer) -> None:
        """Adds a verdict, in place of what was said of the same passage before.

        Args:
            verdict: What the reader says.
            answer: The answer that the verdict's turn was.

        Raises:
            OSError: The files cannot be written.
        """
        passage = answer.passages[verdict.rank - 1]
        said = {"article_id": passage.citation.article_id, "start": passage.citation.start, "end": passage.citation.end}
        sentences = [mark.text for mark in passage.highlights] or [passage.text]
        with self._lock:
            self._folder.mkdir(parents=True, exist_ok=True)
            for name, key, entries in (
                (TEST_CASES, "evidence", [{"sentence": sentence, **said} for sentence in sentences]),
                (REJECTED, "rejected", [{"why": verdict.verdict, "text": passage.text, **said}]),
            ):
                wanted = (verdict.verdict == "answers") if name == TEST_CASES else verdict.verdict in REASONS
                self._update(self._folder / name, _question(verdict), key, said, entries if wanted else [])

    def _update(
        self, path: Path, question: dict[str, Any], key: str, said: Mapping[str, Any], entries: list[dict[str, Any]]
    ) -> None:
        lines = [line for line in path.read_text("utf-8").split("\n") if line] if path.exists() else []
        known = next((line for line in lines if _is_case(line, question, key)), None)
        others = [entry for entry in json.loads(known)[key] if not said.items() <= entry.items()] if known else []
        kept = [line for line in lines if line is not known]
        if others or entries:
            kept.append(json.dumps({**question, key: [*others, *entries]}, ensure_ascii=False))
        if kept != lines:
            replace_file(path, (line + "\n" for line in kept))


def _is_case(line: str, question: Mapping[str, Any], key: str) -> bool:
    """Returns whether a line is what readers said to a question; whatever else somebody wrote there stays."""
    try:
        case = json.loads(line)
    except ValueError:
        return False
    if not isinstance(case, dict) or {**case, key: None} != {**question, key: None}:
        return False
    entries = case.get(key)
    return isinstance(entries, list) and bool(entries) and all(isinstance(entry, dict) for entry in entries)


def _question(verdict: Verdict) -> dict[str, Any]:
    asked, filters = verdict.turn.question.asked, verdict.turn.question.filters
    return {
        "question": asked,
        "turns": list(verdict.earlier),
        "outlets": list(filters.outlets),
        "since": filters.since.isoformat() if filters.since else None,
        "until": filters.until.isoformat() if filters.until else None,
        "exclude": list(filters.exclude),
        "without_outlets": list(filters.without_outlets),
        "authors": list(filters.authors),
    }


async def feedback(session: Session, kept: Feedback, request: Request) -> Response:
    """Answers ``POST /feedback``, a `Verdict`."""

    def record(verdict: Verdict, answers: Answerer) -> Response:
        restored = restore(verdict.turn, answers)
        if restored.lost or verdict.rank > len(restored.answer.passages):
            return PlainTextResponse("The articles have changed: ask again first.", 409)
        kept.record(verdict, restored.answer)
        return PlainTextResponse("kept")

    return await answer_posted(session, request, Verdict, record)
