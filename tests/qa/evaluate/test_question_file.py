from datetime import date
from pathlib import Path

import pytest

from qa.errors import BadQuestionFile
from qa.evaluate.question_file import Evidence, Turn, read_questions
from qa.question import Filters


def test_a_line_is_read_with_all_its_keys(tmp_path: Path) -> None:
    path = tmp_path / "questions.jsonl"
    path.write_text(
        '{"id": 7, "question": "Who?", "turns": ["What?", {"question": "When?", "evidence": []}], "outlets": ["A"],'
        ' "since": "2026-02-01", "until": "2026-02-28", "exclude": ["x"], "note": "not known, not minded",'
        ' "evidence": [{"file": "a.txt", "sentence": "He did.", "plain": "He did"}]}\n',
        encoding="utf-8",
    )
    (question,) = read_questions(path)
    assert question.identity == 7
    assert question.question == "Who?"
    assert question.turns == (Turn("What?"), Turn("When?", ()))
    assert question.filters == Filters(("A",), date(2026, 2, 1), date(2026, 2, 28), ("x",))
    assert question.evidence == (Evidence("He did.", "He did", "a.txt"),)
    assert question.unknown == ("note",)


def test_a_question_alone_is_enough_and_order_is_kept(tmp_path: Path) -> None:
    path = tmp_path / "questions.jsonl"
    path.write_text('\ufeff{"question": "One?"}\r\n\r\n{"question": "Two?\u2028", "id": "b"}', encoding="utf-8")
    first, second = read_questions(path)
    assert (first.identity, first.question, first.filters, first.evidence) == ("1", "One?", Filters(), None)
    assert (second.identity, second.question) == ("b", "Two?\u2028")


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("{", "Expecting property name"),
        ('["Who?"]', "must be a JSON object"),
        ("{}", '"question" must be a text'),
        ('{"question": "  "}', '"question" must be a text'),
        ('{"question": 5}', '"question" must be a text'),
        ('{"question": "\\ud800"}', '"question" holds half of a character'),
        ('{"question": "Who?", "id": []}', '"id" must be a text'),
        ('{"question": "Who?", "since": "last week"}', '"since": “last week” is not a day; write it like 2026-02-18'),
        ('{"question": "Who?", "until": 2026}', '"until": “2026” is not a day'),
        ('{"question": "Who?", "outlets": "A"}', '"outlets" must be a list'),
        ('{"question": "Who?", "exclude": [1]}', '"exclude" must be a text'),
        ('{"question": "Who?", "turns": [5]}', 'each of "turns" must be a JSON object'),
        ('{"question": "Who?", "evidence": ["He did."]}', 'each of "evidence" must be a JSON object'),
        ('{"question": "Who?", "evidence": [{}]}', '"sentence" must be a text'),
        ('{"question": "Who?", "since": "2026-02-02", "until": "2026-02-01"}', "lies before the first, 2026-02-02."),
        ("[" * 100_000, "line 2"),
    ],
)
def test_a_bad_line_is_named_with_what_is_wrong(tmp_path: Path, line: str, reason: str) -> None:
    path = tmp_path / "questions.jsonl"
    path.write_text('{"question": "Good?"}\n' + line + "\n", encoding="utf-8")
    with pytest.raises(BadQuestionFile) as caught:
        read_questions(path)
    assert str(caught.value).startswith(f"{path}, line 2: ")
    assert reason in str(caught.value)


def test_a_file_without_questions_shows_what_a_line_looks_like(tmp_path: Path) -> None:
    path = tmp_path / "questions.jsonl"
    path.write_text("\n\n", encoding="utf-8")
    with pytest.raises(BadQuestionFile, match=r'holds no question: .*\{"id": "1"'):
        read_questions(path)


@pytest.mark.parametrize(
    ("name", "reason"),
    [("missing", "No such file or directory"), ("folder", "Is a directory"), ("binary", "it is not a text in UTF-8")],
)
def test_a_file_that_cannot_be_read_is_named_with_the_reason(tmp_path: Path, name: str, reason: str) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "binary").write_bytes(b"\xff\xfe\x00\x01")
    with pytest.raises(BadQuestionFile) as caught:
        read_questions(tmp_path / name)
    assert str(caught.value) == f"Cannot read the questions in {tmp_path / name}: {reason}."
