import struct

import pytest

from corpus.errors import UnreadableFile
from corpus.formats.archives.zip_archive import members_of
from corpus.formats.draft import Hints
from corpus.formats.kinds import ZIP, kind_of, parse_file
from tests.corpus.formats.archive_files import zipped
from tests.corpus.pages import PARAGRAPHS, TITLE, page

TEXT = "\n\n".join(PARAGRAPHS).encode()


def test_each_file_is_read_as_outside_and_numbered_through() -> None:
    data = zipped(
        {"a.txt": TEXT, "b.html": page().encode(), "c.jsonl": b'{"text": "One."}\n{"text": "Two."}\n', "d.png": b"x"}
    )
    assert kind_of(data, ".zip") is ZIP
    parsed = parse_file(ZIP, data, Hints())
    assert [draft.number for draft in parsed.drafts] == [1, 2, 3, 4]
    assert parsed.drafts[1].metadata.title == TITLE
    assert [(problem.source, problem.reason) for problem in parsed.problems] == [
        ("#5", "holds 1 file of a kind that is no article: .png")
    ]


@pytest.mark.parametrize("name", ["../../etc/passwd.txt", "/etc/passwd.txt", "C:\\x.txt", "con.txt"])
def test_names_that_lead_elsewhere_are_only_names(name: str) -> None:
    (draft,) = parse_file(ZIP, zipped({name: TEXT}), Hints()).drafts
    assert draft.text.encode() == TEXT


def test_an_archive_in_an_archive_is_told_and_not_opened() -> None:
    parsed = parse_file(ZIP, zipped({"a.txt": TEXT, "in.zip": zipped({"b.txt": TEXT})}), Hints())
    assert len(parsed.drafts) == 1
    assert parsed.problems[0].reason == "in.zip: is an archive in an archive; unpack it first"


def test_what_systems_and_browsers_add_is_passed_over() -> None:
    names = (
        "__MACOSX/._a.txt",
        ".DS_Store.txt",
        "b/page_files/x.html",
        "folder/.hidden/a.txt",
        "b/page.html",
        "other_files/a.txt",
    )
    found = [member.name for member in members_of(zipped(dict.fromkeys(names, TEXT)))]
    assert found == ["b/page.html", "other_files/a.txt"]  # the second is beside no page of its name


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"PK\x03\x04" + b"\0" * 100, "is damaged or no zip archive"),
        (zipped({"a.txt": TEXT})[:-30], "is damaged or no zip archive"),
        (zipped({"a.txt": b"0" * 50_000_000}), "times its size"),
        (zipped({f"{row}.txt": b"" for row in range(2_001)}), "holds 2,001 files; the limit is 2,000"),
        (zipped({}), "damaged|no file"),
        (zipped({"a.png": b"x"}), r"holds 1 file of a kind that is no article: \.png"),
        (zipped({"a.txt": b""}), "a.txt: is empty"),
    ],
    ids=["garbage", "cut", "bomb", "many", "empty", "picture", "empty-file"],
)
def test_a_bad_archive_says_why(data: bytes, reason: str) -> None:
    with pytest.raises(UnreadableFile, match=reason):
        parse_file(ZIP, data, Hints())


def test_a_member_that_holds_more_than_it_declares_is_damaged() -> None:
    data = bytearray(zipped({"a.txt": TEXT}))
    for mark, place in ((b"PK\x03\x04", 22), (b"PK\x01\x02", 24)):
        at = data.index(mark) + place
        data[at : at + 4] = struct.pack("<I", 10)
    with pytest.raises(UnreadableFile, match=r"a\.txt: "):
        parse_file(ZIP, bytes(data), Hints())


def test_a_protected_member_is_told() -> None:
    data = bytearray(zipped({"a.txt": TEXT}))
    for mark, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(mark) + place] |= 1
    with pytest.raises(UnreadableFile, match="is protected by a password"):
        parse_file(ZIP, bytes(data), Hints())
