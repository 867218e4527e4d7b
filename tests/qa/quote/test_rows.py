from corpus.text import sentence_spans
from qa.quote.rows import figures_in, header_of

TABLE = (
    "The fares change in May.\n\nLine | Adult | Child\nMarlin | 4.20 | 2.10\nHeron | 3.80 | 1.90\n\n"
    "All fares are in crowns."
)


def header(text: str, row: str) -> str | None:
    spans = sentence_spans(text)
    number = next(number for number, (start, _) in enumerate(spans) if text.startswith(row, start))
    found = header_of(text, spans, number)
    return None if found is None else text[slice(*spans[found])]


def test_a_row_is_headed_by_the_first_line_of_its_table() -> None:
    assert header(TABLE, "Marlin") == header(TABLE, "Heron") == "Line | Adult | Child"


def test_neither_the_first_line_nor_a_sentence_beside_the_table_is_headed() -> None:
    assert header(TABLE, "Line") is None
    assert header(TABLE, "The fares") is None
    assert header(TABLE, "All fares") is None


def test_cells_may_be_parted_by_tabs() -> None:
    assert header(TABLE.replace(" | ", "\t"), "Heron") == "Line\tAdult\tChild"


def test_a_table_that_begins_with_figures_has_no_line_that_heads_it() -> None:
    assert header("Marlin | 4.20\nHeron | 3.80", "Heron") is None


def test_the_rows_with_figures_are_those_under_the_line_that_heads_them() -> None:
    spans = sentence_spans(f"{TABLE} One costs 2 crowns.")
    rows = [f"{TABLE} One costs 2 crowns."[slice(*spans[number])] for number in figures_in(TABLE, spans)]
    assert rows == ["Marlin | 4.20 | 2.10", "Heron | 3.80 | 1.90"]
