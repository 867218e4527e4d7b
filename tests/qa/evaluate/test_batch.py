import json
import os
from datetime import date
from pathlib import Path

import pytest

from corpus.progress import Progress
from qa.answer import Answer, Conversation
from qa.ask import Ask
from qa.errors import BadQuestionFile
from qa.evaluate.batch import answer_file
from qa.question import Filters
from tests.qa.asker import FakeAsker


@pytest.fixture
def questions(tmp_path: Path) -> Path:
    return tmp_path / "questions.jsonl"


@pytest.fixture
def out(tmp_path: Path) -> Path:
    return tmp_path / "answers.jsonl"


def lines(path: Path) -> list[dict[str, object]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def test_every_question_is_answered_in_order_under_its_own_id(answer: Answer, questions: Path, out: Path) -> None:
    questions.write_text('{"question": "Ünø?", "id": "z"}\n\n{"question": "Two?", "id": 3}\n{"question": "Three?"}\n')
    assert answer_file(FakeAsker(answer), questions, out).answered == 3
    assert [(line["id"], line["question"]) for line in lines(out)] == [("z", "Ünø?"), (3, "Two?"), ("4", "Three?")]
    assert all(line["found"] is True and len(line["passages"]) == 3 for line in lines(out))  # type: ignore[arg-type]  # one of several JSON types


def test_a_line_is_one_search_with_its_turns_filters_and_limit(answer: Answer, questions: Path, out: Path) -> None:
    questions.write_text(
        '{"question": "C?", "turns": ["A?", {"question": "B?"}], "outlets": ["X"], "today": "2026-03-10"}\n'
    )
    asker = FakeAsker(answer)
    answer_file(asker, questions, out, limit=4)
    assert asker.seen == [Ask("C?", Conversation(("A?", "B?")), Filters(("X",)), 4, date(2026, 3, 10))]


def test_progress_tells_how_many_are_done(answer: Answer, questions: Path, out: Path) -> None:
    questions.write_text('{"question": "A?"}\n{"question": "B?"}\n')
    moments: list[Progress] = []
    answer_file(FakeAsker(answer), questions, out, on_progress=moments.append)
    assert moments == [Progress("Answering", 1, 2), Progress("Answering", 2, 2)]


def test_a_line_that_cannot_be_asked_is_named_and_the_others_are_answered(
    answer: Answer, questions: Path, out: Path
) -> None:
    questions.write_text(
        '{"question": "A?"}\n{"question": "", "id": "x"}\nnonsense\n{"question": "bad"}\n{"question": "B?"}\n'
    )
    report = answer_file(FakeAsker(answer), questions, out)
    assert (report.answered, len(report.problems)) == (2, 3)
    for problem, reason in zip(
        report.problems,
        ('line 2: "question" must be a text that is not empty.', "line 3: ", "line 4: No outlet is called so."),
        strict=True,
    ):
        assert reason in problem
    written = lines(out)
    assert [line["id"] for line in written] == ["1", "x", "3", "4", "5"]
    assert [line.get("error") for line in written] == [None, *report.problems, None]


def test_a_key_that_means_nothing_is_told_with_the_one_that_was_meant(
    answer: Answer, questions: Path, out: Path
) -> None:
    questions.write_text('{"question": "A?", "outlet": ["X"]}\n{"question": "B?", "outlet": ["Y"], "note": 1}\n')
    report = answer_file(FakeAsker(answer), questions, out)
    assert report.problems == ()
    assert report.warnings == (
        f"{questions}, line 1 and 1 more: the key 'outlet' means nothing here; is 'outlets' meant?",
        f"{questions}, line 2: the key 'note' means nothing here.",
    )


def test_an_error_leaves_the_old_answers(answer: Answer, questions: Path, out: Path) -> None:
    out.write_text("old answers\n")
    with pytest.raises(BadQuestionFile, match="Cannot read the questions"):
        answer_file(FakeAsker(answer), questions, out)
    assert out.read_text() == "old answers\n"
    assert sorted(file.name for file in out.parent.iterdir()) == ["answers.jsonl"]


def test_a_place_that_cannot_be_written_is_named(answer: Answer, questions: Path, tmp_path: Path) -> None:
    questions.write_text('{"question": "A?"}\n')
    for out in (tmp_path / "missing" / "answers.jsonl", tmp_path):
        with pytest.raises(BadQuestionFile, match=rf"Cannot write the answers to {out}: [NI]\w"):
            answer_file(FakeAsker(answer), questions, out)


def test_the_target_of_a_link_is_replaced_and_the_link_stays(answer: Answer, questions: Path, tmp_path: Path) -> None:
    questions.write_text('{"question": "A?"}\n')
    target, link = tmp_path / "target.jsonl", tmp_path / "link.jsonl"
    target.write_text('{"id": "1", "error": "old"}\n')
    link.symlink_to(target)
    answer_file(FakeAsker(answer), questions, link)
    assert link.is_symlink()
    assert len(lines(target)) == 1


def test_answers_of_an_earlier_batch_are_replaced(answer: Answer, questions: Path, out: Path) -> None:
    questions.write_text('{"question": "A?"}\nnonsense\n')
    for _ in range(2):
        answer_file(FakeAsker(answer), questions, out)
        assert len(lines(out)) == 2
    assert sorted(file.name for file in out.parent.iterdir()) == ["answers.jsonl", "questions.jsonl"]


@pytest.mark.parametrize(
    "content",
    [
        b"notes",
        b"\n",
        b"\xff\xfe",
        b"[" * 100_000,
        b'{"id": 1, "question": "A?"}\n',
        b'{"id": 1, "title": "An article", "text": "Its text."}\n',
        b'{"id": 1, "error": "said by somebody", "note": "mine"}\n',
        b'{"id": 1, "error": "An answer."}\nand a note of mine\n',
    ],
)
def test_a_file_with_anything_else_is_not_written_over(
    answer: Answer, questions: Path, out: Path, content: bytes
) -> None:
    questions.write_text('{"question": "A?"}\n')
    out.write_bytes(content)
    with pytest.raises(BadQuestionFile, match=rf"{out} is there already and holds something other than answers"):
        answer_file(FakeAsker(answer), questions, out)
    assert out.read_bytes() == content
    assert sorted(file.name for file in out.parent.iterdir()) == ["answers.jsonl", "questions.jsonl"]


def test_the_questions_are_not_written_over_under_whatever_name(
    answer: Answer, questions: Path, tmp_path: Path
) -> None:
    questions.write_text('{"id": 1, "question": "A?", "passages": []}\n')
    before = questions.read_bytes()
    (tmp_path / "link").symlink_to(questions)
    (tmp_path / "hard").hardlink_to(questions)
    for out in (questions, tmp_path / "link", tmp_path / "hard"):
        with pytest.raises(BadQuestionFile, match=rf"{out} holds the questions, which would be lost"):
            answer_file(FakeAsker(answer), questions, out)
    assert questions.read_bytes() == before


def test_what_stands_before_in_a_file_that_is_open_already_stays(
    answer: Answer, questions: Path, tmp_path: Path
) -> None:
    questions.write_text('{"question": "A?"}\n')
    log = tmp_path / "log"
    log.write_text("what I ran before\n")
    with log.open("a") as opened:
        answer_file(FakeAsker(answer), questions, Path(f"/dev/fd/{opened.fileno()}"))
    first, second = log.read_text().splitlines()
    assert first == "what I ran before"
    assert json.loads(second)["question"] == "A?"


def test_a_pipe_is_written_to(answer: Answer, questions: Path, out: Path) -> None:
    questions.write_text('{"question": "A?"}\n')
    os.mkfifo(out)
    reader = os.open(out, os.O_RDONLY | os.O_NONBLOCK)
    answer_file(FakeAsker(answer), questions, out)
    assert json.loads(os.read(reader, 100_000))["question"] == "A?"
    os.close(reader)
    assert out.is_fifo()
