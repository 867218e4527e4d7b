import pytest

from corpus.formats.records.body import NoText, read_body
from corpus.metadata.field_map import FieldMap
from corpus.metadata.names import NAMES
from tests.corpus.metadata.test_record import nested

NOBODY_SAYS = FieldMap()
LONG = "The council of Kelpwick voted to repair the flood gates, said its chair. " * 6


def body_of(record: dict[str, object], fields: FieldMap = NOBODY_SAYS) -> tuple[str, str]:
    return read_body(record, fields.find(record).get("text", []))


@pytest.mark.parametrize("name", NAMES["text"])
def test_every_name_of_the_text_is_known(name: str) -> None:
    for record in (nested(name, "Text."), {name: "Text."}):
        assert body_of({"title": "x", **record})[0] == "Text."


@pytest.mark.parametrize("value", ["", "  ", None, 17, [1], {}, {"a": "b"}, [{"title": "A", "text": "B"}], "<p> </p>"])
def test_a_record_without_text_says_which_fields_it_has(value: object) -> None:
    with pytest.raises(NoText, match=r"^metadata only: no text in any of its fields \(.*title") as caught:
        body_of({"title": "x", "content": value})
    assert '[fields] text = ["..."]' in str(caught.value)


def test_a_long_field_of_another_name_is_named_as_the_one_to_try() -> None:
    with pytest.raises(NoText, match=r'\(id, story.title, story.words\).*\[fields\] text = \["story.words"\]'):
        body_of({"id": "1", "story": {"title": "A", "words": LONG}})
    fields = FieldMap((("text", ("story.words",)),))
    assert body_of({"id": "1", "story": {"title": "A", "words": LONG}}, fields) == (LONG, "story.words")


@pytest.mark.parametrize(
    "end", ["[+1234 chars]", "... [1234 chars]", "… [+1,234 chars]", "[…]", "[...]", "[+5 characters]", "[&hellip;]"]
)
def test_a_text_that_is_cut_off_says_so(end: str) -> None:
    with pytest.raises(NoText, match="the text in content is cut off"):
        body_of({"content": f"{LONG}{end}"})
    assert body_of({"content": f"{LONG}{end}", "body": LONG}) == (LONG, "body")


@pytest.mark.parametrize("text", ["The talks went on…", "ONLY AVAILABLE IN PAID PLANS"])
def test_a_teaser_is_no_text(text: str) -> None:
    with pytest.raises(NoText, match="cut off"):
        body_of({"content": text})


@pytest.mark.parametrize("text", [f"{LONG}And then …", f"{LONG}He said [...] and left.", "It has 5 [1234] chars."])
def test_a_text_is_not_cut_off_by_dots_or_numbers_alone(text: str) -> None:
    assert body_of({"content": text})[0] == text


def test_a_text_in_pieces_is_put_together() -> None:
    pieces = {"summary": ["A."], "sections": [{"headline": ["B"], "paragraphs": ["C.", "D."]}, {"paragraphs": ["E."]}]}
    assert body_of({"body": pieces})[0] == "A.\n\nB\n\nC.\n\nD.\n\nE."
    assert body_of({"content": [{"type": "text", "content": "<p>A.</p>"}, {"type": "image"}, "B."]})[0] == "A.\n\nB."
    assert body_of({"LP": "A.", "TD": "B."})[0] == "A.\n\nB."


def test_the_source_of_a_whole_page_is_no_text() -> None:
    with pytest.raises(NoText):
        body_of({"html": "<!DOCTYPE html><html><body><p>Menu</p></body></html>"})
