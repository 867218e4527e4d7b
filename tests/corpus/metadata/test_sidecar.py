import json
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from corpus.errors import BadSidecar
from corpus.metadata.sidecar import load_sidecar, said_otherwise

FULL = """
version = 1
[defaults]
language = "en"
date_order = "DMY"
[[outlet]]
name = "The Northmere Courier"
aliases = ["NC"]
domains = ["northmere.example"]
drop_lines = ["Also read"]
[[folder]]
path = "ledger"
outlet = "Quillport Ledger"
[[article]]
file = "a.txt"
outlet = "NC"
title = "A title"
date = 2026-02-18
author = ["Ana Ruiz", "Bo Li"]
url = "https://northmere.example/a"
encoding = "cp1250"
[[article]]
file = "./b.txt"
date = "03/04/2026"
skip = true
"""


def write(folder: Path, toml: str = "", csv: str | bytes = "") -> Path:
    if toml:
        (folder / "corpus.toml").write_text(toml, encoding="utf-8")
    if csv:
        (folder / "sources.csv").write_bytes(csv.encode() if isinstance(csv, str) else csv)
    for name in ("a.txt", "b.txt"):
        (folder / name).write_text("Text.")
    return folder


def test_every_field_is_read(tmp_path: Path) -> None:
    sidecar = load_sidecar(write(tmp_path, FULL))
    assert sidecar.problems == ()
    entry = sidecar.entry("a.txt")
    assert entry.metadata.outlet == "NC"
    assert entry.metadata.title == "A title"
    assert entry.metadata.published == date(2026, 2, 18)
    assert entry.metadata.authors == ("Ana Ruiz", "Bo Li")
    assert entry.metadata.origins["title"] == "corpus.toml: title"
    assert entry.encoding == "cp1250"
    assert sidecar.entry("b.txt").skip
    assert sidecar.entry("b.txt").metadata.published == date(2026, 4, 3)
    assert sidecar.outlets.canonical("NC") == "The Northmere Courier"
    assert sidecar.by_folder("ledger/deep/x.txt").outlet == "Quillport Ledger"
    assert sidecar.by_folder("other/x.txt").outlet == ""


def test_no_sidecar_says_nothing(tmp_path: Path) -> None:
    sidecar = load_sidecar(tmp_path)
    assert not sidecar.entry("a.txt").metadata.origins
    assert sidecar.problems == ()


def test_a_corpus_of_one_file_has_its_sidecar_beside_it(tmp_path: Path) -> None:
    write(tmp_path, FULL)
    assert load_sidecar(tmp_path / "a.txt").entry("a.txt").metadata.title == "A title"


@pytest.mark.parametrize("mark", ["", "\ufeff"])
@pytest.mark.parametrize("comma", [",", ";"])
def test_a_table_of_sources_is_read(tmp_path: Path, comma: str, mark: str) -> None:
    table = "File,Outlet,Title,Date,Url,Author\na.txt,Quillport Ledger,A title,2026-02-18,https://a.example/,Ana\nb.txt,,,,,\n"
    sidecar = load_sidecar(write(tmp_path, csv=mark + table.replace(",", comma)))
    entry = sidecar.entry("a.txt")
    assert (entry.metadata.outlet, entry.metadata.published) == ("Quillport Ledger", date(2026, 2, 18))
    assert entry.metadata.origins["outlet"] == "sources.csv: outlet"
    assert not sidecar.entry("b.txt").metadata.origins


def test_an_entry_of_corpus_toml_wins_over_the_row_of_the_same_file_field_by_field(tmp_path: Path) -> None:
    toml = '[[article]]\nfile = "a.txt"\noutlet = "Quay Courier"\n'
    table = "file,outlet,title,skip,encoding\na.txt,Quayside,A title,,cp1250\nb.txt,Ledger,,yes,\n"
    sidecar = load_sidecar(write(tmp_path, toml, table))
    entry = sidecar.entry("a.txt")
    assert (entry.metadata.outlet, entry.metadata.title) == ("Quay Courier", "A title")
    assert entry.metadata.origins == {"outlet": "corpus.toml: outlet", "title": "sources.csv: title"}
    assert (entry.skip, entry.encoding) == (False, "cp1250")
    assert sidecar.entry("b.txt").skip
    assert sidecar.problems == ()


def test_an_entry_without_its_file_and_unknown_keys_are_told(tmp_path: Path) -> None:
    toml = 'colour = 1\n[[article]]\nfile = "gone.txt"\noutlett = "X"\n[[article]]\nfile = "a.txt#3"\noutlet = "Y"\n'
    sidecar = load_sidecar(write(tmp_path, toml))
    assert [problem.source for problem in sidecar.problems] == ["corpus.toml"] * 3
    reasons = " | ".join(problem.reason for problem in sidecar.problems)
    assert "colour is not known" in reasons
    assert "outlett under article is not known" in reasons
    assert "the entry for gone.txt is not used: there is no such file" in reasons
    assert sidecar.entry("a.txt#3").metadata.outlet == "Y"


@pytest.mark.parametrize(
    ("toml", "csv", "reason"),
    [
        ('outlet = "unclosed', "", "corpus.toml is not valid TOML"),
        ('[[article]]\nfile="a.txt"\n[[article]]\nfile="./a.txt"', "", "the file a.txt has two entries"),
        ("", "file,outlet\na.txt,X\n./a.txt,Y\n", "sources.csv: the file a.txt has two entries"),
        ('[[article]]\nfile="../secret.txt"', "", "lies outside the folder"),
        ('[[article]]\nfile="/etc/passwd"', "", "lies outside the folder"),
        ('[[article]]\nfile="x/../../secret.txt"', "", "lies outside the folder"),
        ('[[article]]\nfile="C:\\\\x.txt"', "", "lies outside the folder"),
        ('[[article]]\noutlet="X"', "", "an entry has no file"),
        ('[article]\nfile="a.txt"', "", r"must be written as \[\[article\]\]"),
        ('defaults = "x"', "", r"must be written as \[defaults\]"),
        ('[defaults]\ndate_order="YDM"', "", 'date_order = "YDM" is none of DMY, MDY'),
        ('[defaults]\ntimezone="Utopia/Port"', "", 'timezone = "Utopia/Port" is no time zone'),
        ('[defaults]\ntimezone="../x"', "", "is no time zone that is known"),
        ('[defaults]\ntimezone="Europe"', "", "is no time zone that is known"),
        ('[[outlet]]\naliases=["X"]', "", r"an \[\[outlet\]\] has no name"),
        ('[[outlet]]\nname="X"\naliases="Y"', "", "aliases of the outlet X must be a list"),
        ('[[folder]]\noutlet="X"', "", "an entry has no path"),
        ("", "outlet,title\nX,Y\n", "sources.csv: an entry has no file"),
        ("", 'file,outlet\nb.txt,X\n"a.txt,X\n', "sources.csv is not valid CSV from line 3 on: .*move it away"),
        ('[[article]]\nfile = "a.txt"\noutlet = X', "", r"corpus\.toml is not valid TOML: .*line 3.*: outlet = X\. "),
    ],
)  # fmt: skip
def test_a_sidecar_that_cannot_be_used_says_why(tmp_path: Path, toml: str, csv: str, reason: str) -> None:
    with pytest.raises(BadSidecar, match=reason):
        load_sidecar(write(tmp_path, toml, csv))


def test_bytes_that_are_no_text_are_told(tmp_path: Path) -> None:
    with pytest.raises(BadSidecar, match=r"sources\.csv looks like a binary file.*move it away"):
        load_sidecar(write(tmp_path, csv=b"file\n\0\1\n"))
    (tmp_path / "corpus.toml").write_bytes(b'[[article]]\nfile = "\xe9"')
    with pytest.raises(BadSidecar, match=r"corpus\.toml is not UTF-8 text \(line 2\)"):
        load_sidecar(tmp_path)


def test_a_table_as_spreadsheets_save_it_is_read_and_the_guess_is_told(tmp_path: Path) -> None:
    write(tmp_path, csv="file\toutlet\na.txt\tCafé Post\n".encode("cp1252"))
    sidecar = load_sidecar(tmp_path)
    assert sidecar.entry("a.txt").metadata.outlet == "Café Post"
    assert any("guessed as cp1252" in problem.reason for problem in sidecar.problems)
    write(tmp_path, csv="\ufefffile;outlet\na.txt;Café Post\n".encode("utf-16-le"))
    assert load_sidecar(tmp_path).entry("a.txt").metadata.outlet == "Café Post"


def test_the_digest_tells_whether_anything_changed(tmp_path: Path) -> None:
    empty = load_sidecar(tmp_path).digest
    first = load_sidecar(write(tmp_path, FULL)).digest
    assert load_sidecar(tmp_path).digest == first
    assert load_sidecar(write(tmp_path, FULL + "\n# more")).digest != first
    assert load_sidecar(write(tmp_path, FULL, "file\nc.txt\n")).digest != first
    assert empty != first


RULES = """version = 1
[[outlet]]
name = "X"
[[article]]
file = "a.txt"
outlet = "Y"
[[article]]
file = "c.jsonl#2"
skip = true
"""


@pytest.mark.parametrize(
    ("old", "new", "files"),
    [
        ("version = 1", "# A remark.", set()),
        ('outlet = "Y"', 'outlet = "Y"\ntitle = "A title"', {"a.txt"}),
        ("skip = true", "skip = false", {"c.jsonl", "c.jsonl#2"}),
        ("", '[[article]]\nfile = "b.txt"\nencoding = "cp1250"\n', {"b.txt"}),
        ("", '[[article]]\nfile = "b.txt"\noutlet = "Y"\n', {"b.txt"}),
        ('outlet = "Y"', 'outlet = "Z"', None),
        ('name = "X"', 'name = "Z"', None),
        ("", '[[synonym]]\nwords = ["a", "b"]\n', None),
        ("", '[[folder]]\npath = "old"\ndate = 2026-01-31\n', None),
        ("", '[fields]\ntext = ["body"]\n', None),
    ],
)
def test_it_is_told_of_which_files_something_else_is_said(
    tmp_path: Path, old: str, new: str, files: set[str] | None
) -> None:
    before = load_sidecar(write(tmp_path, RULES)).digest
    now = load_sidecar(write(tmp_path, RULES.replace(old, new) if old else RULES + new)).digest
    assert now != before
    assert said_otherwise(before, now) == files
    assert said_otherwise(now, before) == files
    assert said_otherwise(now, now) == frozenset()


def test_a_digest_of_an_earlier_version_tells_only_whether_anything_changed(tmp_path: Path) -> None:
    digest = load_sidecar(write(tmp_path, RULES)).digest
    assert said_otherwise(json.loads(digest)[0], digest) == frozenset()
    assert said_otherwise("0" * 64, digest) is None
    assert said_otherwise("", digest) is None


def test_the_default_outlet_ranks_below_every_folder_rule(tmp_path: Path) -> None:
    toml = '[defaults]\noutlet = "House"\n[[folder]]\npath = "ledger/**"\noutlet = "Ledger"\n'
    sidecar = load_sidecar(write(tmp_path, toml))
    assert sidecar.by_folder("ledger/a.txt").outlet == "Ledger"
    assert sidecar.by_folder("a.txt").outlet == "House"


def test_words_that_mean_the_same_are_read(tmp_path: Path) -> None:
    toml = '[[synonym]]\nwords = ["Kiev", " Kyiv ", "kiev"]\n[[synonym]]\nwords = ["NL", "the  Netherlands"]\n'
    sidecar = load_sidecar(write(tmp_path, toml))
    assert sidecar.synonyms == (("Kiev", "Kyiv"), ("NL", "the Netherlands"))
    assert sidecar.problems == ()


@pytest.mark.parametrize("words", ['"Kiev"', '["Kiev"]', '["Kiev", "kiev"]', '["Kiev", 5]', '["Kiev", "–"]', "[]"])
def test_words_that_are_not_two_are_told_and_not_used(tmp_path: Path, words: str) -> None:
    sidecar = load_sidecar(write(tmp_path, f'[[synonym]]\nwords = {words}\n[[synonym]]\nwords = ["a", "b"]\n'))
    assert sidecar.synonyms == (("a", "b"),)
    assert [problem.reason for problem in sidecar.problems] == [
        '[[synonym]] number 1 is not used: it needs two words or more, such as words = ["Kiev", "Kyiv"]'
    ]


def test_the_user_says_where_records_give_their_fields(tmp_path: Path) -> None:
    toml = '[fields]\noutlet = ["medium", "source.name"]\ntext = "story.body"\ndate = ["day"]\nmood = ["x"]\n'
    sidecar = load_sidecar(write(tmp_path, toml))
    said = (("outlet", ("medium", "source.name")), ("text", ("story.body",)), ("published", ("day",)))
    assert sidecar.fields.said == said
    (problem,) = sidecar.problems
    assert problem.reason.startswith("mood under fields is not known and not used; known are author, ")
    assert load_sidecar(write(tmp_path, toml.replace("medium", "media"))).digest != sidecar.digest


@pytest.mark.parametrize("value", ["7", "[7]", '[""]', "{a = 1}", '["."]'])
def test_a_field_that_is_no_list_of_names_is_refused(tmp_path: Path, value: str) -> None:
    with pytest.raises(
        BadSidecar, match=r'outlet under fields must be a list of names, such as outlet = \["story.outlet"\]'
    ):
        load_sidecar(write(tmp_path, f"[fields]\noutlet = {value}\n"))


def test_an_entry_says_how_the_newsroom_handles_an_article(tmp_path: Path) -> None:
    toml = """[[article]]
file = "a.txt"
slug = "wall"
keywords = ["harbour", "storm"]
embargo = 2026-02-18T06:00:00+01:00
"""
    said = load_sidecar(write(tmp_path, toml, "")).entry("a.txt").metadata
    assert (said.slug, said.keywords) == ("wall", ("harbour", "storm"))
    assert said.embargo == datetime(2026, 2, 18, 5, tzinfo=UTC)
