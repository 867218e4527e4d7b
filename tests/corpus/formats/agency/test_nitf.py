"""Property tests of NITF as agencies send it.

The forms are those of public descriptions (the documentation and examples of IPTC for NITF 3) and of the samples in
parsers of agencies' feeds: AP, PA, EFE, AAP and NTB.
"""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.article import Edition
from corpus.formats.draft import Draft
from tests.corpus.formats.agency.marked_up import agrees, nitf, read
from tests.corpus.formats.agency.stories import STORIES, Story


@settings(max_examples=50, deadline=None)
@given(STORIES, st.data())
def test_nitf_of_any_agency_is_read_whole(story: Story, data: st.DataObject) -> None:
    top = data.draw(st.sampled_from(['<?xml version="1.0"?>', "", '<!DOCTYPE nitf SYSTEM "nitf-3-4.dtd">']))
    (draft,) = read(top + nitf(story, data.draw))
    agrees(draft, story)


def one(data: str = "", attributes: str = "", content: str = "<p>The wall stands.</p>") -> Draft:
    head = f"<head><docdata {attributes}>{data}</docdata></head>"
    (draft,) = read(f"<nitf>{head}<body><body.content>{content}</body.content></body></nitf>")
    return draft


def test_a_story_released_later_than_it_was_sent_is_under_embargo() -> None:
    issue = '<date.issue norm="20260218T103000Z"/>'
    assert one(issue + '<date.release norm="20260218T103000Z"/>').metadata.embargo is None
    held = one(issue + '<date.release norm="20260219T060000+0100"/>').metadata.embargo
    assert held is not None
    assert held.isoformat() == "2026-02-19T06:00:00+01:00"
    assert one('<date.release norm="20260219T060000Z"/>', 'management-status="embargoed"').metadata.embargo


@pytest.mark.parametrize(
    ("data", "attributes", "expected"),
    [
        (
            '<doc-id id-string="a1"/><date.issue norm="20260218T103000Z"/>', "",
            Edition("a1", None, "2026-02-18T10:30:00.000000"),
        ),
        ('<doc-id id-string="a1_4"/><du-key key="a1" version="4"/>', "", Edition("a1", 4)),
        ('<doc-id id-string="a1"/>', 'management-status="canceled"', Edition("a1", withdraws=True)),
        (
            '<doc-id id-string="k"/>',
            'management-doc-idref="a1" management-idref-status="canceled"',
            Edition("a1", withdraws=True),
        ),
        ('<doc-id id-string="a1"/><ed-msg info="MANDATORY KILL. See advisory."/>', "", Edition("a1", withdraws=True)),
        ('<doc-id id-string="a1"/><ed-msg info="This story has been withdrawn."/>', "", Edition("a1", withdraws=True)),
        ('<doc-id id-string="a1"/><ed-msg info="Withdraws the photo QN101; adds quotes"/>', "", Edition("a1")),
        ("", "", None),
    ],
)  # fmt: skip
def test_nitf_says_which_version_it_is_and_whether_it_is_taken_back(
    data: str, attributes: str, expected: Edition | None
) -> None:
    assert one(data, attributes).metadata.edition == expected


def test_a_second_line_of_a_headline_is_dropped_where_it_says_something_else() -> None:
    head = "<body.head><hedline><hl1>Wall</hl1><hl2>Wall</hl2><hl2>It stands</hl2></hedline></body.head>"
    (draft,) = read(f"<nitf><body>{head}<body.content><p>Text.</p></body.content></body></nitf>")
    assert (draft.metadata.title, draft.dropped) == ("Wall", ("It stands",))
