import random

import numpy as np

from index.chunks.chunk import Chunk
from qa.ranking.fitted import MARK, MARK_NAME
from tests.conftest import in_sentences
from training.marks import PER_GROUP, Example, few_of_each, fit

TEXT = "The Marlin ferry stops. Gulls cried over the quay. Fourteen jobs go."


def example(signal: str, dice: random.Random, group: str = "a week") -> Example:
    """A passage of which one signal tells which of three sentences answers."""
    seen = {name: np.array([dice.random() for _ in range(3)]) for name in {**MARK, **MARK_NAME}}
    answers = np.arange(3) == dice.randrange(3)
    seen[signal] = answers.astype(float)
    return Example(group, False, in_sentences(Chunk("a", 0, len(TEXT), TEXT)), seen, answers)


def test_each_of_both_is_fitted_to_its_own_set() -> None:
    dice = random.Random(1)
    long = [example("part_share", dice) for _ in range(60)]
    people = [example("names", dice) for _ in range(60)]
    mark, mark_name = fit({"multihop_rag": long, "people": people, "sample": long[:5]})
    assert max(mark.keys() - {"gives", "told"}, key=mark.__getitem__) == "part_share"
    assert max(mark_name.keys() - {"told"}, key=mark_name.__getitem__) == "names"


def test_what_is_chosen_stays_as_it_ships() -> None:
    mark, mark_name = fit({"multihop_rag": [example("gives", random.Random(1))], "people": []})
    assert {name: mark[name] for name in ("told", "length", "gives", "heading")} == {
        name: MARK[name] for name in ("told", "length", "gives", "heading")
    }
    assert mark != MARK
    assert mark_name == MARK_NAME


def test_of_an_event_that_is_asked_about_again_and_again_only_some_passages_count() -> None:
    dice = random.Random(1)
    many, one = [example("names", dice, "one event") for _ in range(PER_GROUP + 5)], example("names", dice, "another")
    assert len(few_of_each(iter([*many, one]))) == PER_GROUP + 1
