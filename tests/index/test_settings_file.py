import os
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.errors import BadSettings
from index.settings_file import (
    FITTED,
    LARGEST,
    TOML_NAME,
    Folder,
    FolderOrName,
    SettingsFile,
    offered,
    read_settings_file,
)
from tests.trees import Link, Pipe, Thing, put


@dataclass(frozen=True, slots=True)
class Boat:
    """A section with a key of every kind."""

    name: FolderOrName = "marlin"
    harbour: Folder | None = None
    seats: int = 40
    speed: float = 9.5
    sails: bool = False
    side: Literal["port", "starboard"] = "port"
    learnt: tuple[float, ...] = field(default=(1.0,), metadata=FITTED)

    def __post_init__(self) -> None:
        if not 1 <= self.seats <= 400:
            raise BadSettings(f"seats is {self.seats}; it must lie between 1 and 400.")


def said(folder: Path, keys: str) -> Boat:
    return written(folder, f"[serve]\n{keys}").section("serve", Boat, {"crew": "ask the captain"})


def written(folder: Path, text: str | bytes) -> SettingsFile:
    (folder / TOML_NAME).write_bytes(text.encode() if isinstance(text, str) else text)
    return read_settings_file(folder)


def mistakes(folder: Path, keys: str) -> list[str]:
    """The lines that tell what is wrong, without the file that each begins with."""
    with pytest.raises(BadSettings) as refused:
        said(folder, keys)
    lines = str(refused.value).split("\n")
    assert all(line.startswith(f"{folder / TOML_NAME}: ") for line in lines)
    return [line.removeprefix(f"{folder / TOML_NAME}: ") for line in lines]


def test_without_a_file_everything_is_as_usual(tmp_path: Path) -> None:
    file = read_settings_file(tmp_path)
    assert (file.path, file.is_there, file.section("serve", Boat)) == (tmp_path / TOML_NAME, False, Boat())
    for nowhere in (tmp_path / "gone", tmp_path / "gone" / "too", tmp_path / ("x" * 300)):
        assert not read_settings_file(nowhere).is_there


def test_the_file_is_in_the_folder_of_articles_or_beside_the_one_file(tmp_path: Path) -> None:
    (tmp_path / "export.jsonl").touch()
    written(tmp_path, "[serve]\nseats = 7")
    for articles in (tmp_path, tmp_path / "export.jsonl"):
        assert read_settings_file(articles).section("serve", Boat) == Boat(seats=7)


def test_what_the_file_says_wins_over_the_default(tmp_path: Path) -> None:
    keys = 'name = "x"\nseats = 400\nspeed = 9\nsails = true\nside = "starboard"'
    assert said(tmp_path, keys) == Boat("x", None, 400, 9.0, sails=True, side="starboard")


def test_another_section_is_not_ours(tmp_path: Path) -> None:
    assert written(tmp_path, "[answers]\nseats = 7\nfoo = 1").section("serve", Boat) == Boat()


@pytest.mark.parametrize(
    ("keys", "told"),
    [
        ("seat = 3", "serve.seat is not known: did you mean seats?"),
        ("Speed = 3", "serve.Speed is not known: did you mean speed?"),
        ("zzz = 3", "serve.zzz is not known: known are name, harbour, seats, speed, sails, side."),
        ('"a b\\u001b" = 3', 'serve."a b\\u001b" is not known: known are name, harbour, seats, speed, sails, side.'),
        ("learnt = [2.0]", "serve.learnt is not known: known are name, harbour, seats, speed, sails, side."),
        ("crew = 3", "serve.crew is not set here: ask the captain."),
        ("name = 3", "serve.name is 3; it must be a text in quotation marks."),
        ("name = 2026-01-01", 'serve.name is "2026-01-01"; it must be a text in quotation marks.'),
        ("name = {a = 1}", "serve.name is a table; it must be a text in quotation marks."),
        ("harbour = 3", "serve.harbour is 3; it must be a text in quotation marks."),
        ('harbour = "~nobody-has-this-home/x"', "a path that leads somewhere."),
        ('harbour = "a\\u0000b"', "a path that leads somewhere."),
        ('seats = "3"', 'serve.seats is "3"; it must be a whole number.'),
        ("seats = 3.0", "serve.seats is 3.0; it must be a whole number."),
        ("seats = true", "serve.seats is true; it must be a whole number."),
        ("seats = [3]", "serve.seats is a list; it must be a whole number."),
        ("seats = 401", "serve.seats is 401; it must lie between 1 and 400."),
        (f"seats = {10**400}", "it must lie between 1 and 400."),
        ('speed = "fast"', 'serve.speed is "fast"; it must be a number.'),
        ("sails = 1", "serve.sails is 1; it must be true or false."),
        ('side = "left"', 'serve.side is "left"; it must be "port" or "starboard".'),
    ],
)
def test_what_cannot_be_is_named_with_what_can(tmp_path: Path, keys: str, told: str) -> None:
    (only,) = mistakes(tmp_path, keys)
    assert only.startswith("serve.")
    assert only.endswith(told)


def test_each_mistake_has_a_line_but_not_endlessly_many(tmp_path: Path) -> None:
    assert mistakes(tmp_path, "seat = 1\nsail = true\nseats = true") == [
        "serve.seat is not known: did you mean seats?",
        "serve.sail is not known: did you mean sails?",
        "serve.seats is true; it must be a whole number.",
    ]
    assert mistakes(tmp_path, "\n".join(f"seat{number} = 1" for number in range(1000)))[5:] == ["995 more mistakes."]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("[answer]\nseats = 3", "[answer] is not known: did you mean [answers]?"),
        ("[zzz]", "[zzz] is not known: known are [index], [answers], [serve]."),
        ("[[zzz]]", "[zzz] is not known: known are [index], [answers], [serve]."),
        ("seats = 3", "seats stands in no section: write it below [index], [answers] or [serve]."),
        ("[[serve]]", "serve must be written as [serve], with its keys below."),
        ("serve = 3", "serve must be written as [serve], with its keys below."),
        ("[serve", "it is not valid TOML: Expected ']' at the end of a table declaration"),
        (b"\xff", "it is not UTF-8 text (line 1): save it as UTF-8."),
        ("#" * (LARGEST + 1), "it cannot be read: it has more than 20,000 bytes."),
    ],
)
def test_what_is_no_file_of_settings_is_refused(tmp_path: Path, text: str | bytes, told: str) -> None:
    with pytest.raises(BadSettings) as refused:
        written(tmp_path, text)
    assert str(refused.value).startswith(f"{tmp_path / TOML_NAME}: {told}")


@pytest.mark.parametrize("thing", [Link("elsewhere.toml"), Link(TOML_NAME), Pipe(), {}])
def test_what_is_no_file_is_not_read_nor_waited_for(tmp_path: Path, thing: Thing) -> None:
    put(tmp_path, {"elsewhere.toml": b"[serve]\nseats = 3\n", TOML_NAME: thing})
    with pytest.raises(BadSettings, match=r"dateline\.toml: it cannot be read: it is a link, a folder or a pipe"):
        read_settings_file(tmp_path)


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="whoever is root may read everything")
def test_a_file_that_may_not_be_read_is_told(tmp_path: Path) -> None:
    (tmp_path / TOML_NAME).touch(mode=0)
    with pytest.raises(BadSettings, match="Permission denied"):
        read_settings_file(tmp_path)


@given(keys=st.binary(max_size=80) | st.text(max_size=80).map(str.encode))
def test_whatever_it_holds_it_is_read_or_refused_with_its_name(
    tmp_path_factory: pytest.TempPathFactory, keys: bytes
) -> None:
    folder, told = tmp_path_factory.getbasetemp(), ""
    try:
        assert isinstance(written(folder, b"[serve]\n" + keys).section("serve", Boat), Boat)
    except BadSettings as error:
        told = str(error)
    assert all(line.startswith(f"{folder / TOML_NAME}: ") for line in told.splitlines())


def test_a_value_of_thousands_of_parts_is_refused_in_time(tmp_path: Path) -> None:
    assert mistakes(tmp_path, f"seats{'.a' * 8_000} = 1") == ["serve.seats is a table; it must be a whole number."]


@pytest.mark.parametrize(
    ("value", "leads_to"),
    [
        ("../boats", "/news/boats"),
        ("./boats", "/news/articles/boats"),
        ("boats", "/news/articles/boats"),
        ("/elsewhere", "/elsewhere"),
    ],
)
def test_a_path_begins_at_the_file(tmp_path: Path, value: str, leads_to: str) -> None:
    folder = tmp_path / "news" / "articles"
    folder.mkdir(parents=True)
    expected = Path(leads_to) if value.startswith("/") else tmp_path / leads_to[1:]
    assert said(folder, f'harbour = "{value}"').harbour == expected


def test_a_home_is_followed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    boat = said(tmp_path, 'harbour = "~/boats"\nname = "~/marlin"')
    assert (boat.harbour, boat.name) == (tmp_path / "home" / "boats", str(tmp_path / "home" / "marlin"))


def test_what_may_be_a_name_is_a_folder_only_where_it_can_be_no_name_or_there_is_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(tmp_path, {"news": {"marlin": {}, "mine": {"marlin": {}}}, "org": {"ship": {}}, "mine": {}})
    monkeypatch.chdir(tmp_path)  # what lies where the command is run counts for nothing
    folder = tmp_path / "news"
    names = {name: said(folder, f'name = "{name}"').name for name in ("marlin", "mine/marlin", "org/ship", "./gone")}
    assert names == {
        "marlin": "marlin",
        "mine/marlin": str(folder / "mine" / "marlin"),
        "org/ship": "org/ship",
        "./gone": str(folder / "gone"),
    }


def test_what_was_fitted_is_not_offered() -> None:
    assert offered(Boat) == ("name", "harbour", "seats", "speed", "sails", "side")
