from datetime import date
from email.message import EmailMessage

import pytest

from corpus.errors import UnreadableFile
from corpus.formats.draft import Hints
from corpus.formats.mail.message import parse_mail
from tests.corpus.pages import PARAGRAPHS, TITLE

STORY = " ".join(PARAGRAPHS)


def mail(text: str = "", markup: str = "", sender: str = "Quillport Ledger <news@ledger.example>") -> EmailMessage:
    message = EmailMessage()
    message["From"], message["Subject"] = sender, f"Fwd: {TITLE}"
    message["Date"] = "Wed, 18 Feb 2026 23:30:00 -0500"
    if text:
        message.set_content(text)
    if markup:
        message.add_alternative(markup, "html") if text else message.set_content(markup, "html")
    return message


def test_a_newsletter_is_an_article_of_its_sender() -> None:
    message = mail("plain", f"<div style='display:none'>Preview</div><h1>{TITLE}</h1><p>{STORY}</p><p>Unsubscribe</p>")
    (draft,) = parse_mail(message.as_bytes(), Hints()).drafts
    assert draft.text == f"{TITLE}\n\n{STORY}"
    assert draft.dropped == ("Unsubscribe",)
    metadata = draft.metadata
    assert (metadata.outlet, metadata.title, metadata.published) == ("Quillport Ledger", TITLE, date(2026, 2, 18))
    assert metadata.origins["published"] == "mail: Date (when it was sent)"


def test_lines_of_a_plain_mail_are_joined_to_paragraphs() -> None:
    (draft,) = parse_mail(
        mail(f"{PARAGRAPHS[0][:60]}\n{PARAGRAPHS[0][60:]}\n\n{PARAGRAPHS[1]}\n").as_bytes(), Hints()
    ).drafts
    assert draft.text.split("\n\n")[1] == PARAGRAPHS[1]
    assert "\n" not in draft.text.split("\n\n")[0]


@pytest.mark.parametrize("kind", ["plain", "html"])
def test_a_digest_of_several_stories_is_several_articles(kind: str) -> None:
    heads = ("Pool closes for good", "Mayor wants a library", "Ferry is late again")
    if kind == "html":
        markup = "".join(
            f'<h2><a href="https://l.example/{n}">{head}</a></h2><p>{STORY}</p>' for n, head in enumerate(heads)
        )
        message = mail(markup=f"<p>Good morning!</p>{markup}<p>Unsubscribe here</p>")
    else:
        message = mail("\n\n-----\n\n".join(f"{head}\n\n{STORY}\n\nhttps://l.example/" for head in heads))
    drafts = parse_mail(message.as_bytes(), Hints()).drafts
    assert [(draft.number, draft.metadata.title) for draft in drafts] == list(enumerate(heads, start=1))
    assert {draft.metadata.outlet for draft in drafts} == {"Quillport Ledger"}
    assert {draft.metadata.url for draft in drafts} == {None}


def test_one_article_with_headings_stays_one() -> None:
    markup = f"<h2>First</h2><p>{STORY}</p><h2>Second</h2><p>{STORY}</p><h2>Third</h2><p>{STORY}</p>"
    assert len(parse_mail(mail(markup=markup).as_bytes(), Hints()).drafts) == 1


def test_an_address_is_no_outlet() -> None:
    (draft,) = parse_mail(mail(STORY, sender="news@ledger.example").as_bytes(), Hints()).drafts
    assert draft.metadata.outlet == ""
    assert "news@ledger.example" in draft.metadata.warnings[0]


def test_attachments_are_not_read_whatever_their_name() -> None:
    message = mail(STORY)
    message.add_attachment(b"secret", maintype="application", subtype="pdf", filename="../../evil.pdf")
    (draft,) = parse_mail(message.as_bytes(), Hints()).drafts
    assert draft.text == STORY


@pytest.mark.parametrize("charset", ["utf-8", "cp1252", "utf-7-wrong"])
def test_the_encoding_of_the_body_is_found(charset: str) -> None:
    real = "cp1252" if charset == "cp1252" else "utf-8"
    head = f"From: A <a@b.example>\nMIME-Version: 1.0\nContent-Type: text/plain; charset={charset}\n\n"
    (draft,) = parse_mail(head.encode() + f"Zoë spoke. {STORY}".encode(real), Hints()).drafts
    assert draft.text.startswith("Zoë spoke.")


@pytest.mark.parametrize(
    "data", [b"From: a@b.example\nSubject: x\n\n", b"MIME-Version: 1.0\nContent-Type: image/png\n\nx"]
)
def test_a_mail_without_text_says_so(data: bytes) -> None:
    with pytest.raises(UnreadableFile, match="is a mail without text"):
        parse_mail(data, Hints())
