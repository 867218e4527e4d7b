import csv
import io
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from qa.cite import STYLES
from qa.facts.table import COLUMNS, sheet_to_csv, sources_to_text
from tests.qa.facts.sheets import BRIDGE, JOBS, SHEET, sheet_of


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text, newline="")))


def test_each_quotation_is_a_row_with_note_source_and_how_it_was_found() -> None:
    first, second = rows(sheet_to_csv(SHEET, STYLES["apa"]))
    assert tuple(first) == COLUMNS
    assert (first["number"], first["quote"], first["note"]) == ("1", JOBS, "Ask the union.\n\nAnd the mayor.")
    assert (first["outlet"], first["date"], first["question"]) == ("Quay Courier", "2026-03-03", "How many jobs?")
    assert first["citation"].startswith("Rask, I., & Oduya, T. (2026, March 3).")
    assert (second["quote"], second["remarks"], second["question"]) == (BRIDGE, "AI-generated page", "")
    assert second["dateline"] == "1.2.3"


def test_a_source_is_listed_once() -> None:
    twice = replace(SHEET, facts=(*SHEET.facts, SHEET.facts[0]))
    assert len(sources_to_text(twice, STYLES["chicago"]).splitlines()) == 2


@given(st.text(st.characters(exclude_characters="\x00", exclude_categories=["Cs"]), min_size=1))
def test_no_cell_is_a_formula(text: str) -> None:
    (row,) = rows(sheet_to_csv(sheet_of(text), STYLES["full"]))
    assert not any(cell.startswith(("=", "+", "-", "@", "\t", "\r")) for cell in row.values())
    assert row["quote"].removeprefix("'" if text[0] in "=+-@\t\r" else "") == text
