"""The shapes are those that the two manuals print for an article in a newspaper; names and headlines are made up."""

import pytest

from qa.cite import STYLES, Entry, Run, plain
from tests.qa.cite.articles import entry

MANY = tuple(f"Person Number{letter}" for letter in "abcdefghijklmnopqrstuv")
TWO, THREE = ("Ines Rask", "Tom Oduya"), ("Ines Rask", "Tom Oduya", "Mira Ulv")


@pytest.mark.parametrize(
    ("cited", "note"),
    [
        (entry(), "Ines Rask, “Ferry Stops for Good,” Quay Courier, March 3, 2026, https://courier.example/ferry."),
        (entry(url=None), "Ines Rask, “Ferry Stops for Good,” Quay Courier, March 3, 2026."),
        (entry(authors=TWO, url=None), "Ines Rask and Tom Oduya, “Ferry Stops for Good,” Quay Courier, March 3, 2026."),
        (entry(authors=THREE, url=None), "Ines Rask et al., “Ferry Stops for Good,” Quay Courier, March 3, 2026."),
        (entry(authors=(), url=None), "“Ferry Stops for Good,” Quay Courier, March 3, 2026."),
        (entry(outlet="The Quay Courier", url=None), "Ines Rask, “Ferry Stops for Good,” Quay Courier, March 3, 2026."),
        (entry("Is It Over?", url=None), "Ines Rask, “Is It Over?,” Quay Courier, March 3, 2026."),
        (entry("A “Sad” Day on Quays", url=None), "Ines Rask, “A ‘Sad’ Day on Quays,” Quay Courier, March 3, 2026."),
        (entry('The "Marlin"', url=None), "Ines Rask, “The ‘Marlin’,” Quay Courier, March 3, 2026."),
        (
            entry(published=None),
            "Ines Rask, “Ferry Stops for Good,” Quay Courier, n.d., accessed December 1, 2026, "
            "https://courier.example/ferry.",
        ),
        (entry(published=None, url=None), "Ines Rask, “Ferry Stops for Good,” Quay Courier, n.d."),
        (entry("", authors=(), url=None), "Untitled article in Quay Courier, March 3, 2026."),
        (entry("", url=None), "Ines Rask, untitled article in Quay Courier, March 3, 2026."),
        (entry(outlet="Unknown outlet", url=None), "Ines Rask, “Ferry Stops for Good,” March 3, 2026."),
    ],
)  # fmt: skip
def test_a_note_after_chicago(cited: Entry, note: str) -> None:
    assert plain(STYLES["chicago"].cite(cited)) == note


@pytest.mark.parametrize(
    ("cited", "reference"),
    [
        (entry(), "Rask, I. (2026, March 3). Ferry Stops for Good. Quay Courier. https://courier.example/ferry"),
        (entry(url=None), "Rask, I. (2026, March 3). Ferry Stops for Good. Quay Courier."),
        (entry(authors=TWO, url=None), "Rask, I., & Oduya, T. (2026, March 3). Ferry Stops for Good. Quay Courier."),
        (
            entry(authors=THREE, url=None),
            "Rask, I., Oduya, T., & Ulv, M. (2026, March 3). Ferry Stops for Good. Quay Courier.",
        ),
        (entry(authors=(), url=None), "Ferry Stops for Good. (2026, March 3). Quay Courier."),
        (entry(authors=("Reuters",), url=None), "Reuters. (2026, March 3). Ferry Stops for Good. Quay Courier."),
        (
            entry(authors=("Jean-Paul Mercier Jr.",), url=None),
            "Mercier, J.-P., Jr. (2026, March 3). Ferry Stops for Good. Quay Courier.",
        ),
        (entry("Is It Over?", url=None), "Rask, I. (2026, March 3). Is It Over? Quay Courier."),
        (
            entry(published=None),
            "Rask, I. (n.d.). Ferry Stops for Good. Quay Courier. Retrieved December 1, 2026, from "
            "https://courier.example/ferry",
        ),
        (entry("", authors=(), url=None), "[Untitled article]. (2026, March 3). Quay Courier."),
        (entry(outlet="Unknown outlet", url=None), "Rask, I. (2026, March 3). Ferry Stops for Good."),
    ],
)
def test_a_reference_after_apa(cited: Entry, reference: str) -> None:
    assert plain(STYLES["apa"].cite(cited)) == reference


def test_of_more_than_twenty_authors_apa_names_nineteen_and_the_last() -> None:
    words = plain(STYLES["apa"].cite(entry(authors=MANY, url=None)))
    assert words.startswith("Numbera, P., Numberb, P., ")
    assert "Numbers, P., … Numberv, P. (2026" in words
    assert "Numbert" not in words


def test_the_full_source_says_all_that_is_known() -> None:
    assert plain(STYLES["full"].cite(entry())) == (
        "Quay Courier, “Ferry Stops for Good”, 3 March 2026, by Ines Rask, https://courier.example/ferry."
    )


@pytest.mark.parametrize("style", STYLES)
def test_every_style_says_what_a_reader_must_know_and_where_the_original_is(style: str) -> None:
    runs = STYLES[style].cite(entry(flags=("ai-generated",)))
    assert "AI-generated page" in plain(runs)
    assert Run("https://courier.example/ferry", is_address=True) in runs


@pytest.mark.parametrize("style", ["chicago", "apa"])
def test_the_name_of_the_newspaper_stands_in_italics(style: str) -> None:
    assert [run.text for run in STYLES[style].cite(entry()) if run.is_italic] == ["Quay Courier"]
