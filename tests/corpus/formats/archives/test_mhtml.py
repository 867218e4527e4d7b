from email.message import EmailMessage

import pytest

from corpus.errors import UnreadableFile
from corpus.formats.archives.mhtml import parse_mhtml
from corpus.formats.draft import Hints
from tests.corpus.pages import PARAGRAPHS, TITLE, page


def archive(source: str, url: str = "https://www.ledger.example/pool") -> bytes:
    message = EmailMessage()
    message["Snapshot-Content-Location"] = url
    message["Date"] = "Wed, 18 Feb 2026 23:30:00 -0500"
    message.set_content(source, "html")
    message.make_related()
    message.add_related(b"\x89PNG", "image", "png", filename="../../x.png")
    return message.as_bytes()


def test_the_page_in_an_archive_is_read_with_the_address_the_browser_noted() -> None:
    (draft,) = parse_mhtml(archive(page()), Hints()).drafts
    assert [line for line in draft.text.split("\n") if line in PARAGRAPHS] == list(PARAGRAPHS)
    assert (draft.metadata.title, draft.metadata.url) == (TITLE, "https://www.ledger.example/pool")
    assert draft.metadata.published is None  # the date in the archive is that of saving


def test_the_address_on_the_page_comes_first() -> None:
    (draft,) = parse_mhtml(archive(page('<link rel="canonical" href="https://ledger.example/own">')), Hints()).drafts
    assert draft.metadata.url == "https://ledger.example/own"


def test_an_archive_without_a_page_says_so() -> None:
    with pytest.raises(UnreadableFile, match="holds no web page"):
        parse_mhtml(b"MIME-Version: 1.0\nContent-Type: image/png\n\nx", Hints())


def test_an_export_in_an_archive_is_split_and_its_address_is_no_document_s() -> None:
    article = "<div class='article enArticle'><p class='articleParagraph'>The text of number {}.</p></div>"
    source = f"<html><title>Factiva</title><body>{''.join(map(article.format, (1, 2)))}</body></html>"
    drafts = parse_mhtml(archive(source, "https://global.factiva.com/ha/default.aspx"), Hints()).drafts
    assert [draft.text for draft in drafts] == ["The text of number 1.", "The text of number 2."]
    assert [draft.metadata.url for draft in drafts] == [None, None]
