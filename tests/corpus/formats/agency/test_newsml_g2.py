"""Property tests of NewsML-G2 as agencies send it.

The forms are those of public descriptions (the documentation and examples of IPTC) and of the samples in parsers of
agencies' feeds: AP, dpa, STT and ANSA (text in NITF or in XHTML, with and without namespaces of their own).
"""

from xml.sax.saxutils import escape

from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.formats.agency.agency_xml import parse_agency_xml
from corpus.formats.draft import Hints
from tests.corpus.formats.agency.marked_up import NAR, XHTML, agrees, g2_of, nitf, paragraphs, read, shuffled
from tests.corpus.formats.agency.stories import MANY, Draw, Story, by_line


def g2_item(story: Story, number: int, draw: Draw, *, embedded: bool) -> str:
    by = f"<by>{escape(by_line(story))}</by>" * bool(story.authors)
    meta = shuffled(
        draw,
        [
            '<itemClass qcode="ninat:text"/>', f"<versionCreated>{story.day}T11:14:42+02:00</versionCreated>",
            f"<provider><name>{escape(story.outlet)}</name></provider>", '<pubStatus qcode="stat:usable"/>',
            "<edNote>Not for readers</edNote>",
        ],
    )  # fmt: skip
    content = shuffled(
        draw,
        [
            f"<headline>{escape(story.title)}</headline>", by, "<urgency>4</urgency>",
            f"<slugline>{escape(story.slug)}</slugline>" * bool(story.slug),
            "".join(f"<keyword>{word}</keyword>" for word in story.keywords),
            '<headline role="hld:sub">Below</headline>',
        ],
    )  # fmt: skip
    if embedded:
        text = f"<inlineXML>{nitf(story, draw)}</inlineXML>"
    else:
        page = f"<html {XHTML}><head><title>x</title></head><body>{paragraphs(story, draw)}</body></html>"
        text = f'<inlineXML contenttype="application/xhtml+xml">{page}</inlineXML>'
    return (
        f'<newsItem {NAR} guid="urn:qna:{number}" version="1"><itemMeta>{meta}</itemMeta>'
        f"<contentMeta>{content}</contentMeta><contentSet>{text}</contentSet></newsItem>"
    )


@settings(max_examples=15, deadline=None)
@given(MANY, st.data())
def test_a_message_of_newsml_g2_gives_every_item_and_names_every_other(many: list[Story], data: st.DataObject) -> None:
    forms = [data.draw(st.booleans()) for _ in many]
    items = [g2_item(story, number, data.draw, embedded=forms[number]) for number, story in enumerate(many)]
    items.insert(data.draw(st.integers(0, len(items))), f'<packageItem {NAR} guid="p"/>')
    items.append(f'<newsItem {NAR} guid="pic"><itemMeta><itemClass qcode="ninat:picture"/></itemMeta></newsItem>')
    xml = f"<newsMessage {NAR}><header/><itemSet>{''.join(items)}</itemSet></newsMessage>"
    parsed = parse_agency_xml(xml.encode(), Hints())
    assert len(parsed.drafts) == len(many)
    for draft, story in zip(parsed.drafts, many, strict=True):
        agrees(draft, story)
        assert "Not for readers" in draft.dropped
    assert len(parsed.problems) == 2
    numbers = {draft.number for draft in parsed.drafts} | {int(problem.source[1:]) for problem in parsed.problems}
    assert numbers == set(range(1, len(many) + 3))


def test_an_embargo_of_newsml() -> None:
    meta = "<itemMeta><embargoed>2026-02-18T06:00:00+01:00</embargoed></itemMeta>"
    text = "<contentSet><inlineData contenttype='text/plain'>One.\n\nTwo.</inlineData></contentSet>"
    (draft,) = read(f'<newsItem {NAR} guid="g">{meta}{text}</newsItem>')
    assert str(draft.metadata.embargo) == "2026-02-18 06:00:00+01:00"
    assert draft.text == "One.\n\nTwo."


def test_an_item_that_is_withheld_until_a_time_is_under_embargo_and_not_taken_back() -> None:
    meta = "<pubStatus qcode='stat:withheld'/>"
    held = g2_of("<p>The wall stands.</p>", f"<embargoed>2026-11-20T00:01:00Z</embargoed>{meta}").metadata
    assert held.embargo
    assert held.edition
    assert not held.edition.withdraws
    taken = g2_of("<p>The wall stands.</p>", meta).metadata.edition
    assert taken
    assert taken.withdraws
