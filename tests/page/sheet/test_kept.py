import threading
from datetime import date
from functools import partial
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.errors import WorkspaceUnusable
from index.workspace import FolderWorkspace
from page.sheet.kept import DOCUMENT, MOST_PINS, KeptSheet, Pin, change_sheet, read_sheet
from qa.errors import BadQuestion


def pin(number: int, note: str = "") -> Pin:
    return Pin(
        article_id=f"a-{number}", source="a.md", start=0, end=9, digest="0" * 16, chosen=date(2026, 12, 1), note=note
    )


def names(sheet: KeptSheet) -> list[str]:
    return [one.article_id for one in sheet.pins]


THREE = KeptSheet(pins=(pin(1), pin(2), pin(3)))


@pytest.mark.parametrize(
    ("which", "by", "order"),
    [(3, -1, "132"), (1, 1, "213"), (1, -1, "123"), (3, 1, "123"), (3, -9, "312"), (1, 9, "231"), (7, 1, "123")],
)
def test_a_pin_moves_and_stops_at_the_ends(which: int, by: int, order: str) -> None:
    assert names(THREE.moved(pin(which).name, by)) == [f"a-{number}" for number in order]


def test_words_that_are_pinned_already_stay_where_they_are_with_their_note() -> None:
    noted = THREE.noted(pin(2).name, "mine")
    assert noted.pinned(pin(2)) == noted
    assert [one.note for one in noted.pins] == ["", "mine", ""]
    assert names(noted.unpinned(pin(2).name)) == ["a-1", "a-3"]


def test_a_full_sheet_takes_no_more_and_loses_nothing(tmp_path: Path) -> None:
    workspace = FolderWorkspace(tmp_path)
    full = KeptSheet(pins=tuple(map(pin, range(MOST_PINS))))
    change_sheet(workspace, lambda _: full)
    with pytest.raises(BadQuestion, match="holds 500 sentences"):
        change_sheet(workspace, lambda sheet: sheet.pinned(pin(MOST_PINS)))
    assert read_sheet(workspace) == full


@given(st.text(max_size=300), st.text(max_size=999))
def test_what_is_kept_is_read_again(title: str, note: str) -> None:
    sheet = KeptSheet(title=title, pins=(pin(1, note),))
    assert KeptSheet.model_validate_json(sheet.model_dump_json()) == sheet


def test_two_who_pin_at_the_same_time_both_have_their_way(tmp_path: Path) -> None:
    def pin_some(first: int) -> None:
        workspace = FolderWorkspace(tmp_path)
        for number in range(first, 40, 2):
            change_sheet(workspace, partial(KeptSheet.pinned, pin=pin(number)))

    threads = [threading.Thread(target=pin_some, args=(first,)) for first in (0, 1)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(names(read_sheet(FolderWorkspace(tmp_path)))) == sorted(f"a-{number}" for number in range(40))


@pytest.mark.parametrize("text", ["{", "[]", '{"title": 1}', '{"pins": [{}]}', '{"title": "x", "more": 1}'])
def test_what_cannot_be_understood_is_left_as_it_is(tmp_path: Path, text: str) -> None:
    (tmp_path / DOCUMENT).write_text(text)
    with pytest.raises(WorkspaceUnusable, match="Mend it or give it another name"):
        change_sheet(FolderWorkspace(tmp_path), lambda sheet: sheet.pinned(pin(1)))
    assert (tmp_path / DOCUMENT).read_text() == text
