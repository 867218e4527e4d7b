import json
import os
import signal
import subprocess
import sys
import tomllib
import zipfile
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from mailbox import mbox
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from corpus.corrections import Typed, correct, fields_of, take_out
from corpus.corrections.sidecar_file import change_entry
from corpus.errors import BadCorrection, BadSidecar, UnreadableFile
from corpus.metadata import load_sidecar
from tests.corpus.reading import read_folder
from tests.corpus.stories import BRIDGE, CHESS, FERRY

ROOT = Path(__file__).resolve().parents[3]
PAGE = f"---\ntitle: Last crossing\noutlet: Quay Courier\ndate: 2026-03-03\nauthors: [Ines Rask]\n---\n\n{FERRY}\n"
TOML = '# Mine.\n[[article]] # the bridge\nfile = "bridge.txt"\noutlet = "Ledger" # on the mast\n'


@pytest.fixture
def root(tmp_path: Path) -> Path:
    root = tmp_path / "articles"
    (root / "old").mkdir(parents=True)
    (root / "old" / "ferry.md").write_text(PAGE)
    (root / "bridge.txt").write_text(BRIDGE)
    records = [{"title": "One", "text": FERRY}, {"title": "Two", "text": CHESS}]
    (root / "export.jsonl").write_text("".join(f"{json.dumps(record)}\n" for record in records))
    (root / "corpus.toml").write_text(TOML)
    return root


def toml(root: Path) -> str:
    return (root / "corpus.toml").read_bytes().decode()


def test_what_is_typed_is_read_at_the_next_reading(root: Path) -> None:
    typed = Typed("Harbour Post", "4 March 2026", "The  Marlin's last crossing", "Tom Oduya, Ana Ruiz")
    assert correct(root, "old/ferry.md", typed) == ("outlet", "date", "title", "authors")
    article = read_folder(root)["old/ferry.md"]
    assert (article.outlet, article.published) == ("Harbour Post", date(2026, 3, 4))
    assert (article.title, article.authors) == ("The Marlin's last crossing", ("Tom Oduya", "Ana Ruiz"))
    assert toml(root).startswith(TOML)


def test_each_field_tells_what_was_said_and_what_the_file_gives(root: Path) -> None:
    correct(root, "old/ferry.md", Typed("Harbour Post", "2026-03-03", "Last crossing", "Ines Rask"))
    outlet, day, title, authors = fields_of(root, "old/ferry.md")
    assert (outlet.said, outlet.otherwise, outlet.origin) == ("Harbour Post", "Quay Courier", "front matter: outlet")
    assert (day.said, day.otherwise, day.value) == ("", "2026-03-03", "2026-03-03")
    assert (title.said, title.origin) == ("", "front matter: title")
    assert authors.otherwise == "Ines Rask"
    assert [(field.value, field.otherwise) for field in fields_of(root, "bridge.txt")][:2] == [("Ledger", ""), ("", "")]


def test_another_spelling_of_the_outlet_is_no_more_than_that(root: Path) -> None:
    correct(root, "old/ferry.md", Typed("QUAY COURIER", "2026-03-03", "Last crossing", "Ines Rask"))
    outlet = fields_of(root, "old/ferry.md")[0]
    assert (outlet.said, outlet.otherwise) == ("QUAY COURIER", "Quay Courier")


@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_a_mark_of_the_encoding_stays_where_it_is(root: Path, mark: str) -> None:
    (root / "corpus.toml").write_text(mark + TOML)
    correct(root, "bridge.txt", Typed(outlet="Other"))
    assert toml(root) == mark + TOML.replace("Ledger", "Other")


def test_what_is_typed_as_it_is_writes_nothing_and_an_empty_field_takes_it_back(root: Path) -> None:
    as_it_is = Typed("Quay Courier", "3 March 2026", "Last crossing", "Ines Rask")
    assert correct(root, "old/ferry.md", as_it_is) == ()
    assert correct(root, "old/ferry.md", Typed()) == ()
    assert toml(root) == TOML
    correct(root, "old/ferry.md", Typed("Harbour Post", "3 March 2026", "Last crossing", "Ines Rask"))
    assert correct(root, "old/ferry.md", Typed()) == ("outlet",)
    assert toml(root) == TOML
    assert read_folder(root)["old/ferry.md"].outlet == "Quay Courier"


def test_one_article_of_a_file_of_many_is_corrected(root: Path) -> None:
    correct(root, "export.jsonl#2", Typed(outlet="Chess Weekly", title="Two"))
    read = read_folder(root)
    assert (read["export.jsonl#2"].outlet, read["export.jsonl#1"].outlet) == ("Chess Weekly", "Unknown outlet")
    assert fields_of(root, "export.jsonl#2")[0].said == "Chess Weekly"
    assert 'file = "export.jsonl#2"\noutlet = "Chess Weekly"\n' in toml(root)


def _table(path: Path) -> None:
    path.write_text(f"title,text\nOne,{json.dumps(FERRY)}\nTwo,{json.dumps(CHESS)}\n")


def _archive(path: Path) -> None:
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("one.txt", FERRY)
        archive.writestr("two.txt", CHESS)


def _mailbox(path: Path) -> None:
    box = mbox(path)
    for subject, text in (("One", FERRY), ("Two", CHESS)):
        box.add(f"From: desk@quay.example\nSubject: {subject}\nContent-Type: text/plain\n\n{text}\n")
    box.close()


@pytest.mark.parametrize(("name", "write"), [("a.csv", _table), ("a.zip", _archive), ("a.mbox", _mailbox)])
def test_whatever_file_holds_many_one_of_them_is_corrected_or_left_out(root: Path, name: str, write: object) -> None:
    assert callable(write)
    write(root / name)
    correct(root, f"{name}#2", Typed(outlet="Chess Weekly"))
    read = read_folder(root)
    assert read[f"{name}#2"].outlet == "Chess Weekly"
    assert read[f"{name}#1"].outlet != "Chess Weekly"
    take_out(root, f"{name}#1")
    assert [source for source in read_folder(root) if source.startswith(name)] == [f"{name}#2"]


def test_a_corpus_of_one_file_has_its_corrections_beside_it(root: Path) -> None:
    export = root / "export.jsonl"
    correct(export, "export.jsonl#1", Typed(outlet="Quay Courier", title="One"))
    assert load_sidecar(export).entry("export.jsonl#1").metadata.outlet == "Quay Courier"
    with pytest.raises(UnreadableFile, match="not in"):
        correct(export, "bridge.txt", Typed(outlet="Other"))


def test_a_row_of_the_table_of_sources_stays_and_stands_below(root: Path) -> None:
    table = "file,outlet,title\nbridge.txt,Ledger,A bridge\nold/ferry.md,Table,\n"
    (root / "sources.csv").write_text(table)
    outlet = fields_of(root, "old/ferry.md")[0]
    assert (outlet.said, outlet.otherwise, outlet.origin) == ("", "Table", "sources.csv: outlet")
    correct(root, "old/ferry.md", Typed("Mine", "2026-03-03", "Last crossing", "Ines Rask"))
    assert read_folder(root)["old/ferry.md"].outlet == "Mine"
    assert (root / "sources.csv").read_text() == table


def test_what_cannot_be_used_is_told_for_each_field_and_nothing_is_written(root: Path) -> None:
    with pytest.raises(BadCorrection) as caught:
        correct(root, "bridge.txt", Typed("https://x.example/", "03/04/2026", "x" * 501, "n/a"))
    assert caught.value.reasons == {
        "outlet": "“https://x.example/” is no name of an outlet.",
        "date": "“03/04/2026” can be read in two ways; "
        'set date_order = "DMY" or "MDY" under [defaults] in corpus.toml.',
        "title": f"“{'x' * 40}…” has 501 characters; the limit is 500.",
        "authors": "“n/a” names nobody; write the names, with commas between.",
    }
    assert toml(root) == TOML
    (root / "corpus.toml").write_text(f'[defaults]\ndate_order = "DMY"\n{TOML}')
    assert correct(root, "bridge.txt", Typed(outlet="Ledger", date="03/04/2026")) == ("date",)
    assert read_folder(root)["bridge.txt"].published == date(2026, 4, 3)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=50)
@given(st.text(max_size=40))
def test_hostile_words_stay_words(root: Path, title: str) -> None:
    (root / "corpus.toml").write_text(TOML)
    nasty = f'"""\n[[article]]\nfile = "old/ferry.md"\noutlet = "Stolen"\x00\x1b #{title}'
    correct(root, "bridge.txt", Typed(outlet="Ledger", title=nasty))
    read = read_folder(root)
    assert read["old/ferry.md"].outlet == "Quay Courier"
    assert read["bridge.txt"].title.startswith('""" [[article]] file = "old/ferry.md" outlet = "Stolen" #')
    assert toml(root).startswith(TOML)


@pytest.mark.parametrize("source", ["../secret.txt", "/etc/hostname", "out/secret.txt", "gone.txt", "old", "a\0.txt"])
def test_no_name_leads_out_of_the_folder(root: Path, source: str) -> None:
    (root.parent / "secret.txt").write_text(FERRY)
    (root / "out").symlink_to(root.parent)
    for act in (fields_of, take_out):
        with pytest.raises(UnreadableFile):
            act(root, source)
    assert (root.parent / "secret.txt").exists()


def test_a_corpus_toml_that_is_a_link_out_of_the_folder_is_not_written(root: Path) -> None:
    outside = (root / "corpus.toml").rename(root.parent / "outside.toml")
    (root / "corpus.toml").symlink_to(outside)
    with pytest.raises(BadSidecar, match="a link that leads out of the folder"):
        correct(root, "bridge.txt", Typed(outlet="Other"))
    assert outside.read_text() == TOML


def test_a_corpus_toml_that_cannot_be_read_is_left_as_it_is(root: Path) -> None:
    (root / "corpus.toml").write_text("outlet = ")
    with pytest.raises(BadSidecar, match="is not valid TOML"):
        correct(root, "bridge.txt", Typed(outlet="Other"))
    assert toml(root) == "outlet = "


def test_a_folder_that_cannot_be_written_is_told(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(BadSidecar, match=r"corpus\.toml cannot be written: No space left on device\. It is as"):
        correct(root, "bridge.txt", Typed(outlet="Other"))
    assert toml(root) == TOML
    assert [path.name for path in root.glob(".*")] == [".corpus.toml.lock"]


def test_many_who_write_at_once_lose_nothing(root: Path) -> None:
    names = [f"{number}.txt" for number in range(24)]
    for name in names:
        (root / name).write_text(FERRY)
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda name: correct(root, name, Typed(outlet=f"Outlet {name}")), names))
    sidecar = load_sidecar(root)
    assert [sidecar.entry(name).metadata.outlet for name in names] == [f"Outlet {name}" for name in names]
    assert toml(root).startswith(TOML)


def test_who_is_killed_while_he_writes_leaves_the_old_text_or_the_new(root: Path) -> None:
    script = (
        "import sys; from pathlib import Path; from corpus.corrections.sidecar_file import change_entry\n"
        "print(flush=True)\n"
        "for turn in range(10**6): change_entry(Path(sys.argv[1]), 'bridge.txt', {'title': f'{turn}' * 10_000})\n"
    )
    for delay in (0.0, 0.01, 0.03, 0.08):
        with subprocess.Popen([sys.executable, "-c", script, str(root)], cwd=ROOT, stdout=subprocess.PIPE) as process:
            assert process.stdout is not None
            process.stdout.readline()
            with pytest.raises(subprocess.TimeoutExpired):
                process.wait(delay)
            process.send_signal(signal.SIGKILL)
        assert toml(root).startswith(TOML)
        title = tomllib.loads(toml(root))["article"][0].get("title", "")
        assert title == title[: len(title) // 10_000] * 10_000
    change_entry(root, "bridge.txt", {"title": None})
    assert toml(root) == TOML
    assert [path.name for path in root.glob(".*")] == [".corpus.toml.lock"]
