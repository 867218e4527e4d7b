"""Tar archives; the library that reads no hostile ones here writes good ones in all its forms."""

import gzip
import io
import tarfile
from collections.abc import Mapping

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.errors import UnreadableFile
from corpus.formats.archives.tar_archive import tar_members_of
from corpus.formats.draft import Hints
from corpus.formats.kinds import TAR, kind_of, parse_file
from tests.corpus.pages import PARAGRAPHS

TEXT = "\n\n".join(PARAGRAPHS).encode()
FORMS = (tarfile.USTAR_FORMAT, tarfile.GNU_FORMAT, tarfile.PAX_FORMAT)


def tarred(files: Mapping[str, bytes], form: int = tarfile.PAX_FORMAT, links: Mapping[str, str] | None = None) -> bytes:
    stream = io.BytesIO()
    with tarfile.open(fileobj=stream, mode="w", format=form) as archive:
        folder = tarfile.TarInfo("folder")
        folder.type = tarfile.DIRTYPE
        archive.addfile(folder)
        for name, data in files.items():
            info = tarfile.TarInfo(name)
            info.size = len(data)
            archive.addfile(info, io.BytesIO(data))
        for name, target in (links or {}).items():
            link = tarfile.TarInfo(name)
            link.type, link.linkname = tarfile.SYMTYPE, target
            archive.addfile(link)
    return stream.getvalue()


names = st.text(st.sampled_from("abcXYZ019äßжя橋"), min_size=1, max_size=60).map(lambda name: f"{name}.txt")


@settings(max_examples=30, deadline=None)
@given(st.dictionaries(names, st.binary(max_size=1_500), min_size=1, max_size=20), st.sampled_from(FORMS[1:]))
def test_every_file_comes_back(files: dict[str, bytes], form: int) -> None:
    found = list(tar_members_of(tarred({f"folder/{'deep/' * 15}{name}": data for name, data in files.items()}, form)))
    assert [member.data for member in found] == list(files.values())
    assert [member.name.rpartition("/")[2] for member in found] == list(files)
    assert not any(member.problem for member in found)


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("packed", [True, False])
def test_the_files_of_an_archive_are_read_as_outside(form: int, packed: bool) -> None:
    data = tarred({"folder/a.txt": TEXT, "folder/._b.txt": b"x", "p_files/c.txt": TEXT}, form, {"d.txt": "/etc/passwd"})
    data = gzip.compress(data) if packed else data
    assert kind_of(data, ".gz" if packed else ".tar") is TAR
    parsed = parse_file(TAR, data, Hints())
    assert [draft.text.encode() for draft in parsed.drafts] == [TEXT, TEXT]


def test_what_follows_damage_is_told() -> None:
    data = bytearray(tarred({"a.txt": TEXT, "b.txt": TEXT}))
    at = data.rindex(b"b.txt")
    data[at + 124 : at + 136] = b"x" * 12
    parsed = parse_file(TAR, bytes(data), Hints())
    assert len(parsed.drafts) == 1
    assert "the archive is damaged from here on" in parsed.problems[0].reason


def test_an_archive_in_an_archive_is_told_and_not_opened() -> None:
    parsed = parse_file(TAR, tarred({"a.txt": TEXT, "in.tar": tarred({"b.txt": TEXT})}), Hints())
    assert parsed.problems[0].reason == "in.tar: is an archive in an archive; unpack it first"


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"no archive", "is no tar archive"),
        (tarred({"a.txt": TEXT})[:700], "is damaged|no file"),
        (gzip.compress(tarred({"a.txt": b"0" * 101_000_000})), "unpacks to more than"),
        (tarred({}), "holds no file"),
    ],
    ids=["text", "cut", "bomb", "empty"],
)
def test_a_bad_archive_says_why(data: bytes, reason: str) -> None:
    with pytest.raises(UnreadableFile, match=reason):
        parse_file(TAR, data, Hints())
