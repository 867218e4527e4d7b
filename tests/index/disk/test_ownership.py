import re
from pathlib import Path

import pytest

from index.disk.ownership import MARK_NAME, Form, has_form, is_marked, make_folder, remove
from tests.trees import Link, Pipe, Thing, put, read

FORM = Form(re.compile(r"[0-9]-box"), re.compile(rf"{MARK_NAME}|lid|inside/[ab]"), frozenset({"inside"}))
WHOLE: dict[str, Thing] = {MARK_NAME: b"", "lid": b"lid", "inside": {"a": b"a", "b": b"b"}}


def test_a_new_folder_is_marked_and_one_that_is_there_is_not_taken(tmp_path: Path) -> None:
    make_folder(tmp_path / "1-box")
    assert is_marked(tmp_path / "1-box")
    (tmp_path / "2-box").mkdir()
    with pytest.raises(FileExistsError):
        make_folder(tmp_path / "2-box")
    assert not is_marked(tmp_path / "2-box")


@pytest.mark.parametrize("mark", [Link("/etc/hostname"), {}, Pipe()])
def test_only_a_file_is_a_mark(tmp_path: Path, mark: Thing) -> None:
    put(tmp_path / "1-box", {MARK_NAME: mark})
    assert not is_marked(tmp_path / "1-box")


@pytest.mark.parametrize("parts", [{}, {"lid": b""}, {"inside": {}}, WHOLE])
def test_a_folder_with_some_or_all_of_its_parts_has_the_form(tmp_path: Path, parts: Thing) -> None:
    put(tmp_path / "1-box", parts)
    assert has_form(tmp_path / "1-box", FORM)


@pytest.mark.parametrize(
    "more",
    [
        {"notes.txt": b""},
        {"more": {}},
        {"inside": {"c": b""}},
        {"inside": {"deep": {}}},
        {"inside": b"a file"},
        {"inside": Link("..")},
        {"lid": Link("notes")},
        {"lid": {}},
        {"lid": Pipe()},
    ],
)
def test_anything_else_in_it_and_it_has_not(tmp_path: Path, more: dict[str, Thing]) -> None:
    put(tmp_path / "1-box", {**WHOLE, **more})
    assert not has_form(tmp_path / "1-box", FORM)


def test_another_name_a_link_or_a_file_has_not_the_form(tmp_path: Path) -> None:
    put(tmp_path / "1-box", WHOLE)
    put(tmp_path / "1-boxes", WHOLE)
    put(tmp_path / "2-box", Link("1-box"))
    put(tmp_path / "3-box", b"")
    for name in ("1-boxes", "2-box", "3-box", "4-box"):
        assert not has_form(tmp_path / name, FORM)


def test_a_removal_that_ends_at_any_moment_leaves_what_is_still_known(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    box, unlink, left = tmp_path / "1-box", Path.unlink, 0

    def unlink_some(path: Path, missing_ok: bool = False) -> None:
        nonlocal left
        if not left:
            raise OSError("killed")
        left -= 1
        unlink(path, missing_ok)

    monkeypatch.setattr(Path, "unlink", unlink_some)
    for moment in range(4):
        put(box, WHOLE)
        left = moment
        remove(box)
        assert read(box) != WHOLE or not moment
        assert is_marked(box)
        assert has_form(box, FORM)
        left = 4
        remove(box)
        assert not box.exists()


def test_what_a_link_leads_to_stays(tmp_path: Path) -> None:
    put(tmp_path / "private", {"a": b"a"})
    put(tmp_path / "1-box", {**WHOLE, "inside": Link("../private")})
    remove(tmp_path / "1-box")  # which nobody does, as it has not the form
    assert read(tmp_path / "private") == {"a": b"a"}
