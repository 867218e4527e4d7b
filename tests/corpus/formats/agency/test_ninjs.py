"""Property test of ninjs 1 to 3, by the schemas and examples of IPTC and samples of AAP, BBC, dpa, NTB and TT."""

import json

from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.article import Edition
from corpus.formats.agency.ninjs import is_ninjs
from corpus.formats.draft import Draft, Hints
from corpus.formats.records.json_records import parse_json
from tests.corpus.formats.agency.stories import MANY, Draw, Story, by_line


def item(story: Story, number: int, draw: Draw) -> dict[str, object]:
    version = draw(st.sampled_from([1, 2, 3]))
    html = "".join(f"<p>{_escaped(words)}</p>\n" for words in story.paragraphs)
    plain = "\n\n".join(story.paragraphs)
    fields: dict[str, object] = {
        "type": "text", "version": "1", "language": "en",
        "associations": {"a": {"type": "picture", "body_text": "No."}},
        draw(st.sampled_from(["source", "copyrightholder"])): story.outlet,
    }  # fmt: skip
    if version == 1:
        fields |= {"guid": f"tag:{number}", "headline": story.title, "byline": by_line(story), "pubstatus": "usable"}
        fields |= draw(
            st.sampled_from([{"body_html": html}, {"body_text": plain}, {"body_html": html, "body_text": "x"}])
        )
        fields |= {
            "versioncreated": f"{story.day}T10:30:00+0000",
            "subject": [{"name": word} for word in story.keywords],
        }
    else:
        created = "versionCreated" if version == 3 else "versioncreated"
        kind = "contentType" if version == 3 else "contenttype"
        bodies = [
            {"role": "plain", kind: "text/plain", "value": plain},
            {"role": "main", kind: "text/html", "value": html},
        ]
        fields |= {"uri": f"tag:{number}", created: f"{story.day}T10:30:00Z", "by": by_line(story)}
        fields |= {"headlines": [{"role": "short", "value": "Short"}, {"role": "main", "value": story.title}]}
        fields |= {"bodies": draw(st.permutations(bodies)), "subjects": [{"name": word} for word in story.keywords]}
    if story.slug:
        fields["slugline"] = story.slug
    return dict(draw(st.permutations(list(fields.items()))))


def _escaped(words: str) -> str:
    return words.replace("&", "&amp;").replace("<", "&lt;")


def read(*items: object) -> list[Draft]:
    return list(parse_json(json.dumps(list(items)).encode(), Hints()).drafts)


@settings(max_examples=15, deadline=None)
@given(MANY, st.data())
def test_every_item_of_ninjs_is_read_whole(many: list[Story], data: st.DataObject) -> None:
    drafts = read(*(item(story, number, data.draw) for number, story in enumerate(many)))
    assert len(drafts) == len(many)
    for draft, story in zip(drafts, many, strict=True):
        found = draft.metadata
        assert (found.title, found.outlet, found.published) == (story.title, story.outlet, story.day)
        assert (found.authors, found.slug, found.keywords) == (story.authors, story.slug, story.keywords)
        assert draft.text.split("\n\n") == [" ".join(paragraph.split()) for paragraph in story.paragraphs]


def test_an_item_says_its_version_its_embargo_and_whether_it_is_taken_back() -> None:
    given_fields = {"uri": "u", "versioncreated": "2026-02-18T10:30:00+01:00", "version": "3", "body_text": "One."}
    (draft,) = read({**given_fields, "embargoed": "2026-02-19T06:00:00+01:00"})
    assert draft.metadata.article_id == "u"
    assert draft.metadata.edition == Edition("u", 3, "2026-02-18T09:30:00.000000")
    assert str(draft.metadata.embargo) == "2026-02-19 06:00:00+01:00"
    (draft,) = read({"uri": "u", "versioncreated": "2026-02-18T10:30:00Z", "pubstatus": "canceled"})
    assert draft.metadata.edition == Edition("u", None, "2026-02-18T10:30:00.000000", withdraws=True)


def test_notes_for_editors_are_dropped() -> None:
    html = "<p>The wall stands.</p><p># Notizblock</p><p>- Autor: X, +49 30 5551234</p>"
    (draft,) = read({"uri": "u", "body_html": html, "ednote": "Adds a quote"})
    assert draft.text == "The wall stands."
    assert draft.dropped == ("Adds a quote", "# Notizblock", "- Autor: X, +49 30 5551234")


def test_a_picture_is_no_article_and_other_records_are_none_of_ninjs() -> None:
    parsed = parse_json(json.dumps([{"uri": "p", "versioncreated": "x", "pubstatus": "usable", "type": "picture"},
                                    {"uri": "t", "body_text": "One."}]).encode(), Hints())  # fmt: skip
    assert [problem.reason for problem in parsed.problems] == ["is a picture, and holds no text"]
    assert not is_ninjs({"uri": "u", "title": "A", "body": "B"})
    assert not is_ninjs({"body_html": "B"})


def test_a_file_of_one_item_whose_parts_are_lists_is_that_item() -> None:
    item = {
        "uri": "urn:quay:7",
        "versionCreated": "2026-02-18T06:00:00Z",
        "headlines": [{"role": "main", "value": "Wall falls"}],
        "bodies": [{"role": "main", "contentType": "text/html", "value": "<p>It fell.</p>"}],
        "infoSources": [{"name": "Quay News Agency"}],
    }
    for file in (item, {"items": [item]}):
        (draft,) = parse_json(json.dumps(file).encode(), Hints()).drafts
        assert (draft.metadata.title, draft.text, draft.metadata.outlet) == (
            "Wall falls",
            "It fell.",
            "Quay News Agency",
        )
