import pytest

from benchmarks.quality.cases import Case, squeezed
from benchmarks.quality.forms import FORMS
from benchmarks.quality.systems import Found, Shown
from benchmarks.quality.verdicts import Told, rightness, verdicts
from qa.answer import Verdict

CASE = Case("q", "Who?", "q", sentences=frozenset({frozenset({squeezed("The mayor.")})}))
ANSWERS, MAY, NO = Verdict


def found(verdict: Verdict | None, rank: int = 0) -> Found:
    texts = ["The mayor." if place == rank else "Nobody." for place in range(1, 21)]
    return Found(tuple(Shown(text, "a") for text in texts), 0.5, 0.01, verdict)


def test_an_answer_is_right_when_it_is_shown_and_a_no_when_nothing_is_near() -> None:
    shown = [found(ANSWERS, 5), found(ANSWERS, 6), found(MAY, 10), found(NO, 10), found(NO, 11)]
    others = [found(ANSWERS, 1), found(NO, 1), found(MAY)]
    figures = verdicts(FORMS["sentences"], [CASE] * 5, shown, others)
    assert figures == {
        "answers right": pytest.approx(1 / 3),
        "may unanswered": 1 / 2,
        "no right": pytest.approx(2 / 3),
        "says answers": 3 / 8,
        "says no": 3 / 8,
        "decided": 6 / 8,
    }


def test_a_verdict_that_is_never_given_has_only_its_share() -> None:
    assert rightness([Told(ANSWERS, shown=True, near=True)]) == {
        "answers right": 1,
        "says answers": 1,
        "says no": 0,
        "decided": 1,
    }


def test_nothing_is_said_of_who_says_nothing_or_where_everything_is_answered() -> None:
    assert verdicts(FORMS["sentences"], [CASE], [found(None, 1)], [found(None)]) == {}
    assert verdicts(FORMS["sentences"], [CASE], [found(ANSWERS, 1)], []) == {}


@pytest.mark.parametrize("form", ["articles", "passages"])
def test_gold_articles_are_looked_for_among_the_passages(form: str) -> None:
    case = Case("q", "Who?", "q", articles=frozenset({"f"}))
    passages = tuple(Shown(text="…", article_id=name) for name in "abcdef")
    told = Told.of(FORMS[form], case, Found(passages, 0.5, 0.01, ANSWERS))
    assert (told.shown, told.near) == (False, True)
