from dataclasses import replace
from pathlib import Path

import pytest

from corpus.errors import Problem
from corpus.metadata.sidecar.digest import digest_of
from corpus.scan import Scan, SourceFile
from corpus.stamp import Stamp
from index.files.held import HeldFiles
from index.files.inventory import RACY_NS, FileRecord, Inventory
from index.files.plan import RefreshPlan, plan_refresh

SCANNED = 10**18
LONG_AGO = SCANNED - 10 * RACY_NS
STAMP = Stamp(100, LONG_AGO, LONG_AGO, 5)
FILE = SourceFile(Path("/articles/a.md"), "a.md", STAMP)
RECORD = FileRecord(STAMP, digest="d", born="a.md")


def known(files: dict[str, FileRecord]) -> Inventory:
    return HeldFiles(files, SCANNED).inventory


def scanned(*files: SourceFile, problems: tuple[Problem, ...] = ()) -> Scan:
    return Scan(Path("/articles"), {file.name: file.stamp for file in files}, problems)


def plan(
    previous: Inventory | None, *files: SourceFile, problems: tuple[Problem, ...] = (), **options: bool
) -> RefreshPlan:
    return plan_refresh(previous, scanned(*files, problems=problems), "", **options)


def test_without_an_index_every_file_is_read() -> None:
    assert plan(None, FILE) == RefreshPlan(read=(FILE,), check=(), unseen=(), drop=())


def test_an_untouched_file_is_kept() -> None:
    assert plan(known({"a.md": RECORD}), FILE) == RefreshPlan((), (), (), ())


@pytest.mark.parametrize(
    "touched",
    [
        STAMP._replace(size=101),
        STAMP._replace(mtime_ns=LONG_AGO + 1),
        STAMP._replace(ctime_ns=LONG_AGO + 1),
        STAMP._replace(inode=6),
    ],
)
def test_a_touched_file_is_checked(touched: Stamp) -> None:
    file = replace(FILE, stamp=touched)
    assert plan(known({"a.md": RECORD}), file).check == (file,)


def test_a_file_changed_just_before_the_last_scan_is_checked() -> None:
    racy = STAMP._replace(mtime_ns=SCANNED - RACY_NS + 1)
    file, record = replace(FILE, stamp=racy), replace(RECORD, stamp=racy)
    assert plan(known({"a.md": record}), file).check == (file,)


def test_a_file_that_could_not_be_read_is_tried_again() -> None:
    assert plan(known({"a.md": replace(RECORD, digest="")}), FILE).check == (FILE,)


def test_verify_checks_all_and_everything_reads_all() -> None:
    assert plan(known({"a.md": RECORD}), FILE, verify=True).check == (FILE,)
    assert plan(known({"a.md": RECORD}), FILE, everything=True).read == (FILE,)


def test_a_new_file_is_read_and_a_missing_one_dropped() -> None:
    new = replace(FILE, path=Path("/articles/b.md"), name="b.md")
    assert plan(known({"a.md": RECORD}), new) == RefreshPlan((new,), (), (), ("a.md",))


def test_other_sidecars_read_every_file() -> None:
    assert plan_refresh(known({"a.md": RECORD}), scanned(FILE), "other").read == (FILE,)


def test_a_file_of_which_alone_something_else_is_said_is_read_again() -> None:
    other = replace(FILE, path=Path("/articles/b.md"), name="b.md")
    before, now = (digest_of(text, "rules", {"b.md": text, "gone.md": text}) for text in (b"1", b"2"))
    inventory = HeldFiles({"a.md": RECORD, "b.md": RECORD}, SCANNED, before).inventory
    assert plan_refresh(inventory, scanned(FILE, other), now) == RefreshPlan((other,), (), (), ())


@pytest.mark.parametrize("hidden", ["sub", "sub/deep", "sub/deep/a.md"])
def test_a_file_that_the_scan_could_not_look_at_is_not_dropped(hidden: str) -> None:
    previous = known({"sub/deep/a.md": RECORD, "subway.md": RECORD})
    found = plan(previous, problems=(Problem(hidden, "Permission denied"),))
    assert found == RefreshPlan((), (), ("sub/deep/a.md",), ("subway.md",))
