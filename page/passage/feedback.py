"""What readers say of passages, kept as test cases that ``dateline eval`` reads."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

from pydantic import Field
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

from index.workspace import Workspace
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
    """The verdicts of readers, in two documents of the workspace."""

    def __init__(self, workspace: Workspace) -> None:
        """Keeps verdicts in a workspace."""
        self._workspace = workspace

    def record(self, verdict: Verdict, answer: Answer) -> None:
        """Adds a verdict, in place of what was said of the same passage before.

        Args:
            verdict: What the reader says.
            answer: The answer that the verdict's turn was.

        Raises:
            WorkspaceUnusable: It cannot be kept.
        """
        passage = answer.passages[verdict.rank - 1]
        said = {"article_id": passage.citation.article_id, "start": passage.citation.start, "end": passage.citation.end}
        sentences = [mark.text for mark in passage.highlights] or [passage.text]
        answers, fails = verdict.verdict == "answers", verdict.verdict in REASONS
        documents = (
            (answers, TEST_CASES, "evidence", [{"sentence": sentence, **said} for sentence in sentences]),
            (fails, REJECTED, "rejected", [{"why": verdict.verdict, "text": passage.text, **said}]),
        )
        # What is taken back goes first: were it to go last, two servers that are told opposite things of one passage at
        # the same moment could each take back what the other has just kept.
        for wanted, name, key, entries in sorted(documents, key=lambda document: document[0]):
            case = _Case(_question(verdict), key, said, tuple(entries) if wanted else ())
            self._workspace.change(name, case.put_into)


@dataclass(frozen=True, slots=True)
class _Case:
    """What one document is to say of a passage.

    Attributes:
        question: What was asked, and of what.
        key: Under which name the document lists passages.
        said: Which passage, as every entry about it says.
        entries: What the document is to say of it; nothing, where that is none.
    """

    question: Mapping[str, Any]
    key: str
    said: Mapping[str, Any]
    entries: tuple[dict[str, Any], ...]

    def put_into(self, text: str | None) -> str | None:
        """Returns the document with this case; all lines but those about the question stay as they are."""
        lines = [line for line in (text or "").split("\n") if line]
        known = [line for line in lines if _is_case(line, self.question, self.key)]
        said = [entry for line in known for entry in json.loads(line)[self.key]]
        others = [entry for entry in said if not self.said.items() <= entry.items()]
        kept = [line for line in lines if line not in known]
        if entries := [*others, *self.entries]:
            kept.append(json.dumps({**self.question, self.key: entries}, ensure_ascii=False))
        return text if kept == lines else "".join(line + "\n" for line in kept)


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
