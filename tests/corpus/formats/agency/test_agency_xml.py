"""Property tests of NITF, NewsML-G2 and NewsML 1 as agencies send them.

The forms are those of public descriptions (the documentation and examples of IPTC for NITF 3 and NewsML-G2) and of the
samples in parsers of agencies' feeds: NITF of AP, PA, EFE, AAP and NTB; NewsML-G2 of AP, dpa, STT and ANSA (text in
NITF or in XHTML, with and without namespaces of their own); NewsML 1 of AFP (paragraphs) and ANA-MPE (CDATA).
"""

from collections.abc import Callable, Iterable
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
from tests.corpus.formats.agency.stories import MANY, STORIES, Story, by_line

Draw = Callable[[st.SearchStrategy[object]], object]
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


def paragraphs(story: Story, draw: Callable[[st.SearchStrategy[str]], str]) -> str:
    wrapped = (escape(words).replace(" ", draw(st.sampled_from([" ", "\n      "])), 2) for words in story.paragraphs)
    return "".join(f"\n  <p>{words}</p>" for words in wrapped)


def shuffled(draw: Callable[..., list[str]], parts: Iterable[str]) -> str:
    return "".join(draw(st.permutations(list(filter(None, parts)))))


def nitf(story: Story, draw: Callable[..., object], day: str = "") -> str:
    day = day or draw(st.sampled_from([f"{story.day:%Y%m%d}T103000Z", f"{story.day}T10:30:00+01:00"]))  # type: ignore[assignment]
    people = draw(st.booleans())
    byline = (
        "".join(f"<byline>By <person>{escape(name)}</person></byline>" for name in story.authors)
        if people
        else f"<byline>{escape(by_line(story))}<byttl>QNA Writer</byttl></byline>" * bool(story.authors)
    )
    keywords = "".join(f"<keyword key={quoteattr(word)}/>" for word in story.keywords)
    data = shuffled(
        draw,  # type: ignore[arg-type]
        [
            f'<date.issue norm="{day}"/>', '<urgency ed-urg="4"/>', f"<key-list>{keywords}</key-list>" * bool(keywords),
            f"<doc.copyright holder={quoteattr(story.outlet)}/>", f"<du-key key={quoteattr(story.slug)}/>" * bool(story.slug),
        ],
    )  # fmt: skip
    head = f"<head><title>Other words</title><docdata>{data}</docdata></head>"
    top = shuffled(
        draw,  # type: ignore[arg-type]
        [f"<hedline><hl1>{escape(story.title)}</hl1></hedline>", byline, f"<distributor>{escape(story.outlet)}</distributor>"],
    )  # fmt: skip
    block = draw(st.sampled_from(["block", ""]))
    content = paragraphs(story, draw)  # type: ignore[arg-type]
    content = f"<{block}>{content}</{block}>" if block else content
    return f"<nitf>{head}<body><body.head>{top}</body.head><body.content>{content}</body.content></body></nitf>"


@settings(max_examples=40, deadline=None)
@given(STORIES, st.data())
def test_nitf_of_any_agency_is_read_whole(story: Story, data: st.DataObject) -> None:
    top = data.draw(st.sampled_from(['<?xml version="1.0"?>', "", '<!DOCTYPE nitf SYSTEM "nitf-3-4.dtd">']))
    (draft,) = read(top + nitf(story, data.draw))
    agrees(draft, story)


def g2_item(story: Story, number: int, draw: Callable[..., object], *, embedded: bool) -> str:
    by = f"<by>{escape(by_line(story))}</by>" * bool(story.authors)
    meta = shuffled(
        draw,  # type: ignore[arg-type]
        [
            '<itemClass qcode="ninat:text"/>', f"<versionCreated>{story.day}T11:14:42+02:00</versionCreated>",
            f"<provider><name>{escape(story.outlet)}</name></provider>", '<pubStatus qcode="stat:usable"/>',
            "<edNote>Not for readers</edNote>",
        ],
    )  # fmt: skip
    content = shuffled(
        draw,  # type: ignore[arg-type]
        [
            f"<headline>{escape(story.title)}</headline>", by, "<urgency>4</urgency>",
            f"<slugline>{escape(story.slug)}</slugline>" * bool(story.slug),
            "".join(f"<keyword>{word}</keyword>" for word in story.keywords), '<headline role="hld:sub">Below</headline>',
        ],
    )  # fmt: skip
    if embedded:
        text = f"<inlineXML>{nitf(story, draw)}</inlineXML>"
    else:
        page = f"<html {XHTML}><head><title>x</title></head><body>{paragraphs(story, draw)}</body></html>"  # type: ignore[arg-type]
        text = f'<inlineXML contenttype="application/xhtml+xml">{page}</inlineXML>'
    return (
        f'<newsItem {NAR} guid="urn:qna:{number}" version="1"><itemMeta>{meta}</itemMeta>'
        f"<contentMeta>{content}</contentMeta><contentSet>{text}</contentSet></newsItem>"
    )


@settings(max_examples=30, deadline=None)
@given(MANY, st.data())
def test_a_message_of_newsml_g2_gives_every_item_and_names_every_other(many: list[Story], data: st.DataObject) -> None:
    forms = [data.draw(st.booleans()) for _ in many]
    items = [g2_item(story, number, data.draw, embedded=form) for number, (story, form) in enumerate(zip(many, forms))]
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


def newsml_1(story: Story, number: int, draw: Callable[..., object]) -> str:
    lines = shuffled(
        draw,  # type: ignore[arg-type]
        [
            f"<HeadLine>{escape(story.title)}</HeadLine>", f"<ByLine>{escape(by_line(story))}</ByLine>" * bool(story.authors),
            f"<SlugLine>{escape(story.slug)}</SlugLine>" * bool(story.slug), "<CopyrightLine>(c) QNA</CopyrightLine>",
            "".join(f"<KeywordLine>{word}</KeywordLine>" for word in story.keywords),
        ],
    )  # fmt: skip
    marked = paragraphs(story, draw)  # type: ignore[arg-type]
    form = draw(st.sampled_from(["paragraphs", "cdata", "nitf", "page"]))
    text = {
        "paragraphs": marked,
        "cdata": f"<![CDATA[{marked}]]>",
        "nitf": f"<nitf><body><body.content>{marked}</body.content></body></nitf>",
        "page": f"<html><head><title>x</title></head><body>{marked}</body></html>",
    }[str(form)]
    caption = "<NewsComponent><Role FormalName='Caption'/><ContentItem><DataContent><p>A boat.</p></DataContent></ContentItem></NewsComponent>"
    return (
        f"<NewsItem><Identification><NewsIdentifier><ProviderId>qna.example</ProviderId><DateId>{story.day:%Y%m%d}</DateId>"
        f"<NewsItemId>{number}</NewsItemId><RevisionId PreviousRevision='0' Update='N'>1</RevisionId></NewsIdentifier>"
        f"</Identification><NewsManagement><ThisRevisionCreated>{story.day:%Y%m%d}T125902Z</ThisRevisionCreated>"
        f"<Status FormalName='Usable'/></NewsManagement><NewsComponent><NewsLines>{lines}</NewsLines>"
        f"<AdministrativeMetadata><Provider><Party FormalName={quoteattr(story.outlet)}/></Provider></AdministrativeMetadata>"
        f"<NewsComponent><ContentItem><MediaType FormalName='Text'/><DataContent>{text}</DataContent></ContentItem>"
        f"</NewsComponent>{caption}</NewsComponent></NewsItem>"
    )


@settings(max_examples=30, deadline=None)
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
        ('<doc-id id-string="a1"/><date.issue norm="20260218T103000Z"/>', "", Edition("a1", None, "2026-02-18T10:30:00.000000")),
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
    identifier = "<Identification><NewsIdentifier><ProviderId>q</ProviderId><DateId>1</DateId><NewsItemId>2</NewsItemId></NewsIdentifier></Identification>"
    (draft,) = read(f"<NewsML><NewsItem>{identifier}{management}</NewsItem></NewsML>")
    assert draft.metadata.edition == Edition("urn:newsml:q:1:2", withdraws=True)


def test_an_embargo_of_newsml() -> None:
    meta = "<itemMeta><embargoed>2026-02-18T06:00:00+01:00</embargoed></itemMeta>"
    text = "<contentSet><inlineData contenttype='text/plain'>One.\n\nTwo.</inlineData></contentSet>"
    (draft,) = read(f'<newsItem {NAR} guid="g">{meta}{text}</newsItem>')
    assert str(draft.metadata.embargo) == "2026-02-18 06:00:00+01:00"
    assert draft.text == "One.\n\nTwo."


def test_files_of_other_encodings_and_with_entities_of_html_are_read() -> None:
    latin = '<?xml version="1.0" encoding="iso-8859-1"?><nitf><body><body.content><p>D\xe9c\xe8s&nbsp;&mdash; x</p></body.content></body></nitf>'
    (draft,) = read(latin, "iso-8859-1")
    assert draft.text == "Décès — x"
    (draft,) = parse_agency_xml(latin.replace("iso-8859-1", "utf-8").encode("cp1252"), Hints()).drafts
    assert (draft.text, draft.guessed_encoding) == ("Décès — x", "cp1252")


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
