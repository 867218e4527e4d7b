import json
from pathlib import Path

from page.chat.kept import keep
from page.passage.feedback import REJECTED, TEST_CASES, Feedback, Verdict
from qa.evaluate.question_file import read_questions
from qa.evaluate.score import evaluate_file
from qa.question import Filters
from tests.page.newsroom import Newsroom

QUESTION = "How many jobs go with the Marlin?"


def record(room: Newsroom, folder: Path, verdict: str, rank: int = 1, filters: Filters | None = None) -> None:
    answer = room.ask(QUESTION, filters=filters)
    said = {"turn": keep(answer).model_dump(), "rank": rank, "verdict": verdict, "earlier": ["Before?"]}
    Feedback(folder).record(Verdict.model_validate(said), answer)


def lines(path: Path) -> list[dict[str, object]]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


def test_a_passage_that_answers_becomes_a_test_case_that_can_be_evaluated(newsroom: Newsroom, tmp_path: Path) -> None:
    record(newsroom, tmp_path / "f", "answers", filters=Filters(outlets=("Quay Courier",)))
    (case,) = read_questions(tmp_path / "f" / TEST_CASES)
    assert (case.question, case.filters.outlets, case.turns[0].question) == (QUESTION, ("Quay Courier",), "Before?")
    assert [one.sentence.strip() for one in case.evidence or ()] == [
        "The operator, Lindqvist Lines, said that 14 jobs would go."
    ]
    figures = evaluate_file(newsroom, tmp_path / "f" / TEST_CASES)
    assert (figures.answerable, figures.any_at[1]) == (1, 1.0)


def test_several_passages_of_one_answer_are_one_test_case(newsroom: Newsroom, tmp_path: Path) -> None:
    record(newsroom, tmp_path, "answers", 1)
    record(newsroom, tmp_path, "answers", 2)
    (case,) = read_questions(tmp_path / TEST_CASES)
    assert len(case.evidence or ()) == 2


def test_a_verdict_replaces_the_one_before(newsroom: Newsroom, tmp_path: Path) -> None:
    record(newsroom, tmp_path, "answers")
    record(newsroom, tmp_path, "answers")
    assert len(lines(tmp_path / TEST_CASES)) == 1
    record(newsroom, tmp_path, "wrong-source")
    assert lines(tmp_path / TEST_CASES) == []
    (rejected,) = lines(tmp_path / REJECTED)
    entries = rejected["rejected"]
    assert isinstance(entries, list)
    assert [entry["why"] for entry in entries] == ["wrong-source"]
    record(newsroom, tmp_path, "withdrawn")
    assert lines(tmp_path / REJECTED) == []
