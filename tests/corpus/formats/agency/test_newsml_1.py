"""Property tests of NewsML 1 as agencies send it.

The forms are those of the samples in parsers of agencies' feeds: AFP (paragraphs) and ANA-MPE (CDATA).
"""

from xml.sax.saxutils import escape, quoteattr

from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.overlap.editions import left_out
from tests.corpus.formats.agency.marked_up import agrees, paragraphs, read, shuffled
from tests.corpus.formats.agency.stories import MANY, Draw, Story, by_line


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


def test_an_item_inside_an_item_is_its_own() -> None:
    def item(number: int, inner: str = "") -> str:
        names = f"<ProviderId>q</ProviderId><DateId>1</DateId><NewsItemId>{number}</NewsItemId>"
        text = f"<ContentItem><DataContent><p>Text {number}.</p></DataContent></ContentItem>"
        lines = f"<NewsLines><HeadLine>Item {number}</HeadLine></NewsLines>"
        identified = f"<Identification><NewsIdentifier>{names}</NewsIdentifier></Identification>"
        return f"<NewsItem>{identified}<NewsComponent>{lines}{text}{inner}</NewsComponent></NewsItem>"

    drafts = read(f"<NewsML>{item(1, item(2))}</NewsML>")
    assert [(draft.metadata.title, draft.text) for draft in drafts] == [("Item 1", "Text 1."), ("Item 2", "Text 2.")]


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
