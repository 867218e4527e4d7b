import csv
import io
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.errors import UnreadableFile
from corpus.formats.draft import Hints
from corpus.formats.records.csv_table import parse_csv


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_rows_are_read_whatever_stands_between_the_fields(delimiter: str) -> None:
    rows = (("Title", "Source", "Content"), ("A", "Ledger", "First, it rained; then it stopped."))
    table = "\r\n".join(delimiter.join(row) for row in rows)
    (draft,) = parse_csv(table.encode("utf-8-sig"), Hints()).drafts
    assert draft.number == 1
    assert (draft.metadata.title, draft.metadata.outlet) == ("A", "Ledger")
    if delimiter in "\t|":
        assert draft.text == "First, it rained; then it stopped."


@pytest.mark.parametrize(
    "heads",
    [
        "Titel;Quelle;Datum;Autor;Text",
        "Schlagzeile;Medium;Erscheinungsdatum;Verfasser;Volltext",
        "Titre;Journal;Date de parution;Auteur;Texte intégral",
        "Titular;Medio;Fecha de publicación;Periodista;Contenido",
        "Titolo;Testata;Data;Autore;Testo",
        "Kop;Krant;Publicatiedatum;Auteur;Volledige tekst",
        "Manchete;Veículo;Data de publicação;Autor;Texto",
    ],
)
def test_tables_of_other_languages_name_their_fields_in_them(heads: str) -> None:
    (draft,) = parse_csv(f"{heads}\nA;Ledger;05.10.2026;Ana Ruiz;Text.\n".encode(), Hints()).drafts
    found = draft.metadata
    assert (found.title, found.outlet, found.published, found.authors, draft.text) == (
        "A",
        "Ledger",
        date(2026, 10, 5),
        ("Ana Ruiz",),
        "Text.",
    )


def test_an_english_name_of_a_day_does_not_tell_its_order() -> None:
    (draft,) = parse_csv(b"title;date;text\nA;05/10/2026;Text.\n", Hints()).drafts
    assert draft.metadata.published is None
    (draft,) = parse_csv(b"Titel;Datum;Text\nA;05/10/2026;Text.\n", Hints(date_order="MDY")).drafts
    assert draft.metadata.published == date(2026, 5, 10)


def test_a_quoted_field_may_hold_lines_and_be_very_long() -> None:
    text = 'He said "no".\n\n' + "long " * 50_000
    table = io.StringIO()
    csv.writer(table).writerows([["text"], [text]])
    (draft,) = parse_csv(table.getvalue().encode(), Hints()).drafts
    assert draft.text == text


def test_rows_before_a_broken_quote_are_read_and_the_break_is_told() -> None:
    parsed = parse_csv(b'title,text\nA,First.\nB,"never closed\nC,Third.\n', Hints())
    assert [draft.text for draft in parsed.drafts] == ["First."]
    (problem,) = parsed.problems
    assert problem.source == "#2"
    assert "the rows from here on are not read" in problem.reason


def test_short_and_empty_rows_do_no_harm() -> None:
    parsed = parse_csv(b"title,text\n\nA\nB,Text.,extra\n", Hints())
    assert [draft.text for draft in parsed.drafts] == ["Text."]
    assert [problem.reason.partition(":")[0] for problem in parsed.problems] == ["metadata only"]


@pytest.mark.parametrize("data", [b"title,url\nA,https://a.example/\n", b'"never closed', b"just a line of words"])
def test_a_table_without_a_text_column_is_refused(data: bytes) -> None:
    with pytest.raises(UnreadableFile, match=r"no column for the text|first row is not valid"):
        parse_csv(data, Hints())


@given(
    st.lists(st.text(st.characters(exclude_characters="\x00", exclude_categories=["Cs", "Cc"]), min_size=1), min_size=1)
)
def test_whatever_a_csv_writer_writes_comes_back(texts: list[str]) -> None:
    table = io.StringIO()
    csv.writer(table).writerows([["title", "text"], *(["A", f"x{text}"] for text in texts)])
    parsed = parse_csv(table.getvalue().encode(), Hints())
    assert [draft.text for draft in parsed.drafts] == [f"x{text}" for text in texts]
