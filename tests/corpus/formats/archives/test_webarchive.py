"""Safari's web archives: a property list, mostly binary, with the page and what it shows; seen in WebKit's sources."""

import plistlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.errors import UnreadableFile
from corpus.formats.archives.webarchive import parse_webarchive
from corpus.formats.draft import Hints
from corpus.formats.kinds import TEXT, WEBARCHIVE, kind_of
from tests.corpus.formats.collected import Collected, collections
from tests.corpus.pages import PARAGRAPHS, TITLE, page

URL = "https://ledger.example/2026/02/18/pool"


def webarchive(content: object, form: plistlib.PlistFormat = plistlib.FMT_BINARY, **fields: object) -> bytes:
    picture = {"WebResourceData": b"\x89PNG", "WebResourceMIMEType": "image/png", "WebResourceURL": f"{URL}/a.png"}
    main = {"WebResourceData": content, "WebResourceMIMEType": "text/html", "WebResourceURL": URL, **fields}
    return plistlib.dumps({"WebMainResource": main, "WebSubresources": [picture]}, fmt=form)


@settings(max_examples=20, deadline=None)
@given(
    collections(1),
    st.sampled_from((plistlib.FMT_BINARY, plistlib.FMT_XML)),
    st.sampled_from(("utf-8", "utf-16", "cp1252")),
)
def test_the_page_is_the_article_with_its_address(
    collected: list[Collected], form: plistlib.PlistFormat, encoding: str
) -> None:
    (one,) = collected
    words = "".join(f"<p>{text.encode(encoding, 'ignore').decode(encoding)}</p>" for text in PARAGRAPHS)
    source = page(body=f"<p>{one.paragraphs[0]}</p>{words}").replace("<meta charset='utf-8'>", "")
    data = webarchive(source.encode(encoding, "xmlcharrefreplace"), form, WebResourceTextEncodingName=encoding)
    assert kind_of(data, ".webarchive") is WEBARCHIVE
    (draft,) = parse_webarchive(data, Hints()).drafts
    assert one.paragraphs[0] in draft.text
    assert PARAGRAPHS[2] in draft.text
    assert (draft.metadata.title, draft.metadata.url) == (TITLE, URL)


def test_the_encoding_that_the_browser_noted_is_used_where_the_page_names_none() -> None:
    source = page(body="<p>Der Bürgermeister sagte: „Nein, das geht nicht“, und die Straße bleibt zu.</p>")
    source = source.replace("<meta charset='utf-8'>", "")
    data = webarchive(source.encode("mac-roman"), WebResourceTextEncodingName="mac-roman")
    (draft,) = parse_webarchive(data, Hints()).drafts
    assert "Der Bürgermeister sagte: „Nein, das geht nicht“, und die Straße" in draft.text


def test_only_property_lists_with_a_page_are_archives() -> None:
    assert kind_of(webarchive(page().encode()), "") is WEBARCHIVE
    assert kind_of(plistlib.dumps({"a": 1}, fmt=plistlib.FMT_BINARY), ".txt") is TEXT


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"bplist00\xd1\x01\x02", "is a damaged web archive"),
        (webarchive(page().encode())[:-40], "is a damaged web archive"),
        (plistlib.dumps({"a": 1}, fmt=plistlib.FMT_BINARY), "is a property list without a web page"),
        (plistlib.dumps([1]), "is a property list without a web page"),
        (webarchive(b"%PDF", WebResourceMIMEType="application/pdf"), "holds no web page, but .* application/pdf"),
        (webarchive(b" "), "holds no web page"),
        (webarchive("text"), "holds no web page"),
    ],
)
def test_what_holds_no_page_says_why(data: bytes, reason: str) -> None:
    with pytest.raises(UnreadableFile, match=reason):
        parse_webarchive(data, Hints())
