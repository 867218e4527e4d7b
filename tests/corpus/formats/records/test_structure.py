import json

import pytest

from corpus.formats.draft import Hints
from corpus.formats.records.json_records import parse_json, parse_jsonl
from corpus.formats.records.structure import NO_RECORD, records_in
from corpus.metadata.field_map import FieldMap
from corpus.metadata.names import NAMES

A: dict[str, object] = {"title": "A", "text": "First.", "url": "https://a.example/1"}
B: dict[str, object] = {"title": "B", "text": "Second.", "url": "https://a.example/2"}
BARE: dict[str, object] = {"title": "C", "url": "https://a.example/3"}


def found(value: object) -> list[object]:
    return list(records_in(value, FieldMap()))


@pytest.mark.parametrize(
    "value",
    [
        [A, B],
        {"x": {"y": [A, B]}},
        {"tags": [{"name": "n", "title": "t"}] * 9, "x": [A, B]},
        {"x": [A], "y": [B]},
        {"a1": A, "a2": B},
        [{"articles": {"results": [A]}}, {"articles": {"results": [B]}}],
        {"x": {"hits": [{"_source": A}, {"_source": B}]}, "comments": [{"title": "t", "text": "No."}]},
    ],
)
def test_a_list_is_found_by_what_it_holds(value: object) -> None:
    assert [record["text"] for record in found(value) if isinstance(record, dict)] == ["First.", "Second."]


def test_all_that_stands_in_a_list_of_articles_is_named() -> None:
    assert found({"x": [A, BARE, "word", 7]}) == [A, BARE, NO_RECORD, NO_RECORD]


def test_a_list_without_any_text_is_found_too() -> None:
    assert found({"links": [{"href": "x"}], "x": [BARE, BARE]}) == [BARE, BARE]
    assert found({"status": "ok", "articles": []}) == []


def test_an_object_around_one_record_is_part_of_it() -> None:
    assert found([{"id": 7, "article": A}]) == [{"id": 7, **A}]


def test_highlights_and_comments_are_no_articles() -> None:
    book = {
        "title": "A book",
        "author": "X",
        "highlights": [{"title": "", "text": "Words.", "url": "https://a.example"}],
    }
    assert found({"results": [book]}) == [book]
    rows = [
        A,
        {**B, "category": "highlight", "parent_id": "1"},
        {"text": "x", "highlighted_at": "2026-01-01", "url": "u"},
    ]
    parsed = parse_json(json.dumps({"results": rows}).encode(), Hints())
    assert [problem.reason for problem in parsed.problems] == ["no article: a highlight that belongs to one"] * 2


@pytest.mark.parametrize(
    "feed",
    [
        {"version": "https://jsonfeed.org/version/1.1", "title": "Q"},
        {"feed": {"title": "Q"}},
        {"channel": {"title": "Q"}},
    ],
)
def test_a_feed_gives_its_name_to_entries_without_one(feed: dict[str, object]) -> None:
    items = [A, {**B, "publisher": "Own Post"}]
    parsed = parse_json(json.dumps({**feed, "items": items}).encode(), Hints())
    assert [draft.metadata.outlet for draft in parsed.drafts] == ["Q", "Own Post"]


def test_answers_one_a_line_give_each_record_a_number_of_its_own() -> None:
    lines = [{"articles": [A, B]}, A, {"articles": [BARE]}, B]
    parsed = parse_jsonl("\n".join(map(json.dumps, lines)).encode(), Hints())
    assert [draft.number for draft in parsed.drafts] == [1, 2, 3, 5]
    assert [problem.source for problem in parsed.problems] == ["#4"]


def test_what_the_user_says_of_the_text_finds_the_list() -> None:
    story = {"kicker": "A", "story": {"words": "First."}}
    fields = FieldMap((("text", ("story.words",)), ("title", ("kicker",))))
    assert records_in({"x": [{"href": "y"}] * 5, "z": [story]}, fields) == [story]
    parsed = parse_json(json.dumps({"z": [story]}).encode(), Hints(fields=fields))
    assert parsed.drafts[0].metadata.origins == {"title": "record: kicker", "text": "record: story.words"}


def test_every_field_has_names() -> None:
    assert all(NAMES[field] for field in ("outlet", "title", "text", "published", "url", "authors", "article_id"))


def test_xml_that_was_turned_to_json_is_read() -> None:
    item = {
        "title": "A",
        "pubDate": "Wed, 18 Feb 2026 10:30:00 GMT",
        "dc:creator": "Ana Ruiz",
        "content:encoded": "<p>B.</p>",
    }
    parsed = parse_json(
        json.dumps({"rss": {"@version": "2.0", "channel": {"title": "Q", "item": [item]}}}).encode(), Hints()
    )
    (draft,) = parsed.drafts
    assert (draft.metadata.outlet, draft.metadata.authors, draft.text) == ("Q", ("Ana Ruiz",), "B.")
    assert str(draft.metadata.published) == "2026-02-18"


def test_a_story_in_elements_is_read() -> None:
    elements = [
        {"type": "text", "content": "<p>B.</p>"},
        {"type": "image", "url": "x"},
        {"type": "text", "content": "C."},
    ]
    story = {"headlines": {"basic": "A"}, "content_elements": elements, "credits": {"by": [{"name": "Ana Ruiz"}]}}
    (draft,) = parse_json(json.dumps({"content_elements": [story]}).encode(), Hints()).drafts
    assert (draft.metadata.title, draft.metadata.authors, draft.text) == ("A", ("Ana Ruiz",), "B.\n\nC.")
