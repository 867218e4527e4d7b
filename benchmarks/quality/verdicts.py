"""How often a system is right where it says that the articles answer, may answer, or do not."""

import statistics
from collections.abc import Sequence
from dataclasses import dataclass

from benchmarks.quality.cases import Case
from benchmarks.quality.figures import Figures
from benchmarks.quality.forms import Form
from benchmarks.quality.systems import Found
from qa.answer import Verdict

# Shares of all questions, of which more is not better: they have no floors.
SHARES = frozenset({"says answers", "says no", "may unanswered"})


@dataclass(frozen=True, slots=True)
class Told:
    """What was said of one question, and what is so.

    Attributes:
        verdict: What the system says.
        shown: Whether the answer stands among the first five passages, which are those that a user is shown.
        near: Whether it stands among the first ten.
    """

    verdict: Verdict | None
    shown: bool = False
    near: bool = False

    @classmethod
    def of(cls, form: Form, case: Case, found: Found) -> "Told":
        """Looks whether what was found for a question answers it."""
        return cls(found.verdict, form.shows(case, found, 5), form.shows(case, found, 10))


def verdicts(form: Form, cases: Sequence[Case], found: Sequence[Found], others: Sequence[Found]) -> Figures:
    """Returns how often each verdict is right, if the system says any and some of the questions have no answer.

    Args:
        form: The kind of gold.
        cases: Questions that the articles answer.
        found: What is found for them.
        others: What is found for questions that the articles do not answer.
    """
    told = [*map(Told.of, [form] * len(cases), cases, found), *(Told(one.verdict) for one in others)]
    return rightness(told) if others and all(one.verdict for one in told) else {}


def rightness(told: Sequence[Told]) -> Figures:
    """Returns how often each verdict is right, and its share of all.

    Returns:
        ``answers right``: the share of those where the answer is shown; ``no right``: of those where it is not near;
        ``may unanswered``: of those where it is not near, either; ``says answers`` and ``says no``: how many of all
        they are; ``decided``: both together. A verdict that was never given has only its share.
    """
    right = {
        "answers right": [one.shown for one in told if one.verdict is Verdict.ANSWERS],
        "may unanswered": [not one.near for one in told if one.verdict is Verdict.MAY],
        "no right": [not one.near for one in told if one.verdict is Verdict.NO],
    }
    answers, undecided, no = (len(each) / len(told) for each in right.values())
    means = {name: statistics.fmean(each) for name, each in right.items() if each}
    return {**means, "says answers": answers, "says no": no, "decided": 1 - undecided}
