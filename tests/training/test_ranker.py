import random

import numpy as np

from qa.ranking.features import Features
from training.examples import Example
from training.ranker import SCALE, YEAR, figures, fit, scaled, scores_of

WORDS, MONTH = (Features._fields.index(name) for name in ("words", "month"))


def example(length: int, feature: int, dice: random.Random) -> Example:
    """A question of which one feature tells which of eight passages answers."""
    seen = np.array([[dice.random() for _ in Features._fields] for _ in range(8)])
    seen[:, feature] *= 0.5
    seen[3, feature] = 1.0
    return Example(str(dice.random()), length, seen, np.arange(8) == 3)


def test_short_and_long_questions_learn_what_tells_in_each() -> None:
    dice = random.Random(1)
    short = [example(5, MONTH, dice) for _ in range(60)]
    long = [example(50, WORDS, dice) for _ in range(60)]
    weights = fit({"short": short, "long": long})
    assert np.argmax(weights, axis=1).tolist() == [MONTH, WORDS]
    assert (weights >= 0).all()
    everything = [*short, *long]
    assert figures(everything, [scores_of(one, weights) for one in everything])[0] > 0.9


def test_words_and_meaning_count_as_much_in_each_kind() -> None:
    weights = scaled(np.full((2, len(Features._fields)), 0.2))
    by_search = [Features._fields.index(name) for name in ("words", "meaning", "nearest")]
    assert np.allclose(weights[:, by_search].sum(axis=1), SCALE)
    assert np.allclose(weights[1], weights[1, 0])
    assert weights[0, Features._fields.index("year")] == max(weights[0, 0], YEAR)


def test_the_figures_count_the_first_answer() -> None:
    one = example(5, MONTH, random.Random(2))
    first, second, last = (np.full(8, 0.5) for _ in range(3))
    first[3], second[[3, 5]], last[3] = 1.0, (0.8, 0.9), 0.0
    assert figures([one], [first]) == [1.0, 1.0, 1.0]
    assert figures([one], [second]) == [0.0, 1.0, 0.5]
    assert figures([one], [last]) == [0.0, 0.0, 1 / 8]


def test_a_question_of_which_nothing_answers_teaches_nothing() -> None:
    one = example(5, MONTH, random.Random(2))
    assert one.teaches
    assert not Example("g", 5, one.seen, np.zeros(8, dtype=bool)).teaches
