import shutil
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from corpus.article import path_id
from corpus.corrections.sidecar_file import change_entry
from index.catalog.overlap import repeated_lines
from index.library import Library
from index.refresh.run import refresh_index
from index.store import open_snapshot
from tests.conftest import FakeEncoder
from tests.corpus.stories import STORIES, TRIAL
from tests.index.newsroom import contents, vocabulary, write_article

BOILERPLATE = "Sign up for our free evening newsletter, straight to your inbox."
WORDS = st.sampled_from(
    ["quetzal", "heron", "ferry", "harbour", "union", "bridge", "minister", "Estermouth", "cease-fire"]
)
TEXTS = st.one_of(
    st.lists(st.lists(WORDS, min_size=1, max_size=12), min_size=1, max_size=6).map(
        lambda paragraphs: "\n\n".join(" ".join(words).capitalize() + "." for words in paragraphs)
    ),
    st.sampled_from([f"{story}\n\n{BOILERPLATE}" for story in (*STORIES, *TRIAL)]),
    st.sampled_from(["The Coastal Rail Board (CRB) closed.", "The CRB (Coastal Rail Board) opened in Malmö."]),
)
NAMES = st.sampled_from(["a.md", "b.md", "c.md", "sub/a.md", "sub/d.md"])
OUTLETS = st.sampled_from(["Quay Courier", "QUAY COURIER", "the quay courier", "Harbour Post"])
IDS = st.sampled_from(["", "same", "other", path_id("b.md"), path_id("sub/a.md~2")])  # some are of another's place
EDITS = st.one_of(
    st.tuples(st.just("write"), NAMES, TEXTS, OUTLETS, IDS),
    st.tuples(st.just("delete"), NAMES),
    st.tuples(st.just("move"), NAMES, NAMES),
    st.tuples(st.just("empty"), NAMES),
    st.tuples(st.just("sidecar"), NAMES, OUTLETS),
    st.tuples(st.just("correct"), NAMES, OUTLETS | st.just("")),
    st.tuples(st.just("refresh")),
)


def apply(folder: Path, step: tuple[str, ...]) -> None:
    kind, *rest = step
    path = folder / rest[0]
    if kind == "write":
        _, text, outlet, own_id = rest
        write_article(folder, rest[0], text, outlet=outlet, **({"id": own_id} if own_id else {}))
    elif kind == "delete":
        path.unlink(missing_ok=True)
    elif kind == "empty" and path.exists():
        path.write_bytes(b"")
    elif kind == "move" and path.exists():
        path.replace(folder / rest[1])
    elif kind == "sidecar":
        (folder / "corpus.toml").write_text(f'[[folder]]\npath = "sub"\noutlet = "{rest[1]}"\n', "utf-8")
    elif kind == "correct":
        change_entry(folder, rest[0], {"outlet": rest[1] or None, "title": rest[1] or None})


def ids(index: Path) -> dict[str, str]:
    return {article.source: article.article_id for article in open_snapshot(index).catalog.articles()}


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=st.lists(EDITS, min_size=1, max_size=12))
def test_an_index_that_grew_by_refreshes_equals_one_made_at_once(
    steps: list[tuple[str, ...]], tmp_path_factory: pytest.TempPathFactory
) -> None:
    place = tmp_path_factory.mktemp("grown")
    folder, encoder = place / "articles", FakeEncoder()
    write_article(folder, "sub/base.md", "The base stays where it is.", outlet="Base")

    def refresh(index: str) -> None:
        refresh_index(Library(folder, place / index), encoder=encoder, allow_mass_delete=True)

    refresh("grown")
    for step in steps:
        if step[0] == "refresh":
            refresh("grown")
        else:
            apply(folder, step)
    # An empty file keeps its older text, which an index made at once cannot know: take those away.
    for path in folder.rglob("*.md"):
        if not path.read_bytes():
            path.unlink()
    refresh("grown")
    refresh("made")
    assert contents(place / "grown") == contents(place / "made")
    grown, made = (repeated_lines(open_snapshot(place / name).catalog) for name in ("grown", "made"))
    assert grown == made
    assert vocabulary(place / "grown") == vocabulary(place / "made")
    if not any(step[0] in {"move", "delete"} for step in steps):  # a file that was moved keeps the ids it was born with
        assert ids(place / "grown") == ids(place / "made")
    shutil.rmtree(place)
