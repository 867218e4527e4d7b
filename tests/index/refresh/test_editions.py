import json
import shutil
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from corpus.errors import EmptyCorpus
from index.cli import _left_out_lines
from index.library import Library
from index.refresh.run import refresh_index
from index.store import open_snapshot
from index.upkeep import read_upkeep
from tests.conftest import FakeEncoder
from tests.index.newsroom import Refresh, contents, counts, vocabulary, write_article

ITEM = "urn:newsml:qna.example:20260218:1"


def send(folder: Path, name: str, version: int, words: str, status: str = "usable", item: str = ITEM) -> Path:
    """Writes one version of an item as an agency sends it."""
    path = folder / name
    sent = {
        "uri": item, "type": "text", "version": str(version), "versioncreated": f"2026-02-18T1{version}:00:00+00:00",
        "pubstatus": status, "headline": words, "source": "Quay News Agency",
        "body_html": f"<p>{words} {'The harbour stays open, said its master. ' * 12}</p>" * (status == "usable"),
    }  # fmt: skip
    path.write_text(json.dumps(sent), "utf-8")
    return path


def words_found(index: Path, word: str) -> bool:
    snapshot = open_snapshot(index)
    in_file = word.encode() in b"".join(path.read_bytes() for path in index.glob("catalogs/*"))
    return bool(snapshot.lexical.search(word, 10)) or in_file


def test_a_later_version_replaces_the_earlier_one_whatever_file_is_read(
    refresh: Refresh, corpus_folder: Path, index: Path
) -> None:
    send(corpus_folder, "z-first.json", 1, "Quetzal seen.")
    assert counts(refresh()) == (4, 0, 0, 0, 0)
    send(corpus_folder, "a-second.json", 2, "Heron seen.")
    report = refresh()
    assert counts(report) == (0, 1, 0, 0, 3)  # the item is the same article as before
    assert [problem.source for problem in report.left_out] == ["z-first.json"]
    assert "replaced by a-second.json" in report.left_out[0].reason
    assert not words_found(index, "quetzal")
    assert words_found(index, "heron")
    assert open_snapshot(index).catalog.article(ITEM) is not None


def test_a_withdrawn_item_is_gone_from_everything_and_back_when_the_withdrawal_goes(
    refresh: Refresh, corpus_folder: Path, index: Path
) -> None:
    first = send(corpus_folder, "first.json", 1, "Quetzal seen.")
    refresh()
    held = contents(index)["first.json"]
    kill = send(corpus_folder, "kill.json", 2, "Kill", "canceled")
    report = refresh()
    assert counts(report) == (0, 0, 1, 0, 3)
    assert report.line().startswith("3 articles: 0 added, 0 changed, 1 removed, 3 unchanged, 2 left out;")
    assert _left_out_lines(report.left_out) == [
        f"  left out: kill.json: withdraws {ITEM}: first.json taken out",
        "  left out: first.json: is withdrawn by kill.json",
    ]
    assert not words_found(index, "quetzal")
    upkeep = read_upkeep(Library(corpus_folder, index))
    assert upkeep.left_out == report.left_out
    assert not upkeep.changes
    assert not refresh().published  # it stays out, and nothing is read again
    kill.unlink()
    assert counts(refresh()) == (1, 0, 0, 0, 3)
    back = contents(index)["first.json"]
    assert back.article == held.article
    assert first.exists()


def test_an_item_that_would_come_back_and_cannot_be_read_comes_back_once_it_can(
    refresh: Refresh, corpus_folder: Path, index: Path
) -> None:
    first = send(corpus_folder, "first.json", 1, "Quetzal seen.")
    kill = send(corpus_folder, "kill.json", 2, "Kill", "canceled")
    refresh()
    kill.unlink()
    whole = first.read_bytes()
    first.write_bytes(b"")
    report = refresh()
    assert not words_found(index, "quetzal")
    assert [problem.source for problem in report.problems] == ["first.json"]
    first.write_bytes(whole)
    refresh()
    assert words_found(index, "quetzal")


def test_most_articles_may_be_withdrawn_without_a_word_of_the_user(refresh: Refresh, corpus_folder: Path) -> None:
    for path in corpus_folder.iterdir():
        path.unlink()
    write_article(corpus_folder, "base.md", "The base stays.", outlet="Base")
    for number in range(3):
        send(corpus_folder, f"{number}.json", 1, f"Item {number}.", item=f"item-{number}")
    refresh(allow_mass_delete=True)
    for number in range(3):
        send(corpus_folder, f"kill-{number}.json", 2, "Kill", "canceled", f"item-{number}")
    assert counts(refresh()) == (0, 0, 3, 0, 1)  # their files are where they were


def test_a_corpus_of_withdrawn_items_alone_says_why_it_has_no_article(refresh: Refresh, corpus_folder: Path) -> None:
    for path in corpus_folder.iterdir():
        path.unlink()
    send(corpus_folder, "first.json", 1, "Quetzal seen.")
    send(corpus_folder, "kill.json", 2, "Kill", "canceled")
    with pytest.raises(EmptyCorpus, match=r"first\.json taken out"):
        refresh()


def test_the_last_article_can_be_withdrawn(refresh: Refresh, corpus_folder: Path, index: Path) -> None:
    for path in corpus_folder.iterdir():
        path.unlink()
    send(corpus_folder, "first.json", 1, "Quetzal seen.")
    refresh()
    send(corpus_folder, "kill.json", 2, "Kill", "canceled")
    refresh()
    assert contents(index) == {}
    assert not words_found(index, "quetzal")


NAMES = st.sampled_from(["a.json", "b.json", "c.json", "d.json"])
WORDS = st.sampled_from(["Quetzal seen.", "Heron seen.", "Ferry sunk."])
STEPS = st.one_of(
    st.tuples(st.just("send"), NAMES, st.integers(1, 3), WORDS, st.sampled_from(["usable", "usable", "canceled"])),
    st.tuples(st.just("remove"), NAMES),
    st.tuples(st.just("refresh")),
)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=st.lists(STEPS, min_size=2, max_size=10), items=st.sampled_from([1, 2]))
def test_an_index_that_grew_by_versions_and_withdrawals_equals_one_made_at_once(
    steps: list[tuple[str, ...]], items: int, tmp_path_factory: pytest.TempPathFactory
) -> None:
    place = tmp_path_factory.mktemp("grown")
    folder, encoder = place / "articles", FakeEncoder()
    write_article(folder, "base.md", "The base stays where it is.", outlet="Base")

    def refreshed(index: str) -> None:
        refresh_index(Library(folder, place / index), encoder=encoder, allow_mass_delete=True)

    refreshed("grown")
    for number, (kind, *rest) in enumerate(steps):
        if kind == "refresh":
            refreshed("grown")
        elif kind == "remove":
            (folder / rest[0]).unlink(missing_ok=True)
        else:
            name, version, words, status = rest
            send(folder, name, int(version), words, status, f"item-{number % items}")
    refreshed("grown")
    refreshed("made")
    assert contents(place / "grown") == contents(place / "made")
    assert vocabulary(place / "grown") == vocabulary(place / "made")
    shutil.rmtree(place)
