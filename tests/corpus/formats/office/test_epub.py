"""E-books, after EPUB 2 and 3 and what calibre makes of newspapers.

``META-INF/container.xml`` names the package, its ``spine`` the order of reading. Newspapers have a document an
article, and others that are only lists of links; EPUB 3 marks the list of contents with ``properties="nav"``, EPUB 2
in its ``guide``. calibre writes ``calibre:publication_type`` ("periodical:kind:name"), menus above and below each
article, and where it took the article from; it names itself as publisher and author.
"""

from collections.abc import Sequence
from html import escape

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.errors import UnreadableFile
from corpus.formats.draft import Hints
from corpus.formats.kinds import EPUB, kind_of
from corpus.formats.office.epub import parse_epub
from tests.corpus.formats.collected import Collected, collections
from tests.corpus.formats.office.workbooks import packed
from tests.corpus.pages import PARAGRAPHS

MIMETYPE = "application/epub+zip"
CALIBRE = (
    "<dc:creator>calibre</dc:creator><dc:publisher>calibre</dc:publisher>"
    '<meta name="calibre:publication_type" content="periodical:newspaper:Quay Courier"/>'
)
MENU = '<div>| <a href="../x.html">Next</a> | <a href="y">Section Menu</a> | <a href="z">Main Menu</a> |</div>'


def document(body: str, head: str = "<title/>") -> str:
    return (
        f"<?xml version='1.0' encoding='utf-8'?><!DOCTYPE html><html xmlns='http://www.w3.org/1999/xhtml'><head>{head}"
        f"<script src='x.js'/></head><body>{body}</body></html>"
    )


def epub(
    documents: Sequence[str], metadata: str = "", folder: str = "OEBPS/", contents: str = "", **others: str
) -> bytes:
    items = "".join(
        f'<item id="i{row}" href="text/a%20{row}.xhtml" media-type="application/xhtml+xml"/>'
        for row in range(len(documents))
    )
    spine = "".join(f'<itemref idref="i{row}"/>' for row in range(len(documents)))
    package = (
        "<package xmlns='http://www.idpf.org/2007/opf' xmlns:dc='http://purl.org/dc/elements/1.1/' "
        f"xmlns:opf='http://www.idpf.org/2007/opf'><metadata>{metadata}</metadata><manifest>"
        '<item id="nav" href="nav.xhtml" properties="nav" media-type="application/xhtml+xml"/>'
        f'<item id="css" href="a.css" media-type="text/css"/>{items}'
        '<item id="ncx" href="toc.ncx" media-type="application/x-dtbncx+xml"/></manifest>'
        f'<spine><itemref idref="nav"/>{spine}<itemref idref="gone"/></spine></package>'
    )
    listed = document("<h1>Contents</h1>" + "<p>Words that are no article but a foreword to the list.</p>" * 5)
    container = (
        "<container xmlns='urn:oasis:names:tc:opendocument:xmlns:container'><rootfiles>"
        f"<rootfile full-path='{folder}content.opf'/></rootfiles></container>"
    )
    files = {f"{folder}text/a {row}.xhtml": text for row, text in enumerate(documents)}
    return packed(
        {
            "META-INF/container.xml": container,
            f"{folder}content.opf": package,
            f"{folder}nav.xhtml": listed,
            f"{folder}toc.ncx": contents,
            **files,
            **others,
        },
        MIMETYPE,
    )


def chapter(one: Collected, heading: str, *, calibre: bool) -> str:
    words = "".join(f"<p>{escape(text)}</p>" for text in one.paragraphs)
    source = f'This article was downloaded by <strong>calibre</strong> from <a href="{one.url}">{one.url}</a>'
    below = f"<hr/><p>{source}</p><br/>{MENU}" if one.url and calibre else ""
    above = MENU if calibre else ""
    return document(f"{above}<{heading}>{escape(one.title)}</{heading}>{words}{below}")


CONTENTS = document(
    "<h2>World</h2><ul>" + "<li><a href='a'>A headline of an article in the issue</a></li>" * 20 + "</ul>"
)
COVER = document("<img src='cover.jpg'/><p>Quay Courier</p>")


@settings(max_examples=12, deadline=None)
@given(collections(20), st.booleans(), st.sampled_from(("h1", "h2", "h3")), st.sampled_from(("", "OEBPS/", "a/b c/")))
def test_every_text_of_an_issue_is_an_article(
    collected: list[Collected], calibre: bool, heading: str, folder: str
) -> None:
    issue = "<dc:title>Quay Courier [Wed, 18 Feb 2026]</dc:title><dc:date>2026-02-18T05:00:00+00:00</dc:date>"
    metadata = issue + (CALIBRE if calibre else "<dc:publisher>Quay Courier</dc:publisher><dc:creator>A B</dc:creator>")
    pages = [chapter(one, heading, calibre=calibre) for one in collected]
    data = epub([COVER, CONTENTS, *pages, document("<h1>Sport</h1>")], metadata, folder)
    assert kind_of(data, ".zip") is EPUB
    parsed = parse_epub(data, Hints())
    assert parsed.problems == ()
    for one, draft in zip(collected, parsed.drafts, strict=True):
        found = draft.metadata
        assert draft.text == "\n\n".join(" ".join(text.split()) for text in one.paragraphs)
        assert (found.outlet, found.title, str(found.published)) == ("Quay Courier", one.title, "2026-02-18")
        assert found.url == (one.url or None if calibre else None)
        assert found.authors == (() if len(collected) > 1 or calibre else ("A B",))


TEXT = "".join(f"<p>{text}</p>" for text in PARAGRAPHS)


def test_a_book_with_one_text_is_one_article() -> None:
    metadata = "<dc:title>The pool</dc:title><dc:creator>Ana Ruiz</dc:creator>"
    metadata += '<dc:date opf:event="modification">2026-03-01</dc:date>'
    (draft,) = parse_epub(epub([COVER, document(TEXT)], metadata), Hints()).drafts
    assert draft.text == "\n\n".join(PARAGRAPHS)
    assert (draft.number, draft.metadata.title, draft.metadata.authors) == (None, "The pool", ("Ana Ruiz",))
    assert draft.metadata.published is None  # when somebody changed the file


def test_a_text_without_a_heading_among_others_is_told() -> None:
    parsed = parse_epub(epub([document(f"<h1>A</h1>{TEXT}"), document(TEXT)]), Hints())
    assert [draft.number for draft in parsed.drafts] == [1]
    assert parsed.problems[0].source == "#2"
    assert parsed.problems[0].reason.startswith("has no heading, so nothing tells whether it is an article of its own")


def test_a_heading_that_comes_again_in_the_text_stays_there() -> None:
    (draft,) = parse_epub(epub([document(f"<h1>A vote</h1>{TEXT}<p>A vote</p>")]), Hints()).drafts
    assert draft.text.endswith("A vote")


def encryption(name: str) -> dict[str, str]:
    return {"META-INF/encryption.xml": f"<e><CipherData><CipherReference URI='{name}'/></CipherData></e>"}


def test_fonts_may_be_protected() -> None:
    assert parse_epub(epub([document(TEXT)], **encryption("OEBPS/a.otf")), Hints()).drafts


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"PK\x03\x04", "is damaged or no e-book"),
        (epub([document(TEXT)])[:500], "is damaged or no e-book"),
        (packed({"a": ""}, MIMETYPE), "is damaged or no e-book"),
        (packed({"META-INF/container.xml": "<a/>"}, MIMETYPE), "is damaged or no e-book"),
        (epub([document(TEXT)], **encryption("OEBPS/text/a%200.xhtml")), r"is protected against copying \(DRM\)"),
        (epub([COVER, CONTENTS]), "holds no text"),
    ],
    ids=["garbage", "cut", "parts-missing", "no-package", "locked", "no-text"],
)
def test_a_bad_book_says_why(data: bytes, reason: str) -> None:
    with pytest.raises(UnreadableFile, match=reason):
        parse_epub(data, Hints())


NCX = (
    "<ncx xmlns='http://www.daisy.org/z3986/2005/ncx/'><navMap>"
    "<navPoint><navLabel><text>A vote on\nthe pool</text></navLabel><content src='text/a%200.xhtml#top'/></navPoint>"
    "<navPoint><navLabel><text>One</text></navLabel><content src='text/a%201.xhtml#a'/></navPoint>"
    "<navPoint><navLabel><text>Two</text></navLabel><content src='text/a%201.xhtml#b'/></navPoint></navMap></ncx>"
)


@pytest.mark.parametrize("head", ["", "<p class='title'>A VOTE on the pool</p>"])
def test_what_the_contents_call_a_text_is_its_headline_where_it_has_no_heading(head: str) -> None:
    parsed = parse_epub(epub([document(head + TEXT), document(TEXT)], contents=NCX), Hints())
    assert parsed.drafts[0].metadata.title == ((head and "A VOTE on the pool") or "A vote on the pool")
    assert parsed.drafts[0].text == "\n\n".join(PARAGRAPHS)
    assert parsed.problems[0].source == "#2"  # two entries lead into it


@pytest.mark.parametrize("maker", ["calibre (7.2) [https://calibre-ebook.com]", "wallabag", "dotEPUB.com"])
def test_a_day_on_which_somebody_collected_texts_is_no_day_of_publication(maker: str) -> None:
    metadata = f"<dc:publisher>{maker}</dc:publisher><dc:date>2026-03-01</dc:date>"
    found = parse_epub(epub([document(f"<h1>A</h1>{TEXT}")] * 2, metadata), Hints()).drafts[0].metadata
    assert (found.outlet, found.published) == ("", None)


def test_the_day_of_an_issue_is_told_as_such() -> None:
    pages = [document(f"<h1>A</h1>{TEXT}")] * 2
    issue = parse_epub(epub(pages, f"{CALIBRE}<dc:date>2026-02-18</dc:date>"), Hints()).drafts[0].metadata
    assert issue.warnings == ("The day is that of the whole e-book.",)
