import random

import numpy as np

from benchmarks.quality.cases import Case
from qa.quote import Signals
from training.verdict import Example, few_of_each, fit, probability, thresholds


def example(coverage: float, *, shown: bool, dice: random.Random) -> Example:
    signals = Signals(dice.random(), coverage, dice.random(), dice.random(), dice.random(), dice.random())
    return Example(str(dice.random()), signals, whole=shown, shown=shown, near=shown)


def examples() -> list[Example]:
    """Questions of which the coverage tells which are answered, and nothing else does."""
    dice = random.Random(5)
    outcomes = [True, False] * 200
    return [example(0.5 * dice.random() + 0.5 * shown, shown=shown, dice=dice) for shown in outcomes]


def test_the_fit_finds_the_signal_that_tells() -> None:
    fitted = fit({"ferry": examples()})
    assert fitted.weights["coverage"] > 5
    assert all(abs(weight) < 2 for name, weight in fitted.weights.items() if name != "coverage")


def test_the_surer_the_more_probable() -> None:
    dice, fitted = random.Random(7), fit({"ferry": examples()})
    low, high = (example(coverage, shown=True, dice=dice) for coverage in (0.1, 0.9))
    assert probability(fitted, low) < probability(fitted, high)


def test_between_the_thresholds_lies_what_is_told_too_seldom() -> None:
    dice = random.Random(3)
    own = [example(0.5, shown=True, dice=dice) for _ in range(100)] + [
        example(0.5, shown=False, dice=dice) for _ in range(100)
    ]
    sure = np.concatenate([np.linspace(0.3, 1, 100), np.linspace(0, 0.7, 100)])
    may, answers = thresholds({"ferry": own}, {"ferry": sure})
    assert 0.3 < may < 0.5 < answers < 0.7
    above = [one.shown for one, value in zip(own, sure, strict=True) if value >= answers]
    below = [one.near for one, value in zip(own, sure, strict=True) if value < may]
    assert sum(above) / len(above) >= 0.87
    assert 1 - sum(below) / len(below) >= 0.87


def case(answer: str = "", component: str = "c") -> Case:
    return Case("1", "What?", component, answers=(answer,) if answer else ())


def test_few_questions_of_one_component_are_fitted_on() -> None:
    many = [case("A")] * 9 + [case("A", "d")] + [case()] * 3
    assert [one.component for one in few_of_each(many) if one.answerable] == ["c"] * 4 + ["d"]
    assert sum(not one.answerable for one in few_of_each(many)) == 3
