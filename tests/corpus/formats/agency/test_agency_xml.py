"""Property tests of NITF, NewsML-G2 and NewsML 1 as agencies send them.

The forms are those of public descriptions (the documentation and examples of IPTC for NITF 3 and NewsML-G2) and of the
samples in parsers of agencies' feeds: NITF of AP, PA, EFE, AAP and NTB; NewsML-G2 of AP, dpa, STT and ANSA (text in
NITF or in XHTML, with and without namespaces of their own); NewsML 1 of AFP (paragraphs) and ANA-MPE (CDATA).
"""

from collections.abc import Iterable
from datetime import date
from xml.sax.saxutils import escape, quoteattr

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.article import Edition
from corpus.errors import UnreadableFile
from corpus.formats.agency.agency_xml import parse_agency_xml
from corpus.formats.draft import Draft, Hints
from corpus.formats.kinds import AGENCY, FEED, kind_of
from corpus.overlap.editions import left_out
from tests.corpus.formats.agency.stories import MANY, STORIES, Draw, Story, by_line

NAR = 'xmlns="http://iptc.org/std/nar/2006-10-01/"'
XHTML = 'xmlns="http://www.w3.org/1999/xhtml"'


def read(xml: str, encoding: str = "utf-8") -> list[Draft]:
    return list(parse_agency_xml(xml.encode(encoding), Hints()).drafts)


def agrees(draft: Draft, story: Story) -> None:
    """A draft has all that its story says and nothing of another one."""
    found = draft.metadata
    assert (found.title, found.published, found.outlet) == (story.title, story.day, story.outlet)
    assert (found.authors, found.slug, found.keywords) == (story.authors, story.slug, story.keywords)
    assert draft.text.split("\n\n") == [" ".join(paragraph.split()) for paragraph in story.paragraphs]


def paragraphs(story: Story, draw: Draw) -> str:
    wrapped = (escape(words).replace(" ", draw(st.sampled_from([" ", "\n      "])), 2) for words in story.paragraphs)
    return "".join(f"\n  <p>{words}</p>" for words in wrapped)


def shuffled(draw: Draw, parts: Iterable[str]) -> str:
    return "".join(draw(st.permutations(list(filter(None, parts)))))


def nitf(story: Story, draw: Draw, day: str = "") -> str:
    day = day or draw(st.sampled_from([f"{story.day:%Y%m%d}T103000Z", f"{story.day}T10:30:00+01:00"]))
    people = draw(st.booleans())
    byline = (
        "".join(f"<byline>By <person>{escape(name)}</person></byline>" for name in story.authors)
        if people
        else f"<byline>{escape(by_line(story))}<byttl>QNA Writer</byttl></byline>" * bool(story.authors)
    )
    keywords = "".join(f"<keyword key={quoteattr(word)}/>" for word in story.keywords)
    data = shuffled(
        draw,
        [
            f'<date.issue norm="{day}"/>', '<urgency ed-urg="4"/>', f"<key-list>{keywords}</key-list>" * bool(keywords),
            f"<doc.copyright holder={quoteattr(story.outlet)}/>",
            f"<du-key key={quoteattr(story.slug)}/>" * bool(story.slug),
        ],
    )  # fmt: skip
    head = f"<head><title>Other words</title><docdata>{data}</docdata></head>"
    top = shuffled(
        draw,
        [
            f"<hedline><hl1>{escape(story.title)}</hl1></hedline>", byline,
            f"<distributor>{escape(story.outlet)}</distributor>",
        ],
    )  # fmt: skip
    block = draw(st.sampled_from(["block", ""]))
    content = paragraphs(story, draw)
    content = f"<{block}>{content}</{block}>" if block else content
    return f"<nitf>{head}<body><body.head>{top}</body.head><body.content>{content}</body.content></body></nitf>"


@settings(max_examples=50, deadline=None)
@given(STORIES, st.data())
def test_nitf_of_any_agency_is_read_whole(story: Story, data: st.DataObject) -> None:
    top = data.draw(st.sampled_from(['<?xml version="1.0"?>', "", '<!DOCTYPE nitf SYSTEM "nitf-3-4.dtd">']))
    (draft,) = read(top + nitf(story, data.draw))
    agrees(draft, story)


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


def newsml_1(story: Story, number: int, draw: Draw) -> str:
    lines = shuffled(
        draw,
        [
            f"<HeadLine>{escape(story.title)}</HeadLine>",
            f"<ByLine>{escape(by_line(story))}</ByLine>" * bool(story.authors),
            f"<SlugLine>{escape(story.slug)}</SlugLine>" * bool(story.slug), "<CopyrightLine>(c) QNA</CopyrightLine>",
            "".join(f"<KeywordLine>{word}</KeywordLine>" for word in story.keywords),
        ],
    )  # fmt: skip
    marked = paragraphs(story, draw)
    form = draw(st.sampled_from(["paragraphs", "cdata", "nitf", "page"]))
    text = {
        "paragraphs": marked,
        "cdata": f"<![CDATA[{marked}]]>",
        "nitf": f"<nitf><body><body.content>{marked}</body.content></body></nitf>",
        "page": f"<html><head><title>x</title></head><body>{marked}</body></html>",
    }[str(form)]
    boat = "<ContentItem><DataContent><p>A boat.</p></DataContent></ContentItem>"
    caption = f"<NewsComponent><Role FormalName='Caption'/>{boat}</NewsComponent>"
    provider = f"<Provider><Party FormalName={quoteattr(story.outlet)}/></Provider>"
    return (
        f"<NewsItem><Identification><NewsIdentifier><ProviderId>qna.example</ProviderId><DateId>{story.day:%Y%m%d}</DateId>"
        f"<NewsItemId>{number}</NewsItemId><RevisionId PreviousRevision='0' Update='N'>1</RevisionId></NewsIdentifier>"
        f"</Identification><NewsManagement><ThisRevisionCreated>{story.day:%Y%m%d}T125902Z</ThisRevisionCreated>"
        f"<Status FormalName='Usable'/></NewsManagement><NewsComponent><NewsLines>{lines}</NewsLines>"
        f"<AdministrativeMetadata>{provider}</AdministrativeMetadata>"
        f"<NewsComponent><ContentItem><MediaType FormalName='Text'/><DataContent>{text}</DataContent></ContentItem>"
        f"</NewsComponent>{caption}</NewsComponent></NewsItem>"
    )


@settings(max_examples=15, deadline=None)
@given(MANY, st.data())
def test_newsml_1_gives_every_item_in_whatever_form_its_text_is(many: list[Story], data: st.DataObject) -> None:
    items = "".join(newsml_1(story, number, data.draw) for number, story in enumerate(many))
    drafts = read(f"<NewsML><NewsEnvelope/>{items}</NewsML>")
    assert len(drafts) == len(many)
    for draft, story in zip(drafts, many, strict=True):
        agrees(draft, story)


STORY = Story("QNA", "Wall repaired", date(2026, 2, 18), (), ("The wall stands.",), "", ())


def one(data: str = "", attributes: str = "", content: str = "<p>The wall stands.</p>") -> Draft:
    head = f"<head><docdata {attributes}>{data}</docdata></head>"
    (draft,) = read(f"<nitf>{head}<body><body.content>{content}</body.content></body></nitf>")
    return draft


def test_dpa_s_page_loses_its_own_head_and_its_notes_are_dropped() -> None:
    page = (
        f"<html {XHTML}><body><header><h1>Wall</h1><time>11.10.2026</time></header><section><p>London (dpa) - A.</p>"
        "<p>B.</p></section><section><p># Notizblock</p><p>## Kontakte</p><p>- Autor: X, +49 30 5551234</p></section>"
        "</body></html>"
    )
    item = f'<newsItem {NAR} guid="g"><contentSet><inlineXML>{page}</inlineXML></contentSet></newsItem>'
    (draft,) = read(item)
    assert draft.text == "London (dpa) - A.\n\nB."
    assert draft.dropped == ("Wall", "11.10.2026", "# Notizblock", "## Kontakte", "- Autor: X, +49 30 5551234")


def test_captions_are_dropped_and_a_lead_is_kept_once() -> None:
    body = "<media><media-caption>A boat.</media-caption></media><p>The wall stands.<br/>It will.</p>"
    head = "<body.head><abstract><p>A lead.</p></abstract></body.head>"
    (draft,) = read(f"<nitf><body>{head}<body.content>{body}</body.content></body></nitf>")
    assert draft.text == "A lead.\n\nThe wall stands. It will."
    assert draft.dropped == ("A boat.",)


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


def test_an_embargo_of_newsml() -> None:
    meta = "<itemMeta><embargoed>2026-02-18T06:00:00+01:00</embargoed></itemMeta>"
    text = "<contentSet><inlineData contenttype='text/plain'>One.\n\nTwo.</inlineData></contentSet>"
    (draft,) = read(f'<newsItem {NAR} guid="g">{meta}{text}</newsItem>')
    assert str(draft.metadata.embargo) == "2026-02-18 06:00:00+01:00"
    assert draft.text == "One.\n\nTwo."


def test_files_of_other_encodings_and_with_entities_of_html_are_read() -> None:
    body = "<body><body.content><p>D\xe9c\xe8s&nbsp;&mdash; x</p></body.content></body>"
    latin = f'<?xml version="1.0" encoding="iso-8859-1"?><nitf>{body}</nitf>'
    (draft,) = read(latin, "iso-8859-1")
    assert draft.text == "Décès — x"
    (draft,) = parse_agency_xml(latin.replace("iso-8859-1", "utf-8").encode("cp1252"), Hints()).drafts
    assert (draft.text, draft.guessed_encoding) == ("Décès — x", "cp1252")
    (draft,) = parse_agency_xml(latin.replace("iso-8859-1", "utf-16").encode(), Hints()).drafts
    assert (draft.text, draft.guessed_encoding) == ("Décès — x", "")


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


def test_an_item_inside_an_item_is_its_own() -> None:
    def item(number: int, inner: str = "") -> str:
        names = f"<ProviderId>q</ProviderId><DateId>1</DateId><NewsItemId>{number}</NewsItemId>"
        text = f"<ContentItem><DataContent><p>Text {number}.</p></DataContent></ContentItem>"
        lines = f"<NewsLines><HeadLine>Item {number}</HeadLine></NewsLines>"
        identified = f"<Identification><NewsIdentifier>{names}</NewsIdentifier></Identification>"
        return f"<NewsItem>{identified}<NewsComponent>{lines}{text}{inner}</NewsComponent></NewsItem>"

    drafts = read(f"<NewsML>{item(1, item(2))}</NewsML>")
    assert [(draft.metadata.title, draft.text) for draft in drafts] == [("Item 1", "Text 1."), ("Item 2", "Text 2.")]


def test_a_second_line_of_a_headline_is_dropped_where_it_says_something_else() -> None:
    head = "<body.head><hedline><hl1>Wall</hl1><hl2>Wall</hl2><hl2>It stands</hl2></hedline></body.head>"
    (draft,) = read(f"<nitf><body>{head}<body.content><p>Text.</p></body.content></body></nitf>")
    assert (draft.metadata.title, draft.dropped) == ("Wall", ("It stands",))


def test_an_item_of_several_stories_is_withdrawn_as_a_whole() -> None:
    names = "<ProviderId>q</ProviderId><DateId>1</DateId><NewsItemId>7</NewsItemId><RevisionId>1</RevisionId>"
    identified = f"<Identification><NewsIdentifier>{names}</NewsIdentifier></Identification>"
    stories = "".join(
        f"<NewsComponent><NewsLines><HeadLine>{title}</HeadLine></NewsLines><ContentItem><DataContent>"
        f"<p>{title} text.</p></DataContent></ContentItem></NewsComponent>"
        for title in ("One", "Two")
    )
    item = f"<NewsItem>{identified}<NewsComponent>{stories}</NewsComponent></NewsItem>"
    management = "<NewsManagement><Status FormalName='Canceled'/></NewsManagement>"
    kill = f"<NewsItem>{identified.replace('>1<', '>2<', 2)}{management}</NewsItem>".replace("<DateId>2<", "<DateId>1<")
    drafts = read(f"<NewsML>{item}{kill}</NewsML>")
    assert [(draft.metadata.title, draft.metadata.article_id) for draft in drafts[:2]] == [
        ("One", "urn:newsml:q:1:7#1"),
        ("Two", "urn:newsml:q:1:7#2"),
    ]
    editions = {str(draft.number): draft.metadata.edition for draft in drafts}
    assert left_out({source: edition for source, edition in editions.items() if edition}).keys() == {"1", "2", "3"}


def g2_of(content: str, meta: str = "", about: str = "") -> Draft:
    return next(
        iter(
            read(
                f"<newsItem {NAR} guid='g'><itemMeta>{meta}</itemMeta><contentMeta>{about}</contentMeta><contentSet>"
                f"<inlineXML><html {XHTML}><body>{content}</body></html></inlineXML></contentSet></newsItem>"
            )
        )
    )


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


@pytest.mark.parametrize(
    "last", ["<p>ends</p>", "<p>AAP RTV ar</p>", "51 77 03 CRO01 1113 GEST GEST03", "<p>(ANSA).</p>", "<p>bur/dp</p>"]
)
def test_what_stands_under_a_text_for_colleagues_is_dropped(last: str) -> None:
    draft = g2_of(f"<p>The wall &amp;quot;stands&amp;quot;.</p>{last}")
    assert draft.text == 'The wall "stands".'
    assert len(draft.dropped) == 1


@pytest.mark.parametrize(
    "last", ["AP said so.", "The end came soon.", "12 14 16 18", "AND SO IT ENDS", "He sent 1 SMS"]
)
def test_a_short_last_paragraph_may_be_text(last: str) -> None:
    assert g2_of(f"<p>The wall stands.</p><p>{last}</p>").text == f"The wall stands.\n\n{last}"


def test_an_item_that_is_withheld_until_a_time_is_under_embargo_and_not_taken_back() -> None:
    meta = "<pubStatus qcode='stat:withheld'/>"
    held = g2_of("<p>The wall stands.</p>", f"<embargoed>2026-11-20T00:01:00Z</embargoed>{meta}").metadata
    assert held.embargo
    assert held.edition
    assert not held.edition.withdraws
    taken = g2_of("<p>The wall stands.</p>", meta).metadata.edition
    assert taken
    assert taken.withdraws


def test_a_dtd_may_take_over_another_which_is_never_loaded() -> None:
    body = "<nitf><body><body.content><p>The wall stands.</p></body.content></body></nitf>"
    (draft,) = read(f'<!DOCTYPE nitf SYSTEM "n.dtd" [<!ENTITY % x SYSTEM "file:///etc/hostname"> %x; ]>{body}')
    assert draft.text == "The wall stands."
    with pytest.raises(UnreadableFile, match="declares entities"):
        read(f'<!DOCTYPE nitf [<!ENTITY % x SYSTEM "x.dtd"> %x; <!ENTITY a "b"> ]>{body}')
