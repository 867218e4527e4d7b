"""Tables as JSON. The documentation of pandas shows the forms of `DataFrame.to_json` and `to_dict` for each orient."""

import json
from collections.abc import Callable, Mapping

import pytest
from hypothesis import given, settings

from corpus.formats.draft import Hints
from corpus.formats.records.columns import rows_of
from corpus.formats.records.json_records import parse_json
from corpus.metadata.field_map import FieldMap
from tests.corpus.formats.records.stories import Story, stories

Row = Mapping[str, object]
A, B = {"title": "A", "text": "First."}, {"title": "B", "text": "Second."}


def by_column(rows: list[Row]) -> object:
    return {name: {str(5 * number): row[name] for number, row in enumerate(rows)} for name in rows[0]}


def by_lists(rows: list[Row]) -> object:
    return {name: [row[name] for row in rows] for name in rows[0]}


def split(rows: list[Row]) -> object:
    return {"columns": list(rows[0]), "index": list(range(len(rows))), "data": [list(row.values()) for row in rows]}


def by_index(rows: list[Row]) -> object:
    return {str(number): row for number, row in enumerate(rows)}


def with_schema(rows: list[Row]) -> object:
    return {"schema": {"fields": [{"name": name, "type": "string"} for name in rows[0]]}, "data": rows}


@pytest.mark.parametrize("form", [by_column, by_lists, split, by_index, with_schema])
@settings(max_examples=12, deadline=None)
@given(told=stories())
def test_every_row_of_a_table_is_an_article(form: Callable[[list[Row]], object], told: list[Story]) -> None:
    rows: list[Row] = [
        {"headline": story.title, "text": story.text, "outlet": story.outlet, "date": str(story.day or "")}
        for story in told
    ]
    parsed = parse_json(json.dumps(form(rows)).encode(), Hints())
    assert parsed.problems == ()
    found = [(draft.metadata.title, draft.metadata.published, draft.text.split()) for draft in parsed.drafts]
    assert found == [(story.title, story.day, story.text.split()) for story in told]


@pytest.mark.parametrize(
    "value",
    [
        {"title": {"rendered": "A"}, "content": {"rendered": "B"}},
        {"article": {"0": A, "1": B}},
        {"text": ["One.", "Two."], "authors": ["Ana Ruiz", "Bo Li"]},
        {"title": ["A"], "text": ["B"]},
        {"title": {"0": "A", "1": "B"}, "text": {"0": "A"}},
        {"title": ["A", "B"], "text": ["A", "B", "C"]},
        {"title": {"0": "A", "1": "B"}, "score": {"0": 1, "1": 2}},
        {"columns": ["title", "text"], "data": [["A"]]},
        {"columns": ["a", "b"], "data": [["A", "B"]]},
        {"text": {}},
        [A, B],
        "text",
    ],
)
def test_other_values_are_no_tables(value: object) -> None:
    assert rows_of(value, FieldMap()) == []
