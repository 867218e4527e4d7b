import csv
import io
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from qa.answer import Answer, Verdict
from qa.render.csv import COLUMNS, answers_to_csv
from tests.conftest import came_about, worth
from tests.markup_cases import answer_of, passage_of


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text, newline="")))


def test_each_quotation_is_a_row_with_its_full_source(answer: Answer) -> None:
    found = rows(answers_to_csv([answer], came_about("q")))
    assert [row["quote"] for row in found] == [passage.text for passage in answer.passages]
    first, citation = found[0], answer.passages[0].citation
    assert tuple(first) == COLUMNS
    assert (first["question"], first["verdict"], first["number"]) == (answer.question.asked, "answers", "1")
    assert (first["outlet"], first["headline"], first["date"]) == (citation.outlet, citation.title, "2026-03-03")
    assert (first["authors"], first["url"]) == ("Ines Rask; Tom Oduya", "https://courier.example/marlin")
    assert (int(first["start"]), int(first["end"])) == (citation.start, citation.end)
    assert found[2]["date"] == ""


def test_a_question_without_any_passage_has_a_row(answer: Answer) -> None:
    (row,) = rows(answers_to_csv([replace(answer, passages=(), verdict=Verdict.NO)], came_about("q")))
    assert (row["question"], row["verdict"], row["quote"]) == (answer.question.asked, "no", "")


def test_the_nearest_material_follows_without_a_number(answer: Answer) -> None:
    found = rows(answers_to_csv([worth(answer, Verdict.MAY, 1, 3)], came_about("q")))
    assert {row["verdict"] for row in found} == {"may"}
    assert [(row["number"], row["matches"], row["outlet"]) for row in found] == [
        ("1", "yes", "Quay Courier"),
        ("2", "yes", "Inland Ledger"),
        ("", "no", "Harbour Post"),
    ]


@given(st.text(st.characters(exclude_characters="\x00", exclude_categories=["Cs"]), min_size=1))
def test_a_quotation_is_word_for_word_unless_a_spreadsheet_would_run_it(text: str) -> None:
    (row,) = rows(answers_to_csv([answer_of(passage_of(text))], came_about("q")))
    assert row["quote"] == (f"'{text}" if text[0] in "=+-@\t\r" else text)
