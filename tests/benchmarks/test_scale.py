import json
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from benchmarks.scale.__main__ import main
from benchmarks.scale.collection import Collection
from benchmarks.scale.copies import COSINES, Copies
from benchmarks.scale.edit import Editor, word_of
from benchmarks.scale.finding import Finding, share_of_first
from benchmarks.scale.renamed import renamings
from benchmarks.scale.size import Size
from corpus.overlap.copies import are_copies, fingerprint
from corpus.progress import Progress
from corpus.sample import SAMPLE_ARTICLES
from index.generation import IndexSnapshot
from index.library import Library
from index.refresh import refresh_index
from index.store import FolderStore, open_snapshot
from tests.conftest import FakeEncoder

TEXT = "The Harbour Board of ESTERMOUTH met on 3 May. The board's plan costs €4,500: Estermouth pays."


def ignore(progress: Progress) -> None:
    """Takes no notice."""


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> IndexSnapshot:
    index: Path = tmp_path_factory.mktemp("base")
    refresh_index(Library(SAMPLE_ARTICLES, index), encoder=FakeEncoder())
    return open_snapshot(index)


def texts(snapshot: IndexSnapshot) -> dict[str, str]:
    found = (snapshot.catalog.article(one.article_id) for one in snapshot.catalog.articles())
    return {article.article_id: article.text for article in found if article}


def made(base: IndexSnapshot, folder: Path) -> Library:
    """Makes a collection of three times as many passages, a part of an article more."""
    copies = Copies(base, renamings(texts(base).values()))
    collection = Collection(folder / "articles")
    collection.write(copies, 3 * base.catalog.chunk_count() - 1, ignore)
    library = Library(folder / "articles", folder / "index")
    collection.index(FolderStore(library.index), copies, FakeEncoder(), ignore)
    return library


def test_in_a_copy_a_word_is_always_the_same_other_word_and_the_rest_stays() -> None:
    renaming = renamings([TEXT])
    renamed = renaming(1)(TEXT)
    assert renamed == renaming(1)(TEXT) != renaming(2)(TEXT)
    assert "3" in renamed
    assert "€4,500:" in renamed
    words, others = TEXT.replace("'", " ").split(), renamed.replace("'", " ").split()
    assert len(words) == len(others)
    assert others[4].isupper()
    assert others[4].lower() == others[-2].lower() != "estermouth"


def test_a_piece_that_ends_between_words_is_renamed_as_it_is_in_the_whole() -> None:
    rename = renamings([TEXT])(1)
    assert rename(TEXT) == rename(TEXT[:46]) + rename(TEXT[46:])


def test_copies_of_an_article_are_no_copies_of_one_another(base: IndexSnapshot) -> None:
    long = [text for text in texts(base).values() if len(text.split()) > 100]
    renaming = renamings(texts(base).values())
    for text in long:
        versions = [fingerprint(text), *(fingerprint(renaming(number)(text)) for number in (1, 2))]
        assert not any(are_copies(versions[one], versions[other]) for one, other in ((0, 1), (0, 2), (1, 2)))


def test_a_refresh_finds_nothing_to_do_and_then_what_was_edited(base: IndexSnapshot, tmp_path: Path) -> None:
    library = made(base, tmp_path)
    report = refresh_index(library, encoder=FakeEncoder())
    assert (report.added, report.changed, report.removed, report.published) == (0, 0, 0, False)
    assert report.unchanged == 3 * len(texts(base))
    editor = Editor.of(library.articles, 2)
    assert len(editor.files) == 2
    article_id = editor.edit(0, word_of(0))
    report = refresh_index(library, encoder=FakeEncoder())
    assert (report.added, report.changed, report.removed) == (0, 1, 0)
    assert word_of(0) in texts(open_snapshot(library.index))[article_id]
    assert editor.edit(2, word_of(2)) == article_id
    refresh_index(library, encoder=FakeEncoder())
    assert word_of(0) not in texts(open_snapshot(library.index))[article_id]
    editor.restore()
    refresh_index(library, encoder=FakeEncoder())
    assert "qzor" not in texts(open_snapshot(library.index))[article_id]


def test_the_collection_holds_the_articles_and_copies_with_vectors_near_theirs(
    base: IndexSnapshot, tmp_path: Path
) -> None:
    there = open_snapshot(made(base, tmp_path).index)
    for article_id, text in texts(base).items():
        assert texts(there)[article_id] == text
        assert texts(there)[f"{article_id}-1"] != text
        rows, copied = (
            snapshot.catalog.chunk_rows_of(name) for snapshot, name in ((base, article_id), (there, f"{article_id}-1"))
        )
        assert len(rows) == len(copied)
        cosines = (base.dense.vectors(rows) * there.dense.vectors(copied)).sum(axis=1)
        assert np.all((cosines > COSINES[0] - 0.01) & (cosines < COSINES[1] + 0.01))
        sentences = there.dense.sentences(copied)
        assert [len(sentences[row]) for row in copied]


def test_an_index_that_takes_over_files_that_lie_there_leaves_them(base: IndexSnapshot, tmp_path: Path) -> None:
    library = made(base, tmp_path / "one")
    before = {path: path.stat().st_mtime_ns for path in library.articles.rglob("*.json")}
    copies = Copies(base, renamings(texts(base).values()))
    collection = Collection(library.articles)
    collection.write(copies, base.catalog.chunk_count(), ignore)
    assert {path: path.stat().st_mtime_ns for path in library.articles.rglob("*.json")} == before


def test_every_turn_has_a_word_of_its_own() -> None:
    assert len({word_of(turn) for turn in range(2000)}) == 2000


def test_the_share_of_the_same_rows_is_a_mean_over_questions() -> None:
    one = Finding({}, 0, 0, ((("a", 0), ("b", 0)), (("c", 0),)))
    other = replace(one, first=((("b", 0), ("d", 0)), (("c", 0),)))
    assert share_of_first(one, other) == 0.75


@pytest.mark.parametrize(("passages", "name"), [(10_000, "10k"), (1_000_000, "1m"), (1_234, "1234")])
def test_a_size_is_named_in_short(passages: int, name: str) -> None:
    assert Size(Path("out"), passages).name == name


@pytest.mark.parametrize(
    ("option", "value", "told"),
    [
        ("--sizes", "ten", "ten is not a number of passages, such as 100k"),
        ("--stores", "nowhere", "nowhere is none of faiss, lance"),
        ("--measures", "guess", "guess is none of ask, find, refresh, endure"),
    ],
)
def test_what_an_option_cannot_be_is_told(
    option: str, value: str, told: str, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    with pytest.raises(SystemExit):
        main(["--out", str(tmp_path), option, value])
    assert told in " ".join(capsys.readouterr().err.split())


@pytest.mark.model
def test_all_is_measured_of_a_small_collection(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    data = tmp_path / "data" / "data"
    for name in ("people", "multihop_rag"):
        (data / name).mkdir(parents=True)
        article = {"id": f"{name}-1", "outlet": "Post", "title": "Harbour", "text": TEXT}
        question = {"id": "1", "question": "What does Estermouth pay?", "answers": ["Estermouth"]}
        (data / name / "articles.jsonl").write_text(json.dumps(article))
        (data / name / "questions.jsonl").write_text(json.dumps(question))
    figures = tmp_path / "figures.json"
    options = ["--data", tmp_path / "data", "--out", tmp_path / "out", "--sizes", "8", "--measures"]
    more = ["ask,find,refresh,endure", "--runs", "1", "--refreshes", "3", "--json", figures]
    assert main([*map(str, options), *map(str, more)]) == 0
    assert "faiss 8" in capfd.readouterr().out
    [measured] = json.loads(figures.read_text())["measured"]
    assert measured["finding"]["recall"] == {"10": 1.0, "80": 1.0}
    assert measured["enduring"]["wrong"] == []
