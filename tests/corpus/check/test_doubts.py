"""Doubts by field, of articles that are read as users keep them."""

import json
from datetime import date
from pathlib import Path

from corpus.check import check_corpus
from corpus.check.doubts import ARTICLE, doubts_by_field

LONG = "The council of Estermouth met and closed the bridge for the winter. " * 20


def doubts_of(folder: Path, name: str, content: str) -> dict[str, tuple[str, ...]]:
    (folder / name).write_text(content, encoding="utf-8")
    [one] = check_corpus(folder, today=date(2026, 3, 10)).articles
    return doubts_by_field(one.warnings)


def record(**fields: object) -> str:
    return json.dumps({"outlet": "Quay Courier", "title": "Bridge", "date": "2026-03-01", "text": LONG, **fields})


def test_what_is_not_known_is_told_of_its_field_without_the_advice(tmp_path: Path) -> None:
    assert doubts_of(tmp_path, "a.json", record(outlet="", date="")) == {
        "outlet": ("No outlet is known.",),
        "published": ("No day of publication is known.",),
    }


def test_two_days_are_told_of_the_day(tmp_path: Path) -> None:
    doubts = doubts_of(tmp_path, "a.json", record(text=f"{LONG}\n\nIt was opened on March 8, 2026."))
    assert doubts == {"published": ("Dated 2026-03-01, but the text reports 2026-03-08: the date may be wrong.",)}


def test_a_day_that_cannot_be_read_is_told_of_the_day(tmp_path: Path) -> None:
    doubts = doubts_of(tmp_path, "a.json", record(date="someday"))
    complaint, unknown = doubts.pop("published")
    assert "is no date" in complaint
    assert unknown == "No day of publication is known."
    assert not doubts


def test_a_day_that_has_not_come_is_told_of_the_day(tmp_path: Path) -> None:
    assert doubts_of(tmp_path, "a.json", record(date="2026-04-01")) == {
        "published": ("Dated in the future, 2026-04-01.",)
    }


def test_what_is_about_no_field_is_told_of_the_article(tmp_path: Path) -> None:
    assert doubts_of(tmp_path, "a.json", record(text="Closed.")) == {
        ARTICLE: ("Very short, or the notice of a pay or cookie wall: perhaps not the whole article.",)
    }


def test_senders_and_clippers_are_told_of_outlet_and_authors() -> None:
    mail, note = "The mail comes from Rask, which may be no outlet.", "Evernote names Rask as the author of the note."
    assert doubts_by_field([mail, note]) == {"outlet": (mail,), "authors": (note,)}
