"""What is marked where a figure is asked for, with the real model: the sentence that gives one of that kind, alone."""

import pytest

from index.encode.load import load_encoder
from index.library import Library
from index.refresh.run import refresh_index
from index.settings import IndexSettings
from qa.answerer import Answerer
from qa.ask import Ask

BELL = (
    "The Corvin bell hangs again in the tower of Ostrand after two years. It weighs 3.4 tonnes and cost "
    "the town 210,000 crowns. The tower is 61 metres high. Some 900 people came to the square. The "
    "caster, Jorun Vik, 74, rang it first."
)
FIRE = (
    "A fire burned down the tannery of Marrow on Tuesday. It took the brigade six hours to put it out, "
    "and 40 workers lost their jobs. The damage is put at 2 million crowns. The smoke reached a height of "
    "300 metres. One in five windows in Mill Lane is broken."
)
ROAD = (
    "The pass road between Fell and Ostrand opens on Friday after a winter of 140 days. It is 23 "
    "kilometres long and up to 11 per cent steep. Lorries of more than 12 tonnes stay banned. The toll is "
    "6 crowns. Cars may go at 60 km/h."
)

MINE = (
    "The training centre of Karst is to cost 7 million crowns, the new road to the mine 12 million. The road is 31 "
    "kilometres long."
)


@pytest.fixture(scope="module")
def answerer(tmp_path_factory: pytest.TempPathFactory) -> Answerer:
    folder = tmp_path_factory.mktemp("figures")
    articles = folder / "articles"
    articles.mkdir()
    for name, text in (("bell", BELL), ("fire", FIRE), ("road", ROAD), ("mine", MINE)):
        (articles / f"{name}.txt").write_text(f"{text}\n", encoding="utf-8")
    encoder = load_encoder(IndexSettings())
    refresh_index(Library(articles, folder / "index"), encoder=encoder)
    return Answerer(folder / "index", encoder)


@pytest.mark.parametrize(
    ("question", "figure"),
    [
        ("How heavy is the Corvin bell?", "3.4 tonnes"),
        ("How much does the Corvin bell weigh?", "3.4 tonnes"),
        ("How much did the Corvin bell cost?", "210,000 crowns"),
        ("How high is the tower of Ostrand?", "61 metres"),
        ("How many people came for the Corvin bell?", "900 people"),
        ("How old is the caster of the Corvin bell?", "74"),
        ("How long was the Corvin bell away?", "two years"),
        ("How long did the fire in the tannery burn?", "six hours"),
        ("How many workers lost their jobs in the fire?", "40 workers"),
        ("How much is the damage of the fire?", "2 million crowns"),
        ("What share of windows in Mill Lane is broken?", "One in five"),
        ("How long is the pass road?", "23 kilometres"),
        ("How long is the road to the mine?", "31 kilometres"),
        ("What is the length of the road to the mine?", "31 kilometres"),
        ("How long was the pass road closed?", "140 days"),
        ("How much is the toll on the pass road?", "6 crowns"),
        ("How fast may cars go on the pass road?", "60 km/h"),
    ],
)
def test_the_sentence_with_the_figure_of_the_kind_that_is_asked_for_is_marked(
    answerer: Answerer, question: str, figure: str
) -> None:
    (mark,) = answerer.answer(Ask(question)).passages[0].highlights
    assert figure in mark.text
