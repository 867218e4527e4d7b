"""Items that agencies mark up, as tests make them of stories, and what reading them gives."""

from collections.abc import Iterable
from xml.sax.saxutils import escape, quoteattr

from hypothesis import strategies as st

from corpus.formats.agency.agency_xml import parse_agency_xml
from corpus.formats.draft import Draft, Hints
from tests.corpus.formats.agency.stories import Draw, Story, by_line

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


def g2_of(content: str, meta: str = "", about: str = "") -> Draft:
    return next(
        iter(
            read(
                f"<newsItem {NAR} guid='g'><itemMeta>{meta}</itemMeta><contentMeta>{about}</contentMeta><contentSet>"
                f"<inlineXML><html {XHTML}><body>{content}</body></html></inlineXML></contentSet></newsItem>"
            )
        )
    )
