import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.chunks.chunk import Chunk
from index.generation import IndexSnapshot
from index.store import open_snapshot
from qa.language.terms import TermWeights
from qa.quote.common_ground import agreement, coherence
from tests.conftest import FakeEncoder, in_sentences
from tests.qa.stories import Stories, story

ASKED = TermWeights(dict.fromkeys(("ferri", "captain"), 1.0), {})


@pytest.fixture(scope="module")
def snapshot(tmp_path_factory: pytest.TempPathFactory) -> IndexSnapshot:
    stories = Stories(tmp_path_factory.mktemp("stories"))
    stories.write(*(story(str(number), "Post", f"A text on matter {number}.") for number in range(30)))
    stories.refresh()
    return open_snapshot(stories.index)


def agreed(snapshot: IndexSnapshot, *texts: str) -> float:
    passages = [in_sentences(Chunk(str(number), 0, len(text), text)) for number, text in enumerate(texts)]
    return agreement(passages, ASKED, snapshot.lexical)


def test_articles_that_name_the_same_agree(snapshot: IndexSnapshot) -> None:
    same = agreed(snapshot, "The captain was Anna Holm.", "They met Anna Holm there.", "Ask Anna Holm.")
    other = agreed(snapshot, "The captain was Anna Holm.", "They met Boris Ahl there.", "Ask Priya Sand.")
    assert same > 0.5
    assert other == 0.0


def test_what_the_question_names_is_no_agreement(snapshot: IndexSnapshot) -> None:
    assert agreed(snapshot, "On the Ferry.", "At the Ferry.", "By the Ferry.") == 0.0


def test_passages_of_one_article_count_once(snapshot: IndexSnapshot) -> None:
    text = "The captain was Anna Holm."
    passages = [in_sentences(Chunk("one", start, start + len(text), text)) for start in (0, 40)]
    assert agreement(passages, ASKED, snapshot.lexical) == 0.0


@given(texts=st.lists(st.sampled_from(["It was Anna Holm.", "See Boris Ahl on 14 May.", "Rain.", ""]), max_size=9))
def test_agreement_lies_between_none_and_all(snapshot: IndexSnapshot, texts: list[str]) -> None:
    assert 0 <= agreed(snapshot, *texts) <= 1


def test_passages_on_one_matter_are_coherent() -> None:
    alike, apart = (
        FakeEncoder().encode(texts) for texts in (["ferry stops"] * 3, ["ferry stops", "bridge opens", "rain falls"])
    )
    assert coherence(alike) > 0.99
    assert coherence(apart) < 0.5


def test_one_passage_is_no_company() -> None:
    assert coherence(FakeEncoder().encode(["ferry"])) == coherence(np.zeros((0, 4), dtype=np.float32)) == 0.0
