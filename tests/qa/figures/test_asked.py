import pytest

from qa.figures.asked import asked_alone, asked_figure
from qa.figures.giving import giving


@pytest.mark.parametrize(
    ("question", "kinds", "dimensions", "rather"),
    [
        ("How long is the Alba Nord?", {"measure", "duration"}, {"length", "time"}, "measure"),
        ("How long was the Alba Nord aground?", {"duration"}, set(), ""),
        ("How long is the flight to Osk?", {"duration"}, set(), ""),
        ("How long is the road to the mine?", {"measure"}, {"length"}, ""),
        ("How long is the bridge over the Vell?", {"measure"}, {"length"}, ""),
        ("How long is the road to the mine closed?", {"duration"}, set(), ""),
        ("How long was the road closed?", {"duration"}, set(), ""),
        ("How long does the ferry take?", {"duration"}, set(), ""),
        ("How high is the Corvin Tower?", {"measure"}, {"length"}, ""),
        ("How high is unemployment in Garth?", {"share"}, set(), ""),
        ("How high is the damage of the flood?", {"money"}, set(), ""),
        ("How great is the loss of life?", set(), set(), ""),
        ("What is the length of the bridge?", {"measure"}, {"length"}, ""),
        ("What was the weight of the bell?", {"measure"}, {"mass"}, ""),
        ("How high is the rent in Osk?", {"money"}, set(), ""),
        ("How fast were the gusts?", {"measure"}, {"speed"}, ""),
        ("How cold was it in Tegna?", {"measure"}, {"temperature", "fahrenheit"}, ""),
        ("How heavy is the bell?", {"measure"}, {"mass"}, ""),
        ("How old is Sven Aldi?", {"age"}, set(), ""),
        ("How much did the library cost?", {"money"}, set(), ""),
        ("What share of the vote did Hult get?", {"share"}, set(), ""),
        ("How many people died?", {"count"}, set(), ""),
        ("Who won the regatta?", set(), set(), ""),
    ],
)
def test_the_kind_of_figure_is_read_from_the_question(
    question: str, kinds: set[str], dimensions: set[str], rather: str
) -> None:
    asked = asked_figure(question)
    assert (set(asked.kinds), set(asked.dimensions), asked.rather) == (kinds, dimensions, rather)


def test_a_long_question_asks_for_no_figure_alone() -> None:
    long = (
        "Which outlet reported on the freighter Alba Nord, its captain Ole Rank, two tugs, steel, paint, fishermen and "
        "the harbour office, and how long is the ship?"
    )
    assert asked_figure(long).kinds
    assert not asked_alone(long).kinds


SHIP = "Two tugs freed the Alba Nord after thirty hours. She is almost 600 feet long. Nobody was hurt. 19 people left."


@pytest.mark.parametrize(
    ("question", "sentences"),
    [
        ("How long is the Alba Nord?", (1,)),
        ("How long was the Alba Nord aground?", (0,)),
        ("How many people were on board?", (3,)),
        ("How many people were injured on the Alba Nord?", (2,)),
        ("How many people were killed on the Alba Nord?", ()),
        ("How many tugs freed the Alba Nord?", (0,)),
        ("How much did the rescue cost?", ()),
        ("When was the Alba Nord freed?", ()),
        ("Who freed the Alba Nord?", ()),
    ],
)
def test_the_sentences_that_give_a_figure_of_the_kind_are_found(question: str, sentences: tuple[int, ...]) -> None:
    assert giving(SHIP, asked_alone(question)) == sentences
