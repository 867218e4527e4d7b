import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from index.errors import WorkspaceUnusable
from index.workspace import FolderWorkspace, Workspace
from index.workspace.workspace import Edit
from page.chat.saved import save_turn
from page.passage.feedback import REJECTED, TEST_CASES, Feedback, Verdict
from qa.answerer import Answerer
from qa.evaluate.question_file import read_questions
from qa.evaluate.score import evaluate_file
from qa.question import Filters

QUESTION = "How many jobs go with the Marlin?"


def record(
    answerer: Answerer, place: Path | Workspace, verdict: str, rank: int = 1, filters: Filters | None = None
) -> None:
    answer = answerer.ask(QUESTION, filters=filters)
    said = {"turn": save_turn(answer).model_dump(), "rank": rank, "verdict": verdict, "earlier": ["Before?"]}
    workspace = FolderWorkspace(place) if isinstance(place, Path) else place
    Feedback(workspace).record(Verdict.model_validate(said), answer)


def lines(path: Path) -> list[dict[str, object]]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


def test_a_passage_that_answers_becomes_a_test_case_that_can_be_evaluated(answerer: Answerer, tmp_path: Path) -> None:
    record(answerer, tmp_path / "f", "answers", filters=Filters(outlets=("Quay Courier",)))
    (case,) = read_questions(tmp_path / "f" / TEST_CASES)
    assert (case.question, case.filters.outlets, case.turns[0].question) == (QUESTION, ("Quay Courier",), "Before?")
    assert [one.sentence.strip() for one in case.evidence or ()] == [
        "The operator, Lindqvist Lines, said that 14 jobs would go."
    ]
    figures = evaluate_file(answerer, tmp_path / "f" / TEST_CASES)
    assert (figures.answerable, figures.any_at[1]) == (1, 1.0)


def test_several_passages_of_one_answer_are_one_test_case(answerer: Answerer, tmp_path: Path) -> None:
    record(answerer, tmp_path, "answers", 1)
    record(answerer, tmp_path, "answers", 2)
    (case,) = read_questions(tmp_path / TEST_CASES)
    assert len(case.evidence or ()) == 2


def test_a_verdict_replaces_the_one_before(answerer: Answerer, tmp_path: Path) -> None:
    record(answerer, tmp_path, "answers")
    record(answerer, tmp_path, "answers")
    assert len(lines(tmp_path / TEST_CASES)) == 1
    record(answerer, tmp_path, "wrong-source")
    assert lines(tmp_path / TEST_CASES) == []
    (rejected,) = lines(tmp_path / REJECTED)
    entries = rejected["rejected"]
    assert isinstance(entries, list)
    assert [entry["why"] for entry in entries] == ["wrong-source"]
    record(answerer, tmp_path, "withdrawn")
    assert lines(tmp_path / REJECTED) == []


def test_what_somebody_else_wrote_there_stays_to_the_byte(answerer: Answerer, tmp_path: Path) -> None:
    record(answerer, tmp_path, "answers")
    case = lines(tmp_path / TEST_CASES)[0]
    mine = [
        "# a note",
        json.dumps({**case, "evidence": []}),  # "nothing answers this", as `qa.question_file` has it
        json.dumps({key: value for key, value in case.items() if key != "evidence"}),
        json.dumps({**case, "id": 7, "evidence": [{"sentence": "One."}]}),
        '{"question":   "Twice",  "question": "Twice?"}',
        "[1, 2]",
        '"\u2028"',
    ]
    (tmp_path / "test_cases.part").write_text("mine")
    with (tmp_path / TEST_CASES).open("a", encoding="utf-8") as file:
        file.writelines(line + "\n" for line in mine)
    for verdict in ("misses", "answers", "withdrawn"):
        record(answerer, tmp_path, verdict)
        assert [line for line in (tmp_path / TEST_CASES).read_text("utf-8").split("\n") if line in mine] == mine
    assert (tmp_path / TEST_CASES).read_text("utf-8").split("\n") == [*mine, ""]
    assert (tmp_path / "test_cases.part").read_text() == "mine"


def test_a_file_that_is_no_text_is_left_as_it_is(answerer: Answerer, tmp_path: Path) -> None:
    (tmp_path / TEST_CASES).write_bytes(b"\xff\xfe")
    with pytest.raises(WorkspaceUnusable, match="no text in UTF-8"):
        record(answerer, tmp_path, "answers")
    assert (tmp_path / TEST_CASES).read_bytes() == b"\xff\xfe"


def test_what_the_page_said_twice_of_one_question_is_one_test_case_from_then_on(
    answerer: Answerer, tmp_path: Path
) -> None:
    record(answerer, tmp_path, "answers", 1)
    first = (tmp_path / TEST_CASES).read_text("utf-8")
    (tmp_path / TEST_CASES).unlink()
    record(answerer, tmp_path, "answers", 2)
    with (tmp_path / TEST_CASES).open("a", encoding="utf-8") as file:
        file.write(first)
    record(answerer, tmp_path, "withdrawn", 1)
    (case,) = read_questions(tmp_path / TEST_CASES)
    assert len(case.evidence or ()) == 1
    record(answerer, tmp_path, "withdrawn", 2)
    assert lines(tmp_path / TEST_CASES) == []


class Interrupted(FolderWorkspace):
    """A workspace in which another server records a verdict before each change."""

    def __init__(self, folder: Path, others: Iterator[Callable[[], None]]) -> None:
        super().__init__(folder)
        self._others = others

    def change(self, name: str, edit: Edit) -> None:
        next(self._others)()
        super().change(name, edit)


@pytest.mark.parametrize("moment", [0, 1])
@pytest.mark.parametrize(("here", "there"), [("answers", "misses"), ("misses", "answers")])
def test_opposite_verdicts_at_one_moment_do_not_take_back_each_other(
    answerer: Answerer, tmp_path: Path, here: str, there: str, moment: int
) -> None:
    others = [lambda: None, lambda: None]
    others[moment] = lambda: record(answerer, tmp_path, there)
    record(answerer, Interrupted(tmp_path, iter(others)), here)
    kept = [name for name in (TEST_CASES, REJECTED) if (tmp_path / name).exists() and lines(tmp_path / name)]
    assert kept
    assert (TEST_CASES if here == "answers" else REJECTED) in kept
