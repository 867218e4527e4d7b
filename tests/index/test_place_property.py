import os
import shutil
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from index.errors import CorruptIndex, NotAnIndex
from index.generation.publish import current_generation, generation_folder, own_generations
from index.library import Library
from index.refresh.run import refresh_index
from tests.conftest import FakeEncoder
from tests.index.newsroom import write_article
from tests.trees import Tree, holds, put, read, trees


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("articles")
    write_article(folder, "a.md", "The quetzal flew over the harbour.", outlet="One")
    return folder


@pytest.fixture(scope="module")
def made(corpus: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An index, to be copied."""
    index = tmp_path_factory.mktemp("made") / "index"
    refresh_index(Library(corpus, index), encoder=FakeEncoder())
    return index


@given(beside=trees("../../outside"), among=trees("../../outside"), with_index=st.booleans())
@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_refresh_removes_or_changes_anything_of_somebody_else(
    made: Path, corpus: Path, tmp_path: Path, beside: Tree, among: Tree, with_index: bool
) -> None:
    work = tmp_path / "work"
    shutil.rmtree(work, ignore_errors=True)
    put(work, {"outside": {"private": b"mine"}, "articles": {}})
    shutil.copytree(corpus, work / "articles", dirs_exist_ok=True)
    index = work / "index"
    if with_index:
        shutil.copytree(made, index)
    tree: Tree = {**{name: thing for name, thing in beside.items() if name != "generations"}, "generations": among}
    put(index, tree)
    before = read(index)
    for round_ in range(2):
        write_article(work / "articles", "a.md", f"The quetzal flew {round_} times.", outlet="One")
        try:
            assert refresh_index(
                Library(work / "articles", index), encoder=FakeEncoder(), rebuild=round_ == 1
            ).published
        except NotAnIndex:
            assert not with_index
            assert read(index) == before
        else:
            assert with_index or (set(tree) == {"generations"} and all(isinstance(t, dict) for t in among.values()))
        assert holds(index, tree)
        assert read(work / "outside") == {"private": b"mine"}
    if with_index:
        assert [folder.name for folder in own_generations(index)] == [current_generation(index)]


@given(pointer=st.binary(max_size=80) | st.text("0123456789abcdef-./\n", max_size=20).map(str.encode))
@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whatever_a_pointer_says_only_a_generation_of_this_index_is_opened(
    made: Path, tmp_path: Path, pointer: bytes
) -> None:
    index = tmp_path / "index"
    shutil.copytree(made, index, dirs_exist_ok=True)
    (index / "CURRENT").write_bytes(pointer)
    try:
        name = current_generation(index)
    except CorruptIndex:
        return
    assert name is not None
    folder = generation_folder(index, name)
    assert folder.parent == index / "generations"
    assert os.path.normpath(folder) == str(folder)
