# What browsers print around a page was seen in files made with Chromium ("11/30/26, 3:08 AM Title" and "address 1/2"),
# and in descriptions of Firefox (title and address above, "1 of 2" and the day below) and Safari.
from datetime import date
from pathlib import Path

import pytest

from corpus.article import Article
from corpus.formats.printed_page import read_printed_page
from tests.corpus.formats.office_files import pdf
from tests.corpus.pages import PARAGRAPHS, TITLE
from tests.corpus.reading import read_one

URL = "https://www.quaycourier.example/2026/02/18/harbour-wall"
PRINTED = f"{TITLE} | Quay Courier"
MENU = ["News", "Sport", "Weather", "Sign in"]
FOOT = ["Privacy policy", "Cookie settings", "Contact us", "© 2026 Quay Courier"]
BODY = [line for paragraph in PARAGRAPHS for line in (paragraph[:80], paragraph[80:])]
STAMPS = (
    "11/30/26, 3:08 AM", "30.11.26, 15:08", "30/11/2026 15:08", "30/11/26, 3:08 p.m.", "2026/11/30 15:08",
    "2026-11-30 15:08", "30.11.2026, 15:08:44", "30-11-2026 15:08", "30 nov. 2026 15:08", "2026/11/30 午後3:08",
    "11/30/2026", "30. 11. 26 15:08", "3:08 PM 11/30/2026",
)  # fmt: skip


def chrome(page: list[str], number: int, of: int, stamp: str = STAMPS[0]) -> list[str]:
    return [*page, f"{stamp} {PRINTED}", f"{URL} {number}/{of}"]


def firefox(page: list[str], number: int, of: int, stamp: str = STAMPS[0]) -> list[str]:
    return [f"{PRINTED} {URL}", *page, f"{number} of {of} {stamp}"]


def safari(page: list[str], number: int, of: int, stamp: str = STAMPS[0]) -> list[str]:
    return [f"{stamp} {PRINTED}", *page, URL, f"Page {number} of {of}"]


SHEETS = ([*MENU, TITLE, "By Marek Halden", *BODY[:4]], [*BODY[4:], *FOOT])


def article(folder: Path, *sheets: list[str], corpus_toml: str = "") -> Article:
    (found,) = read_one(folder, "printed.pdf", pdf(*sheets), corpus_toml).articles
    return found


@pytest.mark.parametrize("printed", [chrome, firefox, safari])
def test_what_a_browser_prints_around_a_page_is_no_text(printed: type, tmp_path: Path) -> None:
    found = article(tmp_path, *(printed(list(sheet), number, 2) for number, sheet in enumerate(SHEETS, start=1)))
    assert (found.title, found.outlet, found.published) == (TITLE, "Quay Courier", date(2026, 2, 18))
    assert (found.authors, found.url) == (("Marek Halden",), URL)
    for line in (*MENU, *FOOT, URL, "11/30/26", PRINTED):
        assert line not in found.text
        assert any(line in left for left in found.dropped)
    assert found.text.startswith(BODY[0])
    assert found.text.endswith(BODY[-1])


@pytest.mark.parametrize("stamp", STAMPS)
def test_the_day_of_printing_is_known_in_every_form_and_no_day_of_publication(stamp: str) -> None:
    url = "https://www.quaycourier.example/harbour-wall"
    sheets = read_printed_page([[*BODY, f"{stamp} {PRINTED}", f"{url} 1/1"]])
    assert sheets is not None
    assert sheets.metadata.published is None
    assert (sheets.metadata.title, sheets.metadata.outlet) == (TITLE, "Quay Courier")
    assert sheets.pages == [BODY]


def test_the_name_that_the_user_declared_for_the_domain_wins(tmp_path: Path) -> None:
    toml = 'version = 1\n[[outlet]]\nname = "The Courier of the Quay"\ndomains = ["quaycourier.example"]\n'
    found = article(tmp_path, chrome([TITLE, *BODY], 1, 1), corpus_toml=toml)
    assert found.outlet == "The Courier of the Quay"


def test_an_end_of_the_title_that_does_not_fit_the_address_is_no_outlet() -> None:
    sheets = read_printed_page([[*BODY, f"{STAMPS[0]} {TITLE} | What we know", f"{URL} 1/1"]])
    assert sheets is not None
    assert sheets.metadata.outlet == ""


@pytest.mark.parametrize(
    ("below", "day"),
    [("18 February 2026", date(2026, 2, 18)), ("Veröffentlicht am 18. Februar 2026, 12:00", date(2026, 2, 18)),
     ("Updated 19 February 2026", None)],
)  # fmt: skip
def test_the_day_below_the_headline_is_that_of_publication(below: str, day: date | None) -> None:
    sheets = read_printed_page([[TITLE, "Von Marek Halden", below, *BODY, f"{STAMPS[0]} {PRINTED}", f"{URL} 1/1"]])
    assert sheets is not None
    assert (sheets.metadata.published, sheets.metadata.authors) == (day, ("Marek Halden",))
    assert sheets.pages == [BODY]


def test_a_headline_over_two_lines_and_bars_on_every_sheet_go() -> None:
    words = TITLE.split()
    first = ["Quay Courier ☰", " ".join(words[:3]), " ".join(words[3:]), *BODY[:4]]
    sheets = read_printed_page([chrome(first, 1, 2), chrome(["Quay Courier ☰", *BODY[4:]], 2, 2)])
    assert sheets is not None
    assert sheets.metadata.title == TITLE
    assert sheets.pages == [BODY[:4], BODY[4:]]


@pytest.mark.parametrize(
    "lines",
    [[*BODY, "Annual report https://quaycourier.example/ 3"], [*BODY, "https://a.example/b 1/1"], BODY, []],
    ids=["running foot", "no day", "text", "empty"],
)
def test_other_documents_are_no_printed_pages(lines: list[str]) -> None:
    assert read_printed_page([lines]) is None
