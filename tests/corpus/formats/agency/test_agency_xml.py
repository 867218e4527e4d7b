import pytest

from corpus.article import Edition
from corpus.errors import UnreadableFile
from corpus.formats.kinds import AGENCY, FEED, kind_of
from tests.corpus.formats.agency.marked_up import NAR, g2_of, read


def test_a_withdrawn_item_needs_no_text() -> None:
    meta = (
        '<itemMeta><pubStatus qcode="stat:canceled"/><versionCreated>2026-02-18T10:00:00Z</versionCreated></itemMeta>'
    )
    (draft,) = read(f'<newsItem {NAR} guid="g" version="3">{meta}</newsItem>')
    assert draft.text == ""
    assert draft.metadata.edition == Edition("g", 3, "2026-02-18T10:00:00.000000", withdraws=True)
    management = "<NewsManagement><Status FormalName='Canceled'/></NewsManagement>"
    names = "<ProviderId>q</ProviderId><DateId>1</DateId><NewsItemId>2</NewsItemId>"
    identified = f"<Identification><NewsIdentifier>{names}</NewsIdentifier></Identification>"
    (draft,) = read(f"<NewsML><NewsItem>{identified}{management}</NewsItem></NewsML>")
    assert draft.metadata.edition == Edition("urn:newsml:q:1:2", withdraws=True)


def test_the_root_tells_the_kind_whatever_the_name() -> None:
    for root in (
        "<nitf>",
        "<NewsML>",
        f"<newsMessage {NAR}>",
        "<nar:newsItem xmlns:nar='x'>",
        "<!-- x --><nitf version='x'>",
    ):
        assert kind_of(root.encode(), ".xml") is kind_of(root.encode(), ".txt") is AGENCY
    assert kind_of(b"<rss>", ".xml") is FEED


@pytest.mark.parametrize(
    ("xml", "reason"),
    [
        ("<nitf><body/></nitf>", "holds no text"),
        (f"<newsMessage {NAR}/>", "holds no item"),
        (f"<planningItem {NAR}/>", "planningItem of NewsML-G2, no article"),
        ("<nitf>", "is not well-formed XML"),
        ("<!DOCTYPE nitf [<!ENTITY a 'b'>]><nitf>&a;</nitf>", "declares entities"),
        ("<nitf><p>&unknown;</p></nitf>", "is not well-formed XML"),
    ],
)
def test_what_is_no_article_is_named_with_the_reason(xml: str, reason: str) -> None:
    with pytest.raises(UnreadableFile, match=reason):
        read(xml)


def test_a_paragraph_in_which_a_wire_prints_several_is_read_as_they_stand() -> None:
    printed = """(Adds detail)
    * Wall to be repaired

    By Ida Moor
    Jan 30 (Reuters) - The council of Kelpwick voted
for the wall.
    Nobody was against it.

 (Reporting by Ida Moor; Editing by Otto
Lund)"""
    meta = "<provider literal='reuters.com'/>"
    about = "<infoSource literal='Reuters'/><headline>UPDATE 1-Wall</headline>"
    draft = g2_of(f"<p>{printed}</p>", meta, about)
    found = draft.metadata
    assert (found.outlet, found.title, found.authors) == ("Reuters", "Wall", ("Ida Moor",))
    assert draft.text.split("\n\n")[-2:] == [
        "Jan 30 (Reuters) - The council of Kelpwick voted for the wall.",
        "Nobody was against it.",
    ]
    assert "(Reporting by Ida Moor; Editing by Otto Lund)" in draft.dropped


def test_a_line_that_begins_with_by_is_a_byline_only_above_a_credit() -> None:
    draft = g2_of("<p>By Popular Demand</p><p>The wall stands.</p>")
    assert (draft.metadata.authors, draft.text) == ((), "By Popular Demand\n\nThe wall stands.")
