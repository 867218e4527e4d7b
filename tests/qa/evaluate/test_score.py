import json
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from corpus.progress import Progress
from qa.answer import Answer, Verdict
from qa.errors import BadQuestionFile
from qa.evaluate.score import evaluate_file
from tests.conftest import COURIER, LEDGER, POST, quote
from tests.qa.asker import FakeAsker

JOBS = "Sixteen people lose their work, the union says."
BRIDGE = "The bridge would open in 2031 and cost 90 million euros."


def write(path: Path, *lines: Mapping[str, object]) -> Path:
    path.write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
    return path


def evidence(*sentences: str) -> list[dict[str, str]]:
    return [{"sentence": sentence} for sentence in sentences]


def test_ranks_and_fractions_follow_the_evidence(answer: Answer, tmp_path: Path) -> None:
    questions = write(
        tmp_path / "q.jsonl",
        {"question": "one at rank 2", "evidence": evidence(JOBS)},
        {"question": "half, at rank 3", "evidence": evidence(BRIDGE, "Nobody ever wrote this.")},
        {"question": "none", "evidence": evidence("Nobody ever wrote this.")},
        {"question": "both, at 1 and 2", "evidence": evidence(COURIER.text[98:], JOBS, JOBS)},
    )
    figures = evaluate_file(FakeAsker(answer), questions)
    assert (figures.answerable, figures.unanswerable) == (4, 0)
    assert figures.any_at == {1: 0.25, 4: 0.75, 5: 0.75, 10: 0.75}
    assert figures.fraction_at_10 == pytest.approx((1 + 0.5 + 0 + 1) / 4)
    assert figures.mrr_at_10 == pytest.approx((1 / 2 + 1 / 3 + 0 + 1) / 4)


def test_white_space_and_markup_do_not_hide_evidence(answer: Answer, tmp_path: Path) -> None:
    marked = {"sentence": "Sixteen <b>people</b> lose their work, the union says.", "plain": JOBS}
    spaced = {"sentence": "Sixteen  people\nlose their\u00a0work , the union says."}
    questions = write(tmp_path / "q.jsonl", *({"question": "?", "evidence": [one]} for one in (marked, spaced)))
    assert evaluate_file(FakeAsker(answer), questions).any_at[10] == 1.0


def test_only_the_first_ten_passages_count(answer: Answer, tmp_path: Path) -> None:
    near, far = quote(LEDGER, LEDGER.text), quote(POST, POST.text)
    asker = FakeAsker(replace(answer, passages=(near,) * 10 + (far,)))
    questions = write(tmp_path / "q.jsonl", {"question": "?", "evidence": evidence(JOBS)})
    figures = evaluate_file(asker, questions)
    assert (figures.any_at[10], figures.mrr_at_10, figures.highlight_hit) == (0.0, 0.0, None)
    assert asker.seen[0].limit == 10


def test_a_highlight_counts_when_it_covers_half_of_the_sentence(answer: Answer, tmp_path: Path) -> None:
    questions = write(tmp_path / "q.jsonl", {"question": "?", "evidence": evidence(JOBS)})
    for mark, hit in (
        (JOBS, 1.0),
        ("people lose their work, the union", 1.0),
        ("Sixteen people", 0.0),
        (POST.text, 1.0),
    ):
        figures = evaluate_file(FakeAsker(replace(answer, passages=(quote(POST, POST.text, mark),))), questions)
        assert figures.highlight_hit == hit
        marked, whole = (len("".join(text.split())) for text in (mark, POST.text))
        assert figures.highlight_share == pytest.approx(marked / whole)


def test_answers_and_refusals_are_counted_apart(answer: Answer, tmp_path: Path) -> None:
    def sure(confidence: float) -> Answer:
        return replace(answer, confidence=confidence, verdict=Verdict.ANSWERS if confidence >= 0.5 else Verdict.NO)

    scores = {"a": 0.9, "b": 0.6, "c": 0.2, "x": 0.6, "y": 0.1}
    questions = write(
        tmp_path / "q.jsonl",
        *({"question": name, "evidence": evidence(JOBS) if name in "abc" else []} for name in scores),
    )
    figures = evaluate_file(FakeAsker(answer, {name: sure(score) for name, score in scores.items()}), questions)
    assert (figures.answerable, figures.unanswerable) == (3, 2)
    assert figures.answered == pytest.approx(2 / 3)
    assert figures.refused == pytest.approx(1 / 2)
    assert figures.auroc == pytest.approx((2 + 1.5 + 1) / 6)  # a beats both, b ties with x, c beats y alone


def test_each_turn_of_a_conversation_is_a_question_in_the_light_of_those_before(answer: Answer, tmp_path: Path) -> None:
    turns = [{"question": "A?", "evidence": evidence(JOBS)}, {"question": "B?", "evidence": []}]
    asker = FakeAsker(answer)
    figures = evaluate_file(asker, write(tmp_path / "q.jsonl", {"question": "A?", "turns": turns, "evidence": []}))
    assert (figures.answerable, figures.unanswerable) == (1, 1)
    assert [(ask.question, ask.conversation.questions) for ask in asker.seen] == [("A?", ()), ("B?", ("A?",))]


def test_times_are_those_of_the_answers(answer: Answer, tmp_path: Path) -> None:
    special = {name: replace(answer, seconds=seconds) for name, seconds in {"a": 0.1, "b": 0.3, "c": 0.2}.items()}
    questions = write(tmp_path / "q.jsonl", *({"question": name, "evidence": []} for name in special))
    figures = evaluate_file(FakeAsker(answer, special), questions)
    assert (figures.median_seconds, figures.slowest_seconds) == (0.2, 0.3)


def test_what_cannot_be_measured_is_none(answer: Answer, tmp_path: Path) -> None:
    figures = evaluate_file(FakeAsker(answer), write(tmp_path / "q.jsonl", {"question": "?", "evidence": []}))
    assert (figures.any_at[1], figures.mrr_at_10, figures.answered, figures.auroc) == (None, None, None, None)


def test_a_line_without_evidence_is_refused_before_anything_is_asked(answer: Answer, tmp_path: Path) -> None:
    asker = FakeAsker(answer)
    questions = write(tmp_path / "q.jsonl", {"question": "A?", "evidence": []}, {"question": "B?"})
    with pytest.raises(BadQuestionFile, match=r"q\.jsonl, line 2: without \"evidence\" the answer to “B\?”"):
        evaluate_file(asker, questions)
    assert asker.seen == []


def test_progress_counts_every_turn(answer: Answer, tmp_path: Path) -> None:
    moments: list[Progress] = []
    questions = write(tmp_path / "q.jsonl", {"question": "A?", "evidence": []}, {"question": "B?", "evidence": []})
    evaluate_file(FakeAsker(answer), questions, moments.append)
    assert moments == [Progress("Asking", 1, 2), Progress("Asking", 2, 2)]


def test_a_file_that_no_article_comes_from_is_named(answer: Answer, tmp_path: Path) -> None:
    filed = [{"sentence": JOBS, "file": name} for name in ("post.txt", "export.jsonl", "wrong.txt")]
    right = write(tmp_path / "right.jsonl", {"question": "?", "evidence": filed[:2]})
    wrong = write(tmp_path / "wrong.jsonl", {"question": "?", "evidence": filed})
    sources = ("post.txt", "export.jsonl#3")
    assert evaluate_file(FakeAsker(answer), right, sources=sources).any_at[4] == 1.0
    assert evaluate_file(FakeAsker(answer), wrong).any_at[4] == 1.0
    with pytest.raises(BadQuestionFile, match=r"line 1: no article comes from the file 'wrong\.txt'"):
        evaluate_file(FakeAsker(answer), wrong, sources=sources)
