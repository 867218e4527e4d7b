from pathlib import Path

import pytest

from benchmarks.quality.silence import is_right, read_named
from corpus.sample import SAMPLE_ARTICLES
from index.encode.load import load_encoder
from index.library import Library
from index.refresh.run import refresh_index
from index.settings import IndexSettings
from qa.answerer import Answerer


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Answerer:
    index: Path = tmp_path_factory.mktemp("sample")
    encoder = load_encoder(IndexSettings())
    refresh_index(Library(SAMPLE_ARTICLES, index), encoder=encoder)
    return Answerer(index, encoder)


@pytest.mark.parametrize("has", [True, False])
def test_nine_of_ten_outlets_are_told_rightly_to_have_something_or_nothing(sample: Answerer, *, has: bool) -> None:
    asked = [one for one in read_named() if one.set == "sample" and one.has == has]
    wrong = [one.question for one in asked if not is_right(sample, one)]
    assert len(asked) >= 12
    assert len(wrong) <= len(asked) / 10, wrong


def test_half_of_the_questions_of_each_kind_are_held_back() -> None:
    for has in (True, False):
        asked = [one for one in read_named() if one.has == has]
        assert len(asked) == 40
        assert sum(one.held_back for one in asked) == 20
