"""What is put under a heading that was asked for, with the real model: figures of the thing in question alone."""

from pathlib import Path

import pytest

from index.encode.load import load_encoder
from index.library import Library
from index.refresh.run import refresh_index
from index.settings import IndexSettings
from qa.answerer import Answerer
from qa.ask import Ask
from tests.qa.stories import Stories, story

STORIES = (
    "The pool of Karst opens on 3 May, the ice rink on 10 October.",
    "On 10 October the ice rink of Karst opens, the pool already on 3 May.",
    "The school of Belm has 410 pupils and 32 teachers, that of Orlo 280 pupils and 21 teachers.",
    "Orlo's school counts 280 pupils, the one in Belm 410.",
    "A kilogram of Vell cheese costs 24.80 francs at the market, a litre of milk 1.95 francs.",
    "Milk costs 1.95 francs a litre and Vell cheese 24.80 francs a kilogram.",
    "The new bridge over the Vell is of steel. The work goes on from Monday.",
    "The flood of the Ister was 7.8 metres high. The damage of the flood of the Ister is 26 million marks.",
    "The damage of the flood of the Ister comes to 26 million marks. The flood rose to a height of 7.8 metres.",
)


@pytest.fixture(scope="module")
def answerer(tmp_path_factory: pytest.TempPathFactory) -> Answerer:
    folder: Path = tmp_path_factory.mktemp("one_thing")
    stories, encoder = Stories(folder), load_encoder(IndexSettings())
    stories.write(*(story(f"s{place}", f"Outlet {place}", text) for place, text in enumerate(STORIES)))
    refresh_index(Library(stories.folder / "articles", stories.index), encoder=encoder)
    return Answerer(stories.index, encoder)


@pytest.mark.parametrize(
    ("question", "values"),
    [
        ("When does the pool of Karst open?", {"3 May"}),
        ("When does the ice rink of Karst open?", {"10 October"}),
        ("How many pupils does the school of Belm have?", {"410"}),
        ("How many pupils does the school of Orlo have?", {"280"}),
        ("How much does Vell cheese cost?", {"24.80 francs"}),
        ("How much will the bridge over the Vell cost?", set()),
        ("How high is the damage of the flood of the Ister?", {"26 million marks"}),
    ],
)
def test_a_heading_that_was_asked_for_has_figures_of_one_thing(
    answerer: Answerer, question: str, values: set[str]
) -> None:
    asked = [heading for heading in answerer.compare(Ask(question)).figures if heading.asked]
    shown = {quote.highlights[0].text.rstrip(".") for heading in asked for group in heading.groups for quote in group}
    assert shown == values
