import json
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.errors import UnreadableFile
from corpus.formats.draft import Hints, Parsed
from corpus.formats.records.json_records import parse_json, parse_jsonl
from tests.corpus.formats.records.stories import Story, stories

A, B = {"title": "A", "text": "First."}, {"title": "B", "text": "Second."}


@pytest.mark.parametrize(
    "value", [[A, B], {"articles": [A, B]}, {"status": "ok", "totalResults": 2, "articles": [A, B]}, {"data": [A, B]}]
)
def test_lists_are_found_where_services_put_them(value: object) -> None:
    parsed = parse_json(json.dumps(value).encode(), Hints())
    assert [(draft.number, draft.metadata.title, draft.text) for draft in parsed.drafts] == [
        (1, "A", "First."),
        (2, "B", "Second."),
    ]


def test_one_object_is_one_article() -> None:
    (draft,) = parse_json(json.dumps(A).encode("utf-8-sig"), Hints()).drafts
    assert (draft.number, draft.text) == (None, "First.")


def test_lines_of_objects_are_read_under_either_name() -> None:
    data = b"\n".join([json.dumps(A).encode(), b"", json.dumps(B).encode()])
    for parse in (parse_json, parse_jsonl):
        assert [draft.number for draft in parse(data, Hints()).drafts] == [1, 3]


@pytest.mark.parametrize(
    ("bad", "reason"),
    [
        (b"{not json", "is not valid JSON"),
        (b"[1, 2]", "is not a JSON object"),
        (b'{"title": "no text"}', "metadata only"),
        (b'{"text": "\x00"}', "NUL bytes"),
        (b'{"text": ' + b"[" * 100_000, "nested too deeply"),
        (b'{"text": "' + b"x" * 2_000_000 + b'"}', "the limit is 2,000,000"),
        (b'{"text": 1' + b"0" * 5_000 + b"}", "is not valid JSON"),
    ],
    ids=["syntax", "list", "no-text", "nul", "deep", "long", "huge-number"],
)
def test_a_bad_line_is_told_and_the_others_are_read(bad: bytes, reason: str) -> None:
    good = json.dumps(A).encode()
    parsed = parse_jsonl(b"\n".join([good, bad, good]), Hints())
    assert [draft.number for draft in parsed.drafts] == [1, 3]
    (problem,) = parsed.problems
    assert problem.source == "#2"
    assert reason in problem.reason


def test_one_line_in_another_encoding_is_guessed_alone() -> None:
    data = json.dumps(A).encode() + b"\n" + '{"text": "Der Präsident sprach lange in Genf."}'.encode("cp1252")
    parsed = parse_jsonl(data, Hints())
    assert [draft.guessed_encoding for draft in parsed.drafts] == ["", "cp1252"]
    assert parsed.drafts[1].text.startswith("Der Präsident")


@pytest.mark.parametrize("data", [b"3", b'"text"', b"[", b"nonsense", b"[" * 100_000])
def test_a_file_without_records_is_refused(data: bytes) -> None:
    with pytest.raises(UnreadableFile):
        parse_json(data, Hints())


def test_a_file_whose_records_all_lack_a_text_says_so_once() -> None:
    with pytest.raises(UnreadableFile, match="metadata only: no text"):
        parse_jsonl(b'{"question": "Who?"}\n{"question": "When?"}\n', Hints())


@settings(max_examples=40, deadline=None)
@given(
    stories(),
    st.sampled_from((None, 0, 1, 4)),
    st.sampled_from(("\n", "\r\n", "\n\n", ",\n", "\n\x1e")),
    st.sampled_from((1, 3)),
    st.sampled_from((parse_json, parse_jsonl)),
)
def test_values_one_after_another_are_read(
    told: list[Story], indent: int | None, gap: str, most: int, parse: Callable[[bytes, Hints], Parsed]
) -> None:  # as jq and mongoexport --pretty write them, and as files become that a crawler adds its lists to
    records = [{"title": story.title, "text": story.text, "outlet": story.outlet} for story in told]
    values = records if most == 1 else [records[start : start + most] for start in range(0, len(records), most)]
    parsed = parse(gap.join(json.dumps(value, indent=indent) for value in values).encode(), Hints())
    assert parsed.problems == ()
    assert [(draft.metadata.title, draft.text.split()) for draft in parsed.drafts] == [
        (story.title, story.text.split()) for story in told
    ]


def test_a_broken_value_among_others_is_told_once() -> None:
    good = json.dumps(A, indent=2)
    for bad in (good[:-9], good.replace(":", "=", 1), good.replace('"text"', "text")):
        parsed = parse_json("\n".join([good, bad, good]).encode(), Hints())
        assert [draft.number for draft in parsed.drafts] == [1, 3]
        (problem,) = parsed.problems
        assert (problem.source, problem.reason[:17]) == ("#2", "is not valid JSON")


def test_one_object_that_is_cut_off_gives_one_reason() -> None:
    with pytest.raises(UnreadableFile, match=r"is not valid JSON: .* line 3 column"):
        parse_json(json.dumps(A, indent=2)[:-5].encode(), Hints())


def test_a_file_of_broken_values_is_not_told_one_by_one() -> None:
    parsed = parse_json(b'{\n"text" 1\n}\n' * 50_000, Hints())
    assert len(parsed.problems) < 30
    assert "what follows is not read" in parsed.problems[-1].reason


json_values = st.recursive(
    st.none() | st.booleans() | st.floats(allow_nan=False) | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text() | st.just("text"), inner, max_size=3),
    max_leaves=10,
)


@given(json_values)
def test_any_json_gives_drafts_or_a_reason(value: object) -> None:
    data = json.dumps(value).encode()
    for parse in (parse_json, parse_jsonl):
        try:
            parsed = parse(data, Hints())
        except UnreadableFile:
            continue
        assert all(draft.text.strip() for draft in parsed.drafts)
